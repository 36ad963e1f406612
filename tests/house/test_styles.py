"""Styles: one visual language, its words in one file."""

import re
from pathlib import Path

import pytest

from escwg_map.settings import beside_the_package

FOLDER = beside_the_package("static") / "css"
STYLES = sorted(FOLDER.rglob("*.css"))
TOKENS = (FOLDER / "tokens.css").read_text(encoding="utf-8")

every_style = pytest.mark.parametrize(
    "style",
    [path for path in STYLES if path.name != "tokens.css"],
    ids=lambda path: path.relative_to(FOLDER).as_posix(),
)


def rules(path: Path) -> str:
    """A style sheet without its comments."""
    return re.sub(r"(?s)/\*.*?\*/", "", path.read_text(encoding="utf-8"))


@every_style
def test_every_colour_is_a_token(style: Path) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(", rules(style)) == []


@every_style
def test_every_typeface_is_a_token(style: Path) -> None:
    faces = re.findall(r"font(?:-family)?:([^;]*)", rules(style))

    assert [face for face in faces if "system-ui" in face or "arial" in face.lower()] == []


@every_style
def test_every_token_that_is_used_is_there(style: Path) -> None:
    used = set(re.findall(r"var\((--app-[\w-]+)", rules(style)))
    own = set(re.findall(r"(--app-[\w-]+):", rules(style)))

    assert used - own - set(re.findall(r"(--app-[\w-]+):", TOKENS)) == set()


def test_every_token_is_used() -> None:
    scripts = [p.read_text(encoding="utf-8") for p in FOLDER.parent.joinpath("js").rglob("*.js")]
    said = "".join(rules(path) for path in STYLES) + "".join(scripts)

    unused = {
        token
        for token in re.findall(r"(--app-[\w-]+):", TOKENS)
        if f"var({token})" not in said and token not in PARTS
    }
    assert unused == set()


PARTS = {"--app-land", "--app-both", "--app-one", "--app-other"}
"""Read by the script of the pair map, which puts the names together."""
