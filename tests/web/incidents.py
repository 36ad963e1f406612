"""Toyshire with made-up incidents: the app as somebody serves it with counts."""

from collections.abc import Sequence
from pathlib import Path

from flask.testing import FlaskClient

from demand.toyshire_counts import counts_of
from escwg_map.demand.writing import write_counts
from escwg_map.settings import Settings
from escwg_map.web import create_app

POINTS = (25, 196, 60, 55, 0, 66, 3, 5)
"""In the cells of `toyshire_counts.CELLS`: two of them are small."""

ALIKE = (25, 196, 60, 55, 0, 66, 4, 4)
"""Other small counts, which are published as these are: nobody outside can tell which are true."""


def serving_counts(
    publication: Path,
    folder: Path,
    points: Sequence[int] = POINTS,
    *,
    exact: bool = False,
    log: list[bytes] | None = None,
) -> FlaskClient:
    """Write counts into a folder, and ask an app that serves them."""
    file = folder / f"{'-'.join(map(str, points))}.json"
    write_counts(file, counts_of(points))
    settings = Settings.model_construct(
        demand=file, demand_exact=exact, trusted_hosts="localhost map.example.org"
    )
    taken = None if log is None else log.append
    return create_app(publication, settings, log=taken).test_client(use_cookies=False)
