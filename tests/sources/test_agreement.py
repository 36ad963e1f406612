"""Whether the register and the boundaries speak of the same ground."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.geography.overlay import Overlay
from escwg_map.records.district import District
from escwg_map.records.register import Register
from escwg_map.sources.agreement import check_agreement
from escwg_map.sources.layers import read_layers
from escwg_map.sources.register import read_register


@pytest.fixture(scope="module")
def register(toyshire: Path) -> Register:
    """Toyshire's register."""
    return read_register(toyshire / "data")[0]


@pytest.fixture(scope="module")
def layers(toyshire: Path) -> Boundaries:
    """Toyshire's three layers."""
    return read_layers(toyshire / "boundaries")[0]


def told(register: Register, layers: Boundaries, ground: Overlay) -> list[str]:
    return [str(problem) for problem in check_agreement(register, layers, ground)]


def test_toyshire_agrees_with_itself(
    register: Register, layers: Boundaries, ground: Overlay
) -> None:
    assert told(register, layers, ground) == []


def test_tells_a_service_without_an_area(
    register: Register, layers: Boundaries, ground: Overlay
) -> None:
    police = Layer(layers.police.kind, layers.police.areas[1:])

    (line,) = told(register, replace(layers, police=police), ground)

    assert line.startswith("services.csv, column code: E23000901 has no area in police.shp. ")
    assert line.endswith("To mend it: add its area, or correct the code.")


def test_tells_an_area_without_a_service(
    register: Register, layers: Boundaries, ground: Overlay
) -> None:
    fewer = register.model_copy(update={"services": register.services[:-1]})

    (line,) = told(fewer, layers, ground)

    assert "ambulance.shp, column code: RZ2 is no ambulance service of services.csv. " in line
    assert line.endswith("To mend it: add the service, or correct the code.")


NOWHERE = "E23000903, E31000903, RZ1"
"""Southtoy, where Northtoy Fire has no ground."""


def moved(district: District) -> District:
    return district.model_copy(update={"fire_code": "E31000903"})


def emptied(district: District) -> District:
    return moved(district).model_copy(update={"population_2011": 0})


@pytest.mark.parametrize(
    ("change", "people"), [(moved, "1,000"), (emptied, "0")], ids=["a thousand", "nobody"]
)
def test_tells_people_where_no_ground_is(
    register: Register,
    layers: Boundaries,
    ground: Overlay,
    change: Callable[[District], District],
    people: str,
) -> None:
    sandhaven, *others = register.districts
    elsewhere = register.model_copy(update={"districts": (change(sandhaven), *others)})

    (line,) = told(elsewhere, layers, ground)

    assert f"districts.csv: {people} people live where {NOWHERE} share no ground. " in line
    assert line.endswith(
        "To mend it: give their districts the codes of the areas that they lie in."
    )


def test_does_not_count_people_before_the_codes_agree(
    register: Register, layers: Boundaries, ground: Overlay
) -> None:
    nobody_anywhere = register.model_copy(update={"services": (), "districts": ()})

    files = {line.split(",")[0] for line in told(nobody_anywhere, layers, ground)}

    assert files == {"police.shp", "fire.shp", "ambulance.shp"}
