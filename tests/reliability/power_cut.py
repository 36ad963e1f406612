"""Every command that writes, traced: what it says that it did is on the disk.

    PYTHONPATH=tests python -m reliability.power_cut

Prints what was found, and keeps it; the exit status is 1 when a power cut could take anything back
that was said to be done.
"""

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd

from escwg_map.settings import Settings
from publish.generations import copy_of
from reliability.figures import record
from reliability.servers import environment
from reliability.traced import PowerCut, cannot_trace, traced
from reliability.worst_files import made_toyshire
from sources.slips import cells

DONE = r"written to|Written to|dissolved to|published/[0-9a-f]{16}"
"""What commands say when they have done their work."""

_ALL = """
import json, sys
from escwg_map.cli import main
for words in json.loads(sys.argv[1]):
    assert not main.main(words, standalone_mode=False), words
"""
"""Several commands in one process, which loads the libraries once."""


def prepared(toyshire: Path, folder: Path) -> Settings:
    """Copy Toyshire into a folder, with something to import beside it."""
    settings = copy_of(toyshire, folder)
    changed = Path(shutil.copytree(settings.data, folder / "changed"))
    cells("projects", 2, title="Another title")(changed)
    areas = gpd.read_file(settings.boundaries / "police.shp")
    areas.replace({"name": {"Midtoy": "Middletoy"}}).to_file(folder / "police.gpkg")
    return settings


def short_ones(folder: Path) -> list[list[str]]:
    """Import, publish and export: what is new, and what takes another's place."""
    export = ["export", "areas", f"--output={folder / 'areas.gpkg'}"]
    return [
        ["register", "import", "--yes", str(folder / "changed")],
        ["boundaries", "import", "--yes", "--layer=police", str(folder / "police.gpkg")],
        *(["publish"], export, export, ["register", "export", str(folder / "register.xlsx")]),
    ]


def long_ones(folder: Path) -> list[list[str]]:
    """Make the layers anew, and write the site, and again in its own place."""
    sources = (("districts", "districts.geojson"), ("lookup", "lookup.csv"))
    site = ["site", str(folder / "site")]
    given = [f"--{name}={folder / file}" for name, file in sources]
    return [["boundaries", "build", *given], site, site]


def replayed(settings: Settings, folder: Path, commands: Sequence[Sequence[str]]) -> PowerCut:
    """Trace commands one after another, and replay what they asked of the kernel."""
    words = [sys.executable, "-c", _ALL, json.dumps(commands)]
    # The compiled modules that Python keeps are not ours, and are made again where they are lost.
    own = {**environment(settings), "PYTHONDONTWRITEBYTECODE": "1"}
    return PowerCut(str(folder)).replay(traced(words, own), DONE)


def main() -> int:
    """Trace all commands."""
    if why := cannot_trace():
        print(f"Nothing was traced: {why}")  # noqa: T201
        return 0
    with TemporaryDirectory() as place:
        toyshire, folder = made_toyshire(Path(place) / "toyshire"), Path(place) / "work"
        folder.mkdir()
        for file in ("districts.geojson", "lookup.csv"):
            shutil.copy(toyshire / file, folder)
        commands = [*short_ones(folder), *long_ones(folder)]
        cut = replayed(prepared(toyshire, folder), folder, commands)
    found = {
        "commands": len(commands),
        "said_to_be_done": cut.said,
        "calls": cut.calls,
        "renames": cut.renamed,
        "lost": len(cut.faults),
    }
    print(found, *cut.faults[:10], sep="\n    ")  # noqa: T201
    record("power cut", **found)
    return int(bool(cut.faults) or cut.said != len(commands))


if __name__ == "__main__":
    sys.exit(main())
