"""The register as people write it: read whole, and every slip told with its place and its cure."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from escwg_map.records.register import Register
from escwg_map.sources.register import OPTIONAL, TABLES, read_register
from escwg_map.vocabulary import Kind
from sources.slips import Slip, again, cells, encoded, missing, rows_of, text, without
from toyshire.tables import write_rows

_SAVE = "save it again as CSV, UTF-8, separated by commas"
_CODE = "write an ONS code (E23…, W15…, E31…, W25…) or an NHS code (RX8)"
_CARDIAC, _DOORS = "cardiac-arrest", "forced-entry-westoy"
_UNSEEN = "holds an invisible character"
_TOYTOWN = {"place": "Toytown", "longitude": "-1.7943", "latitude": "52.7145"}
_WHERE = "give longitude (-6 to 2) and latitude (50 to 56) in degrees, or neither"

SLIPS: dict[str, tuple[Slip, str, str]] = {
    "a file is missing": (
        missing("figures"),
        "figures.csv: is missing",
        "put figures.csv back into the data folder",
    ),
    "saved as UTF-16": (
        encoded("themes", "utf-16"),
        "themes.csv: holds a NUL at byte 4, as UTF-16 files do",
        _SAVE,
    ),
    "saved in the encoding of Windows": (
        text("schemes", "\N{EN DASH}".encode(), b"\x96"),
        "schemes.csv, row 2: is not UTF-8 at byte 61",
        _SAVE,
    ),
    "separated by semicolons": (
        text("schemes", b"id,theme,name", b"id;theme;name"),
        "schemes.csv, row 1: is separated by semicolons",
        _SAVE,
    ),
    "a quote without its end": (
        text("schemes", b"Shared HQ", b'"Shared HQ'),
        "schemes.csv, row 6: is not a well-formed CSV: unexpected end of data",
        _SAVE,
    ),
    "an empty file": (
        lambda data: (data / "themes.csv").write_bytes(b""),
        "themes.csv, row 1: has no column 'pattern'",
        "add a column 'pattern'",
    ),
    "a column under nearly its name": (
        text("partners", b"service", b"Services"),
        "partners.csv, row 1: has no column 'service'",
        "rename 'Services' to 'service'",
    ),
    "a column too many": (
        text("partners", b"role", b"role,since"),
        "partners.csv, row 1: has an unknown column 'since'",
        "keep to project, service, name, kind, role",
    ),
    "a column twice": (
        text("schemes", b"id,theme,name", b"id,theme,theme"),
        "schemes.csv, row 1: has the column 'theme' twice",
        "keep one of them",
    ),
    "a comma without quotes": (
        text("schemes", b"Shared HQ", b"Shared, HQ"),
        "schemes.csv, row 6: has 4 cells where the header has 3",
        "quote cells that hold commas, and fill short rows",
    ),
    "a blank line": (
        text("schemes", b"\r\n", b"\r\n\r\n"),
        "schemes.csv, row 2: has 0 cells where the header has 3",
        "quote cells that hold commas, and fill short rows",
    ),
    "a required cell is empty": (
        cells("projects", 2, title=""),
        "projects.csv, row 2, column title: is empty",
        "fill it",
    ),
    "a theme with a letter missing": (
        cells("projects", 2, theme="first-respons"),
        "projects.csv, row 2, column theme: 'first-respons' is not known",
        "write 'first-response', if that was meant",
    ),
    "a theme in capitals": (
        cells("projects", 2, theme="First response"),
        "projects.csv, row 2, column theme: 'First response' will not do",
        "write lower-case words joined by hyphens, such as forced-entry-essex",
    ),
    "a theme that the scheme does not belong to": (
        cells("projects", 2, theme="estates"),
        f"projects.csv, row 2, column theme: scheme '{_CARDIAC}' belongs to theme 'first-response'",
        "correct the theme or the scheme",
    ),
    "a scheme that is not known": (
        cells("projects", 4, scheme="canteens"),
        "projects.csv, row 4, column scheme: 'canteens' is not known",
        "correct it, or add it to its own table",
    ),
    "a scheme of a theme that is not known": (
        cells("schemes", 5, theme="control-room"),
        "schemes.csv, row 5, column theme: 'control-room' is not known",
        "write 'control-rooms', if that was meant",
    ),
    "a service that is not known": (
        cells("partners", 2, service="E23000904"),
        "partners.csv, row 2, column service: 'E23000904' is not known",
        "write 'E23000903', if that was meant",
    ),
    "an area that is not known": (
        cells("projects", 3, areas="E31000902;E31000909"),
        "projects.csv, row 3, column areas: 'E31000909' is not known",
        "write 'E31000903', if that was meant",
    ),
    "a code in lower case": (
        cells("projects", 2, areas="e23000903"),
        "projects.csv, row 2, column areas: 'e23000903' will not do",
        _CODE,
    ),
    "a code with a digit missing": (
        cells("services", 2, code="E2300090"),
        "services.csv, row 2, column code: 'E2300090' will not do",
        "write its official code, such as E23000012, RX8 or, for a district, E07000066",
    ),
    "a status that is not in the list": (
        cells("projects", 2, status="running"),
        "projects.csv, row 2, column status: 'running' will not do",
        "write one of live, pilot, planned, exploring or completed",
    ),
    "an end before the start": (
        cells("projects", 4, started="2016-04"),
        "projects.csv, row 4, column ended: ended 2016-03, before it started 2016-04",
        "correct started or ended",
    ),
    "a thirteenth month": (
        cells("projects", 2, started="2015-13"),
        "projects.csv, row 2, column started: '2015-13' will not do",
        "write 2015, 2015-11 or 2015-11-03",
    ),
    "a thirtieth of February": (
        cells("projects", 2, started="2015-02-30"),
        "projects.csv, row 2, column started: '2015-02-30' will not do",
        "write 2015, 2015-11 or 2015-11-03",
    ),
    "longitude and latitude swapped": (
        cells("projects", 4, longitude="52.7145", latitude="-1.7943"),
        "projects.csv, row 4, column longitude: 52.7145, -1.7943 lies outside England and Wales",
        _WHERE,
    ),
    "half of the coordinates": (
        cells("projects", 4, latitude=""),
        "projects.csv, row 4, column longitude: one of longitude and latitude is empty",
        _WHERE,
    ),
    "coordinates of nowhere": (
        cells("projects", 4, place=""),
        "projects.csv, row 4, column place: has coordinates but names no place",
        "name the place, or leave longitude and latitude empty",
    ),
    "coordinates with the sign of degrees": (
        cells("projects", 5, **_TOYTOWN | {"longitude": "-1.8°"}),
        "projects.csv, row 5, column longitude: '-1.8°' will not do",
        "write a number in whole units, with no sign and no commas",
    ),
    "a figure in words": (
        cells("figures", 2, value="a dozen"),
        "figures.csv, row 2, column value: 'a dozen' will not do",
        "write a number in whole units, with no sign and no commas",
    ),
    "a figure that is no number": (
        cells("figures", 2, value="nan"),
        "figures.csv, row 2, column value: 'nan' will not do",
        "write a number",
    ),
    "a figure that says nothing": (
        cells("figures", 2, value=""),
        "figures.csv, row 2, column value: holds neither a value nor a value_text",
        "fill one of the two",
    ),
    "a figure with a unit of its own": (
        cells("figures", 5, unit="£"),
        "figures.csv, row 5, column unit: '£' will not do",
        "write GBP or lower-case words joined by underscores",
    ),
    "page 0": (
        cells("projects", 2, pages="0"),
        "projects.csv, row 2, column pages: '0' will not do",
        "write a number that is not too small",
    ),
    "page 91": (
        cells("figures", 2, page="91"),
        "figures.csv, row 2, column page: '91' will not do",
        "write a page of the overview, 1 to 90",
    ),
    "a page in words": (
        cells("projects", 2, pages="seven"),
        "projects.csv, row 2, column pages: 'seven' will not do",
        "write a whole number",
    ),
    "an id twice": (
        again("projects", 5, title="Two headquarters"),
        "projects.csv, row 6, column id: 'shared-hq-midtoy' stands 2 times",
        "give each row its own",
    ),
    "a code twice": (
        again("services", 2),
        "services.csv, row 2, column code: 'E23000901' stands 2 times",
        "give each row its own",
    ),
    "a district twice": (
        again("districts", 13),
        "districts.csv, row 14, column code: 'E07990231' stands 2 times",
        "give each row its own",
    ),
    "a project without a partner": (
        without("partners", project="shared-hq-midtoy"),
        "projects.csv, row 5, column id: 'shared-hq-midtoy' has no partner",
        "add its partners to partners.csv",
    ),
    "a partner of another kind than its code": (
        cells("partners", 3, kind="fire"),
        "partners.csv, row 3, column kind: kind 'fire' does not go with service 'RZ1'",
        "write the kind of the code; without a code: council, health, pcc, charity, other",
    ),
    "a partner of a project that is not known": (
        cells("partners", 2, project="cardiac-arrest-southtown"),
        "partners.csv, row 2, column project: 'cardiac-arrest-southtown' is not known",
        "write 'cardiac-arrest-southtoy', if that was meant",
    ),
    "a partner twice": (
        again("partners", 8),
        f"partners.csv, row 12, column name: 'Toytown Council' is a partner of '{_DOORS}' twice",
        "keep one row",
    ),
    "a figure of a project that is not known": (
        cells("figures", 4, project="forced-entry-essex"),
        "figures.csv, row 4, column project: 'forced-entry-essex' is not known",
        "write 'forced-entry-westoy', if that was meant",
    ),
    "a project related to itself": (
        cells("projects", 5, related="shared-hq-midtoy"),
        "projects.csv, row 5, column related: 'shared-hq-midtoy' is not known",
        "correct it, or add it to its own table",
    ),
    "a project related to one that is not known": (
        cells("projects", 4, related="shared-hq-midtown"),
        "projects.csv, row 4, column related: 'shared-hq-midtown' is not known",
        "write 'shared-hq-midtoy', if that was meant",
    ),
    "yes for true": (
        cells("projects", 2, pages_inferred="yes"),
        "projects.csv, row 2, column pages_inferred: 'yes' is neither true nor false",
        "write true or false",
    ),
    "a character of no width": (
        cells("projects", 2, title="Cardiac\u200barrests"),
        f"projects.csv, row 2, column title: {_UNSEEN} (ZERO WIDTH SPACE) at position 8",
        "delete it",
    ),
    "a service of another kind than its code": (
        cells("services", 5, kind="police"),
        "services.csv, row 5, column kind: 'police' does not go with code E31000901",
        "write fire, or correct the code",
    ),
    "a district of a fire service that is not known": (
        cells("districts", 2, fire_code="E31000999"),
        "districts.csv, row 2, column fire_code: 'E31000999' is not known",
        "write 'E31000903', if that was meant",
    ),
    "a district of a fire service that is a police force": (
        cells("districts", 2, fire_code="E23000903"),
        "districts.csv, row 2, column fire_code: 'E23000903' is not known",
        "write 'E31000903', if that was meant",
    ),
    "fewer people than none": (
        cells("districts", 2, population_2011="-1"),
        "districts.csv, row 2, column population_2011: '-1' will not do",
        "write a number that is not too small",
    ),
    "a district with half a place": (
        cells("districts", 2, latitude=""),
        "districts.csv, row 2, column longitude: one of longitude and latitude is empty",
        _WHERE,
    ),
    "half a person": (
        cells("districts", 2, population_2011="999.5"),
        "districts.csv, row 2, column population_2011: '999.5' will not do",
        "write a whole number",
    ),
    "a colour by its name": (
        cells("themes", 2, colour="brown"),
        "themes.csv, row 2, column colour: 'brown' will not do",
        "write a colour such as #1d70b8",
    ),
    "a pattern that nobody has drawn": (
        cells("themes", 2, pattern="tartan"),
        "themes.csv, row 2, column pattern: 'tartan' will not do",
        "write one of solid, dots, diagonal, crosshatch, horizontal, vertical or rings",
    ),
}


REQUIRED = [table for table in TABLES if table not in OPTIONAL]


@pytest.fixture
def data(toyshire: Path, tmp_path: Path) -> Path:
    """Toyshire's data folder, for one test to spoil."""
    return Path(shutil.copytree(toyshire / "data", tmp_path / "data"))


@pytest.mark.parametrize(("slip", "found", "cure"), SLIPS.values(), ids=SLIPS)
def test_tells_a_slip_with_its_place_and_its_cure(
    data: Path, slip: Slip, found: str, cure: str
) -> None:
    slip(data)

    _, problems = read_register(data)

    assert f"{found}. To mend it: {cure}." in [str(problem) for problem in problems]


def test_toyshire_has_no_problems(data: Path) -> None:
    register, problems = read_register(data)

    assert problems == []
    assert {table: len(getattr(register, table)) for table in REQUIRED} == {
        "themes": 7,
        "schemes": 5,
        "services": 8,
        "districts": 12,
        "projects": 4,
        "partners": 10,
        "figures": 5,
    }


def test_every_table_is_a_field_of_the_register() -> None:
    assert set(TABLES) == set(Register.model_fields)


def test_tells_every_slip_at_once(data: Path) -> None:
    for slip in (cells("projects", 2, status="running"), cells("projects", 5, pages="0")):
        slip(data)

    _, problems = read_register(data)

    assert [(problem.row, problem.column) for problem in problems] == [(2, "status"), (5, "pages")]


def test_leaves_out_a_bad_row_and_keeps_the_others(data: Path) -> None:
    cells("projects", 2, status="running")(data)

    register, _ = read_register(data)

    assert [project.id for project in register.projects] == [
        *("co-responding-eastoy", "forced-entry-westoy", "shared-hq-midtoy")
    ]


def test_does_not_blame_the_rows_that_point_to_a_bad_one(data: Path) -> None:
    cells("projects", 2, status="running")(data)

    _, problems = read_register(data)

    assert {problem.file for problem in problems} == {"projects.csv"}


def test_shows_no_more_of_a_long_cell_than_a_line_holds(data: Path) -> None:
    cells("projects", 2, started="2015 " * 40)(data)

    _, problems = read_register(data)

    assert problems[0].message == f"'{('2015 ' * 12)}…' will not do"


def test_a_register_may_do_without_some_tables(data: Path) -> None:
    for table in OPTIONAL:
        (data / f"{table}.csv").unlink(missing_ok=True)

    _, problems = read_register(data)

    assert problems == []


def test_districts_may_do_without_a_place(data: Path) -> None:
    rows = rows_of(data / "districts.csv")
    bare = [{c: row[c] for c in row if c not in ("longitude", "latitude")} for row in rows]
    write_rows(data / "districts.csv", bare)

    register, problems = read_register(data)

    assert problems == []
    assert {district.longitude for district in register.districts} == {None}


def test_a_table_that_is_there_is_read_whether_it_must_be_or_not(data: Path) -> None:
    for table in OPTIONAL:
        (data / f"{table}.csv").write_bytes(b"colour\r\nred\r\n")

    _, problems = read_register(data)

    assert {problem.file for problem in problems} == {f"{table}.csv" for table in OPTIONAL}


def test_a_folder_with_nothing_in_it_lacks_every_required_table(tmp_path: Path) -> None:
    register, problems = read_register(tmp_path)

    assert [problem.file for problem in problems] == [f"{table}.csv" for table in REQUIRED]
    assert register == Register()


@pytest.fixture(scope="module")
def shipped_register(shipped: Path) -> Register:
    """The register that we ship."""
    register, problems = read_register(shipped.parent / "data")
    assert problems == []
    return register


def test_the_shipped_register_has_every_service(shipped_register: Register) -> None:
    kinds = Counter(service.kind for service in shipped_register.services)

    assert kinds == {Kind.POLICE: 43, Kind.FIRE: 48, Kind.AMBULANCE: 12}


def test_the_shipped_districts_hold_everybody_of_2011(shipped_register: Register) -> None:
    # The 2011 Census counted 56,075,912 usual residents in England and Wales.
    people = sum(district.population_2011 for district in shipped_register.districts)

    assert len(shipped_register.districts) == 348
    assert people == 56_075_912
