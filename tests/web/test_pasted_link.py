"""A pasted link restores the view whole, whatever was selected."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from escwg_map.atlas import Atlas
from escwg_map.selection import Selection
from escwg_map.selection.parameters import Point
from escwg_map.selection.ways import Colour, Markers, View
from escwg_map.vocabulary import Benefit, Kind, Status
from web.fetched import Visitor

TRIED = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
WORDS = st.text("abcdoxy&<>\"' é+%=", min_size=1, max_size=30).map(str.strip).filter(bool)
YEARS = st.integers(1990, 2030)


def some(draw: st.DrawFn, words: list[Any]) -> tuple[Any, ...]:
    chosen = draw(st.sets(st.sampled_from(words)))
    return tuple(word for word in words if word in chosen)


@st.composite
def selections(draw: st.DrawFn, atlas: Atlas) -> Selection:
    """Any selection of what Toyshire has."""
    codes = sorted(atlas.services)
    points = [Point(*point) for _, point in sorted(atlas.land.points.items())]
    return Selection(
        layer=draw(st.sampled_from(Kind)),
        theme=tuple(sorted(some(draw, list(atlas.themes)))),
        scheme=tuple(sorted(some(draw, list(atlas.schemes)))),
        status=some(draw, list(Status)),
        benefit=some(draw, list(Benefit)),
        kind=some(draw, list(Kind)),
        service=draw(st.none() | st.sampled_from(codes)),
        area=draw(st.none() | st.sampled_from(codes)),
        cell=draw(st.none() | st.sampled_from([cell.id for cell in atlas.cells])),
        from_=draw(st.none() | YEARS),
        to=draw(st.none() | YEARS),
        q=draw(st.none() | WORDS),
        colour=draw(st.sampled_from(Colour)),
        outlines=some(draw, list(Kind)),
        markers=draw(st.sampled_from(Markers)),
        at=draw(st.none() | st.sampled_from(points)),
        view=draw(st.sampled_from(View)),
    )


def sent(page: BeautifulSoup, selector: str = "#filters") -> list[tuple[str, str]]:
    """What a browser sends of a form that nobody has touched."""
    form = page.select_one(selector)
    assert form
    return [pair for field in form.select("input, select") for pair in pairs_of(field)]


def pairs_of(field: Tag) -> list[tuple[str, str]]:
    name = str(field["name"])
    if field.name == "select":
        chosen = field.select_one("option[selected]") or field.select_one("option")
        assert chosen
        return [(name, str(chosen["value"]))]
    if field.get("type") in ("checkbox", "radio") and not field.has_attr("checked"):
        return []
    return [(name, str(field.get("value", "")))]


@TRIED
@given(data=st.data())
def test_the_form_has_every_filter_and_way_of_showing(
    visitor: Visitor, atlas: Atlas, data: st.DataObject
) -> None:
    asked = data.draw(selections(atlas))

    page = visitor.page(f"/?{asked.to_query()}")

    assert Selection.from_query(sent(page)) == asked


@TRIED
@given(data=st.data())
def test_the_list_of_places_keeps_everything_else(
    visitor: Visitor, atlas: Atlas, data: st.DataObject
) -> None:
    asked = data.draw(selections(atlas))

    page = visitor.page(f"/?{asked.to_query()}")

    restored = Selection.from_query(sent(page, ".app-place-choice"))
    assert restored.but(at=None) == asked.but(at=None)


@TRIED
@given(data=st.data())
def test_the_map_is_told_the_layer_the_borders_and_the_place(
    visitor: Visitor, atlas: Atlas, data: st.DataObject
) -> None:
    asked = data.draw(selections(atlas)).but(view=View.MAP)

    page = visitor.page(f"/?{asked.to_query()}")

    element = page.select_one("#map-state")
    assert element
    state = json.loads(element.get_text())
    assert state["layer"] == asked.layer
    assert state["outlines"] == list(asked.outlines)
    assert state["at"] == ([asked.at.longitude, asked.at.latitude] if asked.at else None)
    assert set(state["fills"]) == set(atlas.areas(asked.layer))


@pytest.mark.parametrize("path", ["/projects", "/areas", "/gaps", "/embed"])
@settings(TRIED, max_examples=8)
@given(data=st.data())
def test_every_page_of_a_selection_takes_the_same_link(
    visitor: Visitor, atlas: Atlas, path: str, data: st.DataObject
) -> None:
    asked = data.draw(selections(atlas))

    said = visitor.page(f"{path}?{asked.to_query()}").get_text()

    assert " ".join(asked.describe(atlas).split()) in " ".join(said.split())
