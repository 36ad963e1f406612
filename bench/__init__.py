"""How fast the map is, beside what people would take instead: see `docs/performance.md`."""
