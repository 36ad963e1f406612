"""What comes in over the network: hundreds or thousands of generated requests a door, each judged.

A fault is an answer of the server's own failing (5xx), a traceback, or five seconds of silence.
"""

import time
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, seed, settings

from reliability.asked import Asked, doors

SLOWEST = 5.0
"""Seconds that any answer may take."""


@dataclass
class Tally:
    """How many requests went through a door and were refused, and how long the slowest took."""

    door: str
    sent: int = 0
    refused: int = 0
    slowest: float = 0.0


def fuzz(app: Flask, door: str, inputs: int, start: int) -> Tally:
    """Send generated requests through a door of an app, the same ones for the same start.

    Raises:
        AssertionError: one was not answered as it should be; it is shown, made as small as may be.
    """
    tally, client = Tally(door), app.test_client()

    @seed(start)
    @settings(
        max_examples=inputs,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(doors(app)[door])
    def send(asked: Asked) -> None:
        status, took = judged(client, asked)
        tally.sent += 1
        tally.refused += 400 <= status < 500
        tally.slowest = max(tally.slowest, took)

    send()
    return tally


def judged(client: FlaskClient, asked: Asked) -> tuple[int, float]:
    """Send one request; give the status of the answer and the seconds that it took.

    Raises:
        AssertionError: it was not answered as it should be.
    """
    began = time.perf_counter()
    with client.open(
        asked.target, method=asked.method, headers=list(asked.headers), data=asked.body
    ) as answer:
        status, body = answer.status_code, answer.data
    took = time.perf_counter() - began
    assert status < 500, (status, asked)
    assert b"Traceback (most recent call last)" not in body, asked
    assert took < SLOWEST, (took, asked)
    return status, took
