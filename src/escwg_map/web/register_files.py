"""The files of the register and the boundaries, at addresses that stay the same."""

from mimetypes import guess_type

from flask import Blueprint, Response, request

from escwg_map.errors import NotRecorded
from escwg_map.selection.parameters import shown
from escwg_map.web.current import publication, refuse_parameters

register_files = Blueprint("register_files", __name__)

_FOLDER = "register/"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""Not every system's list of types has it."""


@register_files.get("/data/<name>")
def send_register_file(name: str) -> Response:
    """Send one file of the register, or the boundaries; parts of it, where these are asked for."""
    refuse_parameters()
    served, path = publication(), f"{_FOLDER}{name}"
    if path not in served.digests:
        raise NotRecorded(f"There is no file {shown(name)} to download: the data page lists all.")
    body = served.read(path)
    kind = _WORKBOOK if name.endswith(".xlsx") else guess_type(name)[0]
    response = Response(body, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.set_etag(served.digests[path])
    response.make_conditional(request, accept_ranges=True, complete_length=len(body))
    return response


def files_with_sizes() -> dict[str, int]:
    """The files that there are, by name, with their sizes in bytes."""
    served = publication()
    names = (path.removeprefix(_FOLDER) for path in served.digests if path.startswith(_FOLDER))
    return {name: (served.folder / _FOLDER / name).stat().st_size for name in names}
