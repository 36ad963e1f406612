"""Whether the register and the boundaries speak of the same areas and the same ground."""

from collections.abc import Iterator

from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.geography.overlay import Overlay
from escwg_map.geography.people import people_by_cell
from escwg_map.records.problem import Problem
from escwg_map.records.register import Register
from escwg_map.sources.successors import Successors
from escwg_map.vocabulary import Kind

_FIRST_ROW = 2


def check_agreement(register: Register, boundaries: Boundaries, ground: Overlay) -> list[Problem]:
    """List areas without a service, codes without an area, and people without ground."""
    problems = [problem for layer in boundaries for problem in check_codes(register, layer)]
    return problems or list(_people(register, ground))


def check_codes(register: Register, layer: Layer) -> Iterator[Problem]:
    """List the codes that one of register and layer has and the other has not.

    Every row that names an area which the layer lacks is a problem of its own; the cure names the
    successor where services.csv knows one that the layer has.
    """
    services = {service.code for service in register.services if service.kind is layer.kind}
    areas = dict(zip(layer.areas["code"], layer.areas["name"], strict=True))
    successors = Successors.among(register.services, areas)
    for code in sorted(areas.keys() - services):
        yield Problem(
            file=f"{layer.kind}.shp",
            column="code",
            message=f"{code} is no {layer.kind} service of services.csv",
            cure=successors.cure_of_new(code),
        )
    for code in sorted(services - areas.keys()):
        yield Problem(
            file="services.csv",
            column="code",
            message=f"{code} has no area in {layer.kind}.shp",
            cure=successors.cure_of_old(code, otherwise="add its area, or correct the code"),
        )
    for table, row, column, code in _mentions(register, layer.kind):
        if code in services - areas.keys():
            yield Problem(
                file=f"{table}.csv",
                row=row,
                column=column,
                message=f"{code} has no area in {layer.kind}.shp",
                cure=successors.cure_of_old(code, otherwise="name an area that is in the layer"),
            )


def _mentions(register: Register, kind: Kind) -> Iterator[tuple[str, int, str, str]]:
    """Give every place that names areas by code: table, row, column, code."""
    for row, project in enumerate(register.projects, start=_FIRST_ROW):
        yield from (("projects", row, "areas", code) for code in project.areas)
    for row, partner in enumerate(register.partners, start=_FIRST_ROW):
        if partner.service:
            yield "partners", row, "service", partner.service
    for row, district in enumerate(register.districts, start=_FIRST_ROW):
        yield "districts", row, f"{kind}_code", getattr(district, f"{kind}_code")
    for row, leader in enumerate(register.leaders, start=_FIRST_ROW):
        yield "leaders", row, "area", leader.area


def _people(register: Register, ground: Overlay) -> Iterator[Problem]:
    cells = {cell.codes for cell in ground.cells}
    for codes, people in sorted(people_by_cell(register.districts).items()):
        if codes not in cells:
            yield Problem(
                file="districts.csv",
                message=f"{people:,} people live where {', '.join(codes)} share no ground",
                cure="give their districts the codes of the areas that they lie in",
            )
