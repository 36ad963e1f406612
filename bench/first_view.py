"""The first view of the map: how much is fetched, beside what its peers would fetch."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from performance import Row, at_least, at_most

from bench.browsing import Fetched, chromium, fetched
from bench.pages import EXPLORE, FOLIUM, OURS, ROUNDED, our_page, peer_pages
from bench.plan import Plan, answered

_HOW = {"br": "brotli", "gzip": "gzip"}
_SIZE = Row("Bodies of the first view, brotli", "KB", at_most(220))
_REQUESTS = Row("Requests of the first view", "requests", at_most(14))
_TIMES = {
    (name, how): Row(f"Bodies, all {title}: {name}, times the map's", "times", bar)
    for how, title in _HOW.items()
    for name, bar in ((FOLIUM, at_least(5)), (EXPLORE, at_least(5)), (ROUNDED, None))
}


def measure(plan: Plan) -> Iterator[Row]:
    """Count what our page fetches, then what the others do."""
    yield from answered((_SIZE, _REQUESTS), lambda: _ours(plan))
    yield from answered(tuple(_TIMES.values()), lambda: _beside(plan))


def _ours(plan: Plan) -> Iterator[Row]:
    with chromium() as browser, our_page(plan) as ours:
        found = fetched(browser, ours, "br")
    yield replace(_SIZE, figure=found.size / 1000)
    yield replace(_REQUESTS, figure=found.requests)


def _beside(plan: Plan) -> Iterator[Row]:
    with chromium() as browser, our_page(plan) as ours, peer_pages(plan) as others:
        for how in _HOW:
            found = {
                name: fetched(browser, visit, how)
                for name, visit in {OURS: ours, **others.visits}.items()
            }
            yield from (_compared(name, how, found, others.empty) for name in others.visits)


def _compared(name: str, how: str, found: Mapping[str, Fetched], empty: Sequence[str]) -> Row:
    ours, theirs = found[OURS], found[name]
    note = f"{theirs.requests} requests, of which {len(empty)} for files that stand here empty"
    return replace(
        _TIMES[name, how],
        figure=round(theirs.size / ours.size, 1),
        beside={OURS: ours.size / 1000, name: theirs.size / 1000},
        beside_unit="KB",
        note=f"{note}: {' and '.join(empty)}",
    )
