"""What publishing costs, and how a register of ten thousand projects is served."""

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, product
from pathlib import Path

from performance import Bar, Row, at_most

from bench.browsing import Visit, blocked_while_panning, chromium, drawn_after, fetched, visited
from bench.commands import PROGRAM
from bench.load import Target, ask
from bench.made_up import register_with, vertices, write_denser, write_register
from bench.plan import Plan, answered
from bench.processes import Cost, timed, with_memory
from bench.servers import the_map
from escwg_map.publish.publication import Publication
from escwg_map.publish.work import published
from escwg_map.settings import Settings
from escwg_map.sources.layers import read_layers
from escwg_map.vocabulary import Kind, Status

_VERTICES = 2_000_000
_FEW, _HALF, _MANY = 1_000, 5_500, 10_000
_LINEAR = Row("Processor time a project, the second 4,500 by the first", "times", at_most(1.1))
_FILTER = Row("A filter answered: 95 %", "ms", at_most(200))
_SIZE = Row("Bodies of the first view, brotli", "KB", at_most(400))
_DRAWN = Row("Last polygon drawn", "ms")
_NODES = Row("Elements of the page", "elements")
_BLOCKED = Row("Main thread blocked over 50 ms while panning", "times", at_most(0))


@dataclass(frozen=True)
class Input:
    """What is published, and the bars for it."""

    name: str
    settings: Settings
    seconds: Bar | None = None
    mb: Bar | None = None


def measure(plan: Plan) -> Iterator[Row]:
    """Publish each input, then serve the largest register."""
    layers, _ = read_layers(plan.settings.boundaries)
    shipped = Input(
        f"Shipped data, {vertices(layers):,} vertices", plan.settings, at_most(12), at_most(600)
    )
    yield from _rows(shipped, _costs(shipped, plan, plan.rounds), plan)
    write_denser(layers, _VERTICES, plan.folder / "denser")
    dense = plan.settings.model_copy(update={"boundaries": plan.folder / "denser"})
    denser = Input(f"{_VERTICES:,} vertices", dense, at_most(90), at_most(3000))
    yield from _rows(denser, _costs(denser, plan, min(2, plan.rounds)), plan)
    yield from _many_projects(plan)


def _many_projects(plan: Plan) -> Iterator[Row]:
    large = {
        number: Input(f"{number:,} made-up projects", _with_projects(number, plan))
        for number in (_FEW, _HALF, _MANY)
    }
    costs: dict[int, list[Cost]] = {number: [] for number in large}
    for _ in range(min(3, plan.rounds)):  # by turns: a machine that gets slower is so for all
        for number, each in large.items():
            costs[number] += _costs(each, plan, 1)
    used = {n: statistics.median(cost.processor for cost in took) for n, took in costs.items()}
    for number in (_FEW, _MANY):
        yield from _rows(large[number], costs[number], plan)
    first, second = used[_HALF] - used[_FEW], used[_MANY] - used[_HALF]
    yield replace(
        _LINEAR,
        figure=round(second / first, 2),
        beside={f"{number:,} projects": round(seconds, 1) for number, seconds in used.items()},
        beside_unit="s of a processor",
        note="1 is linear; a tenth more is noise",
    )
    yield from _served(_with_projects(_MANY, plan), plan)


def _with_projects(number: int, plan: Plan) -> Settings:
    folder = plan.folder / f"projects-{number}"
    if not folder.is_dir():
        write_register(register_with(number, plan.settings.data), plan.settings.data, folder)
    return plan.settings.model_copy(update={"data": folder})


def _command(settings: Settings, into: Path) -> list[str]:
    folders = {"data": settings.data, "boundaries": settings.boundaries, "published": into}
    return [str(PROGRAM), "publish", *(f"--{name}={path}" for name, path in folders.items())]


def _costs(asked: Input, plan: Plan, times: int) -> list[Cost]:
    return [timed(_command(asked.settings, plan.fresh("timed"))) for _ in range(times)]


def _rows(asked: Input, costs: list[Cost], plan: Plan) -> Iterator[Row]:
    processor = statistics.median(cost.processor for cost in costs)
    yield Row(
        f"{asked.name}: published in",
        "s",
        asked.seconds,
        round(statistics.median(cost.seconds for cost in costs), 1),
        {"of a processor": round(processor, 1)},
        "s",
    )
    most = with_memory(_command(asked.settings, plan.fresh("watched")))
    yield Row(f"{asked.name}: memory", "MB", asked.mb, round(most))


def _served(settings: Settings, plan: Plan) -> Iterator[Row]:
    """Ask the server that has ten thousand projects, then look at its map."""
    atlas = Publication(published(settings)).atlas
    filters = tuple(
        f"/?layer={layer}&theme={theme}&status={status}"
        for layer, theme, status in islice(product(Kind, atlas.themes, Status), 100)
    )
    with the_map(settings, plan.folder / "map.log") as server:
        ask(Target(server.port, ("/",)))
        took = [_milliseconds(server.port, path) for path in filters]
        halfway = {"half of them": round(statistics.median(took))}
        within = statistics.quantiles(took, n=20)[-1]
        yield replace(_FILTER, figure=round(within), beside=halfway, beside_unit="ms")
        visit = Visit(f"http://127.0.0.1:{server.port}/", len(atlas.areas(Kind.POLICE)))
        rows = (_SIZE, _DRAWN, _NODES, _BLOCKED)
        yield from answered(rows, lambda: _looked_at(visit))


def _milliseconds(port: int, path: str) -> float:
    began = time.monotonic()
    ask(Target(port, (path,), {"Accept-Encoding": "br"}))
    return 1000 * (time.monotonic() - began)


def _looked_at(visit: Visit) -> Iterator[Row]:
    with chromium() as browser:
        yield replace(_SIZE, figure=round(fetched(browser, visit, "br").size / 1000, 1))
        with visited(browser, visit) as (page, _):
            yield replace(_DRAWN, figure=round(drawn_after(page).last))
            yield replace(_NODES, figure=page.locator("*").count())
            blocked = blocked_while_panning(page)
    longest = {"longest": round(max(blocked, default=0))}
    yield replace(_BLOCKED, figure=len(blocked), beside=longest, beside_unit="ms")
