"""The same inputs give the same bytes, whatever the surroundings, and nobody is called."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from publish.generations import copy_of
from reliability.catalogue import row
from reliability.servers import environment

SCRIPT = Path(__file__).parent / "reliability" / "everything.py"
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


def started(toyshire: Path, folder: Path, *before: str, **more: str) -> "subprocess.Popen[str]":
    """Let everything be made of a copy of Toyshire."""
    settings = copy_of(toyshire, folder / "in")
    settings = settings.model_copy(update={"published": folder / "out" / "published"})
    (folder / "out").mkdir()
    environs = environment(settings, **more) | {"PYTHONDONTWRITEBYTECODE": "1"}
    environs["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    command = [*before, sys.executable, str(SCRIPT), str(folder / "out")]
    return subprocess.Popen(command, env=environs, stdout=subprocess.PIPE, text=True)


def ended(process: "subprocess.Popen[str]") -> Made:
    out, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    found: Made = json.loads(out)
    return found


@pytest.fixture(scope="module")
def made(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """What was made in each of the surroundings; the last has no network either."""
    alone = ["unshare", "--net", "--map-root-user"]
    can = shutil.which("unshare") and subprocess.run([*alone, "true"], check=False).returncode == 0
    running = {
        name: started(
            toyshire,
            tmp_path_factory.mktemp("made"),
            *(alone if can and name == list(SURROUNDINGS)[-1] else ()),
            **odd,
        )
        for name, odd in SURROUNDINGS.items()
    }
    return {name: ended(process) for name, process in running.items()}


@row(
    "P14",
    fault="the clock, the time zone, the locale or the encoding of the terminal is another",
    seen="publication, exports, workbook and site have the same bytes",
)
@pytest.mark.parametrize("surroundings", list(SURROUNDINGS)[1:])
def test_p14_everything_has_the_same_bytes_in_other_surroundings(
    made: dict[str, Made], surroundings: str
) -> None:
    usual, other = made["as usual"]["made"], made[surroundings]["made"]

    assert len(usual) > 400
    assert {path for path in usual if usual[path] != other.get(path)} == set()
    assert other.keys() == usual.keys()


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
