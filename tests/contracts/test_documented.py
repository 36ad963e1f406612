"""The addresses that the documents give as examples answer on the shipped map."""

import re
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = [
    example
    for name in ("README.md", "docs/api.md", "docs/exports.md")
    for example in re.findall(r"^    (/\S+\S)$", (ROOT / name).read_text("utf-8"), re.MULTILINE)
]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 15


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_example_answers(england_and_wales: str, example: str) -> None:
    with urlopen(england_and_wales + example) as answer:
        assert answer.status == 200
        assert len(answer.read()) > 100
