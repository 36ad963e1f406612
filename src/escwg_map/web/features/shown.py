"""Collections and features as pages show them: the same facts as the JSON, in words."""

from collections.abc import Mapping, Sequence

from escwg_map.exports.columns import Value
from escwg_map.geography.shape import Bbox, Shape
from escwg_map.publish.publication import Publication
from escwg_map.web.features import links
from escwg_map.web.features.collections import Collection
from escwg_map.web.features.contexts import Described, Item
from escwg_map.web.features.documents import rfc_3339
from escwg_map.web.features.drawn import Feature, drawn
from escwg_map.web.features.reference_systems import ReferenceSystem
from escwg_map.web.links import area, area_picture, project, project_picture

_OF_PROJECTS = ("projects", "footprints")

_NAMES = ("title", "name", "cell")
"""The property that names a feature: the first of these that it has."""


def described(publication: Publication, collection: Collection) -> Described:
    """Say what a collection holds."""
    held = drawn(publication, collection)
    when = held.when
    return Described(
        collection=collection,
        number=len(held.features),
        bbox=held.bbox,
        interval=(rfc_3339(when.start), rfc_3339(when.end)) if when else None,
        links=links.of_collection(collection),
    )


def item_of(feature: Feature, collection: Collection, system: ReferenceSystem) -> Item:
    """Show a feature, its geometry by kind and box."""
    return Item(
        id=feature.id,
        href=links.address(
            "show_item", collection_id=collection.id, feature_id=feature.id, f="html"
        ),
        name=_name(feature.properties),
        properties=feature.properties,
        geometry=_geometry(feature.shape(system)),
        page=_page(feature, collection),
        picture=_picture(feature, collection),
    )


def part_said(page: Sequence[Feature], offset: int, matched: int) -> str:
    """Say which part of the items a page has: `Items 1 to 50 of 102`."""
    if not page:
        return f"No items here, of {matched:,} that match"
    return f"Items {offset + 1:,} to {offset + len(page):,} of {matched:,} that match"


def _name(properties: Mapping[str, Value]) -> str:
    return next(str(properties[name]) for name in _NAMES if name in properties)


def _page(feature: Feature, collection: Collection) -> str | None:
    if collection.what == "areas":
        return area(collection.layer, feature.id)
    return project(feature.id) if collection.what in _OF_PROJECTS else None


def _picture(feature: Feature, collection: Collection) -> str | None:
    if collection.what == "areas":
        return area_picture(collection.layer, feature.id)
    return project_picture(feature.id) if collection.what in _OF_PROJECTS else None


def _geometry(shape: Shape | None) -> str:
    if shape is None:
        return ""
    kind = shape.geometry.partition('"type":"')[2].partition('"')[0]
    return f"{kind}, {_box(shape.bbox)}"


def _box(box: Bbox) -> str:
    west, south, east, north = box
    if (west, south) == (east, north):
        return f"at {west:.10g}, {south:.10g}"
    return f"from {west:.10g}, {south:.10g} to {east:.10g}, {north:.10g}"
