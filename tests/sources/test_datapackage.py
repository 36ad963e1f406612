"""The data package: what another program is told of the register, checked by such a program."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from escwg_map import __version__
from escwg_map.records.row import Row
from escwg_map.settings import beside_the_package
from escwg_map.sources.datapackage import FILE, LICENCE, descriptor
from escwg_map.sources.register import TABLES
from escwg_map.wording import ATTRIBUTION
from sources.closed_lists import words_of_column
from sources.slips import Slip, again, cells

COLUMNS = [(table, column) for table, record in TABLES.items() for column in record.columns()]

SLIPS: dict[str, tuple[Slip, str, str]] = {
    "a theme that is not known": (
        cells("projects", 2, theme="first-respond"),
        "projects",
        "foreign-key",
    ),
    "a scheme of no theme": (cells("schemes", 2, theme="first-respond"), "schemes", "foreign-key"),
    "a partner of no project": (cells("partners", 2, project="nowhere"), "partners", "foreign-key"),
    "a partner that is no service": (
        cells("partners", 2, service="RX0"),
        "partners",
        "foreign-key",
    ),
    "a district of no force": (
        cells("districts", 2, police_code="E23000099"),
        "districts",
        "foreign-key",
    ),
    "a leader of no service": (cells("leaders", 2, area="RX0"), "leaders", "foreign-key"),
    "a commitment of nobody": (
        cells("commitments", 2, agreement="nowhere"),
        "commitments",
        "foreign-key",
    ),
    "a line of the index for nobody": (
        cells("service_index", 2, service="RX0"),
        "service_index",
        "foreign-key",
    ),
    "a difference for nobody": (
        cells("index_differences", 2, service="RX0"),
        "index_differences",
        "foreign-key",
    ),
    "an id twice": (again("national", 2, title="Another"), "national", "primary-key"),
    "an empty title": (cells("projects", 2, title=""), "projects", "constraint-error"),
    "a word of no list": (cells("projects", 2, status="running"), "projects", "constraint-error"),
    "a benefit of no list": (
        cells("projects", 2, benefits="savings;luck"),
        "projects",
        "constraint-error",
    ),
    "a list with commas": (cells("projects", 2, pages="8,9"), "projects", "constraint-error"),
    "a date of a spreadsheet": (
        cells("projects", 2, started="Nov-15"),
        "projects",
        "constraint-error",
    ),
    "a place in the sea": (
        cells("projects", 2, place="Atlantis", longitude="-30", latitude="52"),
        "projects",
        "constraint-error",
    ),
    "a page past the last": (cells("figures", 2, page="91"), "figures", "constraint-error"),
    "a figure of text": (cells("figures", 2, value="1.5m"), "figures", "type-error"),
    "yes for true": (cells("projects", 2, pages_inferred="yes"), "projects", "type-error"),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of what we ship, for one test to spoil."""
    return Path(shutil.copytree(beside_the_package("data"), tmp_path / "data"))


def faults(folder: Path) -> list[tuple[str, str]]:
    """What the validator says of a data folder: tables and types of fault."""
    report = Package(str(folder / FILE)).validate()
    return [(task.name, error.type) for task in report.tasks for error in task.errors] + [
        ("", error.type) for error in report.errors
    ]


def resource(table: str) -> dict[str, Any]:
    return next(each for each in descriptor()["resources"] if each["name"] == table)


def field(table: str, column: str) -> dict[str, Any]:
    fields: list[dict[str, Any]] = resource(table)["schema"]["fields"]
    return next(each for each in fields if each["name"] == column)


def test_what_we_ship_is_valid() -> None:
    assert faults(beside_the_package("data")) == []


@pytest.mark.parametrize(("slip", "table", "fault"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_found(data: Path, slip: Slip, table: str, fault: str) -> None:
    slip(data)

    assert set(faults(data)) == {(table, fault)}


def test_a_missing_file_is_found(data: Path) -> None:
    (data / "figures.csv").unlink()

    assert faults(data) == [("figures", "scheme-error")]


def test_describes_every_table_in_its_order() -> None:
    assert [each["path"] for each in descriptor()["resources"]] == [f"{t}.csv" for t in TABLES]


@pytest.mark.parametrize("record", TABLES.values(), ids=TABLES)
def test_columns_stand_in_the_order_of_the_model(record: type[Row]) -> None:
    table = next(name for name, model in TABLES.items() if model is record)

    assert [f["name"] for f in resource(table)["schema"]["fields"]] == list(record.columns())


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_has_to_be_filled_where_the_model_has_no_default(table: str, column: str) -> None:
    required = field(table, column).get("constraints", {}).get("required", False)

    assert required == TABLES[table].model_fields[column].is_required()


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_closed_list_has_the_words_of_the_model(table: str, column: str) -> None:
    limits = field(table, column).get("constraints", {})
    words = words_of_column(TABLES[table], column)

    assert set(limits.get("enum", ())) == (set() if column == "benefits" else words)


@pytest.mark.parametrize("column", ["areas", "benefits", "pages", "related"])
def test_a_list_says_how_it_is_separated(column: str) -> None:
    assert "A list, separated by ';'." in field("projects", column)["description"]


def test_says_why_a_figure_points_at_no_one_table() -> None:
    assert "foreignKeys" not in resource("figures")["schema"]
    assert "one of three tables" in field("figures", "project")["description"]


def test_has_the_version_of_the_project() -> None:
    assert descriptor()["version"] == __version__


def test_the_register_is_facts_from_a_public_document_in_our_words() -> None:
    assert [licence["title"] for licence in descriptor()["licenses"]] == [LICENCE]


@pytest.mark.parametrize("table", ["districts", "services"])
def test_official_codes_are_under_the_open_government_licence(table: str) -> None:
    licences = {licence["name"] for licence in resource(table)["licenses"]}

    assert "OGL-UK-3.0" in licences
    assert ATTRIBUTION in resource(table)["description"]
