"""The addresses of OGC API - Features, each as JSON for programs and as a page for people."""

from flask import Blueprint, Response, request

from escwg_map.errors import NotRecorded
from escwg_map.selection.parameters import shown
from escwg_map.selection.query import refuse_unknown
from escwg_map.web.current import publication
from escwg_map.web.features import documents, links
from escwg_map.web.features.answers import (
    GEOJSON,
    HTML,
    JSON,
    OPENAPI,
    Format,
    format_asked,
    send,
    send_json,
)
from escwg_map.web.features.asked import Given, read_asked, read_system
from escwg_map.web.features.collections import COLLECTIONS, find_collection
from escwg_map.web.features.conformance import ConformanceClass
from escwg_map.web.features.contexts import (
    OgcApiPage,
    OgcCollectionPage,
    OgcCollectionsPage,
    OgcConformancePage,
    OgcItemPage,
    OgcItemsPage,
    OgcLandingPage,
)
from escwg_map.web.features.drawn import drawn
from escwg_map.web.features.openapi import openapi_document
from escwg_map.web.features.operations import operations
from escwg_map.web.features.reference_systems import ReferenceSystem
from escwg_map.web.features.shown import described, item_of, part_said
from escwg_map.web.page import Page, render

features = Blueprint("features", __name__, url_prefix="/ogc")


@features.get("/")
def show_landing() -> Response:
    """Show where everything else is."""
    asked = _format()
    found = [*links.here(asked), *links.landing()]
    if asked is Format.JSON:
        return send_json(documents.landing_document(found))
    return _page(
        OgcLandingPage(
            title="OGC API - Features",
            description=documents.DESCRIPTION,
            collections=[described(publication(), each) for each in COLLECTIONS.values()],
            found=found,
            root=links.address("show_landing"),
        )
    )


@features.get("/conformance")
def show_conformance() -> Response:
    """Show which parts of the standard are met."""
    asked = _format()
    if asked is Format.JSON:
        return send_json(documents.conformance_document())
    found = list(links.here(asked))
    return _page(OgcConformancePage("Conformance", classes=list(ConformanceClass), found=found))


@features.get("/api")
def show_api() -> Response:
    """Show the definition of all addresses."""
    asked = _format(OPENAPI)
    if asked is Format.JSON:
        return send_json(openapi_document(links.address("show_landing").rstrip("/")), OPENAPI)
    found = list(links.here(asked, OPENAPI))
    return _page(OgcApiPage("Addresses and parameters", operations=list(operations()), found=found))


@features.get("/collections")
def show_collections() -> Response:
    """Show all collections."""
    asked = _format()
    found = list(links.here(asked))
    if asked is Format.JSON:
        held = {each.id: drawn(publication(), each) for each in COLLECTIONS.values()}
        return send_json(documents.collections_document(found, held))
    listed = [described(publication(), each) for each in COLLECTIONS.values()]
    return _page(
        OgcCollectionsPage("Collections", collections=listed, found=[*found, links.licence()])
    )


@features.get("/collections/<collection_id>")
def show_collection(collection_id: str) -> Response:
    """Show one collection."""
    collection = find_collection(collection_id)
    asked = _format()
    found = list(links.here(asked))
    if asked is Format.JSON:
        held = drawn(publication(), collection)
        return send_json(documents.collection_document(collection, held, found))
    return _page(
        OgcCollectionPage(
            title=collection.title,
            described=described(publication(), collection),
            systems=list(ReferenceSystem),
            found=[*found, *links.of_collection(collection)],
        )
    )


@features.get("/collections/<collection_id>/items")
def show_items(collection_id: str) -> Response:
    """Show the items of a collection that are asked for."""
    collection = find_collection(collection_id)
    asked, form = read_asked(collection, _given()), format_asked(GEOJSON)
    found = asked.of(drawn(publication(), collection))
    page = asked.page(found)
    media_type = GEOJSON if form is Format.JSON else HTML
    neighbours = [
        *links.here(form, GEOJSON),
        *links.pages(asked.offset, asked.limit, len(found), media_type),
        links.to_collection(collection),
        links.licence(),
    ]
    if form is Format.JSON:
        body = documents.items_geojson(page, len(found), asked.system, neighbours)
        return send(body, GEOJSON, asked.system)
    context = OgcItemsPage(
        title=f"{collection.title}: items",
        collection=collection,
        items=[item_of(each, collection, asked.system) for each in page],
        matched=len(found),
        said=part_said(page, asked.offset, len(found)),
        found=neighbours,
        system=asked.system,
    )
    return _page(context, asked.system)


@features.get("/collections/<collection_id>/items/<feature_id>")
def show_item(collection_id: str, feature_id: str) -> Response:
    """Show one item."""
    collection = find_collection(collection_id)
    system, form = read_system(_given()), format_asked(GEOJSON)
    feature = drawn(publication(), collection).feature(feature_id)
    found = [
        *links.here(form, GEOJSON),
        links.to_collection(collection),
        links.licence(),
    ]
    if form is Format.JSON:
        return send(documents.item_geojson(feature, system, found), GEOJSON, system)
    item = item_of(feature, collection, system)
    return _page(OgcItemPage(item.name, collection, item, system, found), system)


@features.get("/<path:rest>")
def refuse(rest: str) -> Response:
    """Say that there is nothing else."""
    raise NotRecorded(f"There is no {shown(rest)} here: the landing page says what there is.")


def _format(json_type: str = JSON) -> Format:
    refuse_unknown(_given(), ("f",))
    return format_asked(json_type)


def _given() -> Given:
    return dict(request.args.lists())


def _page(page: Page, system: ReferenceSystem | None = None) -> Response:
    return send(render(page), HTML, system)
