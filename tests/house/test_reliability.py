"""The catalogue of faults: every row is shown by a test, or says why it cannot happen."""

import ast
from collections import Counter
from pathlib import Path

import pytest
from reliability_page import Proof, proofs

from reliability.catalogue import DO_NOT_APPLY, ROWS, STARRED

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def numbered() -> Counter[str]:
    """How many tests carry the number of a row in their names."""
    names = [
        node.name
        for path in ROOT.glob("tests/**/test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    return Counter(name.split("_")[1].upper() for name in names)


@pytest.fixture(scope="module")
def shown() -> dict[str, Proof]:
    """What the tests say of their rows."""
    return proofs(ROOT)


@pytest.mark.parametrize("row", ROWS)
def test_every_row_is_shown_by_a_test_or_cannot_happen(shown: dict[str, Proof], row: str) -> None:
    assert (row in shown) != (row in DO_NOT_APPLY)


@pytest.mark.parametrize("row", sorted(STARRED - DO_NOT_APPLY.keys()))
def test_a_starred_row_says_what_went_wrong_elsewhere(shown: dict[str, Proof], row: str) -> None:
    assert shown[row].said["elsewhere"]


@pytest.mark.parametrize("row", ROWS)
def test_the_number_of_a_row_is_in_the_names_of_its_tests(numbered: Counter[str], row: str) -> None:
    assert numbered[row] or row in DO_NOT_APPLY
