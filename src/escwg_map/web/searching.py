"""The page that answers: where is it? And the suggestions of the search box."""

from flask import Blueprint, Response
from msgspec.structs import replace

from escwg_map.errors import BadPlace, BadSelection
from escwg_map.search.typed_place import read_typed_place
from escwg_map.selection import Selection
from escwg_map.selection.parameters import Point
from escwg_map.selection.parameters import point as read_point
from escwg_map.selection.parameters import words as read_words
from escwg_map.web.contexts.search import PlacesPage
from escwg_map.web.current import publication, read_parameters
from escwg_map.web.findings import finding_of
from escwg_map.web.json_text import json_answer
from escwg_map.web.page import render
from escwg_map.web.places import place_at

searching = Blueprint("searching", __name__)

_MOST = 100
"""Results on a page: more than that want another word, not more reading."""

_SUGGESTIONS = 10


@searching.get("/places")
def show_places() -> str | tuple[str, int]:
    """Show what was found by typing, or what there is at a place."""
    given = read_parameters({"q": read_words, "at": read_point})
    text, at = given.get("q", ""), given.get("at")
    if text and at:
        raise BadSelection("at", "This page takes a text (q) or a place (at), not both.")
    if at:
        return render(_with_place(_page(), at))
    try:
        typed = read_typed_place(text)
    except BadPlace as refused:
        return render(replace(_page(text), error=str(refused))), 400
    if typed:
        point = Point(typed.longitude, typed.latitude)
        return render(replace(_with_place(_page(text), point), typed=typed))
    return render(_with_findings(_page(text)))


@searching.get("/places/suggestions")
def show_suggestions() -> Response:
    """Send the best finds of what has been typed so far."""
    text, atlas = read_parameters({"q": read_words}).get("q", ""), publication().atlas
    found = publication().index.find(text)[:_SUGGESTIONS]
    findings = [finding_of(entry, atlas) for entry in found]
    body = [
        {"text": each.name, "kind": each.kind, "address": each.on_map or each.address}
        for each in findings
    ]
    return json_answer(body)


def _page(text: str = "") -> PlacesPage:
    examples = publication().index.examples()
    return PlacesPage("Find a place, service or project", q=text, examples=examples)


def _with_place(page: PlacesPage, point: Point) -> PlacesPage:
    place = place_at(point, publication().atlas, publication().ground)
    return replace(page, place=place, selection=Selection(at=place.point))


def _with_findings(page: PlacesPage) -> PlacesPage:
    index, atlas = publication().index, publication().atlas
    if found := index.find(page.q):
        findings = [finding_of(entry, atlas) for entry in found[:_MOST]]
        return replace(page, number=len(found), findings=findings)
    alone = {word: len(index.find(word)) for word in page.q.split()}
    if len(alone) > 1 and all(alone.values()):
        return replace(page, words=list(alone.items()))
    return replace(page, near=list(index.near(page.q)))
