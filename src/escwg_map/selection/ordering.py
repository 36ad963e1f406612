"""The order of a list: a key, and which end comes first."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from escwg_map.errors import BadSelection
from escwg_map.selection.parameters import one, shown, word_of
from escwg_map.wording import listing


class SortKey(StrEnum):
    """What lists can be sorted by; each list takes some of them."""

    THEME = "theme"
    TITLE = "title"
    STATUS = "status"
    STARTED = "started"
    PAGE = "page"
    NAME = "name"
    KM2 = "km2"
    PEOPLE = "people"
    TAKES_PART = "takes_part"
    REACHES = "reaches"
    INCIDENTS = "incidents"


class Sort(Struct, frozen=True):
    """A key, rising unless `descending`."""

    key: SortKey
    descending: bool = False

    def __str__(self) -> str:
        """Write it as the query string does: `-started` has the latest first."""
        return f"{'-' * self.descending}{self.key}"


def read_sort(name: str, given: Sequence[str]) -> Sort:
    """Read a key with or without a minus before it."""
    text = one(name, given)
    key = word_of(SortKey)(name, [text.removeprefix("-")])
    return Sort(key, descending=text.startswith("-"))


def check_sort(sort: Sort | None, keys: Iterable[SortKey]) -> None:
    """Refuse a key that a list has no column for.

    Raises:
        BadSelection: the list cannot be sorted by it.
    """
    keys = list(keys)
    if sort and sort.key not in keys:
        raise BadSelection(
            "sort", f"This list is not sorted by {shown(sort.key)}: it takes {listing(keys)}."
        )
