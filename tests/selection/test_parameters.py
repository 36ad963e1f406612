"""What is refused of a query string, and in which words."""

import pytest

from escwg_map.errors import BadSelection
from escwg_map.selection import Selection
from escwg_map.selection.parameters import Point, did_you_mean, shown

ARABIC = "".join(chr(0x0660 + int(digit)) for digit in "2014")
ARABIC_CODE = "E23" + chr(0x0660) * 6
CELL = "E23000902-E31000902-RZ2"

REFUSED: dict[str, tuple[str, str, str]] = {
    "a layer that is none": ("layer", "water", "it takes police, fire and ambulance."),
    "a layer in capitals": ("layer", "Fire", "Did you mean 'fire'?"),
    "a status nearly right": ("status", "lives", "Did you mean 'live'?"),
    "a status with a space": ("status", " live", "' live' is not a value of 'status'"),
    "a benefit that is none": ("benefit", "money", "'money' is not a value of 'benefit'"),
    "a kind that is no service": ("kind", "council", "'council' is not a value of 'kind'"),
    "a view that is none": ("view", "globe", "it takes map, table and cards."),
    "a colour that is none": ("colour", "red", "it takes theme, count and gap."),
    "markers that are none": ("markers", "pins", "it takes grouped, spread and none."),
    "a weight that is none": ("weight", "tonnes", "it takes people, km2 and incidents."),
    "an order of nothing": ("sort", "-length", "'length' is not a value of 'sort'"),
    "an order turned twice": ("sort", "--title", "'-title' is not a value of 'sort'"),
    "no rows at all": ("limit", "0", "it takes a whole number from 1 to 999,999"),
    "rows without end": ("limit", "1" * 7, "'1111111' will not do for 'limit'"),
    "rows in 5,000 digits": ("limit", "1" * 5_000, "will not do for 'limit'"),
    "rows in Arabic digits": ("limit", ARABIC, "will not do for 'limit'"),
    "rows with an underscore": ("limit", "1_0", "'1_0' will not do for 'limit'"),
    "rows before the first": ("offset", "-1", "it takes a whole number from 0 to 1,000,000"),
    "outlines that are none": ("outlines", "coast", "'coast' is not a value of 'outlines'"),
    "a theme in words": ("theme", "Shared estates", "an id of lower-case words joined by hyphens"),
    "a scheme with markup": ("scheme", "<script>", "'<script>' will not do for 'scheme'"),
    "a service in lower case": ("service", "rz1", "a code such as E23000012, E31000020 or RX8"),
    "a service by name": ("service", "Westoy", "'Westoy' will not do for 'service'"),
    "a code in Arabic digits": ("service", ARABIC_CODE, "will not do for 'service'"),
    "the code of a district": ("area", "E07990001", "'E07990001' will not do for 'area'"),
    "a cell of two codes": ("cell", "E23000902-RZ2", "three codes joined by hyphens"),
    "a cell with a line break": ("cell", f"{CELL}\n", "will not do for 'cell'"),
    "a year in words": ("from", "last", "'last' will not do for 'from': it takes a year such as"),
    "a year of two digits": ("from", "14", "'14' will not do for 'from'"),
    "a year of five digits": ("to", "20140", "'20140' will not do for 'to'"),
    "a year with an underscore": ("from", "1_000", "'1_000' will not do for 'from'"),
    "a year in Arabic digits": ("to", ARABIC, "will not do for 'to'"),
    "a year long gone": ("from", "1066", "'1066' will not do for 'from'"),
    "a year below nought": ("to", "-2014", "'-2014' will not do for 'to'"),
    "words without end": ("q", "a" * 201, "longer than 200 characters"),
    "a place that is no number": ("at", "nan,52", "longitude,latitude in degrees, such as"),
    "a place without end": ("at", "inf,52", "'inf,52' will not do for 'at'"),
    "half a place": ("at", "-1.79", "'-1.79' will not do for 'at'"),
    "a place with three numbers": ("at", "1,52,3", "'1,52,3' will not do for 'at'"),
    "a place in powers of ten": ("at", "1e0,52", "'1e0,52' will not do for 'at'"),
    "a place off the globe": ("at", "181,52", "'181,52' is not on the globe: longitude comes"),
    "a place beyond the pole": ("at", "0,91", "'0,91' is not on the globe"),
    "a name nearly right": (
        "themes",
        "demand",
        "no parameter 'themes' here. Did you mean 'theme'?",
    ),
    "a name like nothing": ("utm_source", "x", "There is no parameter 'utm_source' here."),
    "a name without end": ("x" * 500, "y", f"There is no parameter '{'x' * 40}…' here."),
}


@pytest.mark.parametrize(("parameter", "value", "said"), REFUSED.values(), ids=REFUSED)
def test_refuses_what_it_cannot_understand(parameter: str, value: str, said: str) -> None:
    with pytest.raises(BadSelection) as refused:
        Selection.from_query([(parameter, value)])
    assert refused.value.parameter == parameter
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("layer", "fire"),
        ("service", "RZ1"),
        ("area", "RZ1"),
        ("cell", CELL),
        ("from", "2014"),
        ("to", "2014"),
        ("q", "door"),
        ("at", "0,52"),
        ("view", "table"),
    ],
)
def test_refuses_a_second_value_where_one_is_meant(name: str, value: str) -> None:
    with pytest.raises(BadSelection) as refused:
        Selection.from_query([(name, value), (name, value)])
    assert refused.value.parameter == name
    assert str(refused.value) == f"The parameter '{name}' was given 2 times; it takes one value."


@pytest.mark.parametrize("value", ["", " ", "\t"], ids=["empty", "a space", "a tab"])
@pytest.mark.parametrize("name", ["layer", "theme", "service", "from", "q", "at", "outlines"])
def test_an_empty_value_is_no_value(name: str, value: str) -> None:
    assert Selection.from_query([(name, value)]) == Selection()


def test_shows_no_more_of_a_long_value_than_a_line_holds() -> None:
    assert shown("a" * 41) == f"'{'a' * 40}…'"
    assert shown("a" * 40) == f"'{'a' * 40}'"


def test_suggests_nothing_where_nothing_is_near() -> None:
    assert did_you_mean("zebra", ["police", "fire"]) == ""


@pytest.mark.parametrize(
    ("point", "said"),
    [
        (Point(-1.7943, 52.7145), "-1.7943,52.7145"),
        (Point(-1.794312, 52.714534), "-1.79431,52.71453"),
        (Point(0.00001, 52), "0.00001,52"),
        (Point(100, -10), "100,-10"),
    ],
    ids=["four decimals", "more than five", "at Greenwich", "whole degrees"],
)
def test_writes_a_place_to_the_metre(point: Point, said: str) -> None:
    assert str(point) == said
