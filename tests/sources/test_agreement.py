"""Whether the register and the boundaries speak of the same ground."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.geography.overlay import Overlay
from escwg_map.records.district import District
from escwg_map.records.leader import Leader
from escwg_map.records.register import Register
from escwg_map.sources.agreement import check_agreement
from escwg_map.sources.layers import read_layers
from escwg_map.sources.register import read_register
from escwg_map.vocabulary import Post
from reliability.catalogue import row


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

    line, *_ = told(register, replace(layers, police=police), ground)

    assert line.startswith("services.csv, column code: E23000901 has no area in police.shp. ")
    assert line.endswith("To mend it: add its area, or correct the code.")


def without(layers: Boundaries, code: str) -> Boundaries:
    """The layers of Toyshire without one fire area."""
    areas = layers.fire.areas
    return replace(layers, fire=Layer(layers.fire.kind, areas[areas["code"] != code]))


@pytest.mark.parametrize(
    "place",
    [
        "projects.csv, row 4, column areas",
        "partners.csv, row 9, column service",
        "partners.csv, row 11, column service",
        "districts.csv, row 2, column fire_code",
        "leaders.csv, row",
    ],
)
def test_d1_tells_every_row_that_names_an_area_which_the_layer_lacks(
    register: Register, layers: Boundaries, ground: Overlay, place: str
) -> None:
    led = register.model_copy(update={"leaders": (*register.leaders, leader("E31000901"))})

    lines = told(led, without(layers, "E31000901"), ground)

    assert any(
        line.startswith(place) and "E31000901 has no area in fire.shp" in line for line in lines
    )


def leader(area: str) -> Leader:
    return Leader(area=area, post=Post.CHIEF_FIRE_OFFICER, name="Ann Toy", pages=(1,))


def merged(register: Register, layers: Boundaries) -> tuple[Register, Boundaries]:
    """Westoy and Eastoy Fire as one service with a code of its own, recorded as successor."""
    heir = {"E31000901": "E31000909", "E31000902": "E31000909"}
    services = tuple(
        service.model_copy(update={"successor_code": heir.get(service.code)})
        for service in register.services
    )
    areas = layers.fire.areas.replace(heir).dissolve("code", as_index=False)
    return register.model_copy(update={"services": services}), replace(
        layers, fire=Layer(layers.fire.kind, areas.assign(name="South Toyshire Fire"))
    )


@row(
    "D1",
    fault="a code is unknown, retired, or of areas that were split or merged",
    seen="every row that names it, and its successor; files carry source, licence and date",
    elsewhere="rows of another vintage are dropped by a join without a word",
)
def test_d1_suggests_the_successor_that_the_layer_has(
    register: Register, layers: Boundaries, ground: Overlay
) -> None:
    lines = told(*merged(register, layers), ground)

    lacking = [line for line in lines if "has no area" in line]
    assert len(lacking) > 10
    assert all("write E31000909 (South Toyshire Fire), its successor" in line for line in lacking)


def test_d1_says_whom_a_new_service_has_succeeded(
    register: Register, layers: Boundaries, ground: Overlay
) -> None:
    line, *_ = told(*merged(register, layers), ground)

    assert "E31000909 is no fire service of services.csv" in line
    assert line.endswith("add the service, which has succeeded E31000901 and E31000902.")


def test_successors_in_a_circle_are_no_cure(
    register: Register, layers: Boundaries, ground: Overlay
) -> None:
    changed, newer = merged(register, layers)
    circle = {"E31000901": "E31000902", "E31000902": "E31000901"}
    services = tuple(
        service.model_copy(update={"successor_code": circle.get(service.code)})
        for service in changed.services
    )

    lines = told(changed.model_copy(update={"services": services}), newer, ground)

    assert not any("its successor" in line for line in lines)


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
