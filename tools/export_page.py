"""The page that lists what can be taken away: subjects, formats, columns and their meanings."""

from collections.abc import Iterator

from escwg_map.exports.formats import FORMATS, formats_of
from escwg_map.exports.meanings import columns_of, incident_columns_of
from escwg_map.exports.shapefile import SHORT_NAMES
from escwg_map.exports.subjects import SUBJECTS, Subject

OPENING = """\
<!-- Written by `make docs` from src/escwg_map/exports/: change that, not this page. -->

# Exports

Whatever a page shows can be taken away, with the page's own query string or the same filters as
options:

    /export/areas.gpkg?layer=fire&theme=demand
    escwg-map export areas --layer fire --theme demand --output demand.gpkg

The filters choose projects; the rows about ground stay, and say what those projects do there.
`coverage` is of the ground of `area` or `cell` where one is given; the figures of schemes and of
national agreements come where no filter narrows the projects.

A file says its title, the selection in words, counts, source, attribution, licence, date (the
overview's), version (of the program and the publication), and the caution about gaps. None holds
the time of day: the same selection of the same publication gives the same bytes. Text is in UTF-8,
coordinates are in degrees (WGS 84)."""

OPENING_THEM = """\
## Opening them

Put the address of your own map in place of `http://127.0.0.1:8000`. With **GDAL**, on a command
line:

    curl --output demand.gpkg 'http://127.0.0.1:8000/export/areas.gpkg?layer=fire&theme=demand'
    ogrinfo -so demand.gpkg areas
    curl --output cells.shp.zip http://127.0.0.1:8000/export/cells.shp.zip
    ogrinfo -so /vsizip/cells.shp.zip cells

With **geopandas** and **pandas**, which read addresses as they read files:

```python
import geopandas
import pandas

server = "http://127.0.0.1:8000/export"
areas = geopandas.read_file(f"{server}/areas.geojson?layer=fire&theme=demand")
footprints = geopandas.read_file(f"{server}/footprints.geojson?status=live")
gaps = pandas.read_csv(f"{server}/gaps.csv?layer=fire")
partners = pandas.read_excel(f"{server}/partners.xlsx", engine="openpyxl")

nothing_recorded = areas[~areas["recorded"]]
by_theme = gaps.pivot(index="name", columns="theme", values="recorded")
```

With **pyogrio** alone, to see what a file says of itself without reading its rows:

```python
from urllib.request import urlretrieve

import pyogrio

urlretrieve("http://127.0.0.1:8000/export/projects.gpkg?theme=estates", "estates.gpkg")
said = pyogrio.read_info("estates.gpkg")["layer_metadata"]
print(said["title"], said["selection"], said["counts"], said["caution"], sep="\\n")
```"""

_CARRIED = {
    "geojson": "in the member `metadata`; lists are arrays",
    "gpkg": "as the layer's metadata",
    "shp.zip": "in `README.txt`, which lists the fields too: names have ten characters at most, "
    "and texts of more than 254 bytes are cut",
    "kml": "as the document's description",
    "csv": "not at all: rows alone; a text that a spreadsheet would run gets an apostrophe; "
    "`bom=yes` in the address, or `--bom`, begins it with a byte order mark, which Excel asks for",
    "xlsx": "on the sheet `About`, with the columns",
    "json": "in the member `metadata`, beside `rows`; lists are arrays",
    "parquet": "as the file's metadata; with a geometry it is GeoParquet",
}


def export_page() -> str:
    """Write the page."""
    lines = [OPENING, "", OPENING_THEM, "", *_formats(), "", *_subjects(), ""]
    for subject in SUBJECTS.values():
        lines += [*_columns(subject), ""]
    return "\n".join(lines)


def _formats() -> Iterator[str]:
    yield from ("## Formats", "", "| ending | format | carries what it is |", "|---|---|---|")
    for each in FORMATS.values():
        yield f"| `{each.ending}` | {each.label} | {_CARRIED[each.ending]} |"
    yield from (
        "",
        "Where a format holds one value in a cell, the items of a list are joined by `;`.",
    )


def _subjects() -> Iterator[str]:
    yield from ("## Subjects", "", "| what | one row is | formats |", "|---|---|---|")
    for subject in SUBJECTS.values():
        all_ = len(formats_of(subject.name)) == len(FORMATS)
        formats = "all" if all_ else ", ".join(each.ending for each in formats_of(subject.name))
        yield f"| [`{subject.name}`](#{subject.name}) | {subject.row} | {formats} |"


def _columns(subject: Subject) -> Iterator[str]:
    yield from (f"## {subject.name}", "")
    short = SHORT_NAMES if subject.ground else {}
    yield from ("| column | holds | means |", "|---|---|---|")
    for column in columns_of(subject.name):
        name = f"`{column.name}`"
        if column.name in short:
            name += f" (Shapefile: `{short[column.name]}`)"
        yield f"| {name} | {column.holds.value} | {column.means} |"
    if incidents := incident_columns_of(subject.name):
        yield from (
            "",
            "With `weight=incidents`, where the map serves counts of incidents, also:",
            "",
        )
        yield from ("| column | holds | means |", "|---|---|---|")
        for column in incidents:
            yield f"| `{column.name}` | {column.holds.value} | {column.means} |"
