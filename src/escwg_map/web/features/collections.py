"""The collections: each is one of the exports, under the name that the standard's clients see."""

from collections.abc import Mapping

from msgspec import Struct

from escwg_map.errors import NotRecorded
from escwg_map.exports.columns import Column
from escwg_map.exports.meanings import columns_of
from escwg_map.selection import Selection
from escwg_map.selection.parameters import did_you_mean, shown
from escwg_map.vocabulary import Kind
from escwg_map.web.features.reference_systems import ReferenceSystem
from escwg_map.wording import listing, sentence


class Collection(Struct, frozen=True):
    """One collection; `what` is the export it is drawn from, `layer` which areas, where it has any.

    `timed` where features have a start or an end. `storage` is what the geometries were written
    from.
    """

    id: str
    title: str
    description: str
    what: str
    layer: Kind = Kind.POLICE
    timed: bool = False
    storage: ReferenceSystem = ReferenceSystem.NATIONAL_GRID

    @property
    def selection(self) -> Selection:
        """The whole of it, as exports are asked for."""
        return Selection(layer=self.layer)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The properties of its features: those of the export, each of which can be filtered by."""
        return columns_of(self.what)


def _areas(layer: Kind) -> Collection:
    return Collection(
        layer.value,
        sentence(layer.areas_label),
        f"The ground of each service of the {layer} layer, with the projects that meet it.",
        "areas",
        layer,
    )


COLLECTIONS: Mapping[str, Collection] = {
    each.id: each
    for each in (
        *map(_areas, Kind),
        Collection(
            "cells",
            "Cells",
            "The ground where one police area, one fire area and one ambulance area overlap, with "
            "the number of projects whose footprint takes it in.",
            "cells",
        ),
        Collection(
            "projects",
            "Projects",
            "Every project of the 2016 overview, as a point: the place that the overview names, or "
            "a place within the project's footprint.",
            "projects",
            timed=True,
            storage=ReferenceSystem.CRS84,
        ),
        Collection(
            "footprints",
            "Footprints of projects",
            "Every project of the 2016 overview, as the ground of all areas that its record names.",
            "footprints",
            timed=True,
        ),
    )
}


def find_collection(collection_id: str) -> Collection:
    """Find a collection by its id.

    Raises:
        NotRecorded: there is none of that name; the message lists them.
    """
    if collection_id not in COLLECTIONS:
        near = did_you_mean(collection_id, COLLECTIONS)
        raise NotRecorded(
            f"There is no collection {shown(collection_id)}: "
            f"take {listing(list(COLLECTIONS))}.{near}"
        )
    return COLLECTIONS[collection_id]
