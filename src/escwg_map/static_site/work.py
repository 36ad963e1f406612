"""The order of the work: pages, then all that they name, then the data, then one rename."""

from collections.abc import Callable, Iterator
from pathlib import Path

from flask.testing import FlaskClient
from msgspec import Struct

from escwg_map.errors import EscwgMapError
from escwg_map.exports.formats import formats_of
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.publish.publication import Publication
from escwg_map.selection.paging import DEFAULT_LIMIT
from escwg_map.static_site.address import Address
from escwg_map.static_site.data_files import data_files
from escwg_map.static_site.folder import replacing
from escwg_map.static_site.pages import pages_of
from escwg_map.static_site.rewriting import rewritten
from escwg_map.static_site.whereabouts import Whereabouts
from escwg_map.vocabulary import Kind
from escwg_map.web import create_app

Say = Callable[[str], None]
Advance = Callable[[float], None]

_MOST = 1_000
"""Rows that the app gives a page of a list at most."""

_LISTS = ("/", "/projects", "/embed")


class Written(Struct, frozen=True):
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
    whereabouts = Whereabouts(pages_of(served.atlas))
    with replacing(folder, served.name) as draft:
        say("Writing pages")
        for done, (file, body) in enumerate(_pages(app.test_client(), served, whereabouts)):
            draft.write(file, body)
            advance(0.5 * done / len(whereabouts.pages))
        say("Writing what pages are made of, and what can be taken away")
        _name_the_rest(served, whereabouts)
        for done, (file, body) in enumerate(_named(app.test_client(), whereabouts)):
            draft.write(file, body)
            advance(0.5 + 0.5 * done / len(whereabouts.named))
        cards = _cards(app.test_client(), served)
        with app.test_request_context():
            for file, body in data_files(served, whereabouts, cards):
                draft.write(file, body)
    advance(1)
    return _measured(folder)


def _measured(folder: Path) -> Written:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Written(len(sizes), sum(sizes))


def _pages(
    client: FlaskClient, served: Publication, whereabouts: Whereabouts
) -> Iterator[tuple[str, bytes]]:
    for address, file in whereabouts.pages.items():
        html = _fetched(client, _whole(address, served)).decode()
        yield file, rewritten(html, file, whereabouts).encode()


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


def _name_the_rest(served: Publication, whereabouts: Whereabouts) -> None:
    """Name every export, for every layer where that makes a difference, and the libraries."""
    for subject in SUBJECTS.values():
        for format_ in formats_of(subject.name):
            for layer in Kind if subject.by_layer else (Kind.POLICE,):
                address = f"/export/{subject.name}.{format_.ending}?layer={layer}"
                whereabouts.link(address, "index.html")
    for path in served.digests:
        if path.startswith("static/vendor/") and not path.endswith((".br", ".gz", ".map")):
            whereabouts.link(f"/published/{served.name}/{path}", "index.html")


def _named(client: FlaskClient, whereabouts: Whereabouts) -> Iterator[tuple[str, bytes]]:
    for file, address in sorted(whereabouts.named.items()):
        yield file, _fetched(client, str(address))


def _cards(client: FlaskClient, served: Publication) -> dict[str, str]:
    """Fetch every project in short, for the popups of the markers."""
    ids = [project.id for project in served.atlas.projects]
    return {each: _fetched(client, f"/projects/{each}/card").decode() for each in ids}
