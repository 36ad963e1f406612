"""Writing the site from the command line."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from escwg_map.cli import main
from escwg_map.settings import Settings


@pytest.fixture
def wrote(settings: Settings, toyshire_published: Path, tmp_path: Path) -> Result:
    """What the command says when Toyshire is written."""
    assert toyshire_published.is_dir()
    return run(settings, tmp_path / "site")


def run(settings: Settings, folder: Path) -> Result:
    names = ("data", "boundaries", "published")
    options = [f"--{name}={getattr(settings, name)}" for name in names]
    return CliRunner().invoke(main, ["site", str(folder), *options])


def test_says_how_much_was_written_and_where(wrote: Result, tmp_path: Path) -> None:
    assert wrote.exit_code == 0, wrote.output
    said = r"[\d,]+ files, [\d.]+ MB, written to (.*): open index\.html there"
    found = re.search(said, wrote.output)
    assert found
    assert (Path(found[1]) / "index.html").is_file()
    assert Path(found[1]) == tmp_path / "site"


def test_refuses_a_folder_that_it_did_not_write(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "letters.txt").touch()

    ended = run(settings, tmp_path)

    assert ended.exit_code == 2
    assert "this command did not write it: name a new folder" in ended.output
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]
