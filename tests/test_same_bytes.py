"""The same inputs give the same bytes, whatever the surroundings, and nobody is called."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from publish.generations import copy_of
from reliability.bare import bare, is_possible
from reliability.catalogue import row
from reliability.clocks import LIBRARY, NONE, Clock
from reliability.servers import environment

SCRIPT = Path(__file__).parent / "reliability" / "everything.py"
MOMENTS = {
    "Turkish, beyond the date line": ("1970-01-01 00:00:01", "2109-02-08 12:00:00"),
    "Welsh, in a night of two hours": (
        "2026-10-25 01:59:59",
        "1970-01-01 06:00:00",
        "2028-02-29 23:59:59",
        "2038-01-19 03:14:05",
    ),
}
"""What the clock is set to, one after the other and again, while everything is made."""

CHANGED = {
    "Turkish, beyond the date line": 4_300_000_000,
    "Welsh, in a night of two hours": 0,
    "no locale, no UTF-8": -1_000_000_000,
}
"""When the inputs were changed, in seconds since 1970."""

SURROUNDINGS = {
    "as usual": {},
    "Turkish, beyond the date line": {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"},
    "Welsh, in a night of two hours": {"TZ": "Europe/London", "LC_ALL": "cy_GB.UTF-8"},
    "no locale, no UTF-8": {
        "TZ": "America/St_Johns",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONHASHSEED": "7",
    },
}
Made = dict[str, Any]


def started(
    toyshire: Path, folder: Path, name: str, before: Sequence[str]
) -> "subprocess.Popen[str]":
    """Let everything be made of a copy of Toyshire."""
    settings = copy_of(toyshire, folder / "in")
    for path in (folder / "in").rglob("*"):
        changed = CHANGED.get(name, path.stat().st_mtime)
        os.utime(path, (changed, changed))
    settings = settings.model_copy(update={"published": folder / "out" / "published"})
    (folder / "out").mkdir()
    moments = MOMENTS.get(name, ()) if LIBRARY else ()
    clock = Clock(folder / "clock", moments[0]).environment if moments else {}
    surroundings = {"PYTHONDONTWRITEBYTECODE": "1", **SURROUNDINGS[name], **clock}
    surroundings.setdefault("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    command = [*before, sys.executable, str(SCRIPT), str(folder / "out"), *moments]
    environs = environment(settings, **surroundings)
    return subprocess.Popen(command, env=environs, stdout=subprocess.PIPE, text=True)


def ended(process: "subprocess.Popen[str]") -> Made:
    out, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    found: Made = json.loads(out)
    return found


@pytest.fixture(scope="module")
def made(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """What was made in each of the surroundings; the last has next to nothing, too."""
    alone = bare(tmp_path_factory.mktemp("bare") / "devices")
    can = is_possible(alone)
    running = {
        name: started(
            toyshire,
            tmp_path_factory.mktemp("made"),
            name,
            alone if can and name == list(SURROUNDINGS)[-1] else (),
        )
        for name in SURROUNDINGS
    }
    return {name: ended(process) for name, process in running.items()}


@row(
    "P14",
    fault="the clock jumps, to 1970, 2038 or a leap day; time zone, locale or encoding are others",
    seen="publication, exports, workbook and site have the same bytes; a server goes on",
)
@pytest.mark.parametrize("surroundings", list(SURROUNDINGS)[1:])
def test_p14_everything_has_the_same_bytes_in_other_surroundings(
    made: dict[str, Made], surroundings: str
) -> None:
    usual, other = made["as usual"]["made"], made[surroundings]["made"]

    assert len(usual) > 400
    assert {path for path in usual if usual[path] != other.get(path)} == set()
    assert other.keys() == usual.keys()


@pytest.mark.skipif(not LIBRARY, reason=NONE)
@pytest.mark.parametrize("surroundings", list(MOMENTS))
def test_p14_the_clock_did_jump_between_one_command_and_the_next(
    made: dict[str, Made], surroundings: str
) -> None:
    days = [moment[:10] for moment in MOMENTS[surroundings]]

    assert set(pairwise(made[surroundings]["days"])) == set(pairwise([*days, days[0]]))


def test_p15_nobody_is_called_while_everything_is_made(made: dict[str, Made]) -> None:
    assert {call for each in made.values() for call in each["calls"]} == set()


def test_a_call_would_be_noticed() -> None:
    program = (
        "import socket; from reliability.everything import calls_out; noted = calls_out()\n"
        "socket.getaddrinfo('127.0.0.1', 1); assert noted"
    )
    paths = os.pathsep.join(filter(None, sys.path))

    ran = subprocess.run([sys.executable, "-c", program], env={"PYTHONPATH": paths}, check=False)

    assert ran.returncode == 0
