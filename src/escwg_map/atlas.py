"""Everything known, frozen: the register, the cells, and how projects and areas meet."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from escwg_map.coverage.gaps import ThemeInArea, find_themes_in_areas
from escwg_map.coverage.meets import Meet, find_meets
from escwg_map.errors import NotRecorded
from escwg_map.geography.cells import Cell, Ground
from escwg_map.geography.footprint import footprint
from escwg_map.geography.land import Land
from escwg_map.geography.marker import Marker
from escwg_map.records.figure import Figure
from escwg_map.records.leader import Leader
from escwg_map.records.national import Agreement, Commitment
from escwg_map.records.partner import Partner
from escwg_map.records.project import Project
from escwg_map.records.register import Register
from escwg_map.records.service import Service
from escwg_map.records.theme import Scheme, Theme
from escwg_map.vocabulary import Kind

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Atlas:
    """What the register and the boundaries say together: narrowed by a selection, never changed."""

    register: Register
    land: Land
    markers: tuple[Marker, ...]
    meets: tuple[Meet, ...]

    @classmethod
    def of(cls, register: Register, land: Land, markers: Iterable[Marker]) -> "Atlas":
        """Put an atlas together, finding which projects and areas meet."""
        meets = find_meets(register.projects, register.partners, land.cells)
        return cls(register, land, tuple(markers), tuple(meets))

    def narrowed_to(self, projects: Iterable[Project]) -> "Atlas":
        """Keep some of the projects, and of everything else what belongs to them."""
        projects = tuple(projects)
        kept = {project.id for project in projects}
        narrower = {
            "projects": projects,
            "partners": tuple(p for p in self.register.partners if p.project in kept),
            "figures": tuple(f for f in self.register.figures if f.project in kept),
        }
        return replace(
            self,
            register=self.register.model_copy(update=narrower),
            markers=tuple(marker for marker in self.markers if marker.project in kept),
            meets=tuple(meet for meet in self.meets if meet.project in kept),
        )

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells, in the order of their ids."""
        return self.land.cells

    @property
    def projects(self) -> tuple[Project, ...]:
        """All projects, in the order of their ids."""
        return self.register.projects

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """The themes by id, in the fixed order in which they are always shown."""
        return {theme.id: theme for theme in self.register.themes}

    @cached_property
    def schemes(self) -> Mapping[str, Scheme]:
        """The schemes by id."""
        return {scheme.id: scheme for scheme in self.register.schemes}

    @cached_property
    def services(self) -> Mapping[str, Service]:
        """The services by code."""
        return {service.code: service for service in self.register.services}

    def areas(self, layer: Kind) -> Mapping[str, Ground]:
        """The areas of a layer with their ground, by code."""
        return self.land.areas[layer]

    def project(self, project_id: str) -> Project:
        """Find a project by its id.

        Raises:
            NotRecorded: the register holds no such project.
        """
        if project_id not in self._projects:
            raise NotRecorded(f"The register holds no project with the id '{project_id}'.")
        return self._projects[project_id]

    def area(self, layer: Kind, code: str) -> Service:
        """Find the service whose ground is the area of this layer with this code.

        Raises:
            NotRecorded: the layer has no such area.
        """
        if code not in self.areas(layer):
            raise NotRecorded(
                f"There is no area with the code '{code}' among the {layer.areas_label}."
            )
        return self.services[code]

    def cell(self, cell_id: str) -> Cell:
        """Find a cell by its id.

        Raises:
            NotRecorded: no ground is shared by just these three services.
        """
        for cell in self.cells:
            if cell.id == cell_id:
                return cell
        raise NotRecorded(f"There is no cell '{cell_id}': its three services share no ground.")

    def partners_of(self, project: Project) -> list[Partner]:
        """The partners of a project, services first."""
        return self._partners[project.id]

    def figures_of(self, owner: Project | Scheme | Agreement) -> list[Figure]:
        """The numbers that the overview gives for a project, a whole scheme or an agreement."""
        return self._figures[owner.id]

    def commitments_of(self, agreement: Agreement) -> list[Commitment]:
        """What an agreement commits its parties to, in the order of printing."""
        return [c for c in self.register.commitments if c.agreement == agreement.id]

    def leaders_of(self, code: str) -> list[Leader]:
        """Who held the posts of an area in 2016."""
        return [leader for leader in self.register.leaders if leader.area == code]

    def meets_of(self, project: Project) -> list[Meet]:
        """The areas that a project meets, of all layers."""
        return self._meets_by_project[project.id]

    def meets_in(self, layer: Kind, code: str) -> list[Meet]:
        """The projects that an area meets: its service takes part, or the footprint reaches it."""
        return self._meets_by_area[layer, code]

    def projects_in(self, cell: Cell) -> list[Project]:
        """The projects whose footprint takes in a cell: all that reach a point there."""
        return [project for project in self.projects if cell in footprint(project, (cell,))]

    def themes_in_areas(self, layer: Kind) -> list[ThemeInArea]:
        """What is recorded of every theme in every area of a layer, gaps included."""
        return list(
            find_themes_in_areas(layer, list(self.themes), self.projects, self.meets, self.cells)
        )

    def themes_by_area(self, layer: Kind) -> Mapping[str, tuple[str, ...]]:
        """The themes recorded in each area of a layer, in the fixed order; none for a gap."""
        found: dict[str, set[str]] = {code: set() for code in self.areas(layer)}
        for meet in self.meets:
            if meet.layer is layer:
                found[meet.code].add(self._projects[meet.project].theme)
        return {code: tuple(t for t in self.themes if t in found[code]) for code in found}

    def count_by_theme(self) -> Counter[str]:
        """How many projects each theme has."""
        return Counter(project.theme for project in self.projects)

    @cached_property
    def _projects(self) -> Mapping[str, Project]:
        return {project.id: project for project in self.projects}

    @cached_property
    def _partners(self) -> Mapping[str, list[Partner]]:
        services_first = sorted(
            self.register.partners, key=lambda p: list(Kind).index(Kind(p.kind)) if p.service else 9
        )
        return _grouped(services_first, lambda partner: partner.project)

    @cached_property
    def _figures(self) -> Mapping[str, list[Figure]]:
        return _grouped(self.register.figures, lambda figure: figure.project)

    @cached_property
    def _meets_by_project(self) -> Mapping[str, list[Meet]]:
        return _grouped(self.meets, lambda meet: meet.project)

    @cached_property
    def _meets_by_area(self) -> Mapping[tuple[Kind, str], list[Meet]]:
        return _grouped(self.meets, lambda meet: (meet.layer, meet.code))


def _grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> Mapping[Key, list[Item]]:
    groups: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups
