"""How much a file from outside may ask of this machine."""

from msgspec import Struct

MIB = 1024**2
GIB = 1024**3


class Limits(Struct, frozen=True):
    """Of a boundary file: sizes in bytes, times in seconds.

    `vertices` keeps the command itself, which compares layers, at what its child may take, too.
    """

    zip_bytes: int = 200 * MIB
    unpacked_bytes: int = GIB
    members: int = 200
    features: int = 50_000
    polygons: int = 50_000
    vertices: int = 4_000_000
    memory: int = 2 * GIB
    cpu: int = 60
    wall: int = 120
    answer_bytes: int = GIB


LIMITS = Limits()


class TableLimits(Struct, frozen=True):
    """Of a workbook or a CSV: sizes in bytes, times in seconds; `cells` from A1 to the last one.

    `characters` is what a spreadsheet's cell holds, in units of UTF-16.
    """

    zip_bytes: int = 10 * MIB
    unpacked_bytes: int = 100 * MIB
    member_bytes: int = 50 * MIB
    members: int = 200
    rows: int = 20_000
    columns: int = 200
    cells: int = 1_000_000
    characters: int = 32_767
    memory: int = 2 * GIB
    cpu: int = 60
    wall: int = 120
    answer_bytes: int = 32 * MIB


TABLE_LIMITS = TableLimits()
