"""What a table is: headed columns and rows of cells, each cell a text and what it points to."""

from dataclasses import dataclass
from typing import Literal

PagePart = Literal["project", "area", "projects", "pair"]


@dataclass(frozen=True)
class Target:
    """What a cell points to; the web room makes an address of it, other readers use the id.

    `project` and an id; `area` and the layer and code; `projects` and a query string; `pair` and
    the codes of two services.
    """

    page: PagePart
    id: str


@dataclass(frozen=True)
class Cell:
    """One cell: its text, perhaps a link, and whether it says that nothing is recorded."""

    text: str
    target: Target | None = None
    empty: bool = False


@dataclass(frozen=True)
class Column:
    """One column: its heading, and whether it holds numbers, which line up to the right."""

    heading: str
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a caption that says what it shows; the first cell of a row names the row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
