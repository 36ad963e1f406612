"""The styles of GOV.UK Frontend are compiled in part: in those parts that pages use."""

import re
from pathlib import Path

import pytest
from flask import Flask

from escwg_map.publish.static_files import static_files
from escwg_map.settings import beside_the_package
from web.fetched import Visitor
from web.test_every_header import addresses

PACKAGE = Path(__file__).parents[2] / "node_modules" / "govuk-frontend"
WHOLE = PACKAGE / "dist" / "govuk" / "govuk-frontend.min.css"
CLASS = re.compile(r"govuk-!?[a-z0-9_-]+")


def styled(sheet: str) -> set[str]:
    """The classes that have rules in a sheet of styles."""
    return {name.replace("\\", "") for name in re.findall(r"\.(govuk-(?:\\!)?[a-z0-9_-]+)", sheet)}


def written() -> set[str]:
    """The classes that templates and scripts name, those of rare answers too."""
    files = [
        *beside_the_package("templates").rglob("*.html"),
        *(beside_the_package("static") / "js").rglob("*.js"),
    ]
    return {name for file in files for name in CLASS.findall(file.read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def left_out() -> set[str]:
    """The classes that GOV.UK Frontend styles, and our sheet does not."""
    sheet = static_files(beside_the_package("static"))["css/app.css"].decode()
    return styled(WHOLE.read_text(encoding="utf-8")) - styled(sheet)


def test_some_parts_are_left_out(left_out: set[str]) -> None:
    assert "govuk-cookie-banner" in left_out


def test_every_class_that_is_written_has_its_styles(left_out: set[str]) -> None:
    assert written() & left_out == set()


def test_every_class_of_every_page_has_its_styles(
    left_out: set[str], app: Flask, visitor: Visitor
) -> None:
    unstyled = {
        (address, name)
        for address in addresses(app)
        for name in CLASS.findall(visitor.client.get(address).data.decode(errors="replace"))
        if name in left_out
    }

    assert unstyled == set()
