"""One address of every kind that the map answers."""

import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from urllib.request import urlopen

from escwg_map.errors import EscwgMapError
from escwg_map.exports.formats import FORMATS, format_of
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.publish.publication import Publication
from escwg_map.web.api.endpoints import ENDPOINTS
from escwg_map.web.features.collections import COLLECTIONS


def addresses(publication: Publication, port: int) -> tuple[str, ...]:
    """Every page of the sitemap, every export, call, collection and picture, and every file."""
    register = publication.atlas.register
    return (
        *_pages(port),
        *_exports(),
        *(f"/api/v1{endpoint.example(register)}" for endpoint in ENDPOINTS),
        *(f"/ogc/collections/{name}/items?f=json" for name in COLLECTIONS),
        *("/?at=-0.335,53.745", "/embed", "/print", "/feed.atom", "/data/catalog.jsonld"),
        *("/pictures/map.svg", "/pictures/map-with-key.svg", "/places?q=hull"),
        *(f"/published/{publication.name}/{path}" for path in ("map/detail.json", "map/map.js")),
    )


def _pages(port: int) -> Iterator[str]:
    root = f"http://127.0.0.1:{port}"
    with urlopen(f"{root}/sitemap.xml") as answer:
        text = answer.read().decode()
    for found in re.findall(r"<loc>([^<]+)</loc>", text):
        yield unescape(found).removeprefix(root)


def _exports() -> Iterator[str]:
    for what in SUBJECTS:
        for ending in FORMATS:
            with suppress(EscwgMapError):  # it has no geometry
                format_of(what, ending)
                yield f"/export/{what}.{ending}"
