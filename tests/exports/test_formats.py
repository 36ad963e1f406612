"""Every subject in every format: opened again, compared, the same on any day."""

from dataclasses import replace

import pytest

from escwg_map.errors import NotRecorded
from escwg_map.exports.drawing import Known, draw
from escwg_map.exports.formats import FORMATS, format_of, formats_of
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.selection import Selection
from escwg_map.vocabulary import Kind, Status
from exports.opening import expected, frame, opened

LIVE = Selection(status=(Status.LIVE,), layer=Kind.FIRE)
NOTHING = Selection(q="nothing of the sort")
EVERY = [(what, each.ending) for what in SUBJECTS for each in formats_of(what)]
MAPS = [
    (what, ending)
    for what, ending in EVERY
    if SUBJECTS[what].ground and ending not in ("csv", "json", "xlsx")
]

every_file = pytest.mark.parametrize(("what", "ending"), EVERY, ids=map(".".join, EVERY))
every_map = pytest.mark.parametrize(("what", "ending"), MAPS, ids=map(".".join, MAPS))


@every_file
def test_d6_holds_the_rows_of_the_selection(known: Known, what: str, ending: str) -> None:
    export = draw(what, LIVE, known)

    assert export.rows
    assert opened(export, ending) == expected(export)


@every_file
def test_a_selection_that_finds_nothing_is_a_file_all_the_same(
    known: Known, what: str, ending: str
) -> None:
    export = replace(draw(what, NOTHING, known), rows=(), ids=(), shapes=())

    assert opened(export, ending) == []


@every_map
def test_has_the_ground_of_each_row(known: Known, what: str, ending: str) -> None:
    export = draw(what, LIVE, known)

    read = frame(export, ending)

    assert read.geometry.is_valid.all()
    assert read.bounds.to_numpy().ravel().tolist() == pytest.approx(
        [degrees for shape in export.shapes if shape for degrees in shape.bbox]
    )


@every_map
def test_a_row_without_ground_stays(known: Known, what: str, ending: str) -> None:
    export = draw(what, LIVE, known)

    read = frame(replace(export, shapes=(None, *export.shapes[1:])), ending)

    assert len(read) == len(export.rows)
    assert read.geometry.isna().tolist() == [True, *[False] * (len(read) - 1)]


@every_map
def test_is_in_degrees(known: Known, what: str, ending: str) -> None:
    assert frame(draw(what, LIVE, known), ending).crs == "EPSG:4326"


@pytest.mark.parametrize("ending", [each.ending for each in FORMATS.values() if each.is_text])
def test_text_is_written_a_row_at_a_time(known: Known, ending: str) -> None:
    export = draw("projects", LIVE, known)

    parts = list(FORMATS[ending].write(export))
    titles = [str(row[1]) for row in export.rows]

    assert len(parts) > len(export.rows)
    assert all(sum(title.encode() in part for title in titles) < 2 for part in parts)


@every_file
def test_pieces_make_up_the_file(known: Known, what: str, ending: str) -> None:
    export, format_ = draw(what, LIVE, known), FORMATS[ending]

    assert b"".join(format_.pieces(export)) == format_.body(export)


def test_pieces_are_worth_sending(known: Known) -> None:
    once = draw("areas", LIVE, known)
    times = 50
    export = replace(once, rows=once.rows * times, ids=once.ids * times, shapes=once.shapes * times)

    *pieces, last = FORMATS["geojson"].pieces(export)

    longest_row = max(map(len, FORMATS["geojson"].write(export)))
    assert pieces
    assert all(64 * 1024 <= len(piece) < 64 * 1024 + longest_row for piece in pieces)
    assert last.endswith(b"]}\n")


@every_file
def test_the_same_selection_gives_the_same_bytes(known: Known, what: str, ending: str) -> None:
    one, other = (FORMATS[ending].body(draw(what, LIVE, known)) for _ in range(2))

    assert one == other


@pytest.mark.parametrize("what", SUBJECTS)
def test_what_has_no_geometry_comes_in_four_formats(what: str) -> None:
    labels = [each.label for each in formats_of(what)]

    tables = ["CSV", "Excel workbook", "JSON", "Parquet"]
    maps = ["GeoJSON", "GeoPackage", "Shapefile", "KML"]
    assert labels == (maps + tables if SUBJECTS[what].ground else tables)


def test_an_unknown_subject_is_refused_with_what_there_is() -> None:
    with pytest.raises(NotRecorded, match="There is no export 'secrets': take projects, footpri"):
        formats_of("secrets")


def test_an_unknown_format_is_refused_with_what_there_is() -> None:
    with pytest.raises(NotRecorded, match="'gaps' cannot be had as 'docx': take csv, xlsx, json"):
        format_of("gaps", "docx")


def test_a_map_of_what_has_no_geometry_is_refused() -> None:
    with pytest.raises(NotRecorded, match="'gaps' has no geometry: take csv, xlsx, json and parq"):
        format_of("gaps", "gpkg")
