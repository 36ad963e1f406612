"""A page: what all have, and how its context fills the template of the same name."""

import re

from flask import render_template
from msgspec import Struct
from msgspec.structs import asdict


class Page(Struct, frozen=True):
    """What every page has."""

    title: str
    """The heading, and the first words of the window's title."""


def render(page: Page) -> str:
    """Fill the template named for the page: `MapPage` fills `pages/map.html`."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", type(page).__name__.removesuffix("Page")).lower()
    return render_template(f"pages/{name}.html", **asdict(page))
