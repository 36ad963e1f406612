"""What was asked for, written back as the query string that asks it again."""

from collections.abc import Sequence
from typing import TypeVar
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escwg_map.atlas import Atlas
from escwg_map.errors import BadSelection
from escwg_map.selection import Selection
from escwg_map.selection.ordering import Sort, SortKey
from escwg_map.selection.parameters import Point
from escwg_map.selection.ways import Colour, Markers, View, Weight
from escwg_map.vocabulary import Benefit, Kind, Status

T = TypeVar("T")

SLUGS = ("demand", "estates", "first-response", "wider")
CODES = ("E23000902", "E31000901", "RZ1", "W15000001", "W25000003")
CELLS = ("E23000902-E31000902-RZ2", "W15000001-W25000003-RT4")


def some(words: Sequence[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """Any of the words, in their order, each once."""
    return st.sets(st.sampled_from(words)).map(lambda s: tuple(w for w in words if w in s))


def degrees(most: int) -> st.SearchStrategy[float]:
    """Degrees with five decimals, as the query string writes them."""
    return st.integers(-most * 100_000, most * 100_000).map(lambda n: n / 100_000)


def maybe(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | values


SEEN = st.characters(exclude_categories=["C", "Z"]) | st.just(" ")
WORDS = st.text(SEEN, min_size=1, max_size=200).map(str.strip).filter(bool)
YEARS = st.integers(1900, 2099)
SELECTIONS = st.builds(
    Selection,
    layer=st.sampled_from(Kind),
    theme=some(SLUGS),
    scheme=some(SLUGS),
    status=some(tuple(Status)),
    benefit=some(tuple(Benefit)),
    kind=some(tuple(Kind)),
    service=maybe(st.sampled_from(CODES)),
    area=maybe(st.sampled_from(CODES)),
    cell=maybe(st.sampled_from(CELLS)),
    from_=maybe(YEARS),
    to=maybe(YEARS),
    q=maybe(WORDS),
    colour=st.sampled_from(Colour),
    outlines=some(tuple(Kind)),
    markers=st.sampled_from(Markers),
    at=maybe(st.builds(Point, degrees(180), degrees(90))),
    view=st.sampled_from(View),
    weight=st.sampled_from(Weight),
    sort=maybe(st.builds(Sort, st.sampled_from(SortKey), st.booleans())),
    limit=maybe(st.integers(1, 1_000)),
    offset=st.integers(0, 1_000_000),
)


@given(SELECTIONS)
def test_a_query_string_gives_the_same_selection_again(asked: Selection) -> None:
    pairs = parse_qsl(asked.to_query(), strict_parsing=bool(asked.to_query()))

    assert Selection.from_query(pairs) == asked


@given(SELECTIONS)
def test_the_order_of_a_query_string_does_not_matter(asked: Selection) -> None:
    assert Selection.from_query(reversed(asked.pairs())) == asked


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20))))
def test_whatever_is_sent_is_understood_or_refused(pairs: list[tuple[str, str]]) -> None:
    asked, blamed = understood(pairs)

    assert blamed in {*dict(pairs), None}
    assert Selection.from_query(asked.pairs()) == asked


def understood(pairs: list[tuple[str, str]]) -> tuple[Selection, str | None]:
    try:
        return Selection.from_query(pairs), None
    except BadSelection as refused:
        return Selection(), refused.parameter


def test_what_nobody_asked_for_is_not_written() -> None:
    assert Selection().to_query() == ""


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        (
            Selection(layer=Kind.FIRE, theme=("demand", "estates")),
            "layer=fire&theme=demand&theme=es",
        ),
        (Selection(from_=2014, to=2016), "from=2014&to=2016"),
        (Selection(outlines=()), "outlines=none"),
        (Selection(at=Point(-1.7943, 52.7145), view=View.TABLE), "at=-1.7943,52.7145&view=table"),
        (Selection(q="forced entry & doors"), "q=forced+entry+%26+doors"),
    ],
    ids=["repeated names", "years", "no outlines", "a place", "words"],
)
def test_writes_the_names_of_the_contract(asked: Selection, query: str) -> None:
    assert asked.to_query().startswith(query)


def test_values_given_twice_count_once_and_in_the_order_of_the_list() -> None:
    pairs = [("status", "planned"), ("status", "live"), ("status", "planned")]

    assert Selection.from_query(pairs).status == (Status.LIVE, Status.PLANNED)


def test_boxes_that_are_ticked_go_before_the_word_for_none() -> None:
    asked = Selection.from_query([("outlines", "none"), ("outlines", "fire")])

    assert asked.outlines == (Kind.FIRE,)


def test_asks_for_all_projects_unless_told_otherwise(atlas: Atlas) -> None:
    asked = Selection(layer=Kind.FIRE, outlines=(), at=Point(0, 52), view=View.TABLE)

    assert asked.apply(atlas) is atlas
    assert asked.describe(atlas) == "all projects"
    assert not asked.narrows


def test_narrows_when_a_filter_is_set() -> None:
    assert Selection(q="door").narrows


def test_changing_a_part_leaves_the_rest_as_it_was() -> None:
    asked = Selection(layer=Kind.FIRE, theme=("demand",))

    assert asked.but(view=View.TABLE) == Selection(
        layer=Kind.FIRE, theme=("demand",), view=View.TABLE
    )
    assert asked.view is View.MAP


@pytest.mark.parametrize(
    ("asked", "parameter", "said"),
    [
        (
            Selection(theme=("first-respons",)),
            "theme",
            "There is no theme 'first-respons' in the register. Did you mean 'first-response'?",
        ),
        (
            Selection(scheme=("demand",)),
            "scheme",
            "There is no scheme 'demand' in the register.",
        ),
        (
            Selection(service="E23000999"),
            "service",
            "There is no service 'E23000999' in the register.",
        ),
        (Selection(area="RX8"), "area", "There is no area 'RX8' in the register."),
        (
            Selection(cell="E23000901-E31000901-RZ1"),
            "cell",
            "There is no cell 'E23000901-E31000901-RZ1' in the register.",
        ),
        (
            Selection(theme=("a" * 500,)),
            "theme",
            f"There is no theme '{'a' * 40}…' in the register.",
        ),
    ],
    ids=["theme", "scheme", "service", "area", "cell", "without end"],
)
def test_refuses_what_the_register_does_not_hold(
    atlas: Atlas, asked: Selection, parameter: str, said: str
) -> None:
    with pytest.raises(BadSelection) as refused:
        asked.apply(atlas)
    assert refused.value.parameter == parameter
    assert str(refused.value).startswith(said)


def test_lists_the_themes_where_none_is_near(atlas: Atlas) -> None:
    with pytest.raises(BadSelection, match=r"It has .*demand.* and .*\.$"):
        Selection(theme=("nonsense",)).apply(atlas)
