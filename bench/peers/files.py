"""A folder of files with compressed copies, on the map's own server: for the peers' pages.

Run as `python -m bench.peers.files PORT FOLDER`.
"""

import os
import sys
from mimetypes import guess_type
from pathlib import Path

from flask import Flask, Response, abort, request

from escwg_map.cli.server import serve_publication
from escwg_map.settings import Settings

FOLDER = "BENCH_FILES"
ENCODINGS = {"br": ".br", "gzip": ".gz"}


def make_app() -> Flask:
    """Make the app; it reads every file beforehand, as a cache before it would."""
    app = Flask("files", static_folder=None)
    folder = Path(os.environ[FOLDER])
    bodies = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }

    @app.get("/<path:path>")
    def send(path: str) -> Response:
        if path not in bodies:
            abort(404)
        response = Response(bodies[path], content_type=guess_type(path)[0])
        for encoding, ending in ENCODINGS.items():
            if request.accept_encodings[encoding] and path + ending in bodies:
                response.set_data(bodies[path + ending])
                response.content_encoding = encoding
                break
        return response

    return app


if __name__ == "__main__":
    os.environ[FOLDER] = sys.argv[2]
    serve_publication(Path(), Settings(port=int(sys.argv[1])), print, "bench.peers.files:make_app")
