"""Templates: nothing inline, nothing from elsewhere, nothing too long."""

import re
from pathlib import Path

import pytest

from escwg_map.settings import beside_the_package

FOLDER = beside_the_package("templates")
TEMPLATES = sorted(FOLDER.rglob("*.html"))
LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"

every_template = pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda path: path.relative_to(FOLDER).as_posix()
)


def tags(text: str) -> list[str]:
    """The opening tags of a template, without the comments."""
    return re.findall(r"<[a-z][^>]*>", re.sub(r"(?s)\{#.*?#\}", "", text))


def test_there_are_templates() -> None:
    assert len(TEMPLATES) > 20


@every_template
def test_holds_no_script_but_data(template: Path) -> None:
    for tag in tags(template.read_text(encoding="utf-8")):
        if tag.startswith("<script"):
            assert " src=" in tag or re.search(r'type="application/(ld\+)?json"', tag)


@every_template
def test_holds_no_style_and_no_handler_in_a_tag(template: Path) -> None:
    for tag in tags(template.read_text(encoding="utf-8")):
        assert not re.search(r"\s(style|on[a-z]+)\s*=", tag), tag
        assert not tag.startswith("<style"), tag


@every_template
def test_is_no_longer_than_120_lines(template: Path) -> None:
    assert len(template.read_text(encoding="utf-8").splitlines()) <= 120


@every_template
def test_names_no_host_but_that_of_the_licence(template: Path) -> None:
    addresses = re.findall(r"(?:https?:)?//[\w.-]+[^\s\"']*", template.read_text(encoding="utf-8"))

    allowed = [LICENCE] if template.name == "footer.html" else []
    assert addresses == allowed


@every_template
def test_trusts_no_markup_but_the_map_that_we_drew(template: Path) -> None:
    trusted = re.findall(r"(\w+)\s*\|\s*safe\b", template.read_text(encoding="utf-8"))

    assert trusted == (
        ["map_html"] if template.name in ("boundaries.html", "map_box.html", "pair.html") else []
    )


@pytest.mark.parametrize(
    "component", sorted((FOLDER / "components").glob("*.html")), ids=lambda path: path.stem
)
def test_every_component_is_used_somewhere(component: Path) -> None:
    used = f'"components/{component.name}"'

    assert any(used in path.read_text(encoding="utf-8") for path in TEMPLATES)
