"""The app's own scripts and styles, and the libraries, gathered for a publication.

They are served under the publication's name, so that browsers may keep them for ever. What a page
needs at once is drawn together, so that a browser, which has six connections to a host, asks for
all of it at the same time.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rcssmin import cssmin

from escwg_map.errors import MissingInput
from escwg_map.publish.bundle import bundle

_SCRIPTS = {
    "js/app.js": ("start.js", {}),
    "js/site.js": ("site/start.js", {"lib/server.js": "site/server.js"}),
}
"""Of pages that a server sends, and of those of a folder, where a module answers in its place."""

_STYLES = (
    "vendor/govuk-frontend/govuk-frontend.min.css",
    "css/tokens.css",
    "css/base.css",
    "css/components/*.css",
    "css/print.css",
)
_MAP_STYLES = ("vendor/leaflet/leaflet.css",)
_MAP_SCRIPTS = (
    "vendor/leaflet/leaflet.js",
    "vendor/topojson-client/topojson-client.min.js",
)
_TOGETHER = {*_STYLES, *_MAP_STYLES, *_MAP_SCRIPTS}


def static_files(folder: Path) -> dict[str, bytes]:
    """Read what pages ask for one by one as it is; styles are one file, as are our scripts.

    Raises:
        MissingInput: the libraries have not been built.
    """
    files = {
        path: (folder / path).read_bytes()
        for path in _found(folder, ("vendor/**/*", "img/**/*"))
        if path not in _TOGETHER
    }
    files["css/app.css"] = _small(_together(folder, _STYLES))
    return files | dict(_scripts(folder / "js"))


def map_script(folder: Path, drawn: str) -> bytes:
    """Put what Folium drew behind the libraries that it calls.

    Raises:
        MissingInput: the libraries have not been built.
    """
    return f"{_together(folder, _MAP_SCRIPTS)}\n{drawn}".encode()


def map_style(folder: Path, drawn: str) -> bytes:
    """Put the styles that Folium wrote behind those of Leaflet.

    Raises:
        MissingInput: the libraries have not been built.
    """
    return _small(f"{_together(folder, _MAP_STYLES)}\n{drawn}")


def _small(style: str) -> bytes:
    """Write styles without what only people read."""
    written: str = cssmin(style)
    return written.encode()


def _together(folder: Path, patterns: Iterable[str]) -> str:
    texts = ((folder / path).read_text(encoding="utf-8-sig") for path in _found(folder, patterns))
    return "\n".join(texts)


def _found(folder: Path, patterns: Iterable[str]) -> Iterator[str]:
    if not (folder / "vendor").is_dir():
        raise MissingInput(f"There is no {folder / 'vendor'}: run 'make assets' to build it.")
    for pattern in patterns:
        for path in sorted(folder.glob(pattern)):
            if path.is_file():
                yield path.relative_to(folder).as_posix()


def _scripts(folder: Path) -> Iterator[tuple[str, bytes]]:
    modules = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.js"))
    }
    for path, (start, instead) in _SCRIPTS.items():
        yield path, bundle(modules, start, instead).encode()
