"""The app's own scripts and styles, and the libraries, gathered for a publication.

They are served under the publication's name, so that browsers may keep them for ever.
"""

from collections.abc import Iterator
from pathlib import Path

from escwg_map.errors import MissingInput

_STYLES = ("css/tokens.css", "css/base.css", "css/components/*.css", "css/print.css")


def static_files(folder: Path) -> dict[str, bytes]:
    """Read scripts and libraries as they are, and our styles as one file, `css/app.css`.

    Raises:
        MissingInput: the libraries have not been built.
    """
    if not (folder / "vendor").is_dir():
        raise MissingInput(f"There is no {folder / 'vendor'}: run 'make assets' to build it.")
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("js", "vendor", "img")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file()
    }
    return files | {"css/app.css": b"\n".join(path.read_bytes() for path in _styles(folder))}


def _styles(folder: Path) -> Iterator[Path]:
    for pattern in _STYLES:
        yield from sorted(folder.glob(pattern))
