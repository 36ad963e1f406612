"""Every bad file of part F given to the real command: refused in words, cheaply, all intact."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reliability.catalogue import row
from reliability.measured import Ran, run
from reliability.worst_files import WORST_FILES, WorstFile, faults, made_toyshire
from reliability.worst_tables import renamed

Refused = Callable[[str], None]

_PATIENCE = 60
"""Seconds that the clock may take where tests run beside each other."""


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Toyshire, as a user has it."""
    return made_toyshire(tmp_path_factory.mktemp("land"))


@pytest.fixture
def refused(land: Path, tmp_path: Path) -> Refused:
    """Give all files of a row to the command, and expect of each what the table says."""

    def give(number: str) -> None:
        found: dict[str, list[str]] = {}
        for place, worst in enumerate(each for each in WORST_FILES if each.row == number):
            folder = tmp_path / str(place) / "file"
            folder.mkdir(parents=True)
            _, found[worst.what] = faults(worst, land, folder, patience=_PATIENCE)
        assert found
        assert {what: wrong for what, wrong in found.items() if wrong} == {}

    return give


@row(
    "F1",
    fault="a workbook of 2 kB has one cell at the far corner of its sheet",
    seen="refused before any table of that size is made: how far the sheet reaches, and the limit",
    elsewhere="the reader's library ends the whole process for want of memory "
    "(tafia/calamine#428, ToucanToco/fastexcel#487)",
)
def test_f1_a_cell_at_the_far_end_of_a_sheet_is_refused(refused: Refused) -> None:
    refused("F1")


@row(
    "F2",
    fault="the list of texts claims to hold 400,000,000,000 of them",
    seen="refused: the claim, and to save the workbook again",
    elsewhere="room is made for as many as are claimed, which ends the process "
    "(tafia/calamine#684)",
)
def test_f2_a_claim_of_endless_texts_is_refused(refused: Refused) -> None:
    refused("F2")


@row(
    "F3",
    fault="a small workbook unpacks to hundreds of megabytes",
    seen="refused by what it declares, by what comes out, and by what its cells repeat",
    elsewhere="a file of 465 kB took 699 MB to read (measured); OWASP ASVS 5.2.3 asks for a limit",
)
def test_f3_a_workbook_that_swells_is_refused(refused: Refused) -> None:
    refused("F3")


@row(
    "F4",
    fault="members of a zip lie on each other, hold zips, come twice, or are 10,000",
    seen="refused: what is wrong with which member; sizes are counted, not believed",
    elsewhere="42 kB become 5.5 GB where the directory is trusted (Fifield, A better zip bomb)",
)
def test_f4_a_zip_bomb_is_refused(refused: Refused) -> None:
    refused("F4")


@row(
    "F5",
    fault="a member of a zip is named so that it would be written elsewhere",
    seen="refused: the member by name; nothing is written anywhere",
    elsewhere="path traversal by names from outside, as in pygeoapi (CVE-2026-42352)",
)
def test_f5_a_member_that_would_lie_outside_is_refused(refused: Refused) -> None:
    refused("F5")


@row("F6", fault="entities in a workbook's XML unfold to gigabytes", seen="refused, none unfolded")
def test_f6_entities_are_refused(refused: Refused) -> None:
    refused("F6")


@row("F7", fault="a cell says that it stands where no cell can", seen="refused: the place, the row")
def test_f7_a_place_that_is_none_is_refused(refused: Refused) -> None:
    refused("F7")


@row(
    "F8",
    fault="another kind of file is named .xlsx or .csv",
    seen="refused by its content: what it is, and how to save an .xlsx",
)
def test_f8_other_kinds_of_file_are_refused_by_their_content(refused: Refused) -> None:
    refused("F8")


@row(
    "F9",
    fault="a text that sends GDAL to another file or server is named as a map",
    seen="refused: its content is not that of the kind; nothing else is opened or asked",
    elsewhere="GDAL believes content, not names, and opens a VRT under any name (measured)",
)
def test_f9_a_vrt_under_another_name_is_refused(refused: Refused) -> None:
    refused("F9")


@row(
    "F10",
    fault="an address is given where a file is wanted",
    seen="refused: a local file is wanted; no server is asked",
    elsewhere="geopandas fetches addresses by design (geopandas PR#531)",
)
def test_f10_an_address_is_refused(refused: Refused) -> None:
    refused("F10")


@row(
    "F11",
    fault="a Shapefile comes without a .prj, or with one that says nothing",
    seen="refused: its system is unknown, --crs cures it; what was asked for is told as a remark",
    elsewhere="no system, and no warning (measured with geopandas)",
)
def test_f11_an_unknown_coordinate_system_is_refused(refused: Refused) -> None:
    refused("F11")


@row(
    "F12",
    fault="the coordinate system is another than the file says, or axes are swapped",
    seen="refused: the box of the file, and Great Britain's, in its system",
    elsewhere="metres labelled as degrees are accepted without a word (measured with geopandas)",
)
def test_f12_ground_outside_great_britain_is_refused(refused: Refused) -> None:
    refused("F12")


@row(
    "F13",
    fault="the encoding of names is not stated, or stated wrongly",
    seen="guessed where the guess proves itself; else refused with the names that came out wrong",
    elsewhere="Gŵyr is read as GÅµyr (OSGeo/gdal#2045, Toblerity/Fiona#455)",
)
def test_f13_names_in_the_wrong_encoding_are_refused(refused: Refused) -> None:
    refused("F13")


@row(
    "F14",
    fault="a part of a Shapefile is missing, cut, or of another file",
    seen="refused: the part by name, or the number of records in each",
)
def test_f14_a_shapefile_with_a_bad_part_is_refused(refused: Refused) -> None:
    refused("F14")


@row(
    "F15",
    fault="a .shp is cut short",
    seen="refused: the first feature that is not whole",
    elsewhere="the last shape is lost without a word (measured with GDAL)",
)
def test_f15_a_shapefile_that_was_cut_is_refused(refused: Refused) -> None:
    refused("F15")


@row(
    "F16",
    fault="a zip holds two layers, or none",
    seen="refused: the layers by name, and --source-layer to choose",
    elsewhere="the first one is taken (measured with geopandas)",
)
def test_f16_a_zip_with_two_layers_or_none_is_refused(refused: Refused) -> None:
    refused("F16")


@row(
    "F18",
    fault="shapes cross themselves, are empty, mixed, or have heights",
    seen="mended and told where the area hardly changes; else refused with the area's code",
)
def test_f18_shapes_are_mended_or_refused(refused: Refused) -> None:
    refused("F18")


@row(
    "F19",
    fault="over four million vertices, or fifty thousand polygons",
    seen="refused over the limit, before anything is laid over anything",
)
def test_f19_too_much_detail_is_refused(refused: Refused) -> None:
    refused("F19")


@row(
    "F20",
    fault="two areas of a layer overlap, or leave a gap",
    seen="told with both codes and the ground in km² before the question whether to write",
)
def test_f20_overlaps_and_gaps_are_told(refused: Refused) -> None:
    refused("F20")


@row(
    "F21",
    fault="a CSV in another encoding, with another separator, or not whole",
    seen="UTF-8 is read with or without its mark; all else is told by its line or byte",
)
def test_f21_a_csv_that_is_not_well_formed_is_refused(refused: Refused) -> None:
    refused("F21")


@row(
    "F22",
    fault="headings are missing, doubled, misspelt, merged, or stand in two rows",
    seen="any order is read; else what is missing, and which heading was probably meant",
    elsewhere="columns are taken by their place, or by the first of two names",
)
def test_f22_headings_that_are_wrong_are_told(refused: Refused) -> None:
    refused("F22")


@row(
    "F23",
    fault="a spreadsheet turned texts into numbers, dates, truths or errors",
    seen="each cell by sheet, row and column, with what the spreadsheet made of it; never a guess",
    elsewhere="numbers arrive as floats and dates as serials (measured with common readers)",
)
def test_f23_what_a_spreadsheet_did_by_itself_is_told_cell_by_cell(refused: Refused) -> None:
    refused("F23")


@row(
    "F24",
    fault="a workbook has hidden sheets, rows, columns, comments or filters",
    seen="only the tables are read, and what is hidden is listed",
)
def test_f24_what_is_hidden_is_listed(refused: Refused) -> None:
    refused("F24")


@row(
    "F25",
    fault="a file has just as many rows as a spreadsheet can hold",
    seen="refused, with the question whether it was cut off there",
    elsewhere="15,841 cases of illness were lost to the 65,536 rows of an .xls (England, 2020)",
)
def test_f25_a_file_that_was_probably_cut_off_is_refused(refused: Refused) -> None:
    refused("F25")


@row(
    "F26",
    fault="GeoJSON with endless numbers, endless depth, doubled members or a system of its own",
    seen="refused: what was found, and what to write instead",
)
def test_f26_geojson_out_of_the_rules_is_refused(refused: Refused) -> None:
    refused("F26")


@row(
    "F27",
    fault="a folder, pipe, device or broken link is named, or a file changes while it is read",
    seen="refused at once: what it is; what changed has to be read again",
)
def test_f27_what_is_no_regular_file_is_refused(refused: Refused) -> None:
    refused("F27")


def test_a_sound_workbook_would_be_taken_for_a_fault(land: Path, tmp_path: Path) -> None:
    sound = WorstFile("F8", "a sound one", "register", renamed("register.xlsx"), ("refused",))
    folder = tmp_path / "one" / "file"
    folder.mkdir(parents=True)

    _, wrong = faults(sound, land, folder, patience=_PATIENCE)

    assert wrong == [
        "it ended with 0, not 2",
        "it gave no cure",
        "it did not say: refused",
    ]


def test_the_memory_measured_is_that_of_the_command_alone() -> None:
    hoard = bytearray(600 * 1024**2)

    ran: Ran = run("--version")

    assert len(hoard) > ran.mib * 1024**2 > 5 * 1024**2
