"""How projects and areas meet, and where nothing is recorded."""
