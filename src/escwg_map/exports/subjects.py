"""What there is to take away, by the names in the addresses."""

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct


class Ground(Enum):
    """The geometry that each row has, by the name that all formats use for it."""

    POINT = "Point"
    SURFACE = "MultiPolygon"


class Subject(Struct, frozen=True):
    """One thing to take away; `by_layer` where the selection's layer says which areas it is of."""

    name: str
    title: str
    row: str
    ground: Ground | None = None
    by_layer: bool = False


_SURFACE = Ground.SURFACE

SUBJECTS: Mapping[str, Subject] = {
    subject.name: subject
    for subject in (
        Subject("projects", "Projects", "a project, as a point", Ground.POINT),
        Subject("footprints", "Footprints of projects", "a project, as its ground", _SURFACE),
        Subject("areas", "Areas", "an area of the selection's layer", _SURFACE, by_layer=True),
        Subject("cells", "Cells", "the ground that three services share", _SURFACE),
        Subject("overlaps", "Overlaps", "the ground that two areas have in common", _SURFACE),
        Subject(
            "gaps",
            "What is recorded of each theme",
            "an area and a theme",
            by_layer=True,
        ),
        Subject("coverage", "Coverage of themes", "a theme and a status"),
        Subject("figures", "Figures", "a number that the overview gives"),
        Subject("partners", "Partners of projects", "a partner of a project"),
        Subject("meets", "Projects and areas", "a project and an area that meet"),
        Subject("coterminosity", "Match of areas", "an area, towards the areas of a layer"),
        Subject(
            "strangers",
            "Services that share ground but no project",
            "two services, as their shared ground",
            _SURFACE,
        ),
        Subject(
            "lonely-cells",
            "Cells without a project of all three services",
            "the ground that three services share",
            _SURFACE,
        ),
        Subject(
            "gaps-by-scheme",
            "What is recorded of each scheme",
            "an area and a scheme",
            by_layer=True,
        ),
        Subject("coverage-by-scheme", "Coverage of schemes", "a scheme and a status"),
    )
}
