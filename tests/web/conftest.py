"""Fixtures of the web room: the app serving Toyshire, and a visitor."""

from pathlib import Path

import pytest
from flask import Flask

from escwg_map.settings import Settings
from escwg_map.web import create_app
from web.fetched import Visitor


@pytest.fixture(scope="session")
def app(toyshire_published: Path) -> Flask:
    """The app, serving Toyshire."""
    known = Settings.model_construct(trusted_hosts="localhost map.example.org")
    return create_app(toyshire_published, known)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody who fetches pages."""
    return Visitor(app.test_client())
