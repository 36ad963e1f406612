"""Ground: the three layers, the cells where they overlap, and what lies where."""
