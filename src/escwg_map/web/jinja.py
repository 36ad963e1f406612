"""What templates may use: the formatters, the links, and GOV.UK Frontend's components."""

from flask import Flask
from jinja2 import ChainableUndefined, ChoiceLoader, PackageLoader, PrefixLoader

from escwg_map import __version__, wording
from escwg_map.cartography.patterns import texture
from escwg_map.exports.formats import formats_of
from escwg_map.tables.figures import format_figure
from escwg_map.web import absolute, links
from escwg_map.web.current import publication
from escwg_map.web.headers import POLICY

_FORMATTERS = (
    "count",
    "distance",
    "file_size",
    "first_sentence",
    "listing",
    "pages",
    "partial_date",
    "sentence",
    "share",
    "square_kilometres",
)


def init_app(app: Flask) -> None:
    """Set up the template environment."""
    # GOV.UK Frontend's macros read options that callers leave out.
    app.jinja_options = {
        "undefined": ChainableUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    own = app.jinja_env.loader
    components = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    app.jinja_env.loader = ChoiceLoader([loader for loader in (own, components) if loader])
    for name in _FORMATTERS:
        app.jinja_env.filters[name] = getattr(wording, name)
    app.jinja_env.filters["figure"] = format_figure
    app.jinja_env.globals |= {
        "formats_of": formats_of,
        "absolute": absolute,
        "links": links,
        "sliver_width": lambda: publication().sliver_width,
        "theme_textures": lambda: [texture(t) for t in publication().atlas.themes.values()],
        "dates": wording.dates,
        "version": __version__,
        "attribution": wording.ATTRIBUTION,
        "caution": wording.CAUTION,
        "policy": POLICY,
        "without_server": False,
    }
