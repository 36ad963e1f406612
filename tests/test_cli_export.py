"""Taking a selection away from the command line."""

import codecs
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from escwg_map.cli import main
from escwg_map.exports.formats import FORMATS
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.selection.filters import FILTERS
from escwg_map.settings import Settings
from escwg_map.web import create_app


class Somebody:
    """Somebody at a terminal who takes Toyshire away."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        names = ("data", "boundaries", "published")
        self._folders = [f"--{name}={getattr(settings, name)}" for name in names]
        self.folder = folder

    def exports(self, what: str, name: str, *words: str) -> Result:
        """Type the command, to write a file of this name."""
        output = str(self.folder / name)
        return CliRunner().invoke(
            main, ["export", what, "--output", output, *words, *self._folders]
        )

    def written(self, what: str, name: str, *words: str) -> bytes:
        """Type the command, and give what was written."""
        result = self.exports(what, name, *words)
        assert result.exit_code == 0, result.output
        return (self.folder / name).read_bytes()


@pytest.fixture
def somebody(settings: Settings, toyshire_published: Path, tmp_path: Path) -> Somebody:
    assert toyshire_published.parent == settings.published
    return Somebody(settings, tmp_path)


@pytest.fixture
def web(toyshire_published: Path) -> FlaskClient:
    """The app that serves Toyshire."""
    return create_app(toyshire_published).test_client()


@pytest.mark.parametrize("ending", FORMATS)
def test_writes_what_the_web_sends(somebody: Somebody, web: FlaskClient, ending: str) -> None:
    typed = somebody.written("areas", f"x.{ending}", "--layer", "fire", "--status", "live")

    assert typed == web.get(f"/export/areas.{ending}?layer=fire&status=live").data


def test_the_format_may_be_given_apart_from_the_name(somebody: Somebody) -> None:
    written = somebody.written("projects", "projects.txt", "--format", "geojson")

    assert json.loads(written)["type"] == "FeatureCollection"


def test_says_what_it_wrote_and_where(somebody: Somebody) -> None:
    said = somebody.exports("projects", "p.csv", "--status", "live").stdout

    assert said == f"2 features, 2 projects written to {somebody.folder / 'p.csv'}\n"


def test_replaces_a_file_and_leaves_nothing_beside_it(somebody: Somebody) -> None:
    (somebody.folder / "p.json").write_text("old")

    assert json.loads(somebody.written("projects", "p.json"))["rows"]
    assert [path.name for path in somebody.folder.iterdir()] == ["p.json"]


def test_refuses_to_replace_a_folder(somebody: Somebody) -> None:
    (somebody.folder / "p.csv").mkdir()

    result = somebody.exports("projects", "p.csv")

    assert result.exit_code == 2
    assert "p.csv is no file: name a file to write with --output." in result.stderr


def test_a_folder_that_is_not_there_is_told_of(somebody: Somebody) -> None:
    result = somebody.exports("projects", "nowhere/p.csv")

    assert result.exit_code == 2
    assert "p.csv cannot be written: No such file or directory" in result.stderr


def test_csv_begins_with_a_byte_order_mark_where_it_is_asked_for(somebody: Somebody) -> None:
    plain, marked = (somebody.written("gaps", "g.csv", *bom) for bom in ((), ("--bom",)))

    assert marked == codecs.BOM_UTF8 + plain


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("gaps", "g.gpkg"), "'gaps' has no geometry: take csv, xlsx, json and parquet."),
        (("gaps", "g", "--format", "docx"), "'gaps' cannot be had as 'docx'"),
        (("gaps", "g.docx"), "'g.docx' does not end in one; name it"),
        (("secrets", "s.csv"), "'secrets' is not one of 'projects', 'footprints', 'areas'"),
        (("gaps", "g.json", "--bom"), "only CSV begins with a byte order mark"),
        (("gaps", "g.csv", "--status", "dead"), "'dead' is not a value of 'status'"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    somebody: Somebody, words: tuple[str, str, *tuple[str, ...]], said: str
) -> None:
    result = somebody.exports(*words)

    assert result.exit_code == 2
    assert said in result.stderr
    assert not list(somebody.folder.iterdir())


@pytest.mark.parametrize(
    "word",
    [*SUBJECTS, *FORMATS, *(f"--{filter_.name.rstrip('_')}" for filter_ in FILTERS), "--layer"],
)
def test_help_names_everything_that_there_is(word: str) -> None:
    result = CliRunner().invoke(main, ["export", "--help"])

    assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", result.output)
