"""What to loosen when a selection finds nothing."""

from collections.abc import Iterator

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.selection import DEFAULTS, Selection
from escwg_map.selection.filters import FILTERS


class Loosened(Struct, frozen=True):
    """A selection with one filter fewer: the filter in words, and how many projects it finds."""

    without: str
    selection: Selection
    projects: int


def loosened(asked: Selection, atlas: Atlas) -> list[Loosened]:
    """Take each filter away in turn; those that then find projects, the most helpful first.

    `atlas` is everything, not what the selection left of it.
    """
    return sorted(
        (each for each in _without_each(asked, atlas) if each.projects),
        key=lambda each: -each.projects,
    )


def _without_each(asked: Selection, atlas: Atlas) -> Iterator[Loosened]:
    for filter_ in FILTERS:
        value = getattr(asked, filter_.name)
        if value:
            fewer = asked.but(**{filter_.name: DEFAULTS[filter_.name]}, offset=0)
            found = len(fewer.apply(atlas).projects)
            yield Loosened(filter_.says(value, atlas), fewer, found)
