"""What there is to take away, told to programs that gather such things: DCAT and schema.org."""
