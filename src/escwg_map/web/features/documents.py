"""The documents that describe what there is, as the standard's schemas have them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from escwg_map.web.features import links
from escwg_map.web.features.collections import COLLECTIONS, Collection
from escwg_map.web.features.conformance import ConformanceClass
from escwg_map.web.features.drawn import Drawn, Feature
from escwg_map.web.features.links import Link
from escwg_map.web.features.reference_systems import ReferenceSystem
from escwg_map.web.features.times import Interval
from escwg_map.wording import ATTRIBUTION, CAUTION

TITLE = "Emergency services collaboration map: data for programs"
DESCRIPTION = (
    "Police, fire and ambulance areas of England and Wales, the ground that they share, and the "
    "projects between them, as OGC API - Features. " + CAUTION
)

Document = dict[str, Any]


def landing_document(found: Iterable[Link]) -> Document:
    """Describe the whole."""
    return {
        "title": TITLE,
        "description": DESCRIPTION,
        "attribution": ATTRIBUTION,
        "links": _links(found),
    }


def conformance_document() -> Document:
    """List the conformance classes."""
    return {"conformsTo": [each.value for each in ConformanceClass]}


def collections_document(found: Iterable[Link], drawn: dict[str, Drawn]) -> Document:
    """Describe all collections; `drawn` are their features by the collections' ids."""
    listed = [
        collection_document(each, drawn[each.id], [links.itself(each)])
        for each in COLLECTIONS.values()
    ]
    return {
        "links": _links([*found, links.licence()]),
        "collections": listed,
    }


def collection_document(collection: Collection, drawn: Drawn, found: Iterable[Link]) -> Document:
    """Describe a collection: its extent, its links, and its reference systems."""
    return {
        "id": collection.id,
        "title": collection.title,
        "description": collection.description,
        "attribution": ATTRIBUTION,
        "itemType": "feature",
        "extent": _extent(drawn),
        "crs": [system.value for system in ReferenceSystem],
        "storageCrs": collection.storage.value,
        "links": _links([*found, *links.of_collection(collection)]),
    }


def items_geojson(
    page: Sequence[Feature], matched: int, system: ReferenceSystem, found: Iterable[Link]
) -> bytes:
    """Write items as a GeoJSON feature collection.

    There is no `timeStamp`: the same request gives the same bytes for as long as the data is the
    same, so that clients need not fetch it again.
    """
    head = (
        f'{{"type":"FeatureCollection","numberMatched":{matched},'
        f'"numberReturned":{len(page)},"links":{links.written(found)},"features":[\n'
    )
    features = b",\n".join(feature.geojson(system) for feature in page)
    return b"".join([head.encode(), features, b"\n]}\n"])


def item_geojson(feature: Feature, system: ReferenceSystem, found: Iterable[Link]) -> bytes:
    """Write one item as a GeoJSON feature with its links."""
    tail = f',"links":{links.written(found)}}}\n'
    return feature.geojson(system).removesuffix(b"}") + tail.encode()


def rfc_3339(moment: datetime | None) -> str | None:
    """Write a moment to the second, as UTC; None where it is open."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment else None


def _extent(drawn: Drawn) -> Document:
    extent: Document = {}
    if drawn.bbox:
        extent["spatial"] = {"bbox": [list(drawn.bbox)], "crs": ReferenceSystem.CRS84.value}
    if drawn.when:
        extent["temporal"] = {"interval": [_ends(drawn.when)]}
    return extent


def _ends(when: Interval) -> list[str | None]:
    return [rfc_3339(when.start), rfc_3339(when.end)]


def _links(found: Iterable[Link]) -> list[dict[str, str]]:
    return [link.to_json() for link in found]
