"""What people would take instead, and the limits: programs that the bench starts beside the map."""
