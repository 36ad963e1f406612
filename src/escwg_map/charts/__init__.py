"""Charts as values: everything placed, for templates to write as SVG."""
