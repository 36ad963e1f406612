"""What the calls take: one description of each parameter, for the document, the page and the check.

They are read by the selection, as the pages' and the exports' are; this says what it reads.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from msgspec.structs import replace

from escwg_map.selection.area_order import AREA_KEYS
from escwg_map.selection.ordering import SortKey
from escwg_map.selection.paging import DEFAULT_LIMIT
from escwg_map.selection.parameters import LARGEST_LIMIT, LONGEST_OFFSET, LONGEST_TEXT
from escwg_map.selection.project_order import PROJECT_KEYS
from escwg_map.selection.ways import Weight
from escwg_map.vocabulary import Benefit, Kind, Status
from escwg_map.web.api.parameter import Parameter, Schema
from escwg_map.web.current import weights
from escwg_map.wording import listing

_POINT = (
    r"^-?(180(\.0{1,12})?|(1[0-7][0-9]|0?[0-9]{1,2})(\.[0-9]{1,12})?)"
    r",-?(90(\.0{1,12})?|[0-8]?[0-9](\.[0-9]{1,12})?)$"
)


def _one_of(values: Iterable[str]) -> Schema:
    return {"type": "string", "enum": list(values)}


def _word(name: str, means: str, words: type[StrEnum], **more: Any) -> Parameter:  # noqa: ANN401
    return Parameter(name, means, listing(list(words)), lambda _: _one_of(words), **more)


def _sort(keys: Iterable[SortKey]) -> Parameter:
    values = [f"{minus}{key}" for key in keys for minus in ("", "-")]
    takes = f"{listing(list(keys))}, each with a minus before it for the other way round"
    return Parameter("sort", "The order of the list.", takes, lambda _: _one_of(values))


def _year(name: str, means: str) -> Parameter:
    numbers = {"type": "integer", "minimum": 1900, "maximum": 2099}
    return Parameter(name, means, "a year of four digits", lambda _: numbers)


LAYER = _word("layer", "The layer whose areas are listed; police unless given.", Kind)
OTHER = _word("other", "The layer that the first is compared with.", Kind)
THEME = Parameter(
    "theme",
    "Only projects of these themes.",
    "ids of themes",
    lambda atlas: _one_of(atlas.themes),
    repeats=True,
)
STATUS = _word("status", "Only projects that stood so in 2016.", Status, repeats=True)
AREA = Parameter(
    "area",
    "Only projects that reach this area.",
    "the code of an area",
    lambda atlas: _one_of(atlas.services),
)
FILTERS = (
    THEME,
    Parameter(
        "scheme",
        "Only projects of these schemes.",
        "ids of schemes",
        lambda atlas: _one_of(atlas.schemes),
        repeats=True,
    ),
    STATUS,
    _word("benefit", "Only projects with any of these benefits.", Benefit, repeats=True),
    _word("kind", "Only projects in which all these kinds take part.", Kind, repeats=True),
    Parameter(
        "service",
        "Only projects in which this service takes part.",
        "the code of a service",
        lambda atlas: _one_of(atlas.services),
    ),
    AREA,
    Parameter(
        "cell",
        "Only projects that reach this cell.",
        "three codes joined by hyphens",
        lambda atlas: _one_of(cell.id for cell in atlas.cells),
    ),
    _year("from", "Only projects that started in this year or later, or state no start."),
    _year("to", "Only projects that started in this year or earlier, or state no start."),
    Parameter(
        "q",
        "Only projects with all these words.",
        f"at most {LONGEST_TEXT} characters",
        lambda _: {"type": "string", "maxLength": LONGEST_TEXT},
    ),
)
"""What narrows the projects, on every page and here."""

PAGING = (
    Parameter(
        "limit",
        f"How many items a part holds at most; {DEFAULT_LIMIT} unless given.",
        f"a whole number from 1 to {LARGEST_LIMIT:,}, of which more than 1,000 gives 1,000",
        lambda _: {
            "type": "integer",
            "minimum": 1,
            "maximum": LARGEST_LIMIT,
            "default": DEFAULT_LIMIT,
        },
    ),
    Parameter(
        "offset",
        "How many items come before the part.",
        f"a whole number from 0 to {LONGEST_OFFSET:,}",
        lambda _: {"type": "integer", "minimum": 0, "maximum": LONGEST_OFFSET, "default": 0},
    ),
)
PROJECT_SORT, AREA_SORT = _sort(PROJECT_KEYS), _sort(AREA_KEYS)
WEIGHT = Parameter(
    "weight",
    "With incidents, rows have counts of them, where this map was given some.",
    listing(list(Weight)),
    lambda _: _one_of(weights()),
)
AT = Parameter(
    "at",
    "The place.",
    "longitude,latitude in degrees, such as -0.335,53.745",
    lambda _: {"type": "string", "pattern": _POINT},
    required=True,
)
WORDS = Parameter(
    "q",
    "What is looked for: all words, slips forgiven.",
    f"1 to {LONGEST_TEXT} characters, not blanks alone",
    lambda _: {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT, "pattern": r"\S"},
    required=True,
)
PROJECT_ID = Parameter(
    "id",
    "The project.",
    "the id of a project",
    lambda atlas: _one_of(project.id for project in atlas.projects),
    required=True,
    in_path=True,
)
SERVICE_CODE = Parameter(
    "code",
    "The service.",
    "the code of a service",
    lambda atlas: _one_of(atlas.services),
    required=True,
    in_path=True,
)


def with_meaning(parameter: Parameter, means: str) -> Parameter:
    """Say what a parameter means where it means something of its own."""
    return replace(parameter, means=means)


def needed(parameter: Parameter, means: str) -> Parameter:
    """Say what a filter means where just one value must be given."""
    takes = "the id of a theme" if parameter is THEME else parameter.takes
    return replace(parameter, means=means, takes=takes, required=True, repeats=False)
