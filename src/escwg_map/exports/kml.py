"""KML, for globes: the rows as placemarks, the metadata as the description of the document.

Written here and not by GDAL, whose writer lets a text that holds `]]>` break out of its element.
"""

import html
import json
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from escwg_map.exports.columns import Holds
from escwg_map.exports.export import Export
from escwg_map.tables.data import Value

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_TYPES = {Holds.WHOLE: "int", Holds.NUMBER: "double", Holds.TRUTH: "bool"}

Ring = Sequence[Sequence[float]]


def kml(export: Export) -> Iterator[bytes]:
    """Write a placemark a row, named as people would name it; all columns stand with it."""
    before, folder, after = tostring(_document(export), "utf-8", xml_declaration=True).rpartition(
        b"</Folder>"
    )
    yield before
    names, rows = _names(export), export.table.rows
    for feature_id, name, row, shape in zip(export.ids, names, rows, export.shapes, strict=True):
        placemark = Element("Placemark", id=feature_id)
        _text(placemark, "name", name)
        data = SubElement(SubElement(placemark, "ExtendedData"), "SchemaData")
        data.set("schemaUrl", f"#{export.subject.name}")
        _add_values(data, dict(zip(export.table.columns, row, strict=True)))
        if shape:
            _add_geometry(placemark, json.loads(shape.geometry))
        yield tostring(placemark, "utf-8")
    yield folder + after


def _document(export: Export) -> Element:
    """Write all but the placemarks, which are to stand at the end of the folder."""
    root = Element("kml", xmlns=_NAMESPACE)
    document = SubElement(root, "Document")
    _text(document, "name", export.metadata["title"])
    # A description is HTML to the programs that show it.
    said = [f"{name.capitalize()}: {text}" for name, text in export.metadata.items()]
    _text(document, "description", "<br>".join(map(html.escape, said)))
    schema = SubElement(document, "Schema", id=export.subject.name)
    for column in export.columns:
        SubElement(schema, "SimpleField", name=column.name, type=_TYPES.get(column.holds, "string"))
    # A folder is what programs make a layer of, also when there is nothing in it.
    folder = SubElement(document, "Folder")
    _text(folder, "name", export.subject.name)
    return root


def _names(export: Export) -> tuple[str, ...]:
    columns = export.table.columns
    for named in (("title",), ("name",), ("a_name", "b_name")):
        if set(named) <= set(columns):
            places = [columns.index(column) for column in named]
            return tuple(
                " and ".join(str(row[place]) for place in places) for row in export.table.rows
            )
    return export.ids


def _add_values(data: Element, values: dict[str, Value]) -> None:
    for column, value in values.items():
        if value is not None:
            said = str(value).lower() if isinstance(value, bool) else str(value)
            SubElement(data, "SimpleData", name=column).text = said


def _add_geometry(parent: Element, geometry: dict[str, Any]) -> None:
    match geometry["type"]:
        case "Point":
            _text(SubElement(parent, "Point"), "coordinates", _positions([geometry["coordinates"]]))
        case "Polygon":
            _add_polygon(parent, geometry["coordinates"])
        case "MultiPolygon":
            parts = SubElement(parent, "MultiGeometry")
            for rings in geometry["coordinates"]:
                _add_polygon(parts, rings)


def _add_polygon(parent: Element, rings: Sequence[Ring]) -> None:
    polygon = SubElement(parent, "Polygon")
    for number, ring in enumerate(rings):
        boundary = SubElement(polygon, "innerBoundaryIs" if number else "outerBoundaryIs")
        _text(SubElement(boundary, "LinearRing"), "coordinates", _positions(ring))


def _positions(positions: Ring) -> str:
    return " ".join(f"{longitude},{latitude}" for longitude, latitude in positions)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
