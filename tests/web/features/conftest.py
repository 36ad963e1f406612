"""Fixtures of the data for programs: a client that reads Toyshire, and its definition."""

from typing import Any

import pytest
from flask import Flask

from web.features.client import Client


@pytest.fixture
def ogc(app: Flask) -> Client:
    """A program that reads Toyshire."""
    return Client(app.test_client())


@pytest.fixture
def definition(ogc: Client) -> dict[str, Any]:
    """The OpenAPI definition, as that program reads it."""
    return dict(ogc.json("/api"))
