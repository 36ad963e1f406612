"""A part of a list: the rows of one page, and where the pages before and after it begin."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from escwg_map.selection import Selection

DEFAULT_LIMIT = 200
"""Rows of a page when no limit is asked for."""

Item = TypeVar("Item")


class Part(Struct, Generic[Item], frozen=True):
    """Some items of a list of `total`; `offset` of them come before."""

    items: Sequence[Item]
    total: int
    offset: int
    limit: int

    @property
    def whole(self) -> bool:
        """Whether the part is the whole list."""
        return len(self.items) == self.total

    @property
    def said(self) -> str:
        """Say which part it is: `Showing 1 to 50 of 102`."""
        if not self.items:
            return f"Showing none of {self.total:,}: the list ends before"
        last = self.offset + len(self.items)
        return f"Showing {self.offset + 1:,} to {last:,} of {self.total:,}"

    @property
    def before(self) -> int | None:
        """The offset of the page before; none on the first."""
        if self.offset == 0:
            return None
        last_page = max(0, (self.total - 1) // self.limit * self.limit)
        return min(max(0, self.offset - self.limit), last_page)

    @property
    def after(self) -> int | None:
        """The offset of the page after; none on the last."""
        following = self.offset + self.limit
        return following if following < self.total else None

    def pages(self) -> Iterator[tuple[int, int, bool] | None]:
        """Give number, offset, and whether it is this one: the first page, the last, those near.

        None stands for a run of pages that is left out.
        """
        offsets = range(0, self.total, self.limit)
        here = min(self.offset // self.limit, len(offsets) - 1)
        before = -1
        for page in sorted(
            {0, here - 1, here, here + 1, len(offsets) - 1} & set(range(len(offsets)))
        ):
            if page > before + 1:
                yield None
            yield page + 1, offsets[page], page == here
            before = page


def part_of(items: Sequence[Item], asked: Selection) -> Part[Item]:
    """Take the part of a list that a selection asks for."""
    limit = asked.limit or DEFAULT_LIMIT
    return Part(items[asked.offset : asked.offset + limit], len(items), asked.offset, limit)
