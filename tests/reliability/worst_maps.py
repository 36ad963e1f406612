"""The worst boundary files of the catalogue: one maker a fault, given Toyshire's own."""

import os
import shutil
import struct
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import geopandas as gpd
import numpy as np
import shapely
from pyproj import CRS

from reliability.worst_tables import Make

WEB_MERCATOR = CRS("EPSG:3857").to_wkt("WKT1_ESRI")
DEGREES = CRS("EPSG:4326").to_wkt("WKT1_ESRI")
GRID = CRS("EPSG:27700").to_wkt("WKT1_ESRI")


def vrt(name: str, source: str) -> Make:
    """A text that tells GDAL to read something else, under the name of a map."""

    def make(folder: Path, _: Path) -> Path:
        layer = f'<OGRVRTLayer name="police"><SrcDataSource>{source}</SrcDataSource></OGRVRTLayer>'
        text = f"<OGRVRTDataSource>{layer}</OGRVRTDataSource>"
        (folder / name).write_text(text, encoding="utf-8")
        return folder / name

    return make


def address(text: str) -> Make:
    """What is no file of this machine."""
    return lambda _, __: Path(text)


def spoilt(
    spoil: Callable[[Path], object], *, crs: str = "EPSG:27700", zipped: bool = False
) -> Make:
    """Toyshire's fire areas as a Shapefile, something wrong with its parts."""

    def make(folder: Path, toyshire: Path) -> Path:
        areas = gpd.read_file(toyshire / "boundaries" / "fire.shp").to_crs(crs)
        areas.to_file(folder / "fire.shp")
        spoil(folder / "fire.shp")
        return packed(folder) if zipped else folder / "fire.shp"

    return make


def packed(folder: Path) -> Path:
    """Zip the parts of every Shapefile in a folder."""
    with ZipFile(folder / "fire.zip", "w") as archive:
        for path in sorted(folder.glob("*.*")):
            if path.suffix != ".zip":
                archive.write(path, path.name)
    return folder / "fire.zip"


def zip_with(member: str) -> Make:
    """Toyshire's fire areas zipped, with a member more."""

    def make(folder: Path, toyshire: Path) -> Path:
        path = spoilt(lambda _: None, zipped=True)(folder, toyshire)
        with ZipFile(path, "a") as archive:
            archive.writestr(member, b"/etc/passwd")
        return path

    return make


def without(ending: str) -> Callable[[Path], None]:
    """Take a part away."""
    return lambda shp: shp.with_suffix(ending).unlink()


def cut(ending: str, size: int = 60) -> Callable[[Path], int]:
    """Cut the end off a part."""
    return lambda shp: shp.with_suffix(ending).write_bytes(
        shp.with_suffix(ending).read_bytes()[:-size]
    )


def saying(ending: str, text: str) -> Callable[[Path], int]:
    """Let a part say something else."""
    return lambda shp: shp.with_suffix(ending).write_text(text, encoding="utf-8")


def fewer_rows(shp: Path) -> None:
    """Let the table be that of another file, with one row."""
    gpd.read_file(shp).head(1).to_file(shp.with_name("other.shp"))
    for part in shp.parent.glob("other.*"):
        if part.suffix == ".dbf":
            part.replace(shp.with_suffix(".dbf"))
        else:
            part.unlink()


def twice(shp: Path) -> None:
    """Put a second Shapefile beside the first."""
    for part in sorted(shp.parent.glob("fire.*")):
        shutil.copy(part, part.with_stem("fire_clipped"))


def nothing(shp: Path) -> None:
    """Leave a text where the Shapefile was."""
    for part in shp.parent.glob("fire.*"):
        part.unlink()
    (shp.parent / "README.txt").write_text("see fire.shp", encoding="utf-8")


def drawn(*shapes: shapely.Geometry, name: str = "fire.gpkg") -> Make:
    """Toyshire's fire areas with other shapes for the first ones."""

    def make(folder: Path, toyshire: Path) -> Path:
        areas = gpd.read_file(toyshire / "boundaries" / "fire.shp")
        there = [*shapes, *areas.geometry[len(shapes) :]]
        areas.set_geometry(gpd.GeoSeries(there, crs=27700)).to_file(folder / name)
        return folder / name

    return make


def swapped_axes(folder: Path, toyshire: Path) -> Path:
    """Latitudes where longitudes should be."""
    areas = gpd.read_file(toyshire / "boundaries" / "fire.shp").to_crs("EPSG:4326")
    areas.geometry = shapely.transform(areas.geometry.to_numpy(), lambda xy: xy[:, ::-1])
    areas.to_file(folder / "fire.geojson")
    return folder / "fire.geojson"


def garbled(shp: Path) -> None:
    """Call UTF-8 by another name."""
    areas = gpd.read_file(shp).replace(
        "Westoy", "Gŵyr \N{EN DASH} l\N{RIGHT SINGLE QUOTATION MARK}Westoy"
    )
    areas.to_file(shp, encoding="utf-8")
    shp.with_suffix(".cpg").write_text("1252", encoding="ascii")


def vertices(many: int) -> Make:
    """A Shapefile of one circle with so many vertices, written by hand."""

    def make(folder: Path, _: Path) -> Path:
        turn = np.linspace(0, -2 * np.pi, many)
        ring = np.column_stack((np.cos(turn), np.sin(turn))) * 5_000 + (420_000, 320_000)
        ring[-1] = ring[0]
        box = struct.pack("<4d", *ring.min(axis=0), *ring.max(axis=0))
        body = struct.pack("<i", 5) + box + struct.pack("<3i", 1, many, 0) + ring.tobytes()
        for ending, rest in (
            (".shp", struct.pack(">2i", 1, len(body) // 2) + body),
            (".shx", struct.pack(">2i", 50, len(body) // 2)),
        ):
            words = (100 + len(rest)) // 2
            head = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, words)
            head += struct.pack("<2i", 1000, 5) + box + bytes(32)
            (folder / f"fire{ending}").write_bytes(head + rest)
        _table(folder / "fire.dbf")
        (folder / "fire.prj").write_text(GRID, encoding="utf-8")
        return folder / "fire.shp"

    return make


def circle(many: int) -> Make:
    """A circle with so many vertices as a GeoPackage, drawn only when it is asked for."""

    def make(folder: Path, toyshire: Path) -> Path:
        turn = np.linspace(0, 2 * np.pi, many)
        ring = np.column_stack((np.cos(turn), np.sin(turn))) * 5_000 + (420_000, 320_000)
        ring[-1] = ring[0]
        return drawn(shapely.Polygon(ring))(folder, toyshire)

    return make


def _table(path: Path) -> None:
    field = struct.pack("<11sc4xBB14x", b"code", b"C", 9, 0)
    head = struct.pack("<4BIHH20x", 3, 116, 1, 1, 1, 32 + 32 + 1, 10)
    path.write_bytes(head + field + b"\r" + b" E31000901" + b"\x1a")


def many_parts(many: int) -> Make:
    """An archipelago: one area of so many squares."""
    west, south = np.meshgrid(np.arange(0, 300) * 100.0, np.arange(0, 300) * 100.0)
    corners = (west.ravel()[:many] + 400_000, south.ravel()[:many] + 300_000)
    return drawn(
        shapely.MultiPolygon(list(shapely.box(*corners, corners[0] + 50, corners[1] + 50)))
    )


def geojson(old: str, new: str) -> Make:
    """Toyshire's fire areas as GeoJSON, one text in it changed once."""

    def make(folder: Path, toyshire: Path) -> Path:
        areas = gpd.read_file(toyshire / "boundaries" / "fire.shp").to_crs("EPSG:4326")
        text = areas.to_json()
        assert old in text
        (folder / "fire.geojson").write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder / "fire.geojson"

    return make


def pipe(folder: Path, _: Path) -> Path:
    """A pipe that nobody writes to."""
    os.mkfifo(folder / "fire.shp")
    return folder / "fire.shp"


def dangling(folder: Path, _: Path) -> Path:
    """A link to nothing."""
    (folder / "fire.shp").symlink_to(folder / "gone.shp")
    return folder / "fire.shp"


def unreadable(folder: Path, toyshire: Path) -> Path:
    """A file that may not be read."""
    path = Path(shutil.copy(toyshire / "boundaries" / "fire.shp", folder / "fire.shp"))
    path.chmod(0)
    return path
