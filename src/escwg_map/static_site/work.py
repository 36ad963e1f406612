"""The order of the work: pages, then all that they name, then the answers, then one rename."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from escwg_map.errors import EscwgMapError
from escwg_map.exports.formats import formats_of
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.publish.publication import Publication
from escwg_map.selection.paging import DEFAULT_LIMIT
from escwg_map.static_site.address import Address
from escwg_map.static_site.answers import answers_of
from escwg_map.static_site.bundle import bundle
from escwg_map.static_site.finding import findings_of
from escwg_map.static_site.folder import replacing, write
from escwg_map.static_site.pages import pages_of
from escwg_map.static_site.rewriting import rewritten
from escwg_map.static_site.whereabouts import BUNDLE, SEARCH, Whereabouts
from escwg_map.vocabulary import Kind
from escwg_map.web import create_app

Say = Callable[[str], None]
Advance = Callable[[float], None]

_MOST = 1_000
"""Rows that the app gives a page of a list at most."""

_LISTS = ("/", "/projects", "/embed")
_INSTEAD = {"lib/server.js": "site/server.js"}
_GEOMETRY = ("map/overview", "map/detail")


@dataclass(frozen=True)
class Written:
    """How large the site is."""

    files: int
    bytes: int


def write_site(
    publication: Path, folder: Path, say: Say = lambda _: None, advance: Advance = lambda _: None
) -> Written:
    """Write the site of a publication into a folder, whole or not at all.

    Raises:
        EscwgMapError: the folder holds something else, or cannot be written.
    """
    app = create_app(publication)
    app.jinja_env.globals["without_server"] = True
    served = Publication(publication)
    with replacing(folder, served.name) as draft:
        say("Writing pages")
        for done, (file, body) in enumerate(_files(app, served, say)):
            write(draft / file, body)
            advance(done / (done + 400))
        written = _measured(draft)
    advance(1)
    return written


def _measured(folder: Path) -> Written:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Written(len(sizes), sum(sizes))


def _files(app: Flask, served: Publication, say: Say) -> Iterator[tuple[str, bytes]]:
    whereabouts = Whereabouts(pages_of(served.atlas))
    client = app.test_client()
    cards: dict[str, str] = {}
    for address, file in whereabouts.pages.items():
        html = rewritten(_fetched(client, _whole(address, served)).decode(), file, whereabouts)
        if address.path.endswith("/card"):
            cards[address.path.split("/")[2]] = rewritten(html, "index.html", whereabouts)
        yield file, html.encode()
    say("Writing what pages are made of, and what can be taken away")
    _name_exports(whereabouts)
    yield from _named(client, served, whereabouts)
    with app.test_request_context():
        found = findings_of(served.index, served.atlas, whereabouts)
    yield SEARCH, _answer("search", found)
    yield "answers/atlas.js", _answer("atlas", answers_of(served.atlas))
    yield "answers/cards.js", _answer("cards", cards)
    yield BUNDLE, _bundle(served)


def _whole(address: Address, served: Publication) -> str:
    """Ask for the whole list where the app would show a part of it."""
    if len(served.atlas.projects) <= DEFAULT_LIMIT or address.path not in _LISTS:
        return str(address)
    return f"{address}{'&' if address.pairs else '?'}limit={_MOST}"


def _fetched(client: FlaskClient, address: str) -> bytes:
    response = client.get(address)
    if response.status_code != 200:
        raise EscwgMapError(f"The app answered {response.status} where it should write {address}.")
    return response.get_data()


def _name_exports(whereabouts: Whereabouts) -> None:
    """Name every subject in every format, for every layer where that makes a difference."""
    for subject in SUBJECTS.values():
        for format_ in formats_of(subject.name):
            for layer in Kind if subject.by_layer else (Kind.POLICE,):
                query = "" if layer is Kind.POLICE else f"?layer={layer}"
                address = f"/export/{subject.name}.{format_.ending}{query}"
                whereabouts.link(address, "index.html")


def _named(
    client: FlaskClient, served: Publication, whereabouts: Whereabouts
) -> Iterator[tuple[str, bytes]]:
    """Fetch the files that pages name, and those that styles and scripts name in their turn."""
    vendor = (path for path in served.digests if path.startswith("static/vendor/"))
    for path in vendor:
        if not path.endswith((".br", ".gz", ".map")):
            whereabouts.link(f"/published/{served.name}/{path}", "index.html")
    for file, address in sorted(whereabouts.named.items()):
        yield file, _fetched(client, str(address))
    for path in _GEOMETRY:
        drawn = json.loads((served.folder / f"{path}.json").read_bytes())
        yield f"{path}.js", _answer(path, drawn)


def _answer(name: str, value: object) -> bytes:
    """Write values as a script: browsers give pages that were opened from a file nothing else."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    return f"(self.escwgAnswers ??= {{}})[{json.dumps(name)}] = {text};\n".encode()


def _bundle(served: Publication) -> bytes:
    folder = served.folder / "static" / "js"
    modules = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.js"))
    }
    return bundle(modules, "site/start.js", _INSTEAD).encode()
