"""Layers that Folium draws empty, published by name for the page's script to fill.

No data passes through here. Folium's own popups, tooltips and data layers run markup found in the
data as code, so they are never used.
"""

from typing import Any

from branca.element import MacroElement
from folium.map import Layer
from folium.template import Template

from escwg_map.cartography.palette import BORDER, NOTHING_RECORDED, OUTLINES, SELECTED
from escwg_map.vocabulary import Kind


class _PublishedLayer(Layer):
    """A Leaflet layer that is published under a name, for the page's script to fill."""

    _template = Template("""
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.geoJSON(null, {{ this.options|tojavascript }});
            escwgMap.layers[{{ this.layer_name|tojson }}] = {{ this.get_name() }};
        {% endmacro %}
    """)

    def __init__(self, name: str, **options: Any) -> None:  # noqa: ANN401 - Leaflet's options
        super().__init__(name=name, overlay=True, control=False)
        self._name = name
        self.options = options


class PublishedMap(MacroElement):
    """Publish the map itself, with the addresses of its geometry, which lies beside the script."""

    _template = Template("""
        {% macro script(this, kwargs) %}
            var escwgMap = {
                map: {{ this._parent.get_name() }},
                layers: {},
                bounds: {{ this.bounds|tojson }},
                overview: new URL({{ this.overview|tojson }}, document.currentScript.src).href,
                detail: new URL({{ this.detail|tojson }}, document.currentScript.src).href,
            };
        {% endmacro %}
    """)

    def __init__(self, overview: str, detail: str, bounds: list[list[float]]) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca has no types here
        self._name = "published"
        self.overview = overview
        self.detail = detail
        self.bounds = bounds


def areas_layer() -> _PublishedLayer:
    """Make the layer of the areas, coloured by the page's script."""
    style = {"color": BORDER, "weight": 1, "fillColor": NOTHING_RECORDED, "fillOpacity": 1}
    return _PublishedLayer("areas", pane="areas", interactive=False, style=style)


def outline_layer(kind: Kind) -> _PublishedLayer:
    """Make the layer of one kind's borders, drawn over the areas without catching the pointer."""
    outline = OUTLINES[kind]
    style = {
        "color": outline.colour,
        "weight": outline.width,
        "dashArray": outline.dashes,
        "lineCap": "round",
        "fill": False,
    }
    return _PublishedLayer(
        f"outline_{kind}", pane=f"outline_{kind}", interactive=False, style=style
    )


def cells_layer() -> _PublishedLayer:
    """Make the one layer that takes clicks: the cells, invisible, on top of the others."""
    return _PublishedLayer("cells", pane="cells", style={"stroke": False, "fillOpacity": 0})


def selected_layer() -> _PublishedLayer:
    """Make the layer that outlines the place that was selected."""
    style = {"color": SELECTED, "weight": 3, "fill": False}
    return _PublishedLayer("selected", pane="selected", interactive=False, style=style)
