"""The sessions shown in `docs/exports.md` and `docs/ogc.md`, run against a server of the map."""

import contextlib
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

DOCS = Path(__file__).parents[2] / "docs"
THE_MAP = "http://127.0.0.1:8000"

Session = dict[str, Any]

with_gdal = pytest.mark.skipif(
    not shutil.which("ogrinfo"), reason="GDAL's programs are not on this machine (gdal-bin)"
)


def text(page: str, server: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8").replace(THE_MAP, server)


def commands(page: str, server: str) -> list[list[str]]:
    """The commands of a page that GDAL or curl runs, in their order."""
    joined = text(page, server).replace("\\\n", " ")
    lines = re.findall(r"^    ((?:curl --output|ogrinfo|ogr2ogr) .*)$", joined, re.M)
    return [shlex.split(line) for line in lines]


def typed(page: str, server: str, folder: Path) -> list[str]:
    """What the commands of a page print when somebody types them one after the other."""
    return [
        subprocess.run(line, cwd=folder, capture_output=True, text=True, check=True).stdout
        for line in commands(page, server)
    ]


@pytest.fixture(scope="module")
def sessions(england_and_wales: str, tmp_path_factory: pytest.TempPathFactory) -> list[Session]:
    """What each session in Python of the page about exports leaves behind."""
    found = []
    with contextlib.chdir(tmp_path_factory.mktemp("sessions")):
        for code in re.findall(r"```python\n(.*?)```", text("exports.md", england_and_wales), re.S):
            found.append(session := Session())
            exec(code, session)  # noqa: S102 - our own example
    return found


def test_the_session_with_geopandas_reads_areas_and_footprints(sessions: list[Session]) -> None:
    frames = {name: len(sessions[0][name]) for name in ("areas", "footprints")}

    assert isinstance(sessions[0]["areas"], gpd.GeoDataFrame)
    assert frames["areas"] == 48
    assert 0 < frames["footprints"] < 102


def test_the_session_with_pandas_reads_tables(sessions: list[Session]) -> None:
    by_theme, partners = sessions[0]["by_theme"], sessions[0]["partners"]

    assert isinstance(by_theme, pd.DataFrame)
    assert by_theme.shape == (48, 7)
    assert {"project", "service", "name"} <= set(partners.columns)


def test_the_session_finds_where_nothing_is_recorded(sessions: list[Session]) -> None:
    nothing = sessions[0]["nothing_recorded"]

    assert 0 < len(nothing) < 48
    assert not (nothing["takes_part"] + nothing["reaches"]).any()


def test_the_session_with_pyogrio_reads_what_a_file_says_of_itself(
    sessions: list[Session],
) -> None:
    assert sessions[1]["said"]["title"] == "Projects"
    assert sessions[1]["said"]["selection"].startswith("theme ")


@with_gdal
def test_what_is_typed_about_exports_is_answered(england_and_wales: str, tmp_path: Path) -> None:
    _, package, _, shapefile = typed("exports.md", england_and_wales, tmp_path)

    assert "Feature Count: 48" in package
    assert "caution=As recorded in the 2016 overview." in package
    assert "Feature Count: 55" in shapefile


@with_gdal
def test_what_is_typed_about_the_ogc_api_is_answered(
    england_and_wales: str, tmp_path: Path
) -> None:
    listed, _ = typed("ogc.md", england_and_wales, tmp_path)

    assert re.findall(r"^\d: (\w+)", listed, re.M) == [
        *("police", "fire", "ambulance", "cells", "projects", "footprints"),
    ]
    assert len(gpd.read_file(tmp_path / "demand.gpkg")) == 15
