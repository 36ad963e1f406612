"""Importing boundaries from the command line."""

import shutil
import warnings
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pytest
from click.testing import CliRunner, Result
from pyproj import CRS

from escwg_map.cli import main
from reliability.catalogue import row

GRID = CRS("EPSG:27700").to_wkt("WKT1_ESRI")


@pytest.fixture
def toys(toyshire: Path, tmp_path: Path) -> Path:
    """A copy of Toyshire, for one test to change."""
    for folder in ("data", "boundaries"):
        shutil.copytree(toyshire / folder, tmp_path / "toys" / folder)
    return tmp_path / "toys"


@pytest.fixture
def downloaded(toys: Path, tmp_path: Path) -> Path:
    """Toyshire's fire areas as somebody else publishes them, Westoy and Eastoy merged."""
    merged = {"E31000901": "E31000909", "E31000902": "E31000909"}
    areas = gpd.read_file(toys / "boundaries" / "fire.shp").replace(merged)
    areas = areas.dissolve("code", as_index=False)
    areas.loc[areas["code"] == "E31000909", "name"] = "South Toyshire"
    areas = areas.rename(columns={"code": "FRA21CD", "name": "FRA21NM"})
    areas.to_crs("EPSG:4326").to_file(tmp_path / "FRA_Dec_2021.shp")
    return tmp_path / "FRA_Dec_2021.shp"


def imported(toys: Path, file: Path, *more: str, answer: str = "") -> Result:
    # Three areas become two in what was downloaded, which is many of them.
    words = (
        *("boundaries", "import", "--layer", "fire", str(file), "--allow-shrink", *more),
        *("--boundaries", str(toys / "boundaries"), "--data", str(toys / "data")),
    )
    return CliRunner().invoke(main, words, input=answer)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_says_what_would_change(toys: Path, downloaded: Path) -> None:
    output = imported(toys, downloaded, answer="n\n").output

    assert "2 areas read for the fire layer" in output
    assert "added    E31000909 South Toyshire" in output
    assert "gone     E31000901 Westoy: over 99% of its ground is now in E31000909" in output


def test_says_what_the_register_will_lack(toys: Path, downloaded: Path) -> None:
    output = imported(toys, downloaded, answer="n\n").output

    assert "With this layer the register will have" in output
    assert "projects.csv, row 4, column areas: E31000901 has no area in fire.shp" in output


def test_writes_when_told_to(toys: Path, downloaded: Path) -> None:
    result = imported(toys, downloaded, answer="y\n")

    assert result.exit_code == 0
    assert set(gpd.read_file(toys / "boundaries" / "fire.shp")["code"]) == {
        "E31000903",
        "E31000909",
    }
    assert (toys / "boundaries" / "fire.shp.bak").is_file()


def test_does_not_ask_when_told_not_to(toys: Path, downloaded: Path) -> None:
    result = imported(toys, downloaded, "--yes")

    assert result.exit_code == 0
    assert "[y/N]" not in result.output
    assert "what was there before is in the .bak files" in result.output


def test_d7_what_was_written_is_nothing_to_do_the_second_time(toys: Path, downloaded: Path) -> None:
    imported(toys, downloaded, "--yes")
    before = contents(toys / "boundaries")

    result = imported(toys, downloaded, "--yes")

    assert (result.exit_code, contents(toys / "boundaries")) == (0, before)
    assert result.output.endswith("Nothing to change.\n")


def test_d6_a_layer_that_loses_much_needs_a_word(toys: Path, downloaded: Path) -> None:
    before = contents(toys / "boundaries")
    folders = ("--boundaries", toys / "boundaries", "--data", toys / "data")
    words = ("boundaries", "import", "--layer", "fire", downloaded, "--yes", *folders)

    result = CliRunner().invoke(main, list(map(str, words)))

    assert result.exit_code == 1
    assert "gone     E31000901 Westoy" in result.output
    assert "Nothing was written: 3 areas would become 2." in result.output
    assert contents(toys / "boundaries") == before


@pytest.mark.parametrize("answer", ["n\n", "\n", ""], ids=["no", "enter", "no terminal"])
def test_writes_nothing_and_ends_with_1_when_refused(
    toys: Path, downloaded: Path, answer: str
) -> None:
    before = contents(toys / "boundaries")

    result = imported(toys, downloaded, answer=answer)

    assert (result.exit_code, contents(toys / "boundaries")) == (1, before)


def cut(ending: str) -> Callable[[Path], None]:
    def spoil(shp: Path) -> None:
        part = shp.with_suffix(ending)
        part.write_bytes(part.read_bytes()[:-60])

    return spoil


def gone(ending: str) -> Callable[[Path], None]:
    return lambda shp: shp.with_suffix(ending).unlink()


def written(ending: str, text: str) -> Callable[[Path], None]:
    def spoil(shp: Path) -> None:
        shp.with_suffix(ending).write_text(text, encoding="utf-8")

    return spoil


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (written(".shp", "<OGRVRTDataSource/>"), "its content is not that of a Shapefile"),
        (gone(".prj"), "its coordinate system is unknown"),
        (written(".prj", "garbage"), "its coordinate system is unknown"),
        (written(".prj", GRID), "it does not lie in Great Britain"),
        (written(".cpg", "klingon"), "the encoding in its .cpg is unknown"),
        (gone(".dbf"), "FRA_Dec_2021.dbf is missing beside it"),
        (gone(".shx"), "FRA_Dec_2021.shx is missing beside it"),
        (cut(".dbf"), "its .dbf is cut short or damaged"),
        (cut(".shp"), "its .shp is cut short or damaged"),
        (cut(".shx"), "its .shx is cut short or damaged"),
    ],
    ids=[
        *("VRT in disguise", "no prj", "garbled prj", "untrue prj", "unknown encoding"),
        *("no dbf", "no shx", "dbf cut", "shp cut", "shx cut"),
    ],
)
def test_names_silent_damage_and_ends_with_2(
    toys: Path, downloaded: Path, spoil: Callable[[Path], None], said: str
) -> None:
    before = contents(toys / "boundaries")
    spoil(downloaded)

    result = imported(toys, downloaded, "--yes")

    assert result.exit_code == 2
    assert said in result.stderr
    assert contents(toys / "boundaries") == before


def test_f11_the_cure_for_a_missing_prj_works(toys: Path, downloaded: Path) -> None:
    gone(".prj")(downloaded)

    assert imported(toys, downloaded, "--yes", "--crs", "EPSG:4326").exit_code == 0


@pytest.mark.parametrize("path", ["/vsicurl/http://127.0.0.1:1/a.shp", "http://127.0.0.1:1/a.zip"])
def test_f10_refuses_what_is_no_local_file(toys: Path, path: str) -> None:
    result = imported(toys, Path(path), "--yes")

    assert result.exit_code == 2
    assert "Error:" in result.stderr


def test_columns_can_be_named(toys: Path, tmp_path: Path) -> None:
    areas = gpd.read_file(toys / "boundaries" / "fire.shp")
    areas.rename(columns={"code": "Auth", "name": "Label"}).to_file(tmp_path / "fire.gpkg")

    refused = imported(toys, tmp_path / "fire.gpkg")
    read = imported(toys, tmp_path / "fire.gpkg", "--code-column", "Auth", "--name-column", "Label")

    assert (refused.exit_code, read.exit_code) == (2, 0)
    assert "--code-column" in refused.stderr


def test_control_characters_in_codes_are_shown_and_not_obeyed(toys: Path, tmp_path: Path) -> None:
    areas = gpd.read_file(toys / "boundaries" / "fire.shp").replace("E31000901", "E31\x1b[2J")
    areas.loc[0, "name"] = "\x1b[2JG\N{REPLACEMENT CHARACTER}yr"
    areas.to_file(tmp_path / "fire.gpkg")

    output = imported(toys, tmp_path / "fire.gpkg").output

    assert "\x1b" not in output
    assert "'\\x1b[2JG\N{REPLACEMENT CHARACTER}yr' is garbled" in output


def test_d4_invisible_characters_in_names_of_areas_are_refused(toys: Path, tmp_path: Path) -> None:
    areas = gpd.read_file(toys / "boundaries" / "fire.shp").replace("Westoy", "West\u202etoy")
    areas.to_file(tmp_path / "fire.gpkg")

    result = imported(toys, tmp_path / "fire.gpkg", "--yes")

    assert result.exit_code == 2
    assert "E31000901 holds an invisible character (RIGHT-TO-LEFT OVERRIDE) at" in result.stderr


@row(
    "F17",
    fault="names of areas longer than the 254 bytes that a Shapefile keeps",
    seen="refused: the area, how long its name is, and the limit; never cut",
)
def test_f17_a_name_too_long_for_our_files_is_refused_and_not_cut(
    toys: Path, tmp_path: Path
) -> None:
    before = contents(toys / "boundaries")
    areas = gpd.read_file(toys / "boundaries" / "fire.shp").replace("Westoy", "Gŵyr " * 43)
    areas.to_file(tmp_path / "fire.gpkg")

    result = imported(toys, tmp_path / "fire.gpkg", "--yes")

    assert result.exit_code == 2
    assert "row 1, column name: E31000901 has a name of 258 bytes, more than 254" in result.stderr
    assert contents(toys / "boundaries") == before


def test_f17_columns_are_known_by_the_short_names_that_shapefiles_leave(
    toys: Path, tmp_path: Path
) -> None:
    areas = gpd.read_file(toys / "boundaries" / "fire.shp")
    areas = areas.rename(columns={"code": "FRA_CODE_2021", "name": "FRA21NM"})
    with warnings.catch_warnings(action="ignore"):
        areas.to_file(tmp_path / "fire.shp")

    result = imported(toys, tmp_path / "fire.shp", "--code-column", "FRA_CODE_2")

    assert "Nothing to change." in result.output


def test_a_register_with_problems_does_not_stop_an_import(toys: Path, downloaded: Path) -> None:
    (toys / "data" / "figures.csv").unlink()

    result = imported(toys, downloaded, "--yes")

    assert result.exit_code == 0
    assert "The register was not compared: it has 1 problem" in result.output
