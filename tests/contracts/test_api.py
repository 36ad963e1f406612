"""The API keeps what its OpenAPI document promises, whatever it is asked."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from escwg_map.settings import Settings
from serving import serving


@pytest.fixture(scope="module")
def address(settings: Settings, toyshire_published: Path) -> Iterator[str]:
    """The address of a server of Toyshire."""
    folders = {"data": settings.data, "boundaries": settings.boundaries}
    with serving(published=toyshire_published.parent, **folders) as served:
        yield served


def test_schemathesis_finds_nothing(address: str, tmp_path: Path) -> None:
    # As a command: its pytest plugin keeps to older versions of pytest.
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "run", f"{address}/api/v1/openapi.json"),
            *("--checks", "all", "--phases", "examples,coverage,fuzzing", "--no-color"),
            *("--max-examples", "15", "--generation-deterministic"),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert ended.returncode == 0, ended.stdout
    assert "WARNINGS" not in ended.stdout, ended.stdout
    assert "13 selected / 13 total" in ended.stdout
