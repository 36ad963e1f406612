"""The web room: serves one publication, read-only. Imports neither pandas nor geopandas."""

from pathlib import Path

from flask import Flask

from escwg_map.demand.counts_file import read_once
from escwg_map.demand.incidents import Incidents
from escwg_map.publish.publication import Publication
from escwg_map.settings import Settings, beside_the_package
from escwg_map.web import (
    about,
    access_log,
    api_page,
    assets,
    boundaries,
    compression,
    crawlers,
    data_page,
    downloads,
    errors,
    export_limits,
    feed,
    headers,
    health,
    jinja,
    kept,
    load,
    oembed,
    pages,
    pictures,
    rates,
    records,
    register_files,
    request_limits,
    searching,
    security_txt,
    sheets,
)
from escwg_map.web.api import serving as api
from escwg_map.web.catalogue import serving as catalogue
from escwg_map.web.current import serve_incidents, use
from escwg_map.web.features import drawn
from escwg_map.web.features.views import features
from escwg_map.web.outside import Outside

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


def create_app(
    publication: Path,
    settings: Settings | None = None,
    *,
    pointer: Path | None = None,
    writer: downloads.Writer | None = None,
    log: access_log.Log | None = None,
    is_whole: bool = False,
) -> Flask:
    """Make the app that serves the publication in this folder, and later what the pointer names.

    Files that are no text are written by the writer, or where there is none, by this process. The
    log takes a line for each request. The files of the publication are compared with their digests,
    unless it `is_whole`: somebody has done that a moment ago.

    Without settings it is as it would be with none set, whatever the environment says.

    Raises:
        EscwgMapError: the publication is damaged, or counts of incidents cannot be read.
    """
    settings = settings or Settings.model_construct()
    served = Publication(publication)
    if not is_whole:
        served.check()
    app = Flask(__name__, template_folder=str(beside_the_package("templates")), static_folder=None)
    use(app, served, pointer).caches = (*assets.CACHES, *drawn.CACHES)
    serve_incidents(app, _incidents(settings))
    _init_rooms(app, settings, writer, log)
    for blueprint in _BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.wsgi_app = Outside.of(app.wsgi_app, settings)  # type: ignore[method-assign]
    return app


def _init_rooms(
    app: Flask,
    settings: Settings,
    writer: downloads.Writer | None,
    log: access_log.Log | None,
) -> None:
    load.init_app(app, settings)
    for room in (request_limits, rates, export_limits, kept, security_txt):
        room.init_app(app, settings)
    downloads.init_app(app, writer)
    jinja.init_app(app)
    access_log.init_app(app, settings, log)
    headers.init_app(app, settings.embed_hosts)
    compression.init_app(app)
    errors.init_app(app)


def _incidents(settings: Settings) -> Incidents | None:
    if not settings.demand:
        return None
    return Incidents.of(read_once(settings.demand), settings)
