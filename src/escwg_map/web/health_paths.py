"""Which requests ask for health: they are answered whatever else is refused."""

from flask import request

PATHS = ("/livez", "/readyz")


def asks_for_health() -> bool:
    """Whether this request asks whether the server lives, or is ready."""
    return request.path in PATHS
