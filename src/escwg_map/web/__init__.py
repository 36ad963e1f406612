"""The web room: serves one publication, read-only. Imports neither pandas nor geopandas."""

from pathlib import Path

from flask import Flask
from flask_compress import Compress

from escwg_map.exports.formats import FORMATS
from escwg_map.publish.publication import Publication
from escwg_map.settings import beside_the_package
from escwg_map.web import (
    about,
    assets,
    boundaries,
    data_page,
    downloads,
    errors,
    headers,
    jinja,
    pages,
    pictures,
    records,
    register_files,
    searching,
    sheets,
)
from escwg_map.web.current import use
from escwg_map.web.features.answers import OPENAPI
from escwg_map.web.features.views import features


def create_app(publication: Path, *, embed_hosts: str = "") -> Flask:
    """Make the app that serves the publication in this folder.

    `embed_hosts` are the hosts whose pages may show the embedded map, as `Settings` has them.
    """
    app = Flask(__name__, template_folder=str(beside_the_package("templates")), static_folder=None)
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    app.config["COMPRESS_BR_LEVEL"] = 4
    # GIS programs take gzip alone; level 6 saves a tenth of it, and takes seven times as long.
    app.config["COMPRESS_LEVEL"] = 2
    app.config["COMPRESS_STREAMS"] = False
    app.config["COMPRESS_MIMETYPES"] = [
        "text/html",
        OPENAPI.partition(";")[0],
        *(each.media_type for each in FORMATS.values() if each.is_text),
    ]
    use(app, Publication(publication))
    jinja.init_app(app)
    headers.init_app(app, embed_hosts)
    Compress(app)
    errors.init_app(app)
    app.register_blueprint(pages.pages)
    app.register_blueprint(records.records)
    app.register_blueprint(boundaries.boundaries)
    app.register_blueprint(searching.searching)
    app.register_blueprint(downloads.downloads)
    app.register_blueprint(pictures.pictures)
    app.register_blueprint(about.about)
    app.register_blueprint(data_page.data_page)
    app.register_blueprint(register_files.register_files)
    app.register_blueprint(sheets.sheets)
    app.register_blueprint(features)
    app.register_blueprint(assets.assets)
    return app
