"""The values that a column may point at, and the nearest of them to one that is not there."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST_SUGGESTIONS = 200
"""Looking for the nearest value costs milliseconds, and a file may be wrong as a whole."""


class Known:
    """What one column may hold; made once a table, asked once a cell."""

    def __init__(self, values: Iterable[str]) -> None:
        self._values = dict.fromkeys(values)
        self._suggestions_left = MOST_SUGGESTIONS

    def __contains__(self, value: str) -> bool:
        return value in self._values

    def nearest(self, value: str) -> str | None:
        """Suggest the value that was probably meant; none after many suggestions."""
        if not self._suggestions_left:
            return None
        self._suggestions_left -= 1
        near = get_close_matches(value, self._values, n=1)
        return near[0] if near and near[0] != value else None
