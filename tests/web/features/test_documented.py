"""`docs/ogc.md` against the code: what is said to be met, and the tests that are named."""

import re
from pathlib import Path

import pytest

from escwg_map.web.features.asked import DEFAULT_LIMIT, MOST, PARAMETERS
from escwg_map.web.features.collections import COLLECTIONS
from escwg_map.web.features.conformance import ConformanceClass
from escwg_map.web.features.reference_systems import ReferenceSystem

HERE = Path(__file__).parent
PAGE = (HERE.parents[2] / "docs" / "ogc.md").read_text(encoding="utf-8")


def rows() -> dict[str, list[str]]:
    """The table of classes: for each, what its row names in code."""
    found = (re.findall(r"`([^`]+)`", line) for line in PAGE.splitlines() if "/conf/" in line)
    return {uri: named for uri, *named in found}


def test_every_class_that_is_declared_is_in_the_table() -> None:
    assert set(rows()) == {each.value for each in ConformanceClass}


@pytest.mark.parametrize("met", ConformanceClass)
def test_a_class_names_all_its_tests_and_no_others(met: ConformanceClass) -> None:
    file, *tests = rows()[met.value]

    there = re.findall(r"^def (test_ats_\w+)\(", (HERE / file).read_text(encoding="utf-8"), re.M)
    assert tests == there
    assert len(there) > 1


@pytest.mark.parametrize("word", [*PARAMETERS, *COLLECTIONS, *ReferenceSystem])
def test_the_page_names(word: str) -> None:
    assert f"`{word}`" in PAGE


def test_the_page_says_how_many_items_there_may_be() -> None:
    assert f"{DEFAULT_LIMIT:,} items unless another limit is given, {MOST:,} at most" in PAGE
