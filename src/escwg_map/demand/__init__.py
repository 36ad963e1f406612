"""Where demand falls: points counted by cell, and what of the counts may be published."""
