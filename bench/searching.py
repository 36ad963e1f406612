"""How long a search takes: in the shipped register, and among ten thousand projects."""

import statistics
import time
from collections.abc import Iterator
from dataclasses import replace

from performance import Row, at_most

from bench.made_up import register_with
from bench.plan import Plan
from escwg_map.atlas import Atlas
from escwg_map.geography.land import Land
from escwg_map.records.register import Register
from escwg_map.search.index import Index
from escwg_map.sources.register import read_register

_PROJECTS = 10_000
_QUERIES = (
    *("p", "po", "police", "essex", "essx", "Northumbia", "HFRS", "fire and rescue service"),
    *("forced entry essex", "kings lynn", "Kingston upon Hull", "zzzzzzzz", "co-responding fier"),
    "polise forse shred headquaters in midland areas",
)


def measure(plan: Plan) -> Iterator[Row]:
    """Measure both registers."""
    register, _ = read_register(plan.settings.data)
    yield _slowest("Shipped register", register, plan)
    made_up = register_with(_PROJECTS, plan.settings.data)
    yield _slowest(f"{_PROJECTS:,} made-up projects", made_up, plan)


def _slowest(title: str, register: Register, plan: Plan) -> Row:
    """Make the index, ask it every query, and tell the slowest one."""
    index = Index.of(Atlas(register, Land.of([]), (), ()))
    took = {
        query: statistics.median(_milliseconds(index, query) for _ in range(2 * plan.rounds))
        for query in _QUERIES
    }
    slowest = max(took, key=lambda query: took[query])
    return replace(
        Row(f"{title}: the slowest query", "ms", at_most(10)),
        figure=round(took[slowest], 1),
        beside={"half of them": round(statistics.median(took.values()), 2)},
        beside_unit="ms",
        note=f"'{slowest}', of {len(took)}; {len(index.entries):,} names in the index",
    )


def _milliseconds(index: Index, query: str) -> float:
    began = time.perf_counter()
    index.find(query)
    return 1000 * (time.perf_counter() - began)
