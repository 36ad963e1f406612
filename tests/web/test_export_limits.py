"""Exports that are too large, or take too long."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from escwg_map.settings import Settings
from escwg_map.web import create_app
from escwg_map.web.export_limits import Limits
from escwg_map.web.request_limits import Refused


@pytest.mark.parametrize("ending", ["csv", "geojson", "xlsx"])
def test_what_would_be_too_large_is_refused_with_the_cure(
    toyshire_published: Path, ending: str
) -> None:
    app = create_app(toyshire_published, Settings.model_construct(export_bytes=1000))

    answer = app.test_client().get(f"/export/projects.{ending}")

    assert answer.status_code == 400
    assert "larger than 0.001 MB. Choose fewer by filters" in answer.text


def test_what_just_fits_is_sent(toyshire_published: Path) -> None:
    whole = create_app(toyshire_published).test_client().get("/export/projects.csv").data
    just = Settings.model_construct(export_bytes=len(whole))

    assert create_app(toyshire_published, just).test_client().get("/export/projects.csv").data == (
        whole
    )


def test_what_takes_too_long_is_refused() -> None:
    limits = Limits(size=10**9, seconds=60, clock=count(0, 25).__next__)
    kept = limits.keep(_endless())

    with pytest.raises(Refused, match="takes over 60 seconds"):
        list(kept)


def _endless() -> Iterator[bytes]:
    while True:
        yield b"piece"
