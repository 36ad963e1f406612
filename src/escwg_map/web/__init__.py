"""The web room: serves one publication, read-only. Imports neither pandas nor geopandas."""

from pathlib import Path

from flask import Flask
from flask_compress import Compress

from escwg_map.publish.publication import Publication
from escwg_map.settings import beside_the_package
from escwg_map.web import (
    assets,
    boundaries,
    downloads,
    errors,
    headers,
    jinja,
    pages,
    pictures,
    records,
    sheets,
)
from escwg_map.web.current import use


def create_app(publication: Path) -> Flask:
    """Make the app that serves the publication in this folder."""
    app = Flask(__name__, template_folder=str(beside_the_package("templates")), static_folder=None)
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    app.config["COMPRESS_BR_LEVEL"] = 4
    app.config["COMPRESS_STREAMS"] = False
    use(app, Publication(publication))
    jinja.init_app(app)
    headers.init_app(app)
    Compress(app)
    errors.init_app(app)
    app.register_blueprint(pages.pages)
    app.register_blueprint(records.records)
    app.register_blueprint(boundaries.boundaries)
    app.register_blueprint(downloads.downloads)
    app.register_blueprint(pictures.pictures)
    app.register_blueprint(sheets.sheets)
    app.register_blueprint(assets.assets)
    return app
