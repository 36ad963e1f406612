"""The JSON API: one description of each call gives its answer, its document and its example."""
