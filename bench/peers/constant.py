"""A view that always says the same, on the map's own server: the limit of Flask here.

Run as `python -m bench.peers.constant PORT`.
"""

import sys
from pathlib import Path

from flask import Flask

from escwg_map.cli.server import serve_publication
from escwg_map.settings import Settings


def make_app() -> Flask:
    """Make the app; it writes no log."""
    app = Flask("constant")

    @app.get("/")
    def say() -> str:
        return "always the same"

    return app


if __name__ == "__main__":
    serve_publication(
        Path(), Settings(port=int(sys.argv[1])), print, "bench.peers.constant:make_app"
    )
