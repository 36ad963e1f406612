"""Tables: what the pages show and people take away, one module a table."""
