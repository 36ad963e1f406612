"""Which pages the site has, and the file of each: named in full, for hosts that guess nothing."""

from collections.abc import Iterator, Mapping
from itertools import permutations, product

from escwg_map.atlas import Atlas
from escwg_map.selection.area_order import AREA_KEYS
from escwg_map.selection.ordering import SortKey
from escwg_map.selection.project_order import PROJECT_KEYS
from escwg_map.static_site.address import Address, Pair
from escwg_map.vocabulary import Kind

MAP_FILES = ("index.html", "fire.html", "ambulance.html", "table.html", "cards.html")
"""The files that are the map page: in these a script answers whatever is asked of it."""

_SINGLE = {
    "/embed": "embed.html",
    "/places": "places.html",
    "/national": "national.html",
    "/about": "about.html",
    "/accessibility": "accessibility.html",
    "/data": "data.html",
}
_VIEWS: Mapping[str, tuple[Pair, ...]] = {
    "index": (),
    "fire": (("layer", "fire"),),
    "ambulance": (("layer", "ambulance"),),
    "table": (("view", "table"),),
    "cards": (("view", "cards"),),
}


def pages_of(atlas: Atlas) -> dict[Address, str]:
    """Give every page its file, relative to the folder of the site."""
    pages = {Address.of(path): file for path, file in _SINGLE.items()}
    pages |= {Address.of("/", pairs): f"{stem}.html" for stem, pairs in _VIEWS.items()}
    for named in (_lists(), _gaps(), _sheets(atlas), _records(atlas), _boundaries(atlas)):
        pages |= {address: f"{stem}.html" for address, stem in named}
    return pages


def _orders(keys: tuple[str, ...]) -> Iterator[tuple[tuple[Pair, ...], str]]:
    """Give parameters and the end of a file's name for each order of a list."""
    yield (), ""
    for key in keys:
        yield (("sort", key),), f"-by-{key}"
        yield (("sort", f"-{key}"),), f"-by-{key}-descending"


def _layers() -> Iterator[tuple[tuple[Pair, ...], str]]:
    for kind in Kind:
        yield ((("layer", kind.value),), f"-{kind}") if kind is not Kind.POLICE else ((), "")


def _lists() -> Iterator[tuple[Address, str]]:
    for pairs, end in _orders(PROJECT_KEYS):
        yield Address.of("/projects", pairs), f"projects{end}"
        yield Address.of("/projects", (*pairs, ("view", "cards"))), f"project-cards{end}"
    for (layer, name), (order, end) in product(_layers(), list(_orders(AREA_KEYS))):
        yield Address.of("/areas", layer + order), f"areas{name}{end}"


def _gaps() -> Iterator[tuple[Address, str]]:
    weights: tuple[tuple[tuple[Pair, ...], str], ...] = (((), ""), ((("weight", "km2"),), "-km2"))
    orders = list(_orders((SortKey.NAME, SortKey.TAKES_PART)))
    for (layer, name), (weight, end), (order, last) in product(_layers(), weights, orders):
        yield Address.of("/gaps", layer + weight + order), f"gaps{name}{end}{last}"


def _sheets(atlas: Atlas) -> Iterator[tuple[Address, str]]:
    for layer, name in _layers():
        yield Address.of("/print", layer), f"print{name}"
    for kind in Kind:
        for code in atlas.areas(kind):
            yield Address.of(f"/areas/{kind}/{code}/briefing"), f"areas/{kind}/{code}-briefing"


def _records(atlas: Atlas) -> Iterator[tuple[Address, str]]:
    for project in atlas.projects:
        yield Address.of(f"/projects/{project.id}"), f"projects/{project.id}"
    for kind in Kind:
        for code in atlas.areas(kind):
            yield Address.of(f"/areas/{kind}/{code}"), f"areas/{kind}/{code}"


def _boundaries(atlas: Atlas) -> Iterator[tuple[Address, str]]:
    yield Address.of("/boundaries"), "boundaries"
    for layer, other in permutations(Kind, 2):
        address = Address.of("/boundaries", (("layer", layer.value), ("other", other.value)))
        yield address, f"boundaries-{layer}-{other}"
    for overlap in atlas.land.overlaps:
        for one, two in permutations((overlap.a_code, overlap.b_code)):
            yield Address.of(f"/boundaries/{one}/{two}"), f"boundaries/{one}-{two}"
