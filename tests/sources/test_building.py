"""Building the shipped files, on Toyshire and on the real districts."""

from pathlib import Path

import pytest

import toyshire as country
from escwg_map.errors import RefusedInput
from escwg_map.sources.building import BuildReport, build_boundaries
from toyshire.tables import write_rows


def build(folder: Path) -> BuildReport:
    return build_boundaries(
        folder / "districts.geojson",
        folder / "lookup.csv",
        boundaries=folder / "boundaries",
        data=folder / "data",
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_reports_what_it_drew(tmp_path: Path) -> None:
    country.write_districts(tmp_path / "districts.geojson")
    country.write_lookup(tmp_path / "lookup.csv")

    report = build(tmp_path)

    assert (report.districts, report.cells) == (12, 8)
    assert (report.police, report.fire, report.ambulance) == (3, 3, 2)
    assert (report.km2_before, report.km2_after) == (1200, 1200)
    assert report.vertices_after < report.vertices_before


def test_gives_the_same_bytes_again(toyshire: Path, tmp_path: Path) -> None:
    country.write_districts(tmp_path / "districts.geojson")
    country.write_lookup(tmp_path / "lookup.csv")

    build(tmp_path)

    assert contents(tmp_path / "boundaries") == contents(toyshire / "boundaries")


def test_writes_nothing_when_the_lookup_and_the_districts_differ(tmp_path: Path) -> None:
    country.write_districts(tmp_path / "districts.geojson")
    write_rows(tmp_path / "lookup.csv", country.lookup_rows()[1:])

    with pytest.raises(RefusedInput, match="the lookup: E07990001 is missing"):
        build(tmp_path)

    assert not (tmp_path / "boundaries").exists()
    assert not (tmp_path / "data").exists()


@pytest.fixture(scope="module")
def rebuilt(boundary_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real files, built from their source."""
    folder = tmp_path_factory.mktemp("rebuilt")
    build_boundaries(
        boundary_source / "lad.geojson",
        boundary_source / "lad_lookup.csv",
        boundaries=folder / "boundaries",
        data=folder / "data",
    )
    return folder


def test_the_shipped_boundaries_are_those_of_the_source(rebuilt: Path, shipped: Path) -> None:
    for name, content in contents(rebuilt / "boundaries").items():
        assert content == (shipped / name).read_bytes(), name


def test_the_shipped_districts_are_those_of_the_source(rebuilt: Path, shipped: Path) -> None:
    table = (rebuilt / "data" / "districts.csv").read_bytes()

    assert table == (shipped.parent / "data" / "districts.csv").read_bytes()
