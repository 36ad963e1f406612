"""The documents: what is generated is up to date, and what can be asked for is told."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from escwg_map.cli import main
from escwg_map.exports.formats import FORMATS
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.selection import _READERS
from escwg_map.settings import Settings
from escwg_map.web.api.endpoint import Endpoint
from escwg_map.web.api.endpoints import ENDPOINTS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
GENERATED = (
    *("data/datapackage.json", "data/README.md"),
    *("docs/api.md", "docs/cli.md", "docs/exports.md", "docs/index-reconciliation.md"),
    "docs/settings.md",
)


def docs(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the tool as `make docs` does."""
    command = [sys.executable, ROOT / "tools" / "docs.py", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def options(command: click.Command) -> Iterator[str]:
    """Every option of a command and of those within it."""
    yield from (name for option in command.params for name in option.opts if name.startswith("--"))
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        yield from options(inner)


def commands(command: click.Command, *names: str) -> Iterator[str]:
    """Every command that does something, by the words that people type."""
    if not isinstance(command, click.Group):
        yield " ".join(names)
        return
    for name, inner in command.commands.items():
        yield from commands(inner, *names, name)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the data and the documents, for one test to spoil."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    return tmp_path


def test_what_is_committed_is_what_would_be_written() -> None:
    ended = docs("--check")

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


@pytest.mark.parametrize("name", GENERATED)
def test_a_document_that_is_out_of_date_is_named(copy: Path, name: str) -> None:
    text = (copy / name).read_text(encoding="utf-8")
    spoilt = text.replace("service", "servant").replace("setting", "sitting")
    (copy / name).write_text(spoilt, encoding="utf-8")

    ended = docs("--check", "--root", copy)

    assert (ended.returncode, ended.stdout) == (1, f"{name} is out of date: run 'make docs'\n")


def test_a_document_that_is_out_of_date_is_renewed(copy: Path) -> None:
    (copy / "docs" / "index-reconciliation.md").unlink()

    ended = docs("--root", copy)

    assert ended.stdout == "docs/index-reconciliation.md renewed\n"
    assert docs("--check", "--root", copy).returncode == 0


def test_a_register_with_problems_is_not_described(copy: Path) -> None:
    (copy / "data" / "themes.csv").write_bytes(b"")

    ended = docs("--root", copy)

    assert ended.returncode == 1
    assert "themes.csv, row 1: has no column 'id'" in ended.stderr


@pytest.mark.parametrize("command", sorted(commands(main, "escwg-map")))
def test_the_readme_names_every_command(command: str) -> None:
    assert f"`{command}" in README


@pytest.mark.parametrize("option", sorted(set(options(main))))
def test_the_page_of_the_command_line_says_what_every_option_means(option: str) -> None:
    told = [line for line in CLI.splitlines() if line.startswith("|") and f"`{option}`" in line]

    assert told
    assert [line for line in told if line.split("|")[3].strip() in ("", "None")] == []


@pytest.mark.parametrize("command", sorted(commands(main, "escwg-map")))
def test_the_page_of_the_command_line_has_every_command(command: str) -> None:
    assert f"\n## {command}\n" in CLI


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
def test_the_page_of_the_api_tells_every_parameter_and_member(endpoint: Endpoint) -> None:
    own = API.split(f"\n`GET /api/v1{endpoint.path}`\n")[1].split("\n## ")[0]
    shared = API.split("\n## Problems\n")[0]

    for parameter in endpoint.takes:
        told = own if parameter in endpoint.own else shared
        assert f"| `{parameter.name}` | {parameter.takes} | {parameter.means}" in told
    assert ("the [filters](#filters)" in own) is endpoint.filters
    for name in endpoint.item.model_fields:
        assert f"| `{name}` |" in own


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_the_readme_names_every_setting(setting: str) -> None:
    assert f"`ESCWG_MAP_{setting.upper()}`" in README


@pytest.mark.parametrize("parameter", _READERS)
def test_the_readme_names_every_parameter(parameter: str) -> None:
    assert f"`{parameter}`" in README


@pytest.mark.parametrize("name", [*SUBJECTS, *FORMATS])
def test_the_readme_names_every_export(name: str) -> None:
    assert f"`{name}`" in README


def test_the_data_readme_names_only_commands_that_there_are() -> None:
    lines = (ROOT / "data" / "README.md").read_text(encoding="utf-8").splitlines()
    typed = [line.strip() for line in lines if line.startswith("    escwg-map ")]

    known = tuple(commands(main, "escwg-map"))
    assert typed
    assert [line for line in typed if not line.startswith(known)] == []
