"""Where to report a weakness, as RFC 9116 writes it."""

from datetime import UTC, date, datetime

from flask import Blueprint, Flask, Response, abort, current_app, request

from escwg_map.settings import Settings
from escwg_map.web import absolute
from escwg_map.web.current import refuse_parameters

security_txt = Blueprint("security_txt", __name__)

_KEY = "escwg_map_security"


def init_app(app: Flask, settings: Settings) -> None:
    """Tell what the settings say; without a contact there is no such file."""
    app.extensions[_KEY] = (settings.security_contact, settings.security_policy)
    app.register_blueprint(security_txt)


@security_txt.get("/.well-known/security.txt")
def show_security_txt() -> Response:
    """Send the file."""
    refuse_parameters()
    contact, policy = current_app.extensions[_KEY]
    if not contact:
        abort(404)
    lines = [f"Contact: {contact}", f"Expires: {expiry(datetime.now(UTC).date())}"]
    lines += [f"Policy: {policy}"] if policy else []
    lines += [f"Canonical: {absolute.to(request.script_root + request.path)}"]
    lines += ["Preferred-Languages: en", ""]
    # Without a tag it is not kept: what it says depends on the day, not on the publication.
    return Response("\n".join(lines), content_type="text/plain; charset=utf-8")


def expiry(today: date) -> str:
    """Give the first day of the eleventh month from now: the same from every host, all month."""
    months = today.month - 1 + 11
    return f"{date(today.year + months // 12, months % 12 + 1, 1)}T00:00:00Z"
