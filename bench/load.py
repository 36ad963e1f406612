"""Requests a second: as many as a server answers to a few clients that never rest."""

import re
import statistics
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from tempfile import NamedTemporaryFile

from bench.plan import Plan, program

_SCRIPT = Path(__file__).with_name("paths.lua")
_CONNECTIONS = 8
_SECOND = re.compile(r"Requests/sec:\s+([\d.]+)")
_FAILED = re.compile(r"Non-2xx or 3xx responses: \d+|Socket errors: .*")


@dataclass(frozen=True)
class Target:
    """Addresses of one server that are asked for in turn, and what must come back each time."""

    port: int
    paths: Sequence[str]
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    connections: int = _CONNECTIONS


@dataclass(frozen=True)
class Answer:
    """What one request brought."""

    body: bytes
    encoding: str
    tag: str


def ask(target: Target) -> list[Answer]:
    """Ask for every address once, and look whether what comes back is what should."""
    answers = []
    with closing(HTTPConnection("127.0.0.1", target.port, timeout=60)) as line:
        for path in target.paths:
            line.request("GET", path, headers=dict(target.headers))
            response = line.getresponse()
            body = response.read()
            if response.status != target.status or (target.status == 200 and not body):
                raise ValueError(f"{path} answers {response.status}, not {target.status}")
            answers.append(
                Answer(
                    body,
                    response.headers.get("Content-Encoding", ""),
                    response.headers.get("ETag", ""),
                )
            )
    return answers


def rates(targets: Mapping[str, Target], plan: Plan) -> dict[str, float]:
    """Measure targets in turn, round after round, so that what disturbs one disturbs the others.

    Gives the medians.

    Raises:
        NotMeasuredError: there is no wrk.
        ValueError: an answer was not what it should be.
    """
    wrk = program("wrk", "wrk")
    for target in targets.values():
        for _ in range(target.connections):  # a connection reaches one worker, each keeps its own
            ask(target)
    found: dict[str, list[float]] = {name: [] for name in targets}
    for _ in range(plan.rounds):
        for name, target in targets.items():
            found[name].append(_rate(wrk, target, plan.seconds))
    return {name: statistics.median(figures) for name, figures in found.items()}


def _rate(wrk: str, target: Target, seconds: float) -> float:
    threads = min(2, target.connections)
    words = [f"-t{threads}", f"-c{target.connections}", f"-d{seconds:.0f}s", "--timeout=10s"]
    words += [word for name, text in target.headers.items() for word in ("-H", f"{name}: {text}")]
    with NamedTemporaryFile("w", suffix=".txt") as paths:
        paths.write("\n".join(target.paths))
        paths.flush()
        address = f"http://127.0.0.1:{target.port}"
        command = [wrk, *words, "-s", str(_SCRIPT), address, "--", paths.name]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if failed := _FAILED.search(said):
        raise ValueError(f"{target.paths[0]}: {failed[0]}")
    measured = _SECOND.search(said)
    if measured is None:
        raise ValueError(f"wrk said nothing of its rate: {said}")
    return float(measured[1])
