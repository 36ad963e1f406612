"""Faults and attacks: the catalogue of them, and the harnesses that provoke them."""
