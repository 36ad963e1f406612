"""The projects of a selection as an Atom feed, for programs that tell when there is a new one.

The register dates no project's entry, and a feed must: all have the day that exports have, which
is the first of the overview's year. A new project is told by its new id, never by a clock.
"""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from flask import Blueprint, Response, render_template, request
from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.exports.about import AS_OF, LICENCE, visible
from escwg_map.records.project import Project
from escwg_map.web import absolute, links
from escwg_map.web.current import publication, selection

feed = Blueprint("feed", __name__)

_UPDATED = f"{AS_OF:%Y-%m-%d}T00:00:00Z"
_NAMESPACE = uuid5(NAMESPACE_URL, "urn:escwg-map")
"""From which the ids are made: they are the same wherever the map is served."""


class Entry(Struct, frozen=True):
    """A project as the feed tells it; `categories` are schemes of words, ids and labels."""

    id: str
    title: str
    address: str
    summary: str
    categories: tuple[tuple[str, str, str], ...]
    point: tuple[float, float] | None
    """Latitude and longitude, in the order of GeoRSS."""


@feed.get("/feed.atom")
def show_feed() -> Response:
    """Send the projects of a selection."""
    asked, everything = selection(), publication().atlas
    atlas = asked.apply(everything)
    filters = asked.carried().removeprefix("&")
    body = render_template(
        "feeds/projects.xml",
        id=_id(f"feed?{filters}"),
        said=visible(asked.describe(everything)),
        itself=absolute.feed(asked),
        page=absolute.to(links.projects_page(asked)),
        updated=_UPDATED,
        licence=LICENCE,
        entries=list(_entries(atlas)),
    )
    response = Response(body, content_type="application/atom+xml; charset=utf-8")
    response.add_etag()
    response.make_conditional(request)
    return response


def _entries(atlas: Atlas) -> Iterator[Entry]:
    points = {m.project: (m.latitude, m.longitude) for m in atlas.markers}
    for project in atlas.projects:
        yield Entry(
            id=_id(f"project/{project.id}"),
            title=project.title,
            address=absolute.to(links.project(project.id)),
            summary=project.summary,
            categories=_categories(atlas, project),
            point=points.get(project.id),
        )


def _categories(atlas: Atlas, project: Project) -> tuple[tuple[str, str, str], ...]:
    return (
        ("theme", project.theme, atlas.themes[project.theme].name),
        ("scheme", project.scheme, atlas.schemes[project.scheme].name),
        ("status", project.status.value, project.status.label),
    )


def _id(name: str) -> str:
    return uuid5(_NAMESPACE, name).urn
