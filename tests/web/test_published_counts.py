"""Nothing that the app sends tells a hidden count: all of it is read, and all of it worked on."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from random import Random
from urllib.parse import parse_qsl

import pytest
from flask.testing import FlaskClient

from demand.solver import MANY, Reader, Told
from demand.toyshire_counts import CELLS, counts_of
from escwg_map.atlas import Atlas
from escwg_map.demand.disclosure import Disclosure
from escwg_map.demand.incidents import Incidents
from escwg_map.demand.rule import STAR, Rule
from escwg_map.exports.formats import formats_of
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection
from escwg_map.vocabulary import Kind
from escwg_map.web.current import serve_incidents
from reliability.catalogue import row
from reliability.doors import ANSWERING, Addresses
from web.incidents import ALIKE, POINTS, serving_counts

Pairs = tuple[tuple[str, str], ...]
Row = Mapping[str, str]

WEIGHED: tuple[Pairs, ...] = (
    (),
    (("weight", "incidents"),),
    (("weight", "incidents"), ("sort", "-incidents")),
    (("weight", "incidents"), ("sort", "incidents"), ("layer", "fire")),
    (("weight", "incidents"), ("colour", "gap"), ("theme", "wider")),
    (("weight", "incidents"), ("colour", "gap"), ("layer", "ambulance"), ("status", "live")),
)
"""What every door is asked with; those that do not take it say so."""

TIMED = ("health.show_whether_it_is_ready",)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where counts are written."""
    return tmp_path_factory.mktemp("counts")


@pytest.fixture(scope="module")
def client(toyshire_published: Path, folder: Path) -> FlaskClient:
    """Somebody who reads the map with its incidents."""
    return serving_counts(toyshire_published, folder)


def everything(publication: Publication) -> Iterator[str]:
    """Give the address of everything that the app has, weighed in every way."""
    written = Addresses(publication.name)
    for (name, door), pairs in product(ANSWERING.items(), WEIGHED):
        if name not in TIMED:
            yield written(door, *pairs)
    for subject in SUBJECTS:
        for format_ in formats_of(subject):
            yield f"/export/{subject}.{format_.ending}?weight=incidents"
    for kind, code in (("police", "E23000903"), ("fire", "E31000902"), ("ambulance", "RZ2")):
        for page in ("", "/coverage.csv"):
            yield f"/areas/{kind}/{code}{page}?weight=incidents"


def bodies(client: FlaskClient, publication: Publication) -> dict[str, bytes]:
    return {address: client.get(address).data for address in everything(publication)}


@row(
    "D9",
    fault="a small count of incidents is shown, or told by an order, a title or a colour",
    seen="a star wherever the count would be; everything sent is the same whatever small count "
    "the star stands for",
    elsewhere="Hospital statistics hid small counts in tables by hand, and forgot some",
)
def test_d9_nothing_sent_depends_on_a_hidden_count(
    client: FlaskClient, toyshire_published: Path, folder: Path, publication: Publication
) -> None:
    others = bodies(serving_counts(toyshire_published, folder, ALIKE), publication)

    mine = bodies(client, publication)

    assert [address for address, body in mine.items() if body != others[address]] == []
    assert sum(STAR.encode() in body and b"ncidents" in body for body in mine.values()) > 20


def test_d9_what_is_sent_exactly_depends_on_them(
    toyshire_published: Path, folder: Path, publication: Publication
) -> None:
    one, two = (
        bodies(serving_counts(toyshire_published, folder, points, exact=True), publication)
        for points in (POINTS, ALIKE)
    )

    assert sum(body != two[address] for address, body in one.items()) > 20


def read_rows(client: FlaskClient, address: str) -> list[Row]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text)))


SEEDED = tuple(Random(9).choice((0, 2, 4, 6, 7, 11, 48)) for _ in CELLS)  # noqa: S311 - made up
FILTERS = (
    *("", "theme=first-response", "theme=demand&theme=estates", "status=live", "status=planned"),
    *("scheme=co-responding", "benefit=savings", "kind=police&kind=fire", "service=E23000902"),
    *("area=E31000902", "cell=E23000903-E31000902-RZ2", "from=2015", "to=2014", "q=doors"),
)


def told_by(client: FlaskClient, atlas: Atlas) -> Iterator[Told]:
    """Tell every number in every file of the app, by every filter, with the cells it is of."""
    for layer in Kind:
        for area in read_rows(client, f"/export/areas.csv?weight=incidents&layer={layer}"):
            yield told(area["incidents"], within(area["code"]))
    for what in ("cells", "lonely-cells"):
        for cell in read_rows(client, f"/export/{what}.csv?weight=incidents"):
            yield told(cell["incidents"], within(*cell["cell"].split("-")))
    for what in ("overlaps", "strangers"):
        for pair in read_rows(client, f"/export/{what}.csv?weight=incidents"):
            yield told(pair["incidents"], within(pair["a_code"], pair["b_code"]))
    for query in FILTERS:
        yield from told_by_filter(client, atlas, query)


def told_by_filter(client: FlaskClient, atlas: Atlas, query: str) -> Iterator[Told]:
    asked = Selection.from_query(parse_qsl(query))
    left = asked.apply(atlas)
    of = filter(None, (asked.cell or asked.area or "").split("-"))
    all_of_it = within(*of)
    for name in ("coverage", "coverage-by-scheme"):
        for entry in read_rows(client, f"/export/{name}.csv?weight=incidents&{query}"):
            inside = all_of_it & reached(left, entry["theme"], entry["status"])
            yield from inside_and_outside(entry["incidents"], entry, all_of_it, inside)
    for name, layer in product(("gaps", "gaps-by-scheme"), Kind):
        for entry in read_rows(
            client, f"/export/{name}.csv?weight=incidents&layer={layer}&{query}"
        ):
            ground = within(entry["code"])
            inside = ground & reached(left, entry["theme"], "any")
            yield told(entry["incidents"], ground)
            yield from inside_and_outside(entry["incidents_reached"], entry, ground, inside)


def inside_and_outside(
    number: str, entry: Row, ground: frozenset[int], inside: frozenset[int]
) -> Iterator[Told]:
    yield told(number, inside)
    yield told(entry["incidents_outside"], ground - inside)


def within(*codes: str) -> frozenset[int]:
    return frozenset(place for place, cell in enumerate(CELLS) if set(codes) <= set(cell))


def reached(atlas: Atlas, group: str, status: str) -> frozenset[int]:
    """The cells inside the footprints of a theme's or a scheme's projects of a status."""
    statuses = {"any": None, "live-or-pilot": ("live", "pilot")}.get(status, (status,))
    areas = {
        code
        for project in atlas.projects
        if group in (project.theme, project.scheme)
        and (statuses is None or project.status in statuses)
        for code in project.areas
    }
    return frozenset(place for place, cell in enumerate(CELLS) if areas & set(cell))


def told(text: str, of: frozenset[int], rounding: int = 5, threshold: int = 7) -> Told:
    """Say what somebody who knows the rule reads out of a number."""
    if text == STAR:
        return Told(of, 1, threshold if len(of) == 1 else MANY, is_star=True)
    number = int(text)
    if number == 0:
        return Told(of, 0, 0)
    return Told(of, max(threshold + 1, number - rounding // 2), number + rounding // 2)


def reading(client: FlaskClient, atlas: Atlas) -> Reader:
    return Reader(list(dict.fromkeys(told_by(client, atlas))))


@row(
    "D10",
    fault="a hidden count is worked out from totals, other rows, other filters, shares and bases",
    seen="sums that would tell one are a star too: a solver that knows every published number "
    "finds at least two values for each hidden one",
    elsewhere="Hospital statistics gave up hiding further cells by hand: it was slow and wrong",
)
@pytest.mark.parametrize("points", [POINTS, (7, 90, 7, 7, 120, 7, 0, 60), (1,) * 8, SEEDED])
def test_d10_a_solver_finds_no_hidden_count(
    toyshire_published: Path, folder: Path, atlas: Atlas, points: tuple[int, ...]
) -> None:
    reader = reading(serving_counts(toyshire_published, folder, points), atlas)

    assert sum(each.is_star for each in reader.told) >= 2
    assert reader.recovered() == []


def test_d10_it_does_find_them_where_each_number_is_hidden_by_itself_alone(
    toyshire_published: Path, folder: Path, atlas: Atlas
) -> None:
    points = (7, 90, 7, 7, 120, 7, 0, 60)
    client = serving_counts(toyshire_published, folder, points)
    naive = Disclosure(counts_of(points), Rule(), alternatives=())
    serve_incidents(client.application, Incidents(naive))

    found = {each.of for each in reading(client, atlas).recovered()}

    assert {frozenset([place]) for place in (0, 2, 3, 5)} <= found


def shares(client: FlaskClient, query: str) -> list[tuple[str, str]]:
    rows = read_rows(client, f"/export/coverage.csv?weight=incidents&{query}")
    return [(each["incidents"], each["incidents_share"]) for each in rows]


def test_d10_a_share_times_its_base_is_the_number_that_is_shown(client: FlaskClient) -> None:
    of_all = [(int(number), float(share)) for number, share in shares(client, "")]

    assert {round(number / share) for number, share in of_all if share} == {410}


def test_d10_there_is_no_share_of_what_is_hidden(client: FlaskClient) -> None:
    assert {share for number, share in shares(client, "area=RZ2") if number == STAR} == {""}
