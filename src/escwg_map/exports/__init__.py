"""Exports: what people take away. First a value, then one small module a format."""
