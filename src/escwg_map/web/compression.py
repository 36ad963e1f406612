"""Text compressed on its way; published files are compressed when publishing."""

from flask import Flask, Response, request
from flask_compress import Compress

from escwg_map.exports.formats import FORMATS
from escwg_map.web.features.answers import OPENAPI

_ALGORITHMS = ["br", "gzip"]

_TIME = slice(4, 8)
"""Where the header of gzip has the time of day (RFC 1952)."""

_CONFIG = {
    "COMPRESS_ALGORITHM": _ALGORITHMS,
    "COMPRESS_ALGORITHM_STREAMING": _ALGORITHMS,
    # Only after compressing does the tag say how; those who have it must be known by it.
    "COMPRESS_STREAMING_ENDPOINT_CONDITIONAL": ["downloads.export_table"],
    "COMPRESS_BR_LEVEL": 4,
    # GIS programs take gzip alone; level 6 saves a tenth of it, and takes seven times as long.
    "COMPRESS_LEVEL": 2,
    "COMPRESS_MIMETYPES": [
        *("text/html", "application/atom+xml", "application/ld+json", "application/xml"),
        "image/svg+xml",
        OPENAPI.partition(";")[0],
        *(each.media_type for each in FORMATS.values() if each.is_text),
    ],
}


def init_app(app: Flask) -> None:
    """Compress what browsers and programs can read so; equal answers are equal bytes."""
    app.config.update(_CONFIG)

    # Registered before the compressor, it runs after it.
    @app.after_request
    def forget_the_time(response: Response) -> Response:
        if response.headers.get("Content-Encoding") == "gzip" and response.is_sequence:
            body = bytearray(response.get_data())
            body[_TIME] = bytes(4)
            response.set_data(bytes(body))
        return response

    Compress(app)

    # Registered after the compressor, it runs before it.
    @app.after_request
    def name_the_page(response: Response) -> Response:
        if response.status_code == 200 and response.mimetype == "text/html":
            response.add_etag()
            response.make_conditional(request)
        return response
