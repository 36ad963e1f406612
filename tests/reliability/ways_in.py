"""The doors that files, words and settings come in by: what is given, and what takes it.

A door's `open` takes what was spoilt and either reads it or says no, in one of our own exceptions
or as problems; anything else is a fault of the door.
"""

import io
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from zipfile import ZipFile

import geopandas as gpd
from click.testing import CliRunner

from escwg_map.cli import main
from escwg_map.errors import MissingInput, RefusedInput
from escwg_map.sources.importing import prepare_import
from escwg_map.sources.importing_layers import prepare_layer
from escwg_map.sources.register import read_register
from escwg_map.vocabulary import Kind
from reliability.spoiling import spoilt, spoilt_zip

REFUSED, ACCEPTED = "refused", "accepted"
_HEADER = 600

_WORDS = (
    *("check", "summary", "gaps", "overlaps", "export", "register", "import", "boundaries"),
    *("--data", "--boundaries", "--layer", "fire", "--crs", "EPSG:27700", "--encoding", "--yes"),
    *("--theme", "--limit", "--index", "--format", "-h", "--", "-", "", "projects.csv", "a\0b"),
    *("\udcff", "9" * 400, "../..", "/dev/null", "/dev/zero", "http://127.0.0.1:9/", "/vsimem/a"),
    *("\N{RIGHT-TO-LEFT OVERRIDE}", "%s%n", "${HOME}", "~", "*", "nan", "-1", "\x1b[2J"),
)
_SETTINGS = ("DATA", "BOUNDARIES", "PUBLISHED", "HOST", "PORT", "WORKERS", "SLIVER_WIDTH")


@dataclass(frozen=True)
class Door:
    """A way in: `spoil` makes the nth thing to give, `open` gives it and says what came of it."""

    spoil: Callable[[Path, Random, int], Path]
    open: Callable[[Path, Path], str]


def _file(name: str, way: Callable[[bytes, int, Random, int], bytes]) -> Callable[..., Path]:
    def spoil(toyshire: Path, random: Random, number: int) -> Path:
        path = toyshire / "spoilt" / name
        path.write_bytes(way((toyshire / "sound" / name).read_bytes(), _HEADER, random, number))
        return path

    return spoil


def _folder(toyshire: Path, random: Random, number: int) -> Path:
    folder = toyshire / "spoilt" / "csvs"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(toyshire / "data", folder)
    path = random.choice(sorted(folder.glob("*.csv")))
    path.write_bytes(spoilt(path.read_bytes(), 60, random, number))
    return folder


def _said(toyshire: Path, random: Random, _: int) -> Path:
    words = [random.choice(_WORDS) for _ in range(random.randrange(1, 8))]
    path = toyshire / "spoilt" / "words"
    path.write_text("\n".join(words), encoding="utf-8", errors="surrogateescape")
    return path


def _import(path: Path, toyshire: Path) -> str:
    return REFUSED if prepare_import(path, toyshire / "data").problems else ACCEPTED


def _layer(path: Path, toyshire: Path) -> str:
    prepare_layer(Kind.FIRE, path, toyshire / "boundaries")
    return ACCEPTED


def _register(path: Path, _: Path) -> str:
    return REFUSED if read_register(path)[1] else ACCEPTED


def _command(words: list[str], toyshire: Path, settings: Mapping[str, str]) -> str:
    folders = {f"ESCWG_MAP_{name.upper()}": str(toyshire / name) for name in ("data", "boundaries")}
    ran = CliRunner().invoke(main, words, env=folders | dict(settings))
    if ran.exception and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    assert ran.exit_code in (0, 1, 2), ran.exit_code
    return REFUSED if ran.exit_code else ACCEPTED


def _speak(path: Path, toyshire: Path) -> str:
    words = path.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    return _command([word for word in words if word not in ("serve", "site")], toyshire, {})


def _set(path: Path, toyshire: Path) -> str:
    words = path.read_text(encoding="utf-8", errors="surrogateescape").replace("\0", "").split("\n")
    names = (_SETTINGS * 2)[len(words[0]) % len(_SETTINGS) :][: len(words)]
    given = {f"ESCWG_MAP_{name}": word for name, word in zip(names, words, strict=True)}
    return _command(["summary"], toyshire, given)


def _trusting(path: Path, _: Path) -> str:
    """Believe the ending, and what the zip says of itself, as a naive program does."""
    with ZipFile(io.BytesIO(path.read_bytes())) as archive:
        sizes = sum(member.file_size for member in archive.infolist())
    gpd.read_file(path)
    return ACCEPTED if sizes else REFUSED


DOORS: dict[str, Door] = {
    "xlsx": Door(_file("register.xlsx", spoilt_zip), _import),
    "csv": Door(_folder, _import),
    "zip": Door(_file("fire.zip", spoilt_zip), _layer),
    "gpkg": Door(_file("fire.gpkg", spoilt), _layer),
    "geojson": Door(_file("fire.geojson", spoilt), _layer),
    "data folder": Door(_folder, _register),
    "command line": Door(_said, _speak),
    "settings": Door(_said, _set),
}

NAIVE = {
    "naive": Door(_file("fire.zip", spoilt_zip), _trusting),
    "dying": Door(_file("register.xlsx", spoilt_zip), lambda *_: os.abort()),
}
"""Doors as they should not be, so that the harness can be seen to mind."""


def sound_files(toyshire: Path) -> None:
    """Put the files that are to be spoilt into `sound/`."""
    sound = toyshire / "sound"
    sound.mkdir()
    (toyshire / "spoilt").mkdir()
    shutil.copy(toyshire / "register.xlsx", sound)
    areas = gpd.read_file(toyshire / "boundaries" / "fire.shp")
    areas.to_file(sound / "fire.gpkg")
    areas.to_crs("EPSG:4326").to_file(sound / "fire.geojson")
    with ZipFile(sound / "fire.zip", "w") as archive:
        for part in sorted((toyshire / "boundaries").glob("fire.*")):
            archive.write(part, part.name)


def opened(door: Door, path: Path, toyshire: Path) -> str:
    """Give something to a door, and say what came of it."""
    try:
        return door.open(path, toyshire)
    except (RefusedInput, MissingInput):
        return REFUSED
