"""Finding services, districts, places, schemes and projects by what somebody types."""
