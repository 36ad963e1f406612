"""What people take away: the same selection as on the pages, as files."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import chain

from flask import Blueprint, Flask, Response, current_app, request

from escwg_map.atlas import Atlas
from escwg_map.errors import BadSelection, NotRecorded
from escwg_map.exports.drawing import Known, draw
from escwg_map.exports.export import Export
from escwg_map.exports.formats import FORMATS, Format, format_of
from escwg_map.selection.parameters import one, shown
from escwg_map.tables import derived
from escwg_map.tables.by_incidents import INCIDENT_COLUMNS, weighed_table
from escwg_map.tables.data import DataTable
from escwg_map.vocabulary import Kind
from escwg_map.web.current import publication, selection, weighed_by, weight_asked
from escwg_map.web.export_limits import export_limits
from escwg_map.wording import listing

downloads = Blueprint("downloads", __name__)

Writer = Callable[[Format, Export], Iterable[bytes]]
"""What writes a file that is no text."""

_KEY = "escwg_map_writer"
_ENDINGS = ", ".join(f"'{ending}'" for ending in FORMATS)


def init_app(app: Flask, writer: Writer | None) -> None:
    """Have files written by this, or without it by the app's own process."""
    app.extensions[_KEY] = writer or (lambda format_, export: format_.write(export))


@downloads.get(f"/export/<what>.<any({_ENDINGS}):format_>")
def export_table(what: str, format_: str) -> Response:
    """Send one thing of a selection in one format."""
    chosen, served = format_of(what, format_), publication()
    marked = format_ == "csv" and _is_marked()
    asked = selection("bom") if format_ == "csv" else selection()
    known = Known(served.atlas, served.grounds, served.name, weighed_by(asked))
    export = draw(what, asked, known)
    name = f"{export.name}.{format_}"
    if not chosen.is_text:
        pieces = current_app.extensions[_KEY](chosen, export)
        return _file(b"".join(export_limits().keep(pieces)), chosen, name)
    return _streamed(
        lambda: chain([BOM_UTF8 if marked else b""], chosen.pieces(export)), chosen, name
    )


@downloads.get("/export/<name>")
def refuse_export(name: str) -> Response:
    """Say what there is, where somebody asks for a format that there is not."""
    what, _, ending = name.partition(".")
    return export_table(what, ending)


_AREA_TABLES: dict[str, Callable[[Atlas, Kind, str], DataTable]] = {
    "coverage": lambda atlas, _, code: derived.coverage(atlas, code),
    "peers": derived.area_peers,
    "projects": derived.area_projects,
    "sharing": lambda atlas, _, code: derived.area_overlaps(atlas, code),
}


@downloads.get("/areas/<layer>/<code>/<what>.csv")
def export_area_table(layer: str, code: str, what: str) -> Response:
    """Send a table of an area's page; how far themes reach may be weighed by incidents."""
    counted = weighed_by(weight_asked())
    atlas = publication().atlas
    if layer not in list(Kind) or what not in _AREA_TABLES:
        raise NotRecorded(f"There is no such table: take {listing(list(_AREA_TABLES))} of an area.")
    atlas.area(Kind(layer), code)
    table, name = _AREA_TABLES[what](atlas, Kind(layer), code), f"escwg-map-{code}-{what}"
    if counted and what in INCIDENT_COLUMNS:
        table, name = weighed_table(what, table, atlas, code, counted), f"{name}-by-incidents"
    return _file(table.as_csv().encode(), FORMATS["csv"], f"{name}.csv")


def _is_marked() -> bool:
    """Whether the CSV is to begin with a byte order mark, by which Excel knows UTF-8."""
    given = request.args.getlist("bom")
    if not given:
        return False
    if one("bom", given) != "yes":
        raise BadSelection("bom", f"{shown(given[0])} is not a value of 'bom': it takes 'yes'.")
    return True


def _streamed(write: Callable[[], Iterable[bytes]], format_: Format, name: str) -> Response:
    """Send a file while it is written, so that it is never held whole.

    It is written twice, the first time to be counted and digested: what cannot be written is found
    before the answer begins, and whoever reads a part of it knows by its length that it is one.
    """
    digest, length = sha256(), 0
    for piece in export_limits().keep(write()):
        digest.update(piece)
        length += len(piece)
    response = _answer(write(), format_, name)
    response.set_etag(digest.hexdigest())
    response.content_length = length
    # Compressed, it has another length, and nobody is to write it all to find out.
    response.automatically_set_content_length = False
    response.make_conditional(request)
    return response


def _file(body: bytes, format_: Format, name: str) -> Response:
    response = _answer(body, format_, name)
    response.add_etag()
    response.make_conditional(request)
    return response


def _answer(body: bytes | Iterable[bytes], format_: Format, name: str) -> Response:
    response = Response(body, content_type=format_.content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
