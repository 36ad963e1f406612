"""Whatever happens while something is written: all of it is old, or all of it is new."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reliability.catalogue import row
from reliability.crash import FEW, MANY, Tally, interrupted, workplace
from reliability.kills import Killed, killed
from reliability.writers import Writer, naive, writers


@pytest.fixture(scope="module")
def places() -> Iterator[tuple[Path, Path]]:
    """Where writers are prepared, and where they write."""
    with workplace() as found:
        yield found


@pytest.fixture(scope="module")
def prepared(places: tuple[Path, Path]) -> list[Writer]:
    """Every writer."""
    return list(writers(*places))


@pytest.fixture(scope="module")
def tallies(prepared: list[Writer], places: tuple[Path, Path]) -> list[Tally]:
    """How each writer fared under every fault, at many of its steps."""
    return [interrupted(each, places[1], FEW) for each in prepared]


@pytest.fixture(scope="module")
def kills(prepared: list[Writer], places: tuple[Path, Path]) -> Killed:
    """What was left of each writer after kills at random moments."""
    return killed(prepared, places[1], number=3, seed=1)


def wrong(tallies: list[Tally], fault: str) -> list[str]:
    return [each for tally in tallies for each in tally.wrong if f", {fault} at " in each]


@row(
    "P1",
    fault="the process is killed while it imports, publishes, exports or writes the site",
    seen="the old files or the new ones, all of them; the next run sweeps what lies about",
    elsewhere="a study of eleven systems (ALICE, OSDI 2014) found sixty such faults; of naive "
    "writers of GeoJSON 7 of 12 kills left an unreadable file",
)
def test_p1_a_kill_at_any_step_leaves_all_old_or_all_new(tallies: list[Tally]) -> None:
    assert wrong(tallies, "kill") == []
    assert all(tally.points > 10 for tally in tallies)


def test_p1_a_kill_at_a_random_moment_leaves_all_old_or_all_new(kills: Killed) -> None:
    assert kills.damaged == []
    assert kills.found.total() >= 40


@row(
    "P2",
    fault="the disk is full, or the user's quota is used up, at any write",
    seen="a message that names the space; the old files are untouched, the draft is gone",
    elsewhere="all five usual writers of GIS and CSV files left a damaged file under the target's "
    "name; the CSV could still be read, with 665 of 4,000 rows",
)
def test_p2_a_full_disk_leaves_all_old_or_all_new(tallies: list[Tally]) -> None:
    assert wrong(tallies, "ENOSPC") == []


@row(
    "P3",
    fault="the disk reports a fault at a write, an fsync or a rename; a write is cut short",
    seen="a message, and the old files; a short write is completed; no fsync is tried again",
    elsewhere="databases that tried a failed fsync again lost what it had failed to write "
    "(the fsync surprise of PostgreSQL, 2018)",
)
def test_p3_a_fault_of_the_disk_leaves_all_old_or_all_new(tallies: list[Tally]) -> None:
    assert wrong(tallies, "EIO") == []


def test_p3_a_short_write_is_completed(tallies: list[Tally]) -> None:
    assert wrong(tallies, "short") == []


@row(
    "P5",
    fault="several files are one state, and the process is killed between them",
    seen="a generation in its own folder, current by one rename; digests tell if a file is amiss",
    elsewhere="software that updates several files in place is the commonest fault in ALICE",
)
def test_p5_files_that_belong_together_change_together(tallies: list[Tally]) -> None:
    together = {"register import", "boundary import", "boundary build", "publish", "static site"}

    assert together <= {tally.writer for tally in tallies}
    assert [each for tally in tallies if tally.writer in together for each in tally.wrong] == []


def test_the_harness_catches_a_writer_that_writes_in_place(places: tuple[Path, Path]) -> None:
    caught = interrupted(naive(places[0]), places[1], MANY)

    assert {"kill", "ENOSPC", "EIO"} <= {each.split()[1] for each in caught.wrong}


def test_random_kills_catch_a_writer_that_writes_in_place(places: tuple[Path, Path]) -> None:
    caught = killed([naive(places[0], slowly=True)], places[1], number=30, seed=1)

    assert caught.damaged
