"""The calls as the app serves them: every one is made from its description."""

from collections.abc import Callable

from flask import Blueprint, Response, request

from escwg_map import __version__
from escwg_map.exports.about import LICENCE
from escwg_map.web import absolute
from escwg_map.web.api.addresses import HTML, JSON, links_to
from escwg_map.web.api.answers import Landing
from escwg_map.web.api.asking import read
from escwg_map.web.api.endpoint import Endpoint
from escwg_map.web.api.endpoints import ENDPOINTS
from escwg_map.web.api.openapi import TITLE, openapi
from escwg_map.web.current import publication
from escwg_map.web.json_text import json_text
from escwg_map.web.problems import API
from escwg_map.wording import ATTRIBUTION, CAUTION

api = Blueprint("api", __name__, url_prefix=f"{API}v1")

_OPENAPI = "application/vnd.oai.openapi+json;version=3.1"


@api.get("/")
def show_landing() -> Response:
    """Say what there is, and where."""
    asked = read(request.args.items(multi=True), {}, (), publication())
    lists = [each for each in ENDPOINTS if not any(takes.required for takes in each.takes)]
    others = [("item", absolute.call(each.name), JSON) for each in lists]
    others += [
        ("service-desc", absolute.call("show_openapi"), _OPENAPI),
        ("service-doc", request.url_root + "api", HTML),
    ]
    landing = Landing(
        title=TITLE,
        description="The register of the 2016 overview and what follows from it, to be read.",
        caution=CAUTION,
        attribution=ATTRIBUTION,
        licence=LICENCE,
        version=f"escwg-map {__version__}, publication {publication().name}",
        links=links_to(asked, others),
    )
    return _sent(landing.model_dump_json())


@api.get("/openapi.json")
def show_openapi() -> Response:
    """Send the OpenAPI document."""
    read(request.args.items(multi=True), {}, (), publication())
    document = openapi(publication().atlas, request.url_root.rstrip("/") + f"{API}v1")
    return _sent(json_text(document))


def _view(endpoint: Endpoint) -> Callable[..., Response]:
    def answer(**path: str) -> Response:
        pairs = request.args.items(multi=True)
        asked = read(pairs, path, endpoint.takes, publication())
        # What only some calls ask for is left out of the answers to others.
        return _sent(endpoint.answer(asked).model_dump_json(exclude_unset=True))

    return answer


def _sent(body: str) -> Response:
    response = Response(body, content_type=JSON)
    response.add_etag()
    response.make_conditional(request)
    return response


for _endpoint in ENDPOINTS:
    _rule = _endpoint.path.replace("{", "<").replace("}", ">")
    api.add_url_rule(_rule, _endpoint.name, _view(_endpoint), methods=["GET"])
