"""Apps as nobody should write them, for the harnesses to catch."""

from flask import Flask, request


def make_app() -> Flask:
    """Make an app that believes what it is told: any text is a number, any body is shallow."""
    app = Flask(__name__)

    @app.get("/")
    @app.get("/<path:name>")
    @app.get("/api/<name>")
    @app.get("/ogc/<name>")
    def show(name: str = "") -> str:
        return f"{name}: {sum(map(int, request.args.values()))}"

    @app.post("/told")
    def told() -> str:
        return str(request.get_json(force=True) if request.data else None)

    return app


def make_leaking_app() -> Flask:
    """Make an app whose pages are of two editions, and which keeps everything that it opens."""
    app, kept = Flask(__name__), list[object]()

    @app.get("/")
    def show() -> str:
        kept.append((bytearray(200_000), open("/dev/null")))  # noqa: PTH123, SIM115
        number = len(kept) % 2
        return f'<link href="/published/p{number}/a.css">Edition {number}: Edition 7: '

    return app
