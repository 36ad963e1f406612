"""What the template of the search is given."""

from msgspec import field

from escwg_map.search.typed_place import TypedPlace
from escwg_map.selection import Selection
from escwg_map.web.findings import Finding
from escwg_map.web.page import Page
from escwg_map.web.places import Place


class PlacesPage(Page, frozen=True):
    """What was found by typing, or what there is at a place."""

    q: str
    """What was typed."""
    examples: list[str]
    """Names that can be typed."""
    error: str = ""
    """Why what was typed leads nowhere, and what would do."""
    place: Place | None = None
    """What there is at the place typed or asked for."""
    selection: Selection | None = None
    """That place as the map shows it."""
    typed: TypedPlace | None = None
    """The place as it was typed, where it was."""
    number: int = 0
    """How many were found."""
    findings: list[Finding] = field(default_factory=list)
    """The best of them."""
    near: list[str] = field(default_factory=list)
    """Names that are spelt nearly so, when some word was not found."""
    words: list[tuple[str, int]] = field(default_factory=list)
    """How much each word finds alone, when all are found but not together."""
