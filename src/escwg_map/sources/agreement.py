"""Whether the register and the boundaries speak of the same areas and the same ground."""

from collections.abc import Iterator

from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.geography.overlay import Overlay
from escwg_map.geography.people import people_by_cell
from escwg_map.records.problem import Problem
from escwg_map.records.register import Register


def check_agreement(register: Register, boundaries: Boundaries, ground: Overlay) -> list[Problem]:
    """List areas without a service, services without an area, and people without ground."""
    problems = [problem for layer in boundaries for problem in _codes(register, layer)]
    return problems or list(_people(register, ground))


def _codes(register: Register, layer: Layer) -> Iterator[Problem]:
    services = {service.code for service in register.services if service.kind is layer.kind}
    areas = set(layer.areas["code"])
    for code in sorted(areas - services):
        yield Problem(
            file=f"{layer.kind}.shp",
            column="code",
            message=f"{code} is no {layer.kind} service of services.csv",
            cure="add the service, or correct the code",
        )
    for code in sorted(services - areas):
        yield Problem(
            file="services.csv",
            column="code",
            message=f"{code} has no area in {layer.kind}.shp",
            cure="add its area, or correct the code",
        )


def _people(register: Register, ground: Overlay) -> Iterator[Problem]:
    cells = {cell.codes for cell in ground.cells}
    for codes, people in sorted(people_by_cell(register.districts).items()):
        if codes not in cells:
            yield Problem(
                file="districts.csv",
                message=f"{people:,} people live where {', '.join(codes)} share no ground",
                cure="give their districts the codes of the areas that they lie in",
            )
