"""What a request for items asks for: read strictly, then answered from what was drawn."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from escwg_map.geography.shape import Bbox
from escwg_map.selection.parameters import LONGEST_OFFSET, limit, number
from escwg_map.selection.query import refuse_unknown
from escwg_map.web.features.boxes import read_box
from escwg_map.web.features.collections import Collection
from escwg_map.web.features.drawn import Drawn, Feature
from escwg_map.web.features.filters import Keeps, read_filter
from escwg_map.web.features.reference_systems import ReferenceSystem, read_reference_system
from escwg_map.web.features.times import Interval, read_datetime

DEFAULT_LIMIT = 100
MOST = 1000
"""Items of a page, however many are asked for: more than any collection has."""

PARAMETERS = ("limit", "offset", "bbox", "bbox-crs", "datetime", "crs", "f")
"""The parameters of items, beside the names of properties."""

Given = Mapping[str, Sequence[str]]

_read_limit = limit(MOST)
_read_offset = number(0, LONGEST_OFFSET)


class Asked(Struct, frozen=True):
    """Which items of a collection, and in which reference system."""

    limit: int
    offset: int
    system: ReferenceSystem
    boxes: tuple[Bbox, ...] | None
    box_system: ReferenceSystem
    during: Interval | None
    filters: tuple[Keeps, ...]

    def of(self, drawn: Drawn) -> list[Feature]:
        """Give all features that match, in the order of the collection."""
        near = drawn.touching(self.boxes, self.box_system) if self.boxes else None
        return [
            each
            for each in drawn.features
            if (near is None or each.id in near)
            # As the standard has it, what has no date matches every date.
            and (self.during is None or each.when is None or each.when.meets(self.during))
            and all(keeps(each.properties) for keeps in self.filters)
        ]

    def page(self, found: Sequence[Feature]) -> Sequence[Feature]:
        """Take the part that was asked for."""
        return found[self.offset : self.offset + self.limit]


def read_asked(collection: Collection, given: Given) -> Asked:
    """Read the parameters of a request for items.

    Raises:
        BadSelection: a parameter that the collection does not have, or a value that will not do.
    """
    columns = {column.name: column for column in collection.columns}
    refuse_unknown(given, (*PARAMETERS, *columns))
    box_system = _system("bbox-crs", given)
    return Asked(
        limit=_read_limit("limit", given.get("limit", [str(DEFAULT_LIMIT)])),
        offset=_read_offset("offset", given.get("offset", ["0"])),
        system=_system("crs", given),
        boxes=read_box("bbox", given["bbox"], box_system) if "bbox" in given else None,
        box_system=box_system,
        during=read_datetime("datetime", given["datetime"]) if "datetime" in given else None,
        filters=tuple(
            read_filter(columns[name], texts) for name, texts in given.items() if name in columns
        ),
    )


def read_system(given: Given) -> ReferenceSystem:
    """Read the parameters of a request for one item: in which reference system.

    Raises:
        BadSelection: a parameter that one item does not have, or another reference system.
    """
    refuse_unknown(given, ("crs", "f"))
    return _system("crs", given)


def _system(name: str, given: Given) -> ReferenceSystem:
    return read_reference_system(name, given.get(name, [ReferenceSystem.CRS84.value]))
