"""Scripts and styles, gathered for a publication."""

import re
from pathlib import Path

import pytest
from rcssmin import cssmin

from escwg_map.errors import MissingInput
from escwg_map.publish.static_files import map_script, map_style, static_files
from escwg_map.settings import beside_the_package


def small(path: Path) -> bytes:
    written: str = cssmin(path.read_text(encoding="utf-8-sig"))
    return written.encode()


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
        "vendor/accessible-autocomplete/accessible-autocomplete.min.js",
        "vendor/leaflet/LICENSE",
        "vendor/topojson-client/LICENSE",
        "img/icon.svg",
    ],
)
def test_holds_what_pages_ask_for(files: dict[str, bytes], path: str) -> None:
    assert files[path]


def test_draws_styles_together_those_of_govuk_first_and_print_last(files: dict[str, bytes]) -> None:
    static = beside_the_package("static")
    govuk, css = static / "vendor/govuk-frontend/govuk-frontend.min.css", static / "css"

    assert files["css/app.css"].startswith(small(govuk))
    assert files["css/app.css"].endswith(small(css / "print.css"))
    for path in css.rglob("*.css"):
        assert small(path) in files["css/app.css"], path.name


def test_leaves_out_of_styles_what_only_people_read(files: dict[str, bytes]) -> None:
    static = beside_the_package("static")

    assert b"/*" in (static / "css/base.css").read_bytes()
    assert b"/*" not in files["css/app.css"]


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


def test_puts_the_script_that_folium_wrote_behind_the_libraries() -> None:
    static = beside_the_package("static")
    libraries = ("leaflet/leaflet.js", "topojson-client/topojson-client.min.js")
    texts = [(static / "vendor" / path).read_text(encoding="utf-8") for path in libraries]

    assert map_script(static, "drawn();").decode() == "\n".join([*texts, "drawn();"])


def test_puts_the_styles_that_folium_wrote_behind_those_of_leaflet() -> None:
    static = beside_the_package("static")

    whole = map_style(static, "#map_1 { top: 0 }")

    assert whole == small(static / "vendor/leaflet/leaflet.css") + b"#map_1{top:0}"


def test_publishes_no_library_twice(files: dict[str, bytes]) -> None:
    assert not [path for path in files if Path(path).name.startswith(("leaflet.", "topojson"))]


def test_says_how_to_build_libraries_that_are_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="run 'make assets' to build it"):
        static_files(tmp_path)
