"""A page: what all have, and how its context fills the template of the same name."""

import re
from dataclasses import dataclass, fields

from flask import render_template


@dataclass(frozen=True)
class Page:
    """What every page has."""

    title: str
    """The heading, and the first words of the window's title."""


def render(page: Page) -> str:
    """Fill the template named for the page: `MapPage` fills `pages/map.html`."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", type(page).__name__.removesuffix("Page")).lower()
    context = {field.name: getattr(page, field.name) for field in fields(page)}
    return render_template(f"pages/{name}.html", **context)
