"""The page that says how fast the map is: written from what `make bench` measured."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from performance import Part, Row, read_parts

TITLES = {
    "first_view": "First view",
    "drawing": "Drawing",
    "requests": "Requests a second",
    "publishing": "Publishing",
    "starting": "Start and memory",
    "commands": "Command line",
    "searching": "Search",
    "demand": "Points by the million",
}

OPENING = """\
<!-- Written by `make docs` from bench/results.json and bench/changes.json: change those. -->

# How fast the map is

Measured by `make bench`, beside what people would take instead and beside the limit, which it
starts itself on the same machine: plain Folium, `geopandas.explore`, pygeoapi and Datasette; nginx,
and a view that always says the same on the map's own server. Compare the ratios: clients and
servers share the machine. Each figure is a median; what it was made from stands beside it."""

SHORT = "**A short run**, which shows that the bench works: its figures mean little."


def performance_page(root: Path) -> str:
    """Write the page."""
    parts = read_parts(root / "bench" / "results.json")
    told = json.loads((root / "bench" / "changes.json").read_bytes())
    lines = [OPENING, "", *_tally(parts.values())]
    for name, part in parts.items():
        lines += [f"## {TITLES[name]}", "", *_measured(part), ""]
    lines += ["## What was slow, and what was changed", "", *_changes(told["changes"]), ""]
    lines += ["## What is missed, and why", "", *_missed(told["missed"])]
    return "\n".join([*lines, ""])


def _tally(parts: Iterable[Part]) -> Iterator[str]:
    met = [row.met for part in parts for row in part.rows if row.bar]
    yield (
        f"Of {len(met)} bars {met.count(True)} are met, {met.count(False)} are missed, and"
        f" {met.count(None)} were not measured."
    )
    yield ""


def _measured(part: Part) -> Iterator[str]:
    yield f"On {part.on}: {part.machine}; {part.load:g} processes wanted a processor at the start."
    if part.quick:
        yield SHORT
    yield ""
    yield "| what | figure | bar | | beside |"
    yield "|---|---|---|---|---|"
    yield from map(_line, part.rows)


def _line(row: Row) -> str:
    if row.figure is None:
        return f"| {row.what} | | {_bar(row)} | not measured | {row.note} |"
    met = {None: "", True: "met", False: "**missed**"}[row.met]
    figures = ", ".join(f"{name} {value:,g}" for name, value in row.beside.items())
    beside = "; ".join(filter(None, [f"{figures} {row.beside_unit}".strip(), row.note]))
    return f"| {row.what} | {row.figure:,g} {row.unit} | {_bar(row)} | {met} | {beside} |"


def _bar(row: Row) -> str:
    if row.bar is None:
        return ""
    return f"{'at least' if row.bar.at_least else 'at most'} {row.bar.limit:,g} {row.unit}"


def _changes(changes: list[dict[str, str]]) -> Iterator[str]:
    yield "| what was slow | what was changed | before | after |"
    yield "|---|---|---|---|"
    for each in changes:
        yield f"| {each['slow']} | {each['changed']} | {each['before']} | {each['after']} |"


def _missed(missed: dict[str, str]) -> Iterator[str]:
    yield from (f"- **{what}**: {why}" for what, why in missed.items())
