"""The web room starts without the libraries that take most of a second to load."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """What a fresh process has loaded once it can make the app."""
    program = "import sys, escwg_map.web, escwg_map.web.wsgi; print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return set(ended.stdout.split())


@pytest.mark.parametrize(
    "library",
    [
        *("pandas", "geopandas", "folium", "branca", "pyogrio", "pyproj", "topojson"),
        *("openpyxl", "pyarrow", "PIL", "numpy", "shapely", "rapidfuzz"),
    ],
)
def test_does_not_load(loaded: set[str], library: str) -> None:
    assert library not in loaded


def test_loads_what_it_serves_with(loaded: set[str]) -> None:
    assert {"flask", "escwg_map.publish.publication"} <= loaded


def test_the_first_page_needs_no_library_that_computes(toyshire_published: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from escwg_map.web import create_app
assert create_app(Path({str(toyshire_published)!r})).test_client().get("/").status_code == 200
print(*sys.modules)
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert not {"numpy", "shapely", "rapidfuzz"} & set(ended.stdout.split())
