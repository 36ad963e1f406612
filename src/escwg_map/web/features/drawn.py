"""The features of a collection, drawn once: their texts are put together from parts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from msgspec import Struct

from escwg_map.errors import NotRecorded
from escwg_map.exports.columns import Value
from escwg_map.exports.drawing import Known, draw
from escwg_map.exports.export import Export
from escwg_map.exports.geojson import feature_head, whole_feature
from escwg_map.exports.grounds import Grounds
from escwg_map.geography.shape import Bbox, Shape, bbox_of
from escwg_map.publish.publication import Publication
from escwg_map.selection.parameters import shown
from escwg_map.web.features.collections import Collection
from escwg_map.web.features.reference_systems import ReferenceSystem
from escwg_map.web.features.times import Interval

if TYPE_CHECKING:
    from escwg_map.web.features.touching import Tree

Shapes = Mapping[str, Shape | None]
"""The shapes of a collection in one reference system, by the features' ids."""


class Feature(Struct, frozen=True):
    """One feature: the text of it up to its geometry, and when it was.

    Its shapes are read when a reference system is first asked for: most clients use one alone.
    """

    id: str
    properties: Mapping[str, Value]
    head: str
    when: Interval | None
    shapes_in: Callable[[ReferenceSystem], Shapes]

    def shape(self, system: ReferenceSystem) -> Shape | None:
        """Give its geometry in a reference system; None where it has no place."""
        return self.shapes_in(system)[self.id]

    def geojson(self, system: ReferenceSystem) -> bytes:
        """Write it as GeoJSON, in UTF-8; the whole answer may be kept, and this not once more."""
        return whole_feature(self.head, self.shape(system)).encode()


@dataclass(frozen=True)
class Drawn:
    """All features of a collection, in the order of the export."""

    features: tuple[Feature, ...]

    def feature(self, feature_id: str) -> Feature:
        """Find a feature by its id.

        Raises:
            NotRecorded: there is none.
        """
        if feature_id not in self._by_id:
            raise NotRecorded(f"There is no item {shown(feature_id)} in this collection.")
        return self._by_id[feature_id]

    def touching(self, boxes: Sequence[Bbox], system: ReferenceSystem) -> set[str]:
        """Give the ids of the features that boxes touch; those without a place always count."""
        if system not in self._trees:
            self._trees[system] = self._tree(system)
        unplaced = {each.id for each in self.features if not each.shape(system)}
        return self._trees[system].touched(boxes) | unplaced

    @cached_property
    def bbox(self) -> Bbox | None:
        """The box of all in degrees; none where nothing has a place."""
        shapes = [each.shape(ReferenceSystem.CRS84) for each in self.features]
        boxes = [shape.bbox for shape in shapes if shape]
        return bbox_of(boxes) if boxes else None

    @cached_property
    def when(self) -> Interval | None:
        """From the first moment stated to the last end; none where nothing is dated."""
        spans = [each.when for each in self.features if each.when]
        if not spans:
            return None
        moments = [moment for span in spans for moment in (span.start, span.end) if moment]
        goes_on = any(span.end is None for span in spans)
        return Interval(min(moments), None if goes_on else max(moments))

    @cached_property
    def _by_id(self) -> dict[str, Feature]:
        return {each.id: each for each in self.features}

    @cached_property
    def _trees(self) -> "dict[ReferenceSystem, Tree]":
        return {}

    def _tree(self, system: ReferenceSystem) -> "Tree":
        from escwg_map.web.features.touching import Tree

        return Tree({each.id: shape for each in self.features if (shape := each.shape(system))})


@lru_cache(maxsize=32)
def drawn(publication: Publication, collection: Collection) -> Drawn:
    """Draw a collection; what was drawn is kept."""
    export = _export(publication, collection, publication.grounds)
    return Drawn(
        tuple(
            Feature(
                feature_id,
                properties,
                feature_head(feature_id, properties),
                _when(properties) if collection.timed else None,
                partial(_shapes, publication, collection),
            )
            for feature_id, properties in zip(export.ids, export.objects(), strict=True)
        )
    )


@lru_cache(maxsize=64)
def _shapes(publication: Publication, collection: Collection, system: ReferenceSystem) -> Shapes:
    in_degrees = system is ReferenceSystem.CRS84
    grounds = publication.grounds if in_degrees else publication.grid_grounds
    export = _export(publication, collection, grounds)
    if collection.what == "projects" and not in_degrees:
        placed = publication.grid_shapes["projects"]
        return {feature_id: placed.get(feature_id) for feature_id in export.ids}
    return dict(zip(export.ids, export.shapes, strict=True))


def _export(publication: Publication, collection: Collection, grounds: Grounds) -> Export:
    known = Known(publication.atlas, grounds, publication.name)
    return draw(collection.what, collection.selection, known)


def _when(properties: Mapping[str, Value]) -> Interval | None:
    started, ended = (properties[name] for name in ("started", "ended"))
    return Interval.of(str(started) if started else None, str(ended) if ended else None)


CACHES = (drawn, _shapes)
"""What holds on to a publication, and is emptied when another takes its place."""
