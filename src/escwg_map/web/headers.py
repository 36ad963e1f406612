"""The headers that every response carries, errors included."""

from flask import Flask, Response, request

from escwg_map.web.problems import METHODS, is_for_programs

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
    ]
)
"""Of pages: nothing inline, nothing from another host."""

_NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""Of all else: opened alone, it may do nothing."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": (
        "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    # The server would name itself otherwise.
    "Server": "escwg-map",
}

_HSTS = "max-age=31536000; includeSubDomains"

_TAKEN_AWAY = {"api", "features", "catalogue", "downloads", "feed", "oembed", "register_files"}
"""The rooms whose answers are data, which other sites may use; pictures they may show."""

_CROSS_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Allow, Content-Crs, ETag",
}
"""Scripts of other sites may read what is for programs: nothing there is anybody's secret."""

_PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def init_app(app: Flask, embed_hosts: str = "") -> None:
    """Put the headers on every response, and let browsers ask again before they reuse a page.

    `embed_hosts` are the sources, as the policy writes them, whose pages may frame the embedded
    map beside our own.
    """
    ancestors = f"'self' {embed_hosts}".strip()

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(_HEADERS)
        if request.is_secure:
            response.headers["Strict-Transport-Security"] = _HSTS
        response.headers["Content-Security-Policy"] = _policy(response, ancestors)
        if not _is_embedded():  # the older header can name no hosts
            response.headers["X-Frame-Options"] = "DENY"
        _share(response)
        if response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"
        response.headers.setdefault("Cache-Control", "no-cache")
        return response


def _is_embedded() -> bool:
    return request.endpoint == "pages.show_embed"


def _policy(response: Response, ancestors: str) -> str:
    if response.mimetype != "text/html":
        return _NOT_A_PAGE
    allowed = ancestors if _is_embedded() else "'none'"
    return f"{POLICY}; frame-ancestors {allowed}"


def _share(response: Response) -> None:
    """Say what scripts and pages of other sites may do with the answer."""
    is_data = is_for_programs() or request.blueprint in _TAKEN_AWAY
    shown = is_data or request.blueprint == "pictures"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin" if shown else "same-origin"
    if is_data:
        response.headers.update(_CROSS_ORIGIN)
        if "Access-Control-Request-Method" in request.headers:
            response.headers.update(_PREFLIGHT)
