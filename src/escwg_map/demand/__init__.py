"""Where demand falls: points by the million, counted by the cell in which each lies."""
