"""GeoJSON as RFC 7946 has it: WGS 84, a bbox, outer rings anticlockwise, six decimals at most."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from escwg_map.atlas import Atlas
from escwg_map.geography.marker import Marker
from escwg_map.geography.shape import Bbox, Shape, bbox_of
from escwg_map.vocabulary import Kind
from escwg_map.wording import ATTRIBUTION, CAUTION, count

Properties = Mapping[str, Any]


def areas_geojson(atlas: Atlas, layer: Kind, shapes: Mapping[str, Shape], selected: str) -> str:
    """Write the areas of a layer with what the selection finds in each.

    `shapes` are by code; `selected` says the selection in words.
    """
    themes = atlas.themes_by_area(layer)
    features = []
    for code, ground in atlas.areas(layer).items():
        meets = atlas.meets_in(layer, code)
        properties = {
            "layer": layer.value,
            "code": code,
            "name": atlas.services[code].name,
            "km2": round(ground.km2, 3),
            "people": ground.people,
            "takes_part": sum(meet.takes_part for meet in meets),
            "reaches": sum(meet.reaches for meet in meets),
            "recorded": bool(meets),
            "themes": list(themes[code]),
            "projects": [meet.project for meet in meets],
        }
        features.append(_feature(code, properties, shapes[code].geometry))
    return _collection(
        f"Areas: {layer.areas_label}",
        selected,
        atlas,
        features,
        [shapes[code].bbox for code in atlas.areas(layer)],
    )


def projects_geojson(atlas: Atlas, selected: str) -> str:
    """Write the projects as points: the place named, else a place in the footprint."""
    markers = {marker.project: marker for marker in atlas.markers}
    features, points = [], []
    for project in atlas.projects:
        marker = markers.get(project.id)
        point = (
            json.dumps({"type": "Point", "coordinates": [marker.longitude, marker.latitude]})
            if marker
            else None
        )
        properties = {
            "id": project.id,
            "title": project.title,
            "theme": project.theme,
            "theme_name": atlas.themes[project.theme].name,
            "scheme": project.scheme,
            "scheme_name": atlas.schemes[project.scheme].name,
            "status": project.status.value,
            "started": project.started,
            "ended": project.ended,
            "date_printed": project.date_printed or None,
            "areas": list(project.areas),
            "place": project.place or None,
            "point_is": _point_is(marker),
            "partners": [partner.name for partner in atlas.partners_of(project)],
            "summary": project.summary,
            "benefits": [benefit.value for benefit in project.benefits],
            "pages": list(project.pages),
        }
        features.append(_feature(project.id, properties, point))
        if marker:
            points.append((marker.longitude, marker.latitude, marker.longitude, marker.latitude))
    return _collection("Projects", selected, atlas, features, points)


def _point_is(marker: Marker | None) -> str | None:
    if marker is None:
        return None
    return "the place named" if marker.placed else "within the footprint"


def _feature(feature_id: str, properties: Properties, geometry: str | None) -> str:
    # The geometry is text already: shapes are written once, when publishing.
    head = f'{{"type":"Feature","id":{_json(feature_id)},"properties":{_json(properties)}'
    return f'{head},"geometry":{geometry or "null"}}}'


def _collection(
    title: str, selected: str, atlas: Atlas, features: list[str], boxes: Sequence[Bbox]
) -> str:
    metadata = {
        "title": title,
        "selection": selected,
        "counts": f"{count(len(features), 'feature')}, {count(len(atlas.projects), 'project')}",
        "source": "Emergency Services Collaboration Working Group, National Overview, 2016",
        "attribution": ATTRIBUTION,
        "licence": "Open Government Licence v3.0 (boundaries)",
        "caution": CAUTION,
    }
    bbox = f'"bbox":{_json(bbox_of(boxes))},' if boxes else ""
    return (
        f'{{"type":"FeatureCollection",{bbox}"metadata":{_json(metadata)},"features":[\n'
        + ",\n".join(features)
        + "\n]}\n"
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
