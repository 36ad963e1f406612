"""What one row of the register means: frozen, checked values, one module a record."""
