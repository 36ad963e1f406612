"""The way in: files become typed records and checked layers, or problems with place and cure."""
