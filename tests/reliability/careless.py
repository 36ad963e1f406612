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
