"""Fixtures of the web room: the app serving Toyshire, and a visitor."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from escwg_map.publish.publication import Publication
from escwg_map.settings import Settings
from escwg_map.web import create_app
from reliability.doors import Addresses
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


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Somebody who asks for anything, in any way."""
    return app.test_client(use_cookies=False)


@pytest.fixture
def address_of(publication: Publication) -> Addresses:
    """Writes the addresses of doors, as Toyshire's publication has them."""
    return Addresses(publication.name)
