"""A server under load stays as it was, whatever is changed or killed beside it."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest

from reliability.catalogue import row
from reliability.clients import Clients, after
from reliability.editions import Editions
from reliability.memory import Sample, Slope, descriptors_grow, sample, slope
from reliability.processes import Server, started
from reliability.soak import Plan, served, soaked

T = TypeVar("T")

SHORT = Plan(14, ageing=3, measured=2, change=4, kill=600, first_kill=4, reloads=2, share=0.25)
"""A quarter of what it did for two seconds: other tests take much of the machine at any time."""


@row(
    "P11",
    fault="for hours, requests at half of what it can do, new data every ten seconds, a worker "
    "killed every minute",
    seen="every answer is right and of one edition; memory and descriptors do not grow; only "
    "requests break that were under way at the killed worker",
)
def test_p11_a_server_under_load_serves_new_data_and_outlives_its_workers(tmp_path: Path) -> None:
    with served(tmp_path) as (server, settings):
        soak = ran(soaked(server, settings, SHORT))

    assert list(soak.missed()) == []
    assert soak.driven.statuses[200] > 100
    assert soak.what.turns >= 2
    assert soak.what.reloads >= 2
    assert len(soak.what.kills) == 1
    assert max(number for number in soak.what.editions.numbers.values()) >= 4


def test_p11_a_server_that_leaks_and_mixes_is_found_out(toyshire_published: Path) -> None:
    editions = Editions()
    editions.numbers = {"p0": 0, "p1": 1}
    with started(toyshire_published, "reliability.careless:make_leaking_app", workers=1) as server:
        samples = ran(_driven(server, editions))

    assert any("editions [0, 7]" in each for each in editions.mixed())
    assert any("a.css is not there" in each for each in editions.mixed())
    assert slope(samples, 0.2).is_over
    assert descriptors_grow(samples)


def ran(work: Coroutine[Any, Any, T]) -> T:
    """Run it in a thread of its own: browsers of other tests have an event loop in this one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, work).result()


async def _driven(server: Server, editions: Editions) -> list[Sample]:
    clients, samples = Clients(server.port, ["/"], editions.see), list[Sample]()
    for _ in range(15):
        await clients.drive(100, after(0.2))
        samples += sample(server.workers())
    clients.close()
    return samples


def test_memory_that_goes_up_and_down_does_not_grow() -> None:
    samples = [Sample(at, 1, 80 + at % 10, 20) for at in range(600)]

    assert not slope(samples, 10).is_over
    assert not descriptors_grow(samples)


def test_memory_that_grows_by_two_mib_an_hour_is_found_out() -> None:
    samples = [Sample(at, 1, 80 + at % 10 + 2 * at / 3600, 20) for at in range(600)]

    assert slope(samples, 10).growth == pytest.approx(2)
    assert slope(samples, 10).is_over


def test_growth_that_is_not_known_well_enough_is_neither_over_nor_under() -> None:
    unsure = Slope(growth=1.8, error=0.75, minutes=10)

    assert not unsure.is_over
    assert not unsure.is_under


def test_growth_that_is_surely_little_is_under() -> None:
    assert Slope(growth=0.4, error=0.15, minutes=28).is_under
