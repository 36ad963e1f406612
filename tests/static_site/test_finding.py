"""The search of a site: it finds what the server finds where nothing is misspelt."""

from typing import Any

import pytest
from flask import Flask

from escwg_map.publish.publication import Publication
from escwg_map.search.words import folded
from escwg_map.static_site.finding import findings_of
from escwg_map.static_site.pages import pages_of
from escwg_map.static_site.whereabouts import Whereabouts
from escwg_map.web import create_app
from static_site.answering import in_node


@pytest.fixture(scope="module")
def entries(shipped_publication: Publication) -> list[dict[str, Any]]:
    """What the script looks through."""
    app: Flask = create_app(shipped_publication.folder)
    atlas = shipped_publication.atlas
    with app.test_request_context():
        return findings_of(shipped_publication.index, atlas, Whereabouts(pages_of(atlas)))


def found(entries: list[dict[str, Any]], *typed: str) -> list[dict[str, Any]]:
    texts: list[dict[str, Any]] = in_node(entries=entries, typed=typed)["texts"]
    return texts


def test_every_name_typed_in_full_finds_first_what_the_server_does(
    entries: list[dict[str, Any]], shipped_publication: Publication
) -> None:
    names = sorted({entry.name for entry in shipped_publication.index.entries})

    for name, text in zip(names, found(entries, *names), strict=True):
        assert text["finds"][0] == shipped_publication.index.find(name)[0].name, name


@pytest.mark.parametrize("typed", ["hull", "ess pol", "HFRS", "control room", "york", "E23000012"])
def test_beginnings_of_words_find_as_much_as_on_the_server(
    entries: list[dict[str, Any]], shipped_publication: Publication, typed: str
) -> None:
    (text,) = found(entries, typed)

    assert text["finds"] == [entry.name for entry in shipped_publication.index.find(typed)]


def test_nothing_is_found_for_nothing(entries: list[dict[str, Any]]) -> None:
    assert [text["finds"] for text in found(entries, "", " - ", "qqqq")] == [[], [], []]


def test_text_is_folded_as_the_server_folds_it() -> None:
    texts = [
        "Ynys Môn",
        "King\N{RIGHT SINGLE QUOTATION MARK}s Lynn & West-Norfolk",
        " Hull,  City of ",
        "STRAẞE",
        "ﬁre",
    ]

    assert [text["folded"] for text in found([], *texts)] == [folded(text) for text in texts]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("53.745, -0.335", "-0.335,53.745"),
        ("53.745 -0.335", "-0.335,53.745"),
        ("53,-1", "-1,53"),
        ("53.745N 0.335W", None),
        ("hull", None),
        ("TA 09 28", None),
    ],
)
def test_coordinates_are_a_place(typed: str, place: str | None) -> None:
    assert found([], typed)[0]["place"] == place
