"""Where to report a weakness."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from escwg_map.settings import Settings
from escwg_map.web import create_app
from escwg_map.web.security_txt import expiry


def test_the_file_says_contact_policy_and_expiry(toyshire_published: Path) -> None:
    settings = Settings.model_construct(
        security_contact="mailto:security@example.org", security_policy="https://example.org/policy"
    )
    answer = create_app(toyshire_published, settings).test_client().get("/.well-known/security.txt")

    told = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert answer.content_type == "text/plain; charset=utf-8"
    assert told["Contact"] == "mailto:security@example.org"
    assert told["Policy"] == "https://example.org/policy"
    assert told["Canonical"] == "http://localhost/.well-known/security.txt"


def test_without_a_contact_there_is_none(toyshire_published: Path) -> None:
    client = create_app(toyshire_published).test_client()

    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 2, 28), date(2027, 12, 31)])
def test_it_expires_within_a_year_and_not_soon(day: date) -> None:
    expires = datetime.fromisoformat(expiry(day)).date()

    assert timedelta(300) < expires - day < timedelta(365)
