"""What one table says of another, on registers that could be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from escwg_map.records.register import Register
from escwg_map.sources.references import check_references
from escwg_map.sources.register import read_register


@pytest.fixture(scope="module")
def register(toyshire: Path) -> Register:
    """Toyshire's register, which points at nothing that is not there."""
    return read_register(toyshire / "data")[0]


def test_toyshire_points_at_nothing_that_is_not_there(register: Register) -> None:
    assert check_references(register) == []


def test_a_figure_may_be_a_scheme_s(register: Register) -> None:
    of_the_scheme = register.figures[0].model_copy(update={"project": "cardiac-arrest"})

    problems = check_references(register.model_copy(update={"figures": (of_the_scheme,)}))

    assert problems == []


def test_a_body_without_a_code_points_nowhere(register: Register) -> None:
    council = [partner for partner in register.partners if not partner.service]

    assert [partner.name for partner in council] == ["Toytown Council"]
    assert check_references(register) == []


def test_a_service_may_take_part_twice_under_two_names(register: Register) -> None:
    # As a service does that has merged: its code is the successor's, its name its own.
    former = register.partners[0].model_copy(update={"name": "Oldtoy Police", "role": "former"})

    problems = check_references(
        register.model_copy(update={"partners": (*register.partners, former)})
    )

    assert problems == []


def test_both_rows_of_a_repeated_key_are_told(register: Register) -> None:
    twice = (*register.themes, register.themes[0])

    problems = check_references(register.model_copy(update={"themes": twice}))

    assert [(problem.file, problem.row) for problem in problems] == [
        *(("themes.csv", 2), ("themes.csv", 9))
    ]


def repeated_scheme(register: Register) -> Register:
    return register.model_copy(update={"schemes": (*register.schemes, register.schemes[0])})


def no_services(register: Register) -> Register:
    return register.model_copy(update={"services": ()})


def no_projects(register: Register) -> Register:
    return register.model_copy(update={"projects": ()})


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (repeated_scheme, {"schemes.csv": 2}),
        # Each of 12 districts names 3 services, each of 4 projects 1 area, 9 of 10 partners a code.
        (no_services, {"districts.csv": 36, "projects.csv": 4, "partners.csv": 9}),
        (no_projects, {"partners.csv": 10, "figures.csv": 4}),
    ],
    ids=["a scheme twice", "no services", "no projects"],
)
def test_tells_every_row_that_is_wrong(
    register: Register, spoil: Callable[[Register], Register], told: dict[str, int]
) -> None:
    files = [problem.file for problem in check_references(spoil(register))]

    assert {file: files.count(file) for file in told} == told
