"""The app's own scripts and styles, and the libraries, gathered for a publication.

They are served under the publication's name, so that browsers may keep them for ever.
"""

from collections.abc import Iterator
from pathlib import Path

from escwg_map.errors import MissingInput
from escwg_map.publish.bundle import bundle

_SCRIPTS = {
    "js/app.js": ("start.js", {}),
    "js/site.js": ("site/start.js", {"lib/server.js": "site/server.js"}),
}
"""Of pages that a server sends, and of those of a folder, where a module answers in its place."""

_STYLES = ("css/tokens.css", "css/base.css", "css/components/*.css", "css/print.css")


def static_files(folder: Path) -> dict[str, bytes]:
    """Read libraries as they are, our styles as one file, `css/app.css`, and our scripts likewise.

    Raises:
        MissingInput: the libraries have not been built.
    """
    if not (folder / "vendor").is_dir():
        raise MissingInput(f"There is no {folder / 'vendor'}: run 'make assets' to build it.")
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("vendor", "img")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file()
    }
    files["css/app.css"] = b"\n".join(path.read_bytes() for path in _styles(folder))
    return files | dict(_scripts(folder / "js"))


def _scripts(folder: Path) -> Iterator[tuple[str, bytes]]:
    modules = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.js"))
    }
    for path, (start, instead) in _SCRIPTS.items():
        yield path, bundle(modules, start, instead).encode()


def _styles(folder: Path) -> Iterator[Path]:
    for pattern in _STYLES:
        yield from sorted(folder.glob(pattern))
