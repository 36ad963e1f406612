"""Texts that make careless searches slow: they cost no more than others."""

import re
import time

import pytest
from flask import Flask
from flask.testing import FlaskClient

from escwg_map.web import create_app
from escwg_map.web.current import switch
from reliability.catalogue import row
from reliability.doors import ANSWERING, Addresses

SECONDS = 2.0
"""Of the processor's time, for one request: generous, for what takes a tenth of it."""

SLOW = {
    "nested repetition": "(a+)+" * 40,
    "many letters a": "a" * 199 + "!",
    "blanks": "a" + " " * 198 + "a",
    "digits and blanks": "TA " + "1 " * 98,
    "letters that grow when folded": "\u0130" * 200,
    "ligatures that grow when taken apart": "\ufdfa" * 200,
    "letters with many accents": ("e" + "\u0301" * 9) * 20,
    "another script": "\u0937\u094d\u091f\u094d\u0930" * 40,
    "signs beyond the first plane": "\U0001f9d1\u200d" * 100,
    "two hundred words": "a b " * 50,
    "slips in every word": "hosptial " * 22,
    "commas and signs of degrees": "1,°" * 66,
    "points": "1." * 100,
    "hyphens": "a-" * 99 + "A",
}


@row(
    "N22",
    fault="A text that is slow to search for: `(a+)+`, 200 letters that grow when folded",
    seen="the answer, in less than 2 seconds of the processor's time",
)
@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_n22_no_text_takes_long(client: FlaskClient, address_of: Addresses, text: str) -> None:
    for door in ANSWERING.values():
        for name in door.takes:
            if name in ("q", "title", "theme", "cell", "at", "bbox", "datetime", "url"):
                assert cost(client, address_of(door, (name, text))) < SECONDS


def cost(client: FlaskClient, address: str) -> float:
    """Measure what a request takes of the processor's time."""
    before = time.process_time()
    answer = client.get(address)
    spent = time.process_time() - before
    assert answer.status_code in (200, 400, 404)
    return spent


def test_n22_a_slow_search_would_be_seen(app: Flask) -> None:
    careless = create_app(switch(app).current.folder)
    careless.add_url_rule("/slow", "slow", lambda: str(re.fullmatch("(a+)+b", "a" * 27)))

    assert cost(careless.test_client(), "/slow") > SECONDS
