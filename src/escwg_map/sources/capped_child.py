"""What a child that reads a foreign file does first and last: cap itself, and answer.

A request comes in as JSON on standard input, the answer goes to a file: a line of JSON, then bytes.
Whatever happens in between, to the point of an abort in native code, the parent only sees an answer
or none. Imports the standard library alone, so that the caps come before all else.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

# The keys of a request are those of the limits and of whoever asks. They are JSON, hence Any.
Request = dict[str, Any]
Answer = tuple[dict[str, Any], Iterable[bytes]]


class RefusedError(Exception):
    """A reason not to read the file, with what would cure it."""

    def __init__(self, message: str, cure: str) -> None:
        self.message, self.cure = message, cure
        super().__init__(message)


def answer(read: Callable[[Request], Answer], *, smaller: str) -> None:
    """Read what the request names, or say why not; `smaller` cures what needs too much."""
    request: Request = json.load(sys.stdin)
    _cap(request)
    try:
        head, body = read(request)
    except RefusedError as refused:
        head, body = {"message": refused.message, "cure": refused.cure}, []
    except MemoryError:
        head, body = {"message": "it needs too much memory", "cure": smaller}, []
    with Path(request["answer"]).open("xb") as written:
        written.write(json.dumps(head).encode() + b"\n")
        written.writelines(body)


def _cap(request: Request) -> None:
    for what, most in (
        (resource.RLIMIT_AS, request["memory"]),
        (resource.RLIMIT_CPU, request["cpu"]),
        (resource.RLIMIT_FSIZE, request["answer_bytes"]),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
