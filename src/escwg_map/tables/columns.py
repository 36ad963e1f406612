"""What a table is: headed columns and rows of cells, each cell a text and what it points to."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from escwg_map.records.theme import Theme
from escwg_map.selection.ordering import Sort, SortKey
from escwg_map.wording import listing

PagePart = Literal["project", "area", "projects", "pair"]


class Target(Struct, frozen=True):
    """What a cell points to; the web room makes an address of it, other readers use the id.

    `project` and an id; `area` and the layer and code; `projects` and a query string; `pair` and
    the codes of two services.
    """

    page: PagePart
    id: str


class Cell(Struct, frozen=True):
    """One cell: its text, perhaps a link, and whether it says that nothing is recorded.

    `anchor` names the cell, so that a link on the page can jump to it.
    """

    text: str
    target: Target | None = None
    empty: bool = False
    anchor: str = ""
    parts: tuple["Cell", ...] = ()
    """Where the text lists several things, each of them, with what it points to."""
    fraction: float | None = None
    """Where the text is a share, the share itself, from 0 to 1, to be drawn as a bar."""

    @classmethod
    def listing(cls, parts: Iterable["Cell"]) -> "Cell":
        """List several things in one cell."""
        parts = tuple(parts)
        return cls(listing([part.text for part in parts]), parts=parts)


class Column(Struct, frozen=True):
    """One column: its heading, whether it holds numbers, which line up to the right, and its key.

    A column with a key can put the table in its order.
    """

    heading: str
    numeric: bool = False
    sort: SortKey | None = None


class Table(Struct, frozen=True):
    """A table with a caption that says what it shows; the first cell of a row names the row.

    `sorted_by` is the order that was asked for; none where the table has its own.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sorted_by: Sort | None = None

    def order(self, column: Column) -> str | None:
        """Say how a column's order is called, `ascending` or `descending`; none if not by it."""
        if self.sorted_by is None or self.sorted_by.key is not column.sort:
            return None
        return "descending" if self.sorted_by.descending else "ascending"

    def next_sort(self, column: Column) -> Sort:
        """The order that a heading's link asks for: turned round where it is the order already.

        Numbers begin with the largest.
        """
        assert column.sort is not None
        order = self.order(column)
        return Sort(column.sort, descending=order == "ascending" or (not order and column.numeric))


class Group(Struct, frozen=True):
    """Rows that belong to one theme."""

    theme: Theme
    rows: tuple[tuple[Cell, ...], ...]


class GroupedTable(Struct, frozen=True):
    """A table whose rows stand under headings of their themes; groups without rows are left out."""

    caption: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """All rows, without their headings."""
        return tuple(row for group in self.groups for row in group.rows)
