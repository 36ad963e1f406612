"""Shapefiles in a zip: names of ten characters, texts of 254 bytes, and a README that says so."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from escwg_map.exports.about import AS_OF
from escwg_map.exports.export import Export
from escwg_map.exports.fixed_zip import zipped

if TYPE_CHECKING:
    import geopandas

SHORT_NAMES = {
    "ambulance_code": "amb_code",
    "date_printed": "date_print",
    "people_share_of_a": "ppl_shr_a",
    "people_share_of_b": "ppl_shr_b",
    "police_code": "pol_code",
    "pages_inferred": "pages_inf",
    "printed_under_future": "in_future",
    "scheme_name": "scheme_nam",
    "theme_name": "theme_name",
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
    frame = ground_of(export)
    cut = _cut_texts(frame)
    with tempfile.TemporaryDirectory() as folder:
        pyogrio.write_dataframe(
            frame.rename(columns=SHORT_NAMES),
            Path(folder, f"{export.subject.name}.shp"),
            driver="ESRI Shapefile",
            geometry_type="Polygon" if ground.value == "MultiPolygon" else ground.value,
            encoding="UTF-8",
            layer_options={"DBF_DATE_LAST_UPDATE": AS_OF.isoformat()},
        )
        parts = {part.name: part.read_bytes() for part in sorted(Path(folder).iterdir())}
    return zipped(parts | {"README.txt": _readme(export, cut).encode()})


def _cut_texts(frame: "geopandas.GeoDataFrame") -> list[str]:
    """Cut the texts that are too long, and name the columns that hold such."""
    cut = []
    for name in frame.select_dtypes("str").columns:
        short = frame[name].map(_cut, na_action="ignore")
        if not short.equals(frame[name]):
            frame[name] = short
            cut.append(str(name))
    return cut


def _cut(text: str) -> str:
    content = text.encode()
    if len(content) <= _LONGEST:
        return text
    return content[: _LONGEST - 3].decode(errors="ignore") + "..."


def _readme(export: Export, cut: list[str]) -> str:
    facts = [f"{name.capitalize()}: {text}" for name, text in export.metadata.items()]
    lines = ["Fields of the table (.dbf, in UTF-8), with the names that other formats have:", ""]
    lines += [
        f"{SHORT_NAMES.get(column.name, column.name):<12}{column.name:<22}{column.means}"
        for column in export.columns
    ]
    if cut:
        said = f"Texts of more than {_LONGEST} bytes end in three dots here ({', '.join(cut)});"
        lines += ["", said, "the GeoPackage and the CSV of the same selection have them whole."]
    return "\n".join([*facts, "", *lines, ""])
