"""What people take away, one module a format."""
