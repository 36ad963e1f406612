"""Whatever is asked over the network, it is answered or refused: nothing faults, nothing hangs."""

from pathlib import Path

import pytest
from flask import Flask

from escwg_map.settings import Settings
from escwg_map.web import create_app
from reliability import careless
from reliability.asked import Asked
from reliability.network import fuzz, judged

DOORS = ("the JSON API", "OGC API - Features", "queries of pages", "bodies")

FOUND: tuple[Asked, ...] = ()
"""Requests that were at fault once."""

WORST = (
    Asked("/", (("q", "\ud800"),)),
    Asked("/api/v1/projects", (("limit", "9" * 5_000),)),
    *FOUND,
)


@pytest.fixture(scope="module")
def app(toyshire_published: Path) -> Flask:
    """The app, serving Toyshire."""
    known = Settings.model_construct(trusted_hosts="localhost", rate_limit=0)
    return create_app(toyshire_published, known)


@pytest.mark.parametrize("door", DOORS)
def test_five_hundred_generated_requests_are_answered_or_refused(app: Flask, door: str) -> None:
    tally = fuzz(app, door, inputs=500, start=20_160)

    assert tally.sent >= 500
    assert tally.refused


@pytest.mark.parametrize("asked", WORST, ids=lambda asked: asked.path)
def test_what_is_worst_or_was_at_fault_once_is_answered_or_refused(
    app: Flask, asked: Asked
) -> None:
    status, _ = judged(app.test_client(), asked)

    assert 200 <= status < 500


@pytest.mark.parametrize("door", DOORS)
def test_an_app_that_believes_what_it_is_told_is_found_out(door: str) -> None:
    with pytest.raises(AssertionError):
        fuzz(careless.make_app(), door, inputs=500, start=20_160)
