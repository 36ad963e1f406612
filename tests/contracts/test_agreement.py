"""One selection, many faces: pages, exports and API say the same numbers."""

import json
import re
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection
from escwg_map.vocabulary import Benefit, Kind, Status
from escwg_map.web import create_app

NUMBER = 50
LISTED = ("projects", "areas", "cells", "gaps", "coverage")
WITHOUT_LAYER = ("projects", "cells", "coverage")
WORDS = ("police", "fire", "toy", "medical calls", "building", "nothing like it")


def selections(publication: Publication) -> list[Selection]:
    """Fifty selections, the same every time, of which some find nothing."""
    chance, atlas = Random(2016), publication.atlas  # noqa: S311 - no secret
    codes, cells = list(atlas.services), [cell.id for cell in atlas.cells]

    def some(values: list[str]) -> tuple[str, ...]:
        return tuple(sorted(chance.sample(values, chance.randint(1, 2))))

    makers: Mapping[str, Callable[[], Any]] = {
        "theme": lambda: some(list(atlas.themes)),
        "scheme": lambda: some(list(atlas.schemes)),
        "status": lambda: some(list(Status)),
        "benefit": lambda: some(list(Benefit)),
        "kind": lambda: some(list(Kind)),
        "service": lambda: chance.choice(codes),
        "area": lambda: chance.choice(codes),
        "cell": lambda: chance.choice(cells),
        "from_": lambda: chance.randint(2012, 2016),
        "to": lambda: chance.randint(2012, 2016),
        "q": lambda: chance.choice(WORDS),
    }
    chosen = [chance.sample(sorted(makers), chance.randint(0, 2)) for _ in range(NUMBER)]
    return [
        Selection(layer=chance.choice(list(Kind)), **{name: makers[name]() for name in names})
        for names in chosen
    ]


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    """Somebody who asks for everything."""
    app: Flask = create_app(publication.folder)
    return app.test_client()


def by_page(client: FlaskClient, selection: Selection) -> int:
    """How many projects the page of projects says that it found."""
    text = client.get(f"/projects?{selection.to_query()}").text
    found = re.search(r"\b(\d+) projects?:", text)
    assert found, text
    return int(found[1])


def by_export(client: FlaskClient, what: str, selection: Selection) -> int:
    """How many rows the export has."""
    return len(json.loads(client.get(f"/export/{what}.json?{selection.to_query()}").text)["rows"])


def by_api(client: FlaskClient, what: str, selection: Selection) -> int:
    """How many items the API says there are."""
    taken = selection.but(layer=Kind.POLICE) if what in WITHOUT_LAYER else selection
    answer = client.get(f"/api/v1/{what}?{taken.to_query()}").json
    assert answer
    return int(answer["numberMatched"])


def test_the_selections_find_much_little_and_nothing(publication: Publication) -> None:
    found = {len(s.apply(publication.atlas).projects) for s in selections(publication)}

    assert {0, 1, 2, 4} <= found


@pytest.mark.parametrize("number", range(NUMBER))
def test_pages_exports_and_api_count_the_same(
    client: FlaskClient, publication: Publication, number: int
) -> None:
    selection = selections(publication)[number]

    counts = {what: by_api(client, what, selection) for what in LISTED}

    assert counts == {what: by_export(client, what, selection) for what in LISTED}
    assert counts["projects"] == by_page(client, selection)


@pytest.mark.parametrize("number", range(0, NUMBER, 5))
def test_items_are_the_rows_of_the_export(
    client: FlaskClient, publication: Publication, number: int
) -> None:
    selection = selections(publication)[number]

    answer = client.get(f"/api/v1/gaps?{selection.to_query()}").json

    assert answer
    exported = client.get(f"/export/gaps.json?{selection.to_query()}").text
    assert answer["items"] == json.loads(exported)["rows"]


def test_overlaps_are_those_of_the_export(client: FlaskClient) -> None:
    assert by_api(client, "overlaps", Selection()) == by_export(client, "overlaps", Selection())
