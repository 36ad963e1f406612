"""The script of a site asked in Node, and random things to ask it."""

import json
import random
import subprocess
from pathlib import Path
from typing import Any

from escwg_map.atlas import Atlas
from escwg_map.selection import Selection
from escwg_map.selection.ordering import Sort
from escwg_map.selection.parameters import Point
from escwg_map.selection.project_order import PROJECT_KEYS
from escwg_map.selection.ways import Colour, Markers
from escwg_map.vocabulary import Benefit, Kind, Status

SCRIPT = Path(__file__).parent / "answering.mjs"


def in_node(**asked: object) -> dict[str, Any]:
    """Ask the modules of the site, as they are, outside a browser."""
    ended = subprocess.run(
        ["node", SCRIPT],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    answers: dict[str, Any] = json.loads(ended.stdout)
    return answers


def random_selections(atlas: Atlas, number: int) -> list[Selection]:
    """Make selections of every filter, most of them of few: those of many find nothing."""
    chance = random.Random(2016)  # noqa: S311 - the same on every run
    return [_random_selection(atlas, chance) for _ in range(number)]


def _random_selection(atlas: Atlas, chance: random.Random) -> Selection:
    words = ["police", "Fire", "joint  control", "co-respond", "east", "“", "&", "x"]
    values: dict[str, Any] = {
        "theme": _some(chance, sorted(atlas.themes)),
        "scheme": _some(chance, sorted(atlas.schemes)),
        "status": _some(chance, list(Status)),
        "benefit": _some(chance, list(Benefit)),
        "kind": _some(chance, list(Kind)),
        "service": chance.choice(sorted(atlas.services)),
        "area": chance.choice([code for kind in Kind for code in atlas.areas(kind)]),
        "cell": chance.choice([cell.id for cell in atlas.cells]),
        "from_": chance.randint(2005, 2017),
        "to": chance.randint(2005, 2017),
        "q": chance.choice(words),
        "outlines": _some(chance, list(Kind)),
        "markers": chance.choice(list(Markers)),
        "sort": Sort(chance.choice(PROJECT_KEYS), descending=chance.random() < 0.5),
        "at": Point(*chance.choice(list(atlas.land.points.values()))),
    }
    taken = chance.sample(sorted(values), k=chance.choice([0, 1, 1, 2, 2, 3, 4]))
    return Selection(
        layer=chance.choice(list(Kind)),
        colour=chance.choice(list(Colour)),
        **{name: values[name] for name in taken},
    )


def _some(chance: random.Random, words: list[Any]) -> tuple[Any, ...]:
    taken = chance.sample(words, k=min(len(words), chance.choice([1, 1, 2, 3])))
    return tuple(word for word in words if word in taken)
