"""What a row may not say: no area, no theme, nothing unseen, no day that never was."""

import sys
import unicodedata
from pathlib import Path

import pytest

from escwg_map.records.row import invisible_character
from escwg_map.sources.register import read_register
from escwg_map.sources.writing import table_csv
from reliability.catalogue import row
from sources.slips import cells

# They are formats to Unicode, and drawn as signs over the digits that follow.
_DRAWN = {
    *range(0x0600, 0x0606),
    *(0x06DD, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD),
}


def told(data: Path) -> list[str]:
    return [str(problem) for problem in read_register(data)[1]]


@pytest.mark.parametrize(
    ("column", "cell", "found"),
    [
        ("areas", "", "is empty. To mend it: fill it"),
        ("areas", ";", "';' will not do"),
        ("theme", "", "is empty. To mend it: fill it"),
        ("theme", "estate", "'estate' is not known. To mend it: write 'estates'"),
    ],
    ids=["no area", "an empty area", "no theme", "an unknown theme"],
)
@row(
    "D2",
    fault="a project has no area, no theme, or a theme that there is not",
    seen="refused, with the cell and the nearest right word; a gap is said to be not recorded",
)
def test_d2_a_project_has_an_area_and_a_theme(
    data: Path, column: str, cell: str, found: str
) -> None:
    cells("projects", 2, **{column: cell})(data)

    assert any(
        line.startswith(f"projects.csv, row 2, column {column}: ") and found in line
        for line in told(data)
    )


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("\N{ZERO WIDTH SPACE}", "ZERO WIDTH SPACE"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}", "RIGHT-TO-LEFT OVERRIDE"),
        ("\N{SOFT HYPHEN}", "SOFT HYPHEN"),
        ("\N{LINE SEPARATOR}", "LINE SEPARATOR"),
        ("\N{TAG LATIN SMALL LETTER A}", "TAG LATIN SMALL LETTER A"),
        ("\x1b", "U+001B"),
    ],
    ids=lambda text: text if text.isprintable() else None,
)
@row(
    "D4",
    fault="a text holds characters that cannot be seen, or that turn a sentence round",
    seen="refused: the character by name, and its position; never shown as it is",
)
def test_d4_an_invisible_character_is_named_and_never_shown(
    data: Path, letter: str, name: str
) -> None:
    cells("projects", 2, title=f"Cardiac{letter}arrests")(data)

    (line,) = told(data)

    assert f"row 2, column title: holds an invisible character ({name}) at position 8" in line
    assert letter not in line


def test_d4_every_character_that_unicode_calls_unseen_is_found() -> None:
    unseen = [
        code
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp") and code not in _DRAWN
    ]

    assert [hex(code) for code in unseen if invisible_character(chr(code)) is None] == []


@pytest.mark.parametrize("day", ["216", "0216", "2015-02-31", "31/02/2015", "circa 2014", "2014?"])
@row(
    "D5",
    fault="a day that never was, a year with a digit missing, an end before the start, or a guess",
    seen="refused, with the cell and the three ways to write a date; a year stays a year",
)
def test_d5_a_day_that_never_was_is_refused(data: Path, day: str) -> None:
    cells("projects", 2, started=day)(data)

    (line,) = told(data)

    assert f"row 2, column started: '{day}' will not do. To mend it: write 2015, 2015-11" in line


def test_d5_an_end_before_the_start_is_refused(data: Path) -> None:
    cells("projects", 2, started="2015-11", ended="2015-10-31")(data)

    assert "column ended: ended 2015-10-31, before it started 2015-11. " in told(data)[0]


@pytest.mark.parametrize("day", ["2015", "2015-11", "2015-11-03"])
def test_d5_a_date_stays_as_precise_as_it_was_given(data: Path, day: str) -> None:
    cells("projects", 2, started=day)(data)

    register, _ = read_register(data)

    assert f",{day},".encode() in table_csv("projects", register.projects)
