"""The register that we ship: tidy files, and words of our own."""

import csv
import io
import re
from collections.abc import Iterator

import pytest

from escwg_map.records.project import Project
from escwg_map.records.register import Register
from escwg_map.settings import beside_the_package
from escwg_map.sources.register import TABLES, read_register

DATA = beside_the_package("data")
SORTED = sorted(set(TABLES) - {"themes", "service_index"})
"""Themes stand in the order in which they are shown, the index as printed; the rest is sorted."""

RUN = 8
"""Words running that would make a sentence of the overview's, and not of ours."""

Words = tuple[str, ...]


@pytest.fixture(scope="module")
def register() -> Register:
    """The shipped register."""
    return read_register(DATA)[0]


@pytest.fixture(scope="module")
def overview() -> str:
    """The text of the overview, which is not ours to ship."""
    path = DATA.parent.parent / "shared" / "source" / "national-overview-2016.txt"
    if not path.is_file():
        pytest.skip("the text of the overview is not beside the repository")
    return path.read_text(encoding="utf-8")


def rows(table: str) -> list[list[str]]:
    text = (DATA / f"{table}.csv").read_bytes().decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


@pytest.mark.parametrize("table", TABLES)
def test_lines_end_as_rfc_4180_has_it(table: str) -> None:
    content = (DATA / f"{table}.csv").read_bytes()

    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")


@pytest.mark.parametrize("table", TABLES)
def test_begins_with_its_header_and_no_byte_order_mark(table: str) -> None:
    first = (DATA / f"{table}.csv").read_bytes().split(b"\r\n")[0].decode("ascii")

    assert tuple(first.split(",")) == TABLES[table].columns()


@pytest.mark.parametrize("table", SORTED)
def test_rows_are_sorted_by_their_first_column(table: str) -> None:
    keys = [row[0] for row in rows(table)]

    assert keys == sorted(keys, key=str.casefold)


# Coordinates have four decimals in the file, 0.5290, which is the same place as 0.529.
@pytest.mark.parametrize("table", sorted(set(TABLES) - {"districts", "projects"}))
def test_a_file_read_and_written_is_the_same_file(register: Register, table: str) -> None:
    written = [list(record.cells().values()) for record in getattr(register, table)]

    assert written == rows(table)


def test_a_summary_has_40_to_120_words(register: Register) -> None:
    lengths = {project.id: len(project.summary.split()) for project in register.projects}

    assert {name: n for name, n in lengths.items() if not 40 <= n <= 120} == {}


def test_the_shipped_projects_are_related_both_ways(register: Register) -> None:
    pairs = {(project.id, other) for project in register.projects for other in project.related}

    assert {(one, other) for one, other in pairs if (other, one) not in pairs} == set()


def words(text: str) -> Words:
    return tuple(
        re.findall(
            r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        )
    )


def runs(text: Words) -> set[Words]:
    return {text[start : start + RUN] for start in range(len(text) - RUN + 1)}


def names(register: Register) -> set[Words]:
    """The names of bodies and schemes, which are facts and nobody's wording."""
    services = (n for s in register.services for n in (s.name, s.short_name, *s.aliases))
    partners = (partner.name for partner in register.partners)
    schemes = (scheme.name for scheme in register.schemes)
    return {words(name) for name in (*services, *partners, *schemes)} - {()}


def without(text: Words, names: set[Words]) -> Words:
    """Leave names out of a text, the longest first: runs must be of other words."""
    said = f" {' '.join(text)} "
    for name in sorted(names, key=len, reverse=True):
        said = said.replace(f" {' '.join(name)} ", " ")
    return tuple(said.split())


def our_words(project: Project) -> Iterator[tuple[str, str]]:
    for column in ("title", "summary", "notes"):
        yield f"{project.id}, {column}", getattr(project, column)


def test_no_eight_words_running_stand_in_the_overview(register: Register, overview: str) -> None:
    bodies = names(register)
    theirs = runs(without(words(overview), bodies))

    copied = {
        f"{place}: {' '.join(run)}"
        for project in register.projects
        for place, text in our_words(project)
        for run in runs(without(words(text), bodies)) & theirs
    }

    assert copied == set()


def test_a_sentence_of_the_overview_would_be_found(register: Register, overview: str) -> None:
    bodies = names(register)
    sentence = words(overview)[5_000:5_100]

    assert runs(without(sentence, bodies)) & runs(without(words(overview), bodies))
