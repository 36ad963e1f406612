"""The files of the register and the boundaries, as people take them away."""

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from escwg_map.publish.publication import Publication
from escwg_map.publish.register_files import register_files
from escwg_map.records.register import Register
from escwg_map.settings import Settings
from escwg_map.sources.register import OPTIONAL, TABLES, read_register


@pytest.fixture(scope="module")
def register(settings: Settings) -> Register:
    """Toyshire's register."""
    return read_register(settings.data)[0]


@pytest.fixture(scope="module")
def files(register: Register, settings: Settings) -> dict[str, bytes]:
    """Its files."""
    return register_files(register, settings.data, settings.boundaries)


def unpacked(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(files[f"register/{name}"])) as archive:
        return {member: archive.read(member) for member in archive.namelist()}


def test_every_table_is_a_file(files: dict[str, bytes]) -> None:
    tables = {path for path in files if path.endswith(".csv")}

    assert tables == {f"register/{name}.csv" for name in TABLES}


def test_a_table_reads_back_as_the_same_records(
    files: dict[str, bytes], register: Register
) -> None:
    text = io.StringIO(files["register/projects.csv"].decode(), newline="")

    assert [row["id"] for row in csv.DictReader(text)] == [p.id for p in register.projects]


def test_the_package_holds_the_tables_and_their_description(files: dict[str, bytes]) -> None:
    package = unpacked(files, "register.zip")

    described = json.loads(package["datapackage.json"])["resources"]
    assert {each["path"] for each in described} == package.keys() - {"datapackage.json"}
    assert package["projects.csv"] == files["register/projects.csv"]


def test_tables_that_a_register_does_without_are_not_described(
    register: Register, settings: Settings
) -> None:
    smaller = register.model_copy(update=dict.fromkeys(OPTIONAL, ()))

    files = register_files(smaller, settings.data, settings.boundaries)

    described = json.loads(files["register/datapackage.json"])["resources"]
    assert {each["name"] for each in described} == TABLES.keys() - OPTIONAL
    assert "register/leaders.csv" not in files


def test_the_workbook_has_a_sheet_for_each_table(files: dict[str, bytes]) -> None:
    book = load_workbook(io.BytesIO(files["register/register.xlsx"]), read_only=True)

    assert set(TABLES) <= set(book.sheetnames)
    book.close()


def test_a_register_that_no_spreadsheet_can_hold_has_no_workbook(
    register: Register, settings: Settings
) -> None:
    long = register.projects[0].model_copy(update={"notes": "long " * 10_000})
    unwritable = register.model_copy(update={"projects": (long, *register.projects[1:])})

    files = register_files(unwritable, settings.data, settings.boundaries)

    assert "register/register.xlsx" not in files
    assert "register/projects.csv" in files


def test_the_boundaries_carry_their_attribution(
    files: dict[str, bytes], settings: Settings
) -> None:
    boundaries = unpacked(files, "boundaries.zip")

    assert b"Office for National Statistics" in boundaries["ATTRIBUTION.txt"]
    shape = settings.boundaries / "fire.shp"
    assert boundaries["fire.shp"] == shape.read_bytes()


def test_a_note_to_readers_goes_along(
    register: Register, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "README.md").write_text("About Toyshire", encoding="utf-8")

    files = register_files(register, tmp_path, settings.boundaries)

    assert unpacked(files, "register.zip")["README.md"] == b"About Toyshire"


def test_the_same_register_gives_the_same_bytes(
    files: dict[str, bytes], register: Register, settings: Settings
) -> None:
    assert register_files(register, settings.data, settings.boundaries) == files


def test_they_are_published(files: dict[str, bytes], publication: Publication) -> None:
    published = {path for path in publication.digests if path.startswith("register/")}

    assert published == files.keys()


def test_sound_boundaries_leave_no_remarks(publication: Publication) -> None:
    assert publication.remarks == ()
