"""What was found by typing, as people see it: each with its kind, its address and a line on it."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.records.district import District
from escwg_map.records.project import Project
from escwg_map.search.entries import Entry, Subject
from escwg_map.selection import Selection
from escwg_map.selection.parameters import Point
from escwg_map.vocabulary import Kind
from escwg_map.web import links
from escwg_map.wording import count, listing

Link = tuple[str, str]
"""A text and the address it leads to."""


class Finding(Struct, frozen=True):
    """One thing found; `on_map` is its address on the map, where it has a point."""

    kind: str
    name: str
    address: str
    detail: str
    links: tuple[Link, ...] = ()
    on_map: str = ""


def finding_of(entry: Entry, atlas: Atlas) -> Finding:
    """Say what an entry of the search is."""
    return _FINDERS[entry.subject](entry, atlas)


def _service(entry: Entry, atlas: Atlas) -> Finding:
    service = atlas.services[entry.key]
    own = {service.name, service.short_name}
    others = [alias for alias in service.aliases if alias not in own]
    also = f"Also called {listing(others)}. " if others else ""
    number = sum(meet.takes_part for meet in atlas.meets_in(service.kind, service.code))
    part = f"Takes part in {count(number, 'project')}." if number else _NONE
    return Finding(
        service.kind.label, service.name, links.area(service.kind, service.code), also + part
    )


def _district(entry: Entry, atlas: Atlas) -> Finding:
    district = next(d for d in atlas.register.districts if d.code == entry.key)
    codes = ((kind, getattr(district, f"{kind}_code")) for kind in Kind)
    point = _point_of(district)
    return Finding(
        "District",
        district.name,
        links.place(point) if point else links.places_page(district.code),
        f"{district.country}, {district.population_2011:,} people in 2011.",
        tuple((atlas.services[code].short_name, links.area(kind, code)) for kind, code in codes),
        links.map_page(Selection(at=point)) if point else "",
    )


def _place(entry: Entry, atlas: Atlas) -> Finding:
    first = atlas.project(entry.key)
    point = _point_of(first)
    naming = [p for p in atlas.projects if p.place == first.place and _point_of(p) == point]
    return Finding(
        "Place",
        first.place,
        links.place(point) if point else links.project(first.id),
        f"Named by {count(len(naming), 'project')}.",
        tuple((project.title, links.project(project.id)) for project in naming),
        links.map_page(Selection(at=point)) if point else "",
    )


def _scheme(entry: Entry, atlas: Atlas) -> Finding:
    scheme = atlas.schemes[entry.key]
    number = sum(project.scheme == scheme.id for project in atlas.projects)
    return Finding(
        "Scheme",
        scheme.name,
        links.projects_page(Selection(scheme=(scheme.id,))),
        f"{atlas.themes[scheme.theme].name}. {count(number, 'project')}.",
    )


def _project(entry: Entry, atlas: Atlas) -> Finding:
    project = atlas.project(entry.key)
    theme = atlas.themes[project.theme].name
    return Finding(
        "Project",
        project.title,
        links.project(project.id),
        f"{theme}. {project.status.label} in 2016.",
    )


def _point_of(record: District | Project) -> Point | None:
    if record.longitude is None or record.latitude is None:
        return None
    return Point(record.longitude, record.latitude)


_NONE = "None recorded in the 2016 overview."

_FINDERS: Mapping[Subject, Callable[[Entry, Atlas], Finding]] = {
    Subject.SERVICE: _service,
    Subject.DISTRICT: _district,
    Subject.PLACE: _place,
    Subject.SCHEME: _scheme,
    Subject.PROJECT: _project,
}
