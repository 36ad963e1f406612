"""What each format carries beside the rows: the metadata, fixed dates, harmless texts."""

import csv
import io
import json
import re
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pyogrio
import pytest
from pyarrow import parquet

from escwg_map.errors import NotRecorded
from escwg_map.exports.columns import Holds
from escwg_map.exports.drawing import Known, draw
from escwg_map.exports.export import Export
from escwg_map.exports.formats import FORMATS
from escwg_map.exports.meanings import columns_of
from escwg_map.exports.shapefile import SHORT_NAMES
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.selection import Selection
from exports.opening import expected, opened
from reliability.catalogue import row

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "]]><x>", "<b>&amp;</b>", "_x0041_", 'a;"b",\n')
KML = {"kml": "http://www.opengis.net/kml/2.2"}


@pytest.fixture(scope="module")
def areas(known: Known) -> Export:
    """The areas of a selection whose words are an attack."""
    return draw("areas", Selection(q="]]><script>=1+1"), known)


@pytest.fixture(scope="module")
def projects(known: Known) -> Export:
    """All projects, as points."""
    return draw("projects", Selection(), known)


def parsed(export: Export) -> ElementTree.Element:
    return ElementTree.fromstring(FORMATS["kml"].body(export))  # noqa: S314 - we wrote it


def members(export: Export) -> ZipFile:
    return ZipFile(io.BytesIO(FORMATS["shp.zip"].body(export)))


def written(export: Export, ending: str, folder: Path) -> Path:
    path = folder / f"export.{ending}"
    path.write_bytes(FORMATS[ending].body(export))
    return path


def named(export: Export, texts: tuple[str, ...]) -> Export:
    """Give the rows other names, one a text."""
    place = export.table.columns.index("name")
    first = export.rows[0]
    rows = tuple((*first[:place], text, *first[place + 1 :]) for text in texts)
    return replace(export, rows=rows, ids=texts, shapes=tuple(export.shapes[0] for _ in texts))


def test_d1_geojson_carries_the_metadata_in_a_member(areas: Export) -> None:
    assert json.loads(FORMATS["geojson"].body(areas))["metadata"] == areas.metadata


def test_d1_json_carries_the_metadata_in_a_member(areas: Export) -> None:
    read = json.loads(FORMATS["json"].body(areas))

    assert read["metadata"] == areas.metadata
    assert read["rows"][0]["themes"] == []


def test_d1_a_geopackage_carries_the_metadata_of_its_layer(areas: Export, tmp_path: Path) -> None:
    path = written(areas, "gpkg", tmp_path)

    assert pyogrio.list_layers(path).tolist() == [["areas", "MultiPolygon"]]
    carried = pyogrio.read_info(path)["layer_metadata"]
    assert areas.metadata.items() <= carried.items()


def test_d1_a_workbook_carries_the_metadata_on_a_sheet(areas: Export) -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].body(areas)))

    assert book.sheetnames == ["areas", "About"]
    facts = {str(name).lower(): text for name, text, *_ in book["About"].values}
    assert areas.metadata.items() <= facts.items()


def test_o9_a_workbook_hides_nothing_and_names_nobody(areas: Export) -> None:
    body = FORMATS["xlsx"].body(areas)
    book = openpyxl.load_workbook(io.BytesIO(body))
    with ZipFile(io.BytesIO(body)) as archive:
        everything = b"".join(map(archive.read, archive.namelist())).decode()

    assert {sheet.sheet_state for sheet in book.worksheets} == {"visible"}
    # A filter is kept as a name of the sheet, by all spreadsheets.
    named = set(re.findall(r'<definedName name="([^"]*)"', everything))
    assert named <= {"_xlnm._FilterDatabase"}
    assert not re.search(r"creator|lastModifiedBy|<hyperlink|/tmp/|/home/", everything)


def test_o9_a_text_that_a_cell_cannot_hold_is_refused_and_not_cut(areas: Export) -> None:
    with pytest.raises(
        NotRecorded, match=r"32,768 characters is too long .* take CSV or JSON instead"
    ):
        FORMATS["xlsx"].body(named(areas, ("x" * 32_768,)))


def test_a_workbook_says_what_its_columns_mean(areas: Export) -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].body(areas)))

    lines = list(book["About"].values)
    assert ("people", "whole number", "Residents at the 2011 Census.") in lines


def test_d1_a_parquet_file_carries_the_metadata(areas: Export, tmp_path: Path) -> None:
    carried = parquet.read_metadata(written(areas, "parquet", tmp_path)).metadata

    assert {key: carried[key.encode()].decode() for key in areas.metadata} == areas.metadata


def test_a_geoparquet_file_is_one(areas: Export, tmp_path: Path) -> None:
    carried = parquet.read_metadata(written(areas, "parquet", tmp_path)).metadata

    geo = json.loads(carried[b"geo"])
    assert geo["columns"][geo["primary_column"]]["geometry_types"] == ["MultiPolygon"]


def test_d1_kml_carries_the_metadata_as_its_description(areas: Export) -> None:
    said = parsed(areas).findtext("kml:Document/kml:description", "", KML)

    assert "<br>Selection: with the words “]]&gt;&lt;script&gt;=1+1”<br>" in said
    assert areas.metadata["caution"] in said


def test_d1_a_shapefile_comes_with_a_readme_of_the_metadata(areas: Export) -> None:
    said = members(areas).read("README.txt").decode()

    assert all(text in said for text in areas.metadata.values())


def test_a_shapefile_has_all_its_parts(areas: Export) -> None:
    archive = members(areas)

    parts = {f"areas.{part}" for part in ("shp", "shx", "dbf", "prj", "cpg")}
    assert set(archive.namelist()) == parts | {"README.txt"}
    assert archive.read("areas.cpg") == b"UTF-8"
    assert b"WGS_1984" in archive.read("areas.prj")


@pytest.mark.parametrize("what", [name for name, each in SUBJECTS.items() if each.ground])
def test_the_readme_of_a_shapefile_lists_its_fields(
    known: Known, what: str, tmp_path: Path
) -> None:
    export = draw(what, Selection(), known)
    fields = pyogrio.read_info(written(export, "shp.zip", tmp_path))["fields"].tolist()

    lines = members(export).read("README.txt").decode().splitlines()
    listed = [line.split()[:2] for line in lines[lines.index("") + 3 :] if line]
    names = [column.name for column in export.columns]
    assert listed[: len(fields)] == [list(pair) for pair in zip(fields, names, strict=True)]


@pytest.mark.parametrize("what", [name for name, each in SUBJECTS.items() if each.ground])
def test_the_fields_of_a_shapefile_have_ten_characters_at_most(known: Known, what: str) -> None:
    names = [column.name for column in draw(what, Selection(), known).columns]

    short = [SHORT_NAMES.get(name, name) for name in names]
    assert len(set(short)) == len(short)
    assert max(map(len, short)) <= 10


def test_a_text_too_long_for_a_shapefile_is_cut_and_the_readme_says_so(areas: Export) -> None:
    export = named(areas, ("Gŵyr " * 60,))

    (row,) = opened(export, "shp.zip")
    assert (len(row["name"].encode()), row["name"][-6:]) == (254, "ŵyr...")
    readme = members(export).read("README.txt").decode()
    assert "end in three dots here (name);" in readme


@pytest.mark.parametrize("ending", ["geojson", "gpkg", "json", "kml", "parquet", "shp.zip"])
def test_o4_hostile_texts_are_texts(areas: Export, ending: str) -> None:
    export = named(areas, tuple(text.strip() for text in HOSTILE))

    assert opened(export, ending) == expected(export)


@row(
    "O1",
    fault="a text begins as a formula does",
    seen="an apostrophe in a CSV, which reading takes away; a text in a workbook",
    elsewhere="pandas writes =1+1 as it is (measured); OWASP ASVS 1.2.10",
)
def test_o1_csv_makes_formulas_harmless(areas: Export) -> None:
    read = opened(named(areas, HOSTILE), "csv")

    assert [row["name"] for row in read[:5]] == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "]]><x>"]


def test_csv_is_the_rows_and_nothing_else(areas: Export) -> None:
    body = FORMATS["csv"].body(areas)

    first, *rest = csv.reader(io.StringIO(body.decode(), newline=""))
    assert (first, len(rest)) == (list(areas.table.columns), 3)


def test_o1_a_workbook_has_texts_where_a_formula_could_be(areas: Export) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(FORMATS["xlsx"].body(named(areas, tuple(t.strip() for t in HOSTILE))))
    )

    cells = [row[2] for row in book["areas"].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells[:5]] == [True, True, True, True, False]
    assert [cell.value for cell in cells[:6]] == list(HOSTILE[:6])


def test_a_workbook_has_numbers_where_there_are_numbers(areas: Export) -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].body(areas)))

    names = [cell.value for cell in book["areas"][1]]
    assert book["areas"].cell(2, names.index("people") + 1).value == 8000
    assert book["areas"].cell(2, names.index("recorded") + 1).value is False


def test_the_members_of_a_zip_have_the_first_date_that_there_is(areas: Export) -> None:
    workbook = ZipFile(io.BytesIO(FORMATS["xlsx"].body(areas)))

    members_ = [*members(areas).infolist(), *workbook.infolist()]
    assert {member.date_time for member in members_} == {(1980, 1, 1, 0, 0, 0)}
    assert b"T" not in workbook.read("docProps/core.xml").split(b"/package/2006/")[1]


def test_a_shapefile_has_the_date_of_the_overview(areas: Export) -> None:
    # The table's header has the year since 1900, the month and the day after its first byte.
    assert tuple(members(areas).read("areas.dbf")[1:4]) == (116, 1, 1)


def test_o8_a_geopackage_has_the_date_of_the_overview(areas: Export, tmp_path: Path) -> None:
    with sqlite3.connect(written(areas, "gpkg", tmp_path)) as database:
        changed = database.execute("SELECT last_change FROM gpkg_contents").fetchall()
        described = database.execute("SELECT timestamp FROM gpkg_metadata_reference").fetchall()

    assert {day[:10] for (day,) in changed + described} == {"2016-01-01"}


def test_names_placemarks_as_people_do(known: Known) -> None:
    names = parsed(draw("overlaps", Selection(), known)).iterfind(".//kml:Placemark/kml:name", KML)

    assert next(names).text == "Northtoy Police and Northtoy Fire"


def test_lists_are_text_where_a_cell_holds_one_value() -> None:
    listed = [c.name for c in columns_of("projects") if c.holds is Holds.LIST]

    assert listed == ["areas", "partners", "benefits", "pages", "area_names", "related"]


def test_nothing_is_left_in_the_temporary_folder(
    projects: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    for each in FORMATS.values():
        assert each.body(projects)
    assert list(tmp_path.iterdir()) == []
