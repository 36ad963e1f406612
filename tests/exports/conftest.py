"""Fixtures of the exports: what they are drawn from."""

import pytest

from escwg_map.exports.drawing import Known
from escwg_map.publish.publication import Publication


@pytest.fixture(scope="session")
def known(publication: Publication) -> Known:
    """Toyshire, to draw exports from."""
    return Known(publication.atlas, publication.grounds, publication.name)
