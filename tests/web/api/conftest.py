"""Somebody whose program asks the API."""

from dataclasses import dataclass
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from web.fetched import Visitor


@dataclass(frozen=True)
class Program:
    """Asks for addresses below the API's."""

    client: FlaskClient

    def answer(self, address: str, **headers: str) -> TestResponse:
        """Ask for anything; an underscore in a header's name is a hyphen."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(f"/api/v1{address}", headers=sent)

    def read(self, address: str) -> Any:  # noqa: ANN401 - whatever the JSON is
        """Read an answer that must be there."""
        response = self.answer(address)
        assert response.status_code == 200, response.text
        return response.json


@pytest.fixture
def program(visitor: Visitor) -> Program:
    """A program that asks."""
    return Program(visitor.client)
