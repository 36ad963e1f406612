"""How long a search takes: the shipped register, and one with 10,000 projects that nobody runs.

    python bench/search.py [--projects 10000]

Prints a line a register: entries, distinct words, milliseconds to make the index, and milliseconds
of the middling and of the slowest of the queries below. The bar: 10 ms a query.
"""

import argparse
import random
import statistics
import time

from escwg_map.atlas import Atlas
from escwg_map.geography.land import Land
from escwg_map.records.register import Register
from escwg_map.search.index import Index
from escwg_map.settings import Settings
from escwg_map.sources.register import read_register

QUERIES = (
    *("p", "po", "police", "essex", "essx", "Northumbia", "HFRS", "fire and rescue service"),
    *("forced entry essex", "kings lynn", "Kingston upon Hull", "zzzzzzzz", "co-responding fier"),
    "polise forse shred headquaters in midland areas",
)


def main() -> None:
    """Measure both registers."""
    parser = argparse.ArgumentParser(description="Measure the search.")
    parser.add_argument("--projects", type=int, default=10_000, help="to make up")
    wanted = parser.parse_args().projects
    register, _ = read_register(Settings().data)
    measure("shipped", register)
    measure("made up", with_projects(register, wanted))


def with_projects(register: Register, wanted: int) -> Register:
    """Put made-up projects in place of the real ones: eight words a title, some words commoner."""
    chance = random.Random(2016)  # noqa: S311 - nothing secret
    syllables = [a + b for a in "bcdfghklmnprst" for b in ("a", "e", "i", "o", "u", "ar", "en")]
    words = ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(wanted)]
    commoner = [1 / (rank + 10) for rank in range(len(words))]
    model = register.projects[0]
    projects = tuple(
        model.model_copy(
            update={
                "id": f"made-up-{number}",
                "title": " ".join(chance.choices(words, commoner, k=8)),
                "scheme": chance.choice(register.schemes).id,
            }
        )
        for number in range(wanted)
    )
    return register.model_copy(update={"projects": projects, "partners": ()})


def measure(title: str, register: Register) -> None:
    """Make the index, ask it every query ten times, and print what it took."""
    atlas = Atlas(register, Land.of([]), (), ())
    started = time.perf_counter()
    index = Index.of(atlas)
    made = time.perf_counter() - started
    took = {q: statistics.median(seconds(index, q) for _ in range(10)) * 1000 for q in QUERIES}
    slowest = max(took, key=lambda query: took[query])
    print(
        f"{title:8} {len(index.entries):>7,} entries {len(index.vocabulary.words):>7,} words "
        f"{made * 1000:7.1f} ms to make, {statistics.median(took.values()):6.2f} ms a query, "
        f"{took[slowest]:6.2f} ms the slowest ({slowest})"
    )


def seconds(index: Index, query: str) -> float:
    """Time one query."""
    started = time.perf_counter()
    index.find(query)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
