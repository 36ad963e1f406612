"""How soon the map is drawn, beside its peers, and how it feels once it is."""

import statistics
from collections.abc import Iterator, Mapping
from dataclasses import replace

from performance import Row, at_least, at_most
from playwright.sync_api import Browser

from bench.browsing import (
    Drawn,
    Visit,
    blocked_while_panning,
    chromium,
    drawn_after,
    filter_changes,
    visited,
)
from bench.pages import EXPLORE, FOLIUM, OURS, our_page, peer_pages
from bench.plan import Plan, answered

_NETWORKS = {"": False, " on 3G": True}
_TIMES = {
    (name, network): Row(
        f"Last polygon drawn{network}: {name}, times the map's", "times", at_least(2)
    )
    for network in _NETWORKS
    for name in (FOLIUM, EXPLORE)
}
_SEEN = {
    key: replace(row, what=row.what.replace("drawn", "on the screen"), bar=None)
    for key, row in _TIMES.items()
}
_FILTER = Row("A filter changed, its result painted: 95 %", "ms", at_most(150))
_BLOCKED = Row("Main thread blocked over 50 ms while panning", "times", at_most(0))


def measure(plan: Plan) -> Iterator[Row]:
    """Measure the page in use, then how soon it is drawn."""
    yield from answered((_FILTER, _BLOCKED), lambda: _in_use(plan))
    yield from answered((*_TIMES.values(), *_SEEN.values()), lambda: _beside(plan))


def _in_use(plan: Plan) -> Iterator[Row]:
    took, blocked = list[float](), list[float]()
    with chromium() as browser, our_page(plan) as ours:
        for _ in range(plan.rounds):
            with visited(browser, ours) as (page, _requests):
                blocked += blocked_while_panning(page)
                took += filter_changes(page)
    within = statistics.quantiles(took, n=20)
    halfway = {"half of them": round(statistics.median(took))}
    said = f"{len(took)} changes"
    yield replace(_FILTER, figure=round(within[-1]), beside=halfway, beside_unit="ms", note=said)
    longest = {"longest": round(max(blocked, default=0))}
    said = f"in {plan.rounds} rounds of four drags"
    yield replace(_BLOCKED, figure=len(blocked), beside=longest, beside_unit="ms", note=said)


def _beside(plan: Plan) -> Iterator[Row]:
    with chromium() as browser, our_page(plan) as ours, peer_pages(plan) as others:
        visits = {OURS: ours, FOLIUM: others.visits[FOLIUM], EXPLORE: others.visits[EXPLORE]}
        for network, on_3g in _NETWORKS.items():
            drawn = _drawn(browser, visits, plan, on_3g=on_3g)
            said = f"in the picture of the map; on the map after {drawn[OURS].last:.0f} ms"
            for name in (FOLIUM, EXPLORE):
                painted = {each: drawn[each].first for each in (OURS, name)}
                seen = {each: drawn[each].seen for each in (OURS, name)}
                yield _times(_TIMES[name, network], painted, said)
                yield _times(_SEEN[name, network], seen, "when tiles were filled, too")


def _times(row: Row, took: Mapping[str, float], said: str) -> Row:
    """Answer how many times as long as the map the other one took."""
    ours, other = took.values()
    beside = {name: round(each) for name, each in took.items()}
    return replace(row, figure=round(other / ours, 1), beside=beside, beside_unit="ms", note=said)


def _drawn(
    browser: Browser, visits: Mapping[str, Visit], plan: Plan, *, on_3g: bool
) -> dict[str, Drawn]:
    """Load the pages in turn, round after round: the first one only warms the servers."""
    found: dict[str, list[Drawn]] = {name: [] for name in visits}
    for number in range(plan.rounds + 1):
        for name, visit in visits.items():
            with visited(browser, visit, on_3g=on_3g) as (page, _):
                found[name].append(drawn_after(page))
        if number == 0:
            found = {name: [] for name in visits}
    return {
        name: Drawn(
            first=statistics.median(each.first for each in times),
            seen=statistics.median(each.seen for each in times),
            last=statistics.median(each.last for each in times),
        )
        for name, times in found.items()
    }
