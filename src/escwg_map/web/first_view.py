"""What is seen of a map until that is drawn: a picture of it, with an address of its own."""

from urllib.parse import quote

from flask import render_template

from escwg_map.atlas import Atlas
from escwg_map.cartography.map_picture import first_view
from escwg_map.cartography.palette import BORDER
from escwg_map.selection import Selection
from escwg_map.web import links
from escwg_map.web.current import publication, weighed_by

_TILES = 1.6
"""How much larger tiles of fills are in it than they would be: it is drawn smaller than it is."""

_AS_THEY_ARE = " /:;,=()-."
"""What need not be escaped in an address of data, between letters and numbers."""


def first_view_svg(asked: Selection, atlas: Atlas) -> str:
    """Draw what is seen first of a selection, for which the atlas was narrowed."""
    picture = first_view(asked, atlas, publication().first_view, weighed_by(asked))
    return render_template(
        "pictures/first_view.svg",
        picture=picture,
        scale=_TILES,
        border=BORDER,
    )


def first_view_address(asked: Selection, atlas: Atlas) -> str:
    """Address that picture; for the view to which people come first, with the picture itself.

    A slow line then brings it with the page, a third of a second before it would bring a file. The
    other views name a file: each page would be twice as large wherever it is kept.
    """
    if asked != Selection():
        return links.first_view(asked)
    drawn = first_view_svg(asked, atlas).replace("\n", " ")
    return f"data:image/svg+xml,{quote(drawn, safe=_AS_THEY_ARE)}"
