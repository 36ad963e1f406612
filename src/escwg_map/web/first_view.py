"""What is seen of a map until that is drawn: in its page, or as a picture of its own."""

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.cartography.map_picture import first_view
from escwg_map.cartography.palette import BORDER
from escwg_map.cartography.picture import Picture
from escwg_map.selection import Selection
from escwg_map.web.current import publication, weighed_by

_TILES = 1.6
"""How much larger tiles of fills are in it than they would be: it is drawn smaller than it is."""


class FirstView(Struct, frozen=True):
    """A picture of areas and borders alone; its tiles are enlarged by `scale`."""

    picture: Picture
    scale: float = _TILES
    border: str = BORDER


def first_view_of(asked: Selection, atlas: Atlas) -> FirstView:
    """Draw what is seen first of a selection, for which the atlas was narrowed."""
    return FirstView(first_view(asked, atlas, publication().first_view, weighed_by(asked)))


def first_view_within(asked: Selection, atlas: Atlas) -> FirstView | None:
    """Draw it for the page of the view to which people come first; other views name a file.

    A slow line brings it with the page, a third of a second before it would bring a file, and a
    browser makes no document of it. Each page would be twice as large wherever it is kept.
    """
    return first_view_of(asked, atlas) if asked == Selection() else None
