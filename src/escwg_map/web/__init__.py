"""The web room: serves one publication, read-only. Imports neither pandas nor geopandas."""

from pathlib import Path

from flask import Flask
from flask_compress import Compress

from escwg_map.exports.formats import FORMATS
from escwg_map.publish.publication import Publication
from escwg_map.settings import beside_the_package
from escwg_map.web import (
    about,
    api_page,
    assets,
    boundaries,
    crawlers,
    data_page,
    downloads,
    errors,
    feed,
    headers,
    health,
    jinja,
    oembed,
    pages,
    pictures,
    records,
    register_files,
    searching,
    sheets,
)
from escwg_map.web.api import serving as api
from escwg_map.web.catalogue import serving as catalogue
from escwg_map.web.current import use
from escwg_map.web.features import drawn
from escwg_map.web.features.answers import OPENAPI
from escwg_map.web.features.views import features

_BLUEPRINTS = (
    pages.pages,
    records.records,
    boundaries.boundaries,
    searching.searching,
    downloads.downloads,
    pictures.pictures,
    about.about,
    data_page.data_page,
    register_files.register_files,
    sheets.sheets,
    feed.feed,
    crawlers.crawlers,
    api_page.api_page,
    api.api,
    catalogue.catalogue,
    features,
    oembed.oembed,
    health.health,
    assets.assets,
)


def create_app(publication: Path, *, pointer: Path | None = None, embed_hosts: str = "") -> Flask:
    """Make the app that serves the publication in this folder, and later what the pointer names.

    `embed_hosts` are the hosts whose pages may show the embedded map, as `Settings` has them.
    """
    app = Flask(__name__, template_folder=str(beside_the_package("templates")), static_folder=None)
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    app.config["COMPRESS_BR_LEVEL"] = 4
    # GIS programs take gzip alone; level 6 saves a tenth of it, and takes seven times as long.
    app.config["COMPRESS_LEVEL"] = 2
    app.config["COMPRESS_STREAMS"] = False
    app.config["COMPRESS_MIMETYPES"] = [
        *("text/html", "application/atom+xml", "application/ld+json", "application/xml"),
        OPENAPI.partition(";")[0],
        *(each.media_type for each in FORMATS.values() if each.is_text),
    ]
    use(app, Publication(publication), pointer).caches = (*assets.CACHES, *drawn.CACHES)
    jinja.init_app(app)
    headers.init_app(app, embed_hosts)
    Compress(app)
    errors.init_app(app)
    for blueprint in _BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app
