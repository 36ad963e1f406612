"""Whatever is spoilt, each door reads it or says no: no traceback, no hang, no death."""

from pathlib import Path

import pytest

from reliability.mutated import apart
from reliability.ways_in import DOORS, opened, sound_files
from reliability.worst_files import made_toyshire

FOUND = (
    ("zip", 359),  # a .cpg with a NUL in it
    ("zip", 551),  # a .prj that PROJ understands and cannot use
    ("zip", 1282),  # a .prj that begins beyond the pole
    ("zip", 1406),  # a corner that lies nowhere
    ("zip", 1951),
    ("command line", 1635),  # a name longer than names of files may be
)
"""Inputs that were at fault once: the door, and the number of the input."""


@pytest.mark.parametrize("door", DOORS)
def test_two_hundred_spoilt_inputs_are_read_or_refused(door: str) -> None:
    came = apart(door, 200)

    assert came["faults"] == []
    assert came["refused"]


@pytest.mark.parametrize(("door", "number"), FOUND)
def test_what_was_at_fault_once_is_so_no_more(door: str, number: int) -> None:
    assert apart(door, 1, number)["faults"] == []


def test_a_door_that_trusts_what_it_is_told_is_found_out() -> None:
    assert apart("naive", 40)["faults"]


def test_the_death_of_a_door_is_found_out() -> None:
    assert apart("dying", 1)["faults"] == ["the process ended with -6"]


def test_the_sound_files_that_are_spoilt_are_let_in(tmp_path: Path) -> None:
    toyshire = made_toyshire(tmp_path)
    sound_files(toyshire)

    came = {
        path.suffix: opened(DOORS[path.suffix[1:]], path, toyshire)
        for path in (toyshire / "sound").iterdir()
    }

    assert came == dict.fromkeys((".xlsx", ".zip", ".gpkg", ".geojson"), "accepted")
