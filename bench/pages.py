"""The map's page, and those that people would get from Folium and geopandas, all served here.

What the others load from outside hosts is served from npm packages of the same versions; a file
that no package has is empty, to their advantage.
"""

import gzip
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import brotli

from bench.areas import write_areas
from bench.browsing import Visit
from bench.plan import ROOT, NotMeasuredError, Plan, peer
from bench.servers import on_the_maps_server, the_map
from escwg_map.publish.publication import Publication
from escwg_map.publish.work import published
from escwg_map.vocabulary import Kind

OURS, FOLIUM, EXPLORE = "the map", "plain Folium", "geopandas.explore"
ROUNDED = "plain Folium with coordinates rounded as ours"

_AREAS = 43 + 48 + 12
_SCRIPTS = {FOLIUM: "folium_page.py", EXPLORE: "explore_page.py"}
_PACKAGES = ROOT / "bench" / "node_modules"
_OUTSIDE = re.compile(r'(src|href)="https?://([^"]+)"')
_ON_JSDELIVR = re.compile(r"cdn\.jsdelivr\.net/npm/(@?[^@]+)@[^/]+/(.+)")
_MARKERS = "cdnjs.cloudflare.com/ajax/libs/Leaflet.awesome-markers/2.0.2/leaflet.awesome-markers"
_ELSEWHERE = {
    "code.jquery.com/jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "cdnjs.cloudflare.com/ajax/libs/d3/3.5.5/d3.min.js": "d3/d3.min.js",
    f"{_MARKERS}.js": "leaflet.awesome-markers/dist/leaflet.awesome-markers.js",
    f"{_MARKERS}.css": "leaflet.awesome-markers/dist/leaflet.awesome-markers.css",
}
"""Where an npm package has what a page loads; of the markers, version 2.0.5 stands for 2.0.2."""


@dataclass(frozen=True)
class PeerPages:
    """The pages by name, and the names of the files that had to be left empty."""

    visits: Mapping[str, Visit]
    empty: tuple[str, ...]


@contextmanager
def our_page(plan: Plan) -> Iterator[Visit]:
    """Serve the map, whose first view is of one layer's areas; nobody sees its cells."""
    atlas = Publication(published(plan.settings)).atlas
    shapes = len(atlas.areas(Kind.POLICE))
    with the_map(plan.settings, plan.folder / "map.log") as server:
        yield Visit(f"http://127.0.0.1:{server.port}/", shapes)


@contextmanager
def peer_pages(plan: Plan) -> Iterator[PeerPages]:
    """Make the pages, and serve them; one is of areas that are rounded as the map's own are.

    Raises:
        NotMeasuredError: their environment has not been made, or the packages are not there.
    """
    if not _PACKAGES.is_dir():
        raise NotMeasuredError("no bench/node_modules (make bench makes it)")
    python, site = peer("python"), plan.fresh("site")
    whole, rounded = write_areas(plan.fresh("areas"))
    made = {FOLIUM: (FOLIUM, whole), EXPLORE: (EXPLORE, whole), ROUNDED: (FOLIUM, rounded)}
    empty: set[str] = set()
    for number, (script, areas) in enumerate(made.values()):
        page = site / f"{number}.html"
        program = ROOT / "bench" / "peers" / _SCRIPTS[script]
        subprocess.run([python, str(program), str(areas), str(page)], check=True)
        empty |= set(_brought_home(page))
    for path in [path for path in site.rglob("*") if path.is_file()]:
        _compress(path)
    with on_the_maps_server("files", str(site)) as server:
        visits = {
            name: Visit(f"http://127.0.0.1:{server.port}/{number}.html", _AREAS)
            for number, name in enumerate(made)
        }
        yield PeerPages(visits, tuple(sorted(empty)))


def _brought_home(page: Path) -> Iterator[str]:
    """Let a page load from beside it what it loads from outside; names what could not be had."""
    text = page.read_text(encoding="utf-8")
    for _, outside in sorted(set(_OUTSIDE.findall(text))):
        file = page.parent / outside
        file.parent.mkdir(parents=True, exist_ok=True)
        source = _package_file(outside)
        file.write_bytes(source.read_bytes() if source else b"")
        if source is None:
            yield file.name
        elif source.suffix == ".css" and (images := source.with_name("images")).is_dir():
            shutil.copytree(images, file.with_name("images"), dirs_exist_ok=True)
    page.write_text(_OUTSIDE.sub(r'\1="\2"', text), encoding="utf-8")


def _package_file(outside: str) -> Path | None:
    found = _ON_JSDELIVR.fullmatch(outside)
    inside = f"{found[1]}/{found[2]}" if found else _ELSEWHERE.get(outside)
    return _PACKAGES / inside if inside else None


def _compress(path: Path) -> None:
    """Write compressed copies beside a file, as small as they get."""
    body = path.read_bytes()
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(body, 9))
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(body, quality=11))
