"""What can be found, as the search knows it: names, other names, and the words that lead there."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.records.project import Project
from escwg_map.search.words import folded


class Subject(StrEnum):
    """What sort of thing was found, in the order in which equally good finds are shown."""

    SERVICE = "service"
    DISTRICT = "district"
    PLACE = "place"
    SCHEME = "scheme"
    PROJECT = "project"


class Entry(Struct, frozen=True):
    """One thing that can be found.

    `key` is its code or id; for a place, the id of the first project that names it. `names` are all
    that it goes by in full, `aliases` its abbreviations and codes, `said` further words of it.
    """

    subject: Subject
    key: str
    name: str
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def words(self) -> set[str]:
        """All words that lead to it, folded."""
        texts = (self.name, *self.names, *self.aliases, *self.said)
        return {word for text in texts for word in folded(text).split()}


def entries_of(atlas: Atlas) -> tuple[Entry, ...]:
    """List everything that can be found, in the order of subjects and names."""
    order = list(Subject)
    found = [*_services(atlas), *_districts(atlas), *_places(atlas), *_schemes(atlas)]
    found += _projects(atlas)
    return tuple(sorted(found, key=lambda e: (order.index(e.subject), folded(e.name), e.key)))


def _services(atlas: Atlas) -> Iterator[Entry]:
    for service in atlas.register.services:
        yield Entry(
            Subject.SERVICE,
            service.code,
            service.name,
            names=(service.short_name,),
            aliases=(*service.aliases, service.code),
        )


def _districts(atlas: Atlas) -> Iterator[Entry]:
    for district in atlas.register.districts:
        yield Entry(Subject.DISTRICT, district.code, district.name, aliases=(district.code,))


def _places(atlas: Atlas) -> Iterator[Entry]:
    first: dict[tuple[str, float, float], Project] = {}
    for project in atlas.projects:
        if project.longitude is not None and project.latitude is not None:
            first.setdefault((project.place, project.longitude, project.latitude), project)
    for project in first.values():
        yield Entry(Subject.PLACE, project.id, project.place)


def _schemes(atlas: Atlas) -> Iterator[Entry]:
    for scheme in atlas.register.schemes:
        yield Entry(Subject.SCHEME, scheme.id, scheme.name)


def _projects(atlas: Atlas) -> Iterator[Entry]:
    for project in atlas.projects:
        partners = (partner.name for partner in atlas.partners_of(project))
        scheme = atlas.schemes[project.scheme].name
        yield Entry(
            Subject.PROJECT,
            project.id,
            project.title,
            aliases=(project.id,),
            said=(project.place, scheme, *partners),
        )
