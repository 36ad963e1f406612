"""Fixtures of the site: Toyshire's, written once."""

from pathlib import Path

import pytest

from escwg_map.static_site.work import write_site


@pytest.fixture(scope="session")
def site(toyshire_published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Toyshire without a server."""
    folder = tmp_path_factory.mktemp("site") / "toyshire"
    write_site(toyshire_published, folder)
    return folder
