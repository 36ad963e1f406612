"""The overview's chapters and the headings inside them."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from escwg_map.records.codes import Slug
from escwg_map.records.row import Row, Text

Pattern = Literal["solid", "dots", "diagonal", "crosshatch", "horizontal", "vertical", "rings"]


class Theme(Row):
    """One of the seven chapters, with the colour and the pattern that show it on every map."""

    id: Slug
    name: Text
    description: Text
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
    pattern: Pattern


class Scheme(Row):
    """A heading inside a theme, its name as printed."""

    id: Slug
    theme: Slug
    name: Text
