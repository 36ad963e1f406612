"""The command line, as it is typed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import toyshire as country
from escwg_map import __version__
from escwg_map.cli import main
from escwg_map.settings import Settings
from reliability.catalogue import row
from sources.slips import cells, missing


def run(*words: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


def typed(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the real command in a process of its own."""
    command = [sys.executable, "-m", "escwg_map", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def data(toyshire: Path, tmp_path: Path) -> Path:
    """Toyshire's data folder, for one test to spoil."""
    return Path(shutil.copytree(toyshire / "data", tmp_path / "data"))


def test_help_lists_the_commands() -> None:
    result = run("--help")

    assert result.exit_code == 0
    for command in ("check", "publish", "serve", "boundaries"):
        assert f"  {command} " in result.output


@pytest.mark.parametrize("command", [["check"], ["publish"], ["serve"], ["boundaries", "build"]])
def test_every_command_helps(command: list[str]) -> None:
    result = run(*command, "-h")

    assert result.exit_code == 0
    assert "--data" in result.output


def test_says_its_version() -> None:
    assert __version__ in run("--version").output


@pytest.mark.parametrize("words", [["check", "--dta", "x"], ["chek"]], ids=["option", "command"])
def test_suggests_what_was_meant(words: list[str]) -> None:
    result = run(*words)

    assert result.exit_code == 2
    assert "No such" in result.output


def test_check_finds_nothing_wrong_with_what_we_ship(shipped: Path) -> None:
    result = run("check", "--data", shipped.parent / "data", "--boundaries", shipped)

    assert result.exit_code == 0
    assert result.output == "0 problems; 102 projects and 103 services read\n"


def test_check_says_the_same_of_what_was_published(
    settings: Settings, toyshire_published: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folders = ("--data", settings.data, "--boundaries", settings.boundaries)
    monkeypatch.setenv("ESCWG_MAP_PUBLISHED", str(tmp_path))
    anew = run("check", *folders)

    monkeypatch.setenv("ESCWG_MAP_PUBLISHED", str(toyshire_published.parent))
    assert run("check", *folders).output == anew.output


def test_check_takes_no_damaged_publication_for_an_answer(
    settings: Settings, toyshire_published: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = shutil.copytree(toyshire_published, tmp_path / toyshire_published.name)
    (copy / "atlas.json").write_text("{}")
    monkeypatch.setenv("ESCWG_MAP_PUBLISHED", str(tmp_path))

    result = run("check", "--data", settings.data, "--boundaries", settings.boundaries)

    assert result.output == "0 problems; 4 projects and 8 services read\n"


def test_check_lists_every_problem(data: Path, toyshire: Path) -> None:
    for slip in (cells("projects", 2, status="running"), missing("figures")):
        slip(data)

    result = run("check", "--data", data, "--boundaries", toyshire / "boundaries")

    assert result.exit_code == 1
    assert "projects.csv, row 2, column status: 'running' will not do. To mend" in result.output
    assert "figures.csv: is missing. To mend" in result.output
    assert result.output.endswith("2 problems; 3 projects and 8 services read\n")


def test_the_real_command_ends_with_1_when_there_is_a_problem(data: Path, toyshire: Path) -> None:
    missing("figures")(data)

    ended = typed("check", "--data", data, "--boundaries", toyshire / "boundaries")

    assert (ended.returncode, ended.stderr) == (1, "")


def test_the_real_command_ends_with_2_when_it_cannot_work(tmp_path: Path) -> None:
    ended = typed("check", "--boundaries", tmp_path)

    assert ended.returncode == 2
    assert ended.stderr.startswith("Error: ")
    assert "police.shp" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("command", ["check", "summary"])
def test_a_name_that_no_file_can_have_is_told_in_one_line(command: str) -> None:
    result = run(command, "--data", "9" * 400)

    assert result.exit_code == 2
    assert result.stderr.startswith("Error: 999")
    assert "the name is too long. To mend it: " in result.stderr


def test_publish_prints_the_folder(settings: Settings, toyshire_published: Path) -> None:
    folders = {f"--{name}": getattr(settings, name) for name in ("data", "boundaries", "published")}

    result = run("publish", *(word for pair in folders.items() for word in pair))

    assert result.exit_code == 0
    assert result.stdout.strip() == str(toyshire_published)


def test_publish_refuses_what_has_problems(data: Path, settings: Settings, tmp_path: Path) -> None:
    missing("figures")(data)

    result = run(
        *("publish", "--data", data, "--boundaries", settings.boundaries),
        *("--published", tmp_path / "published"),
    )

    assert result.exit_code == 2
    assert "Error: Nothing is published before these problems are mended:" in result.stderr
    assert "figures.csv: is missing" in result.stderr


@row(
    "F28",
    fault="a file of the data folder is edited by hand, and a row of it is wrong",
    seen="nothing is published: the file, the row, the column and the cure; what was stays",
)
@pytest.mark.parametrize("command", ["check", "publish"])
def test_f28_a_bad_row_of_the_data_folder_is_named(
    data: Path, settings: Settings, toyshire_published: Path, command: str
) -> None:
    before = sorted(toyshire_published.parent.rglob("*"))
    cells("projects", 3, status="runing")(data)
    published = ("--published", toyshire_published.parent) if command == "publish" else ()

    ended = typed(command, "--data", data, "--boundaries", settings.boundaries, *published)

    assert ended.returncode == {"check": 1, "publish": 2}[command]
    assert "projects.csv, row 3, column status: 'runing' will not do. To mend it: write one of" in (
        ended.stdout + ended.stderr
    )
    assert "Traceback" not in ended.stderr
    assert sorted(toyshire_published.parent.rglob("*")) == before


def test_refuses_a_setting_that_makes_no_sense(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESCWG_MAP_SLIVER_WIDTH", "wide")

    result = run("check")

    assert result.exit_code == 2
    assert "Error: The settings will not do: " in result.stderr
    assert "sliver_width" in result.stderr


def build(folder: Path, *more: str | Path) -> Result:
    return run(
        *("boundaries", "build", "--districts", folder / "districts.geojson"),
        *("--lookup", folder / "lookup.csv", "--boundaries", folder / "boundaries"),
        *("--data", folder / "data", *more),
    )


def test_builds_toyshire(tmp_path: Path) -> None:
    country.write_districts(tmp_path / "districts.geojson")
    country.write_lookup(tmp_path / "lookup.csv")

    result = build(tmp_path)

    assert result.exit_code == 0
    assert result.output.startswith(
        "12 districts dissolved to 3 police, 3 fire and 2 ambulance areas (8 cells): "
    )
    assert (tmp_path / "boundaries" / "police.shp").is_file()
    assert (tmp_path / "data" / "districts.csv").is_file()


def test_says_what_it_mended(tmp_path: Path) -> None:
    document = json.loads(country.write_districts(tmp_path / "districts.geojson").read_bytes())
    for feature in document["features"]:
        for vertex in feature["geometry"]["coordinates"][0]:
            vertex.append(50.0)
    (tmp_path / "districts.geojson").write_text(json.dumps(document), encoding="utf-8")
    country.write_lookup(tmp_path / "lookup.csv")

    result = build(tmp_path)

    assert "Polygon Z; heights and measures were dropped" in result.output


def test_refuses_to_build_from_a_file_that_is_no_map(tmp_path: Path) -> None:
    (tmp_path / "districts.geojson").write_bytes(b"\x00\x01\x02")
    country.write_lookup(tmp_path / "lookup.csv")

    result = build(tmp_path)

    assert result.exit_code == 2
    assert result.stderr.startswith("Error: districts.geojson is refused")


def test_misses_the_lookup(tmp_path: Path) -> None:
    country.write_districts(tmp_path / "districts.geojson")

    result = build(tmp_path)

    assert result.exit_code == 2
    assert "lookup.csv: there is no such file" in result.stderr


@pytest.mark.parametrize("tolerance", ["-1", "10001", "fine"])
def test_refuses_a_tolerance_that_makes_no_sense(tmp_path: Path, tolerance: str) -> None:
    result = build(tmp_path, "--tolerance", tolerance)

    assert result.exit_code == 2
    assert "Invalid value for '--tolerance'" in result.stderr


def test_asks_for_the_districts() -> None:
    result = run("boundaries", "build")

    assert result.exit_code == 2
    assert "Missing option '--districts'" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="counts threads in /proc")
def test_a_command_is_one_thread_before_it_forks_any_process() -> None:
    program = """
import os
from escwg_map.cli import main
main(["gaps", "--help"], standalone_mode=False)
import numpy
print("threads:", len(os.listdir("/proc/self/task")))
"""
    bare = {name: text for name, text in os.environ.items() if not name.startswith("OPENBLAS")}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=bare, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "threads: 1"
