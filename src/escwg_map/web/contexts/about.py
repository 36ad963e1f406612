"""What the templates of the pages about the register are given."""

from typing import Any

from msgspec import Struct

from escwg_map.selection import Selection
from escwg_map.tables.columns import Table
from escwg_map.web.page import Page


class DescribedColumn(Struct, frozen=True):
    """One column of the data dictionary."""

    name: str
    type: str
    required: bool
    meaning: str


class Described(Struct, frozen=True):
    """One table of the register: its file, how large it is, and its columns."""

    file: str
    title: str
    one_row: str
    rows: int
    size: int
    columns: tuple[DescribedColumn, ...]


class DataPage(Page, frozen=True):
    """What can be taken away, what it means, and how sure it is."""

    selection: Selection
    """All projects, for the links to exports."""
    sizes: dict[str, int]
    """The files to download with their sizes in bytes."""
    tables: list[Described]
    """The tables that the register has."""
    package: dict[str, Any]
    """The data package's own description: version, sources, licences."""
    left_open: Table
    """What is not known of how many projects."""
    inferred: Table
    """The projects whose pages leave room for doubt."""
    doubtful: Table
    """The figures that cannot be trusted."""
    differences: Table
    """Where the overview's Service index says otherwise."""
    unexplained: int
    """How many of these differences nobody has explained."""
    figures: int
    """How many figures the register holds."""
    remarks: list[str]
    """What was found wrong with the boundaries, and lived with."""
    markup: dict[str, Any]
    """The data set as schema.org describes it, for programs."""


class AboutPage(Page, frozen=True):
    """What this is, where it comes from, and what its words mean."""

    selection: Selection
    """All projects, for links."""
    projects: int
    """How many the register holds."""
    services: dict[str, int]
    """How many services of each kind it holds."""
    cells: int
    """How many cells the three layers make."""
    inferred: int
    """How many projects have inferred pages."""
    doubtful: int
    """How many figures are doubtful."""
    undated: int
    """How many projects have no stated start."""
    differences: int
    """How many differences from the overview's own index there are."""


class AccessibilityPage(Page, frozen=True):
    """How accessible this is, how that was tested, and what is known not to work."""
