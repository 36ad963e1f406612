"""One fault in the data, with its place and what would cure it."""

from escwg_map.records.frozen import Frozen


class Problem(Frozen):
    """A fault that was found while reading: data, not an exception.

    `row` counts as a spreadsheet does: the header is row 1. For boundary files it is the number of
    the feature in the file, from 1.
    """

    file: str
    row: int | None = None
    column: str | None = None
    message: str
    cure: str

    def __str__(self) -> str:
        """Say it in one line: `projects.csv, row 4, column theme: … To mend it: …`."""
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {self.message}. To mend it: {self.cure}."
