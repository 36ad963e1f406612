"""What the map is asked for while its requests a second are counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from performance import Row, at_least

from escwg_map.publish.publication import Publication
from escwg_map.vocabulary import Kind

QUERIES = 500
_TYPED = ("p", "police", "essex", "essx", "hfrs", "fire and rescue", "kings lynn", "forced entry")


@dataclass(frozen=True)
class Question:
    """Addresses that are asked for in turn, and what the figures must be at least, in percent."""

    name: str
    paths: tuple[str, ...]
    nginx: float | None = None
    constant: float | None = None
    unchanged: float | None = None
    connections: int = 8

    @property
    def of_nginx(self) -> Row:
        """Compares with nginx that sends the same bytes."""
        return _share(self.name, "nginx", self.nginx)

    @property
    def of_constant(self) -> Row:
        """Compares with the constant view."""
        return _share(self.name, "the constant view", self.constant)

    @property
    def of_constant_unchanged(self) -> Row:
        """Compares answers that the client has it already with the constant view."""
        return _share(f"{self.name}, answers 304", "the constant view", self.unchanged)


def _share(name: str, whose: str, least: float | None) -> Row:
    return Row(f"{name}: of {whose}", "%", None if least is None else at_least(least))


def questions(publication: Publication) -> tuple[Question, ...]:
    """What is asked of a publication."""
    typed = tuple(f"/places/suggestions?q={text.replace(' ', '+')}" for text in _TYPED)
    return (
        Question(
            "Geometry of the first view",
            (f"/published/{publication.name}/map/overview.json",),
            nginx=25,
            unchanged=60,
        ),
        Question(
            f"Map page, {QUERIES} queries", tuple(queries(publication)), constant=30, unchanged=60
        ),
        Question(
            "A project as JSON",
            (f"/api/v1/projects/{publication.atlas.projects[0].id}",),
            unchanged=60,
        ),
        Question(
            "OGC items, ten areas",
            ("/ogc/collections/police/items?f=json&limit=10",),
            unchanged=60,
        ),
        # As many exports are made at once; others wait, or are sent away.
        Question("GeoJSON of every area", ("/export/areas.geojson",), unchanged=60, connections=2),
        Question("Suggestions of the search", typed, unchanged=60),
    )


def queries(publication: Publication) -> Iterator[str]:
    """Give different views of the map: the projects of each area, on each layer, coloured twice."""
    each = product(Kind, ("theme", "count"), publication.atlas.services)
    for layer, colour, code in islice(each, QUERIES):
        yield f"/?layer={layer}&colour={colour}&area={code}"
