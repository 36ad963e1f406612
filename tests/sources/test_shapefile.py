"""Shapefiles from outside: their parts, and what goes missing in silence elsewhere."""

import struct
from pathlib import Path

import pytest
import shapely
from msgspec.structs import replace
from shapely import Point, Polygon

from escwg_map.sources.foreign import Asked, read_foreign
from escwg_map.sources.limits import LIMITS
from sources.foreign_files import SQUARE, refusal_of, written


def test_reads_attributes_and_shapes(police: Path) -> None:
    read = read_foreign(police)

    assert list(read.frame["code"]) == ["E23000901", "E23000902", "E23000903"]
    assert list(read.frame.area / 1e6) == pytest.approx([400, 400, 400])


def test_says_what_it_was_read_as(police: Path) -> None:
    read = read_foreign(police)

    assert (read.file, read.crs, read.encoding) == ("police.shp", "EPSG:27700", "utf-8")


def test_reads_parts_with_endings_in_capitals(police: Path) -> None:
    for ending in (".shx", ".dbf", ".prj", ".cpg"):
        police.with_suffix(ending).rename(police.with_suffix(ending.upper()))

    assert len(read_foreign(police).frame) == 3


@pytest.mark.parametrize("ending", [".shx", ".dbf"])
def test_f14_refuses_a_missing_part(police: Path, ending: str) -> None:
    police.with_suffix(ending).unlink()

    message = refusal_of(police)

    assert f"police.shp: police{ending} is missing beside it" in message
    assert "copy all files of the Shapefile together" in message


@pytest.mark.parametrize("ending", [".shp", ".dbf", ".shx"])
def test_refuses_a_part_that_was_cut_short(police: Path, ending: str) -> None:
    part = police.with_suffix(ending)
    part.write_bytes(part.read_bytes()[:-60])

    assert f"its {ending} is cut short or damaged" in refusal_of(police)


def test_f15_names_the_feature_where_the_shapes_are_cut_short(police: Path) -> None:
    police.write_bytes(police.read_bytes()[:-60])

    assert "police.shp, row 3: its .shp is cut short" in refusal_of(police)


@pytest.mark.parametrize("ending", [".shp", ".dbf", ".shx"])
def test_refuses_a_part_without_content(police: Path, ending: str) -> None:
    head = {".shp": 4, ".dbf": 0, ".shx": 0}[ending]
    part = police.with_suffix(ending)
    part.write_bytes(part.read_bytes()[:head])

    assert f"its {ending} is cut short or damaged" in refusal_of(police)


@pytest.mark.parametrize(
    ("ending", "counts"),
    [(".dbf", "3 in .shp, 3 in .shx, 1 in .dbf"), (".shx", "3 in .shp, 1 in .shx, 3 in .dbf")],
)
def test_f14_refuses_a_part_of_another_file(police: Path, ending: str, counts: str) -> None:
    other = written(police.parent / "other.shp", SQUARE)

    other.with_suffix(ending).replace(police.with_suffix(ending))

    assert f"different numbers of records: {counts}" in refusal_of(police)


def test_refuses_features_without_geometry(tmp_path: Path) -> None:
    path = written(tmp_path / "police.shp", SQUARE, None)

    assert "police.shp, row 2: the feature has no geometry" in refusal_of(path)


def test_refuses_points(tmp_path: Path) -> None:
    path = written(tmp_path / "stations.shp", Point(400_000, 300_000))

    assert "stations.shp, row 1: the feature is a Point, not a polygon" in refusal_of(path)


def test_f18_drops_heights_and_says_so(tmp_path: Path) -> None:
    path = written(tmp_path / "police.shp", shapely.force_3d(SQUARE, 50.0))

    read = read_foreign(path)

    assert not read.frame.has_z.any()
    assert "heights and measures were dropped" in str(read.notes[0])


def test_leaves_broken_polygons_to_be_judged_by_code(tmp_path: Path) -> None:
    bow_tie = Polygon(
        [(400_000, 300_000), (410_000, 310_000), (410_000, 300_000), (400_000, 310_000)]
    )

    read = read_foreign(written(tmp_path / "police.shp", bow_tie))

    assert not read.frame.is_valid.any()


@pytest.mark.parametrize("ending", [".shp", ".gpkg", ".fgb"])
def test_f19_refuses_more_features_than_allowed(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path / f"police{ending}", SQUARE, SQUARE)

    message = refusal_of(path, limits=replace(LIMITS, features=1))

    assert f"police{ending}: it holds over 1 features" in message
    assert "give a less detailed file" in message


@pytest.mark.parametrize("ending", [".shp", ".gpkg"])
@pytest.mark.parametrize("most", [1, 9])
def test_f19_refuses_more_vertices_than_allowed(tmp_path: Path, ending: str, most: int) -> None:
    path = written(tmp_path / f"police{ending}", SQUARE, SQUARE)

    message = refusal_of(path, limits=replace(LIMITS, vertices=most))

    assert f"police{ending}: it holds over {most} vertices" in message


def test_refuses_a_record_that_claims_another_length(police: Path) -> None:
    content = bytearray(police.read_bytes())
    content[104:108] = struct.pack(">i", -4)
    police.write_bytes(content)

    assert "police.shp, row 1: its .shp is cut short or damaged" in refusal_of(police)


def test_refuses_a_file_larger_than_allowed(police: Path) -> None:
    message = refusal_of(police, limits=replace(LIMITS, unpacked_bytes=100))

    assert "police.shp: it is larger than" in message


def test_has_one_layer_whatever_layer_is_asked_for(police: Path) -> None:
    assert len(read_foreign(police, asked=Asked(layer="police")).frame) == 3
