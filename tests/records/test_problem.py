"""A problem says where it is, what it is, and what would mend it."""

import pytest

from escwg_map.errors import RefusedInput
from escwg_map.records.problem import Problem


@pytest.mark.parametrize(
    ("row", "column", "place"),
    [
        (None, None, "projects.csv"),
        (4, None, "projects.csv, row 4"),
        (None, "theme", "projects.csv, column theme"),
        (4, "theme", "projects.csv, row 4, column theme"),
    ],
    ids=["a file", "a row", "a column", "a cell"],
)
def test_says_where_it_is_as_exactly_as_it_knows(
    row: int | None, column: str | None, place: str
) -> None:
    problem = Problem(
        file="projects.csv", row=row, column=column, message="'x' is not known", cure="correct it"
    )

    assert str(problem) == f"{place}: 'x' is not known. To mend it: correct it."


def test_a_refusal_lists_every_problem() -> None:
    problems = [
        Problem(file="fire.shp", message=message, cure="draw it again") for message in ("a", "b")
    ]

    refusal = RefusedInput("fire.shp is refused", problems)

    assert refusal.problems == tuple(problems)
    assert str(refusal).splitlines() == ["fire.shp is refused", *(f"  {p}" for p in problems)]
