"""Fixtures of the web room: the app serving Toyshire, and a visitor."""

from pathlib import Path

import pytest
from flask import Flask

from escwg_map.web import create_app
from web.fetched import Visitor


@pytest.fixture(scope="session")
def app(toyshire_published: Path) -> Flask:
    """The app, serving Toyshire."""
    return create_app(toyshire_published)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody who fetches pages."""
    return Visitor(app.test_client())
