"""Scripts and styles, gathered for a publication."""

import re
from pathlib import Path

import pytest

from escwg_map.errors import MissingInput
from escwg_map.publish.static_files import static_files
from escwg_map.settings import beside_the_package


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The app's own static files."""
    return static_files(beside_the_package("static"))


def test_reads_every_file_as_it_is(files: dict[str, bytes]) -> None:
    folder = beside_the_package("static")

    for path, body in files.items():
        if path not in ("css/app.css", "js/app.js", "js/site.js"):
            assert body == (folder / path).read_bytes(), path


@pytest.mark.parametrize(
    "path",
    [
        "js/app.js",
        "js/site.js",
        "vendor/leaflet/leaflet.js",
        "vendor/topojson-client/topojson-client.min.js",
        "vendor/govuk-frontend/govuk-frontend.min.css",
        "img/icon.svg",
    ],
)
def test_holds_what_pages_ask_for(files: dict[str, bytes], path: str) -> None:
    assert files[path]


def test_draws_our_styles_together_tokens_first_and_print_last(files: dict[str, bytes]) -> None:
    css = beside_the_package("static") / "css"

    assert files["css/app.css"].startswith((css / "tokens.css").read_bytes())
    assert files["css/app.css"].endswith((css / "print.css").read_bytes())
    for path in css.rglob("*.css"):
        assert path.read_bytes() in files["css/app.css"], path.name


@pytest.mark.parametrize("path", ["js/app.js", "js/site.js"])
def test_draws_our_scripts_together_as_one_that_imports_nothing(
    files: dict[str, bytes], path: str
) -> None:
    assert b"data-module" in files[path]
    assert not re.search(rb"^(import|export)\b", files[path], re.MULTILINE)


def test_only_the_site_without_a_server_answers_itself(files: dict[str, bytes]) -> None:
    asking, answering = b'modules["lib/server.js"]', b'modules["site/server.js"]'

    assert (asking in files["js/app.js"], answering in files["js/app.js"]) == (True, False)
    assert (asking in files["js/site.js"], answering in files["js/site.js"]) == (False, True)


def test_leaves_no_style_of_ours_outside_the_one_file(files: dict[str, bytes]) -> None:
    assert [path for path in files if path.startswith("css/")] == ["css/app.css"]


def test_says_how_to_build_libraries_that_are_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="run 'make assets' to build it"):
        static_files(tmp_path)
