"""GeoJSON from outside."""

from pathlib import Path

import pytest

from escwg_map.sources.foreign import read_foreign
from sources.foreign_files import geojson, refusal_of


def spoilt(path: Path, old: str, new: str) -> Path:
    geojson(path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_reads_a_collection(tmp_path: Path) -> None:
    read = read_foreign(geojson(tmp_path / "police.geojson"))

    assert list(read.frame["name"]) == ["Northtoy"]
    assert read.crs == "EPSG:4326"


def test_reads_past_a_byte_order_mark(tmp_path: Path) -> None:
    path = geojson(tmp_path / "police.json")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert len(read_foreign(path).frame) == 1


@pytest.mark.parametrize("number", ["1e400", "-1e999", "NaN", "Infinity", "-Infinity"])
def test_f26_refuses_a_number_that_is_not_finite(tmp_path: Path, number: str) -> None:
    path = spoilt(tmp_path / "police.geojson", "52.6", number)

    assert f"police.geojson: it holds {number}, which is no" in refusal_of(path)


def test_f26_refuses_deep_nesting(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "police.geojson", '"Northtoy"', "[" * 200_000 + "]" * 200_000)

    assert "police.geojson: it is nested too deeply" in refusal_of(path)


def test_f26_refuses_a_member_that_is_there_twice(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "police.geojson", '"code"', '"name": "Southtoy", "code"')

    assert "police.geojson: it has the member 'name' twice in one object" in refusal_of(path)


@pytest.mark.parametrize(
    ("old", "new"), [("]]]", "]]"), ('"code"', "code"), ("FeatureCollection", "Feature\udcff")]
)
def test_refuses_what_is_not_well_formed(tmp_path: Path, old: str, new: str) -> None:
    path = geojson(tmp_path / "police.geojson")
    text = path.read_text(encoding="utf-8").replace(old, new, 1)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))

    assert "police.geojson: it is not well-formed GeoJSON" in refusal_of(path)


@pytest.mark.parametrize("kind", ["Topology", "gdal_streamed_alg", "Feature"])
def test_refuses_other_kinds_of_json(tmp_path: Path, kind: str) -> None:
    path = spoilt(tmp_path / "police.geojson", "FeatureCollection", kind)

    assert "police.geojson: it is not a FeatureCollection" in refusal_of(path)


def test_refuses_a_collection_without_features(tmp_path: Path) -> None:
    path = tmp_path / "police.geojson"
    path.write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")

    assert "police.geojson: it holds no " in refusal_of(path)


@pytest.mark.parametrize(
    "crs",
    [
        {"type": "link", "properties": {"href": "http://127.0.0.1:9/crs"}},
        {"type": "name", "properties": {"name": "http://127.0.0.1:9/crs"}},
        {"type": "name", "properties": {"name": "/etc/passwd"}},
        {"type": "name", "properties": {}},
        {"type": "name"},
        "EPSG:4326",
        None,
    ],
    ids=str,
)
def test_f26_refuses_a_crs_member_it_does_not_understand(tmp_path: Path, crs: object) -> None:
    path = geojson(tmp_path / "police.geojson", crs=crs)

    message = refusal_of(path)

    assert "police.geojson: its member 'crs' is none that is understood" in message
    assert "RFC 7946" in message


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326"])
def test_reads_a_crs_member_that_says_wgs_84(tmp_path: Path, name: str) -> None:
    crs = {"type": "name", "properties": {"name": name}}

    assert read_foreign(geojson(tmp_path / "police.geojson", crs=crs)).crs == "EPSG:4326"


def test_believes_a_crs_member_and_finds_it_untrue(tmp_path: Path) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}

    assert "read as EPSG:27700" in refusal_of(geojson(tmp_path / "police.geojson", crs=crs))
