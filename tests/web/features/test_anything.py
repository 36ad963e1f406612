"""Whatever is sent, the answer is items or a refusal, and never a fault of ours."""

import json

import pytest
from flask import Flask
from hypothesis import example, given, settings
from hypothesis import strategies as st

from escwg_map.web.features.asked import PARAMETERS
from web.features.client import Client

NUMBERS = st.floats(allow_nan=True, allow_infinity=True).map(str) | st.integers().map(str)
BOXES = st.lists(NUMBERS, min_size=4, max_size=6).map(",".join)
DAYS = st.datetimes().map(lambda moment: f"{moment.isoformat()}Z")
TIMES = DAYS | st.tuples(DAYS, DAYS).map("/".join)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | NUMBERS | BOXES | TIMES
NAMES = st.sampled_from([*PARAMETERS, "people", "recorded", "themes", "name"])


@pytest.mark.parametrize("collection", ["police", "projects"])
@given(query=st.dictionaries(NAMES, TEXTS, max_size=4))
@example(query={"bbox": "1e300,-1e300,-1e300,1e300"})
@example(query={"bbox": "180.5,50,-180.5,52"})
@example(query={"datetime": "9999-12-31T23:59:60Z"})
@settings(max_examples=150, deadline=None)
def test_any_query_is_answered_or_refused(
    app: Flask, collection: str, query: dict[str, str]
) -> None:
    answer = app.test_client().get(f"/ogc/collections/{collection}/items", query_string=query)

    assert answer.status_code in (200, 400)
    if answer.is_json and answer.status_code == 400:
        assert json.loads(answer.data)["parameter"] in query


@pytest.mark.parametrize(
    "path", ["%00", "police/items/%00", "police%2Fitems", "police/items/..%2F"]
)
def test_any_address_is_answered_or_not_there(ogc: Client, path: str) -> None:
    assert ogc.answer(f"/collections/{path}").status_code in (200, 404)
