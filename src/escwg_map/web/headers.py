"""The headers that every response carries, errors included."""

from flask import Flask, Response, request

from escwg_map.web.problems import METHODS, is_for_programs

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    ]
)
"""Nothing inline, nothing from another host."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

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

_NO_FRAME = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
}


def init_app(app: Flask, embed_hosts: str = "") -> None:
    """Put the headers on every response, and let browsers ask again before they reuse a page.

    `embed_hosts` are the sources, as the policy writes them, whose pages may frame the embedded
    map beside our own.
    """
    # The older header can name no hosts, so what may be framed does without it.
    ancestors = f"'self' {embed_hosts}".strip()
    frame = {"Content-Security-Policy": f"{POLICY}; frame-ancestors {ancestors}"}

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(_HEADERS)
        response.headers.update(frame if request.endpoint == "pages.show_embed" else _NO_FRAME)
        if is_for_programs():
            asks_first = "Access-Control-Request-Method" in request.headers
            response.headers.update(_CROSS_ORIGIN | (_PREFLIGHT if asks_first else {}))
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = (
                "no-store" if response.status_code >= 400 else "no-cache"
            )
        return response
