"""Exports: what people take away. First a value, then one small module a format.

`apart` lets a server have the large ones written by another process.
"""
