"""Whatever bytes come, they are answered or cut off, and the server goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reliability.processes import Server, started, until
from reliability.raw_http import FOUND, fuzz, send


@pytest.fixture(scope="module")
def server(toyshire_published: Path) -> Iterator[Server]:
    """Toyshire, served by two workers."""
    with started(toyshire_published, workers=2) as one:
        assert until(lambda: one.listeners() == 2)
        yield one


def test_five_hundred_spoilt_requests_are_answered_or_cut_off(server: Server) -> None:
    # How long an answer takes beside other tests says little; the long run has the bar.
    tally = fuzz(server, 500, slowest=60)

    assert tally.faults == []
    assert tally.refused > 100
    assert tally.answers[200] > 20


def test_what_was_at_fault_once_is_so_no_more(server: Server) -> None:
    assert send(server, FOUND).faults == []


def test_an_app_that_believes_what_it_is_told_is_found_out(toyshire_published: Path) -> None:
    with started(toyshire_published, "reliability.careless:make_app") as server:
        faults = fuzz(server, 100).faults

    assert any(each.startswith("500 ") for each in faults)
    assert any("Traceback" in each for each in faults)
