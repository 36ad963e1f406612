"""Requests a second, beside nginx, a constant view, pygeoapi and Datasette."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from urllib.request import urlopen

from performance import Row, at_least

from bench.load import Target, ask, rates
from bench.peers.datasette_peer import DATABASE, datasette
from bench.peers.pygeoapi_peer import PROVIDERS, pygeoapi
from bench.plan import Plan, answered
from bench.questions import Question, questions
from bench.servers import nginx, on_the_maps_server, the_map
from escwg_map.publish.publication import Publication
from escwg_map.publish.work import published

_GZIP = {"Accept-Encoding": "gzip"}
_UNIT = "requests a second"
_OURS, _NGINX, _CONSTANT, _UNCHANGED = "the map", "nginx", "constant view", "304 of the map"
_PEERS = {"pygeoapi": at_least(10), "Datasette": at_least(3)}
_COLLECTIONS = {"police": "areas", "projects": "projects"}


def measure(plan: Plan) -> Iterator[Row]:
    """Measure the map beside each of the others."""
    publication = Publication(published(plan.settings))
    with the_map(plan.settings, plan.folder / "map.log") as ours:
        for question in questions(publication):
            yield from _beside_limits(question, ours.port, plan)
        files = {name: _items(ours.port, name, plan) for name in _COLLECTIONS}
        yield from _beside_pygeoapi(files, ours.port, plan)
        yield from _beside_datasette(files, ours.port, plan)


def _beside_limits(question: Question, port: int, plan: Plan) -> Iterator[Row]:
    of_nginx, of_constant = question.of_nginx, question.of_constant
    unchanged = question.of_constant_unchanged

    def found() -> Iterator[Row]:
        asked = Target(port, question.paths, _GZIP, connections=question.connections)
        answers = ask(asked)
        files = plan.fresh("files")
        _write(files, answers[0].body, answers[0].encoding)
        with ExitStack() as stack:
            limit = stack.enter_context(nginx(files, plan.fresh("nginx"))).port
            constant = stack.enter_context(on_the_maps_server("constant")).port
            targets = {
                _OURS: asked,
                _NGINX: replace(asked, port=limit, paths=("/body",)),
                _CONSTANT: replace(asked, port=constant, paths=("/",)),
            }
            if tag := answers[0].tag:
                tagged = {**_GZIP, "If-None-Match": tag}
                targets[_UNCHANGED] = Target(port, asked.paths[:1], tagged, 304)
            measured = rates(targets, plan)
        yield _compared(of_nginx, measured, _OURS, _NGINX)
        yield _compared(of_constant, measured, _OURS, _CONSTANT)
        if tag:
            yield _compared(unchanged, measured, _UNCHANGED, _CONSTANT)
        else:
            yield replace(unchanged, note="has no tag, so is never answered 304")

    yield from answered((of_nginx, of_constant, unchanged), found)


def _write(folder: Path, body: bytes, encoding: str) -> None:
    """Put the map's own bytes where nginx sends them, compressed as the map compressed them."""
    (folder / "body").write_bytes(body)
    if encoding == "gzip":
        (folder / "body.gz").write_bytes(body)


def _items(port: int, collection: str, plan: Plan) -> Path:
    """Take a whole collection, for others to serve."""
    file = plan.folder / f"{collection}.geojson"
    address = f"http://127.0.0.1:{port}/ogc/collections/{collection}/items?f=json&limit=1000"
    with urlopen(address) as answer:
        file.write_bytes(answer.read())
    return file


def _beside_pygeoapi(files: Mapping[str, Path], port: int, plan: Plan) -> Iterator[Row]:
    """Compare with its own provider; what it could do with one of ours is told beside it."""
    rows = {name: _peer_row(name, "pygeoapi") for name in files}

    def found() -> Iterator[Row]:
        with ExitStack() as stack:
            ports = {
                title: stack.enter_context(pygeoapi(files, name, plan.fresh(title))).port
                for title, name in PROVIDERS.items()
            }
            for name, row in rows.items():
                path = f"/collections/{name}/items?f=json&limit=10"
                others = {title: Target(each, (path,)) for title, each in ports.items()}
                measured = rates({_OURS: Target(port, (f"/ogc{path}",)), **others}, plan)
                yield _compared(row, measured, _OURS, *PROVIDERS)

    yield from answered(tuple(rows.values()), found)


def _beside_datasette(files: Mapping[str, Path], port: int, plan: Plan) -> Iterator[Row]:
    rows = {name: _peer_row(name, "Datasette") for name in files}

    def found() -> Iterator[Row]:
        with datasette(files, plan.fresh("datasette")) as server:
            for name, row in rows.items():
                ours = Target(port, (f"/ogc/collections/{name}/items?f=json&limit=10",))
                theirs = f"/{DATABASE}/{name}.json?_size=10&_shape=objects"
                targets = {_OURS: ours, "Datasette": Target(server.port, (theirs,))}
                yield _compared(row, rates(targets, plan), _OURS, "Datasette")

    yield from answered(tuple(rows.values()), found)


def _peer_row(collection: str, whose: str) -> Row:
    what = f"Ten {_COLLECTIONS[collection]} as GeoJSON: of {whose}"
    return Row(what, "times", _PEERS[whose])


def _compared(row: Row, measured: Mapping[str, float], one: str, *others: str) -> Row:
    """Answer a row with how often `one` is the first of the others."""
    times = measured[one] / measured[others[0]]
    figure = round(100 * times, 1) if row.unit == "%" else round(times, 1)
    beside = {name: round(measured[name], 1) for name in (one, *others)}
    return replace(row, figure=figure, beside=beside, beside_unit=_UNIT)
