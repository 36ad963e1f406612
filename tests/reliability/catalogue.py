"""The catalogue of faults and attacks: which rows there are, and which test stands for which.

`docs/reliability.md` is written from what the tests say here: see `tools/reliability_page.py`.
"""

from collections.abc import Callable
from typing import Any, TypeVar

LENGTHS = {"F": 28, "N": 27, "P": 17, "D": 12, "O": 16}
"""How many rows each part has: files, network, process and disk, data, output."""

ROWS = tuple(f"{part}{number + 1}" for part, length in LENGTHS.items() for number in range(length))

STARRED = frozenset(
    (
        *("F1", "F2", "F3", "F4", "F5", "F9", "F10", "F11", "F12", "F13", "F15", "F16", "F22"),
        *("F23", "F25", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N11", "N12", "N13"),
        *("N15", "N17", "N18", "N21", "N25", "P1", "P2", "P3", "P4", "P5", "P10", "D1", "D6"),
        *("D8", "D9", "D10", "O1", "O2", "O3", "O4", "O6", "O7"),
    )
)
"""Rows that others get wrong most often: their tests say what went wrong where."""

DO_NOT_APPLY: dict[str, str] = {}
"""Rows that cannot happen here, each with the reason."""

F = TypeVar("F", bound=Callable[..., Any])


def row(
    number: str,
    *,
    fault: str,
    seen: str,
    lost: str = "nothing",
    elsewhere: str = "",
) -> Callable[[F], F]:
    """Say that a test, and all whose names carry the number too, stand for a row.

    One test a row says this: what goes wrong (`fault`), what the user sees (`seen`), what is lost,
    and for a starred row what went wrong `elsewhere`. Numbers are upper case here and lower case in
    names: the row F1 is `test_f1_…`.
    """
    assert number in ROWS
    assert number not in STARRED or elsewhere, f"{number} is starred: say what went wrong elsewhere"
    assert all((fault, seen, lost))

    def mark(test: F) -> F:
        assert test.__name__.startswith(f"test_{number.lower()}_")
        return test

    return mark
