"""Starts that cannot succeed: refused at once, in one line, with the cure."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reliability.catalogue import row

BAD = {
    "a port that is no number": ({"PORT": "http"}, "port"),
    "an unknown setting": ({"TRUSTED_HOST": "a"}, "did you mean ESCWG_MAP_TRUSTED_HOSTS?"),
    "open to all, for any name": ({"HOST": "0.0.0.0"}, "set ESCWG_MAP_TRUSTED_HOSTS"),  # noqa: S104
    "an address that is not ours": ({"HOST": "192.0.2.1"}, "set ESCWG_MAP_TRUSTED_HOSTS"),
    "a proxy that is no address": ({"TRUSTED_PROXIES": "proxy"}, "trusted_proxies"),
    "a host that is none": ({"HOST": "127.0.0.1.1"}, "cannot be used"),
    "counts that are not there": ({"DEMAND": "/nonexistent.json"}, "there is no such file"),
    "counts that are none": ({"DEMAND": __file__}, "cannot be read as counts"),
    "a threshold that hides nothing": ({"DEMAND_THRESHOLD": "1"}, "take 0, or 2 and more"),
    "no folder of data": ({"DATA": "/nonexistent"}, "/nonexistent"),
}


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def start(tmp_path: Path, **settings: str) -> tuple[subprocess.CompletedProcess[str], float]:
    """Start, and say how long it took to be refused, in seconds of work."""
    own = {f"ESCWG_MAP_{name}": text for name, text in settings.items()}
    began, command = os.times(), [sys.executable, "-m", "escwg_map", "serve"]
    environment = {"ESCWG_MAP_PUBLISHED": str(tmp_path), "ESCWG_MAP_PORT": "0"}
    ended = subprocess.run(
        command,
        env={**os.environ, **environment, **own},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    now = os.times()
    took = now.children_user - began.children_user + now.children_system - began.children_system
    return ended, took


@row(
    "P13",
    fault="a port in use, a setting that is none or makes no sense, an empty folder of data",
    seen="exit status 2 in less than 2 s, and one line with the cure; what is unset stays closed",
)
@pytest.mark.parametrize(("settings", "said"), BAD.values(), ids=BAD)
def test_p13_a_start_that_cannot_succeed_is_refused_at_once(
    tmp_path: Path, settings: dict[str, str], said: str
) -> None:
    ended, took = start(tmp_path, **settings)

    assert ended.returncode == 2, ended.stderr
    assert said in ended.stderr
    assert ended.stderr.startswith("Error: ")
    assert len(ended.stderr.splitlines()) == 1
    assert took < 2


def test_p13_a_port_in_use_is_named(tmp_path: Path, taken: int) -> None:
    ended, took = start(tmp_path, PORT=str(taken))

    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)
    assert f"Port {taken} on 127.0.0.1 cannot be used" in ended.stderr
    assert "--port" in ended.stderr
    assert took < 2


def test_p13_an_empty_folder_of_data_is_told_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    ended, _ = start(tmp_path, DATA=str(tmp_path / "empty"))

    assert ended.returncode == 2
    assert "projects.csv: is missing" in ended.stderr
    assert "Traceback" not in ended.stderr
