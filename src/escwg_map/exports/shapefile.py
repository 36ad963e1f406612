"""Shapefiles in a zip: names of ten characters, texts of 254 bytes, and a README that says so."""

from dataclasses import replace

from escwg_map.exports.about import AS_OF
from escwg_map.exports.by_gdal import folder_for_gdal
from escwg_map.exports.columns import Value
from escwg_map.exports.export import Export
from escwg_map.exports.fixed_zip import zipped

SHORT_NAMES = {
    "ambulance_code": "amb_code",
    "date_printed": "date_print",
    "people_share_of_a": "ppl_shr_a",
    "people_share_of_b": "ppl_shr_b",
    "police_code": "pol_code",
    "incidents_outside": "inc_outsid",
    "incidents_reached": "inc_reach",
    "incidents_share": "inc_share",
    "pages_inferred": "pages_inf",
    "printed_under_future": "in_future",
    "scheme_name": "scheme_nam",
}
"""What the columns are called whose names are longer than the format's ten characters."""

_LONGEST = 254
"""Bytes of a text."""


def shapefile(export: Export) -> bytes:
    """Write the parts of a shapefile and a README; texts that are cut end in three dots."""
    import pyogrio

    from escwg_map.exports.frame import ground_of

    ground = export.subject.ground
    assert ground
    with folder_for_gdal() as folder:
        pyogrio.write_dataframe(
            ground_of(_cut_texts(export)).rename(columns=SHORT_NAMES),
            folder / f"{export.subject.name}.shp",
            driver="ESRI Shapefile",
            geometry_type="Polygon" if ground.value == "MultiPolygon" else ground.value,
            encoding="UTF-8",
            layer_options={"DBF_DATE_LAST_UPDATE": AS_OF.isoformat()},
        )
        parts = {part.name: part.read_bytes() for part in sorted(folder.iterdir())}
    return zipped(parts | {"README.txt": _readme(export).encode()})


def _cut_texts(export: Export) -> Export:
    rows = tuple(tuple(map(_cut, row)) for row in export.table.rows)
    return replace(export, rows=rows)


def _cut(value: Value) -> Value:
    if not _is_long(value):
        return value
    return str(value).encode()[: _LONGEST - 3].decode(errors="ignore") + "..."


def _is_long(value: Value) -> bool:
    return isinstance(value, str) and len(value.encode()) > _LONGEST


def _readme(export: Export) -> str:
    facts = [f"{name.capitalize()}: {text}" for name, text in export.metadata.items()]
    lines = ["Fields of the table (.dbf, in UTF-8), with the names that other formats have:", ""]
    lines += [
        f"{SHORT_NAMES.get(column.name, column.name):<12}{column.name:<22}{column.means}"
        for column in export.columns
    ]
    values = zip(export.table.columns, zip(*export.table.rows, strict=True), strict=False)
    cut = [name for name, column in values if any(map(_is_long, column))]
    if cut:
        said = f"Texts of more than {_LONGEST} bytes end in three dots here ({', '.join(cut)});"
        lines += ["", said, "the GeoPackage and the CSV of the same selection have them whole."]
    return "\n".join([*facts, "", *lines, ""])
