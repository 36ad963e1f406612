"""A wheel built from the repository, installed elsewhere, serves the same map."""

import json
import os
import re
import subprocess
import sys
import urllib.request
import venv
from pathlib import Path

import pytest

from serving import serving

REPOSITORY = Path(__file__).parents[1]


def run(*command: str | Path, folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)


def pinned(folder: Path) -> Path:
    """Write the versions of the lock file without hashes and extras: constraints may have none."""
    lock = (REPOSITORY / "requirements.lock").read_text()
    pins = re.findall(r"^[a-z][^\\\n]*?==[^\\\n]*", lock, re.MULTILINE)
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(re.sub(r"\[.*?\]", "", pin).strip() for pin in pins))
    return constraints


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `escwg-map` command of a fresh environment that has the wheel alone."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    run(*build, REPOSITORY, folder=folder)
    venv.create(folder / "env", with_pip=True)
    wheel = next(folder.glob("*.whl"))
    pip: list[str | Path] = [folder / "env" / "bin" / "python", "-m", "pip", "install", "--quiet"]
    run(*pip, "--constraint", pinned(folder), wheel, folder=folder)
    return folder / "env" / "bin" / "escwg-map"


def test_a_wheel_installed_elsewhere_serves_the_same_map(
    installed: Path, tmp_path: Path, england_and_wales: str
) -> None:
    exported = "/export/areas.geojson"

    with serving(installed, published=tmp_path) as address:
        theirs = json.load(urllib.request.urlopen(address + exported))

    assert theirs == json.load(urllib.request.urlopen(england_and_wales + exported))


def test_a_wheel_checks_the_register_that_it_carries(installed: Path, tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ESCWG_MAP_")}

    checked = subprocess.run([installed, "check"], cwd=tmp_path, env=environment, check=False)

    assert checked.returncode == 0
