"""Numbers out of whatever a column holds."""

from datetime import date
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pytest

from escwg_map.demand.faults import SOUND, Fault
from escwg_map.demand.values import numbers_of

NAN = float("nan")


@pytest.mark.parametrize(
    "column",
    [
        pa.array([425_310.5, 0.0, -3.25]),
        pa.array(["425310.5", "0", "-3.25"]),
        pa.array([" 425310.5", "+0.0", "-3.25\t"]),
        pa.array([b"425310.5", b"0", b"-325e-2"]),
        pa.array([Decimal("425310.50"), Decimal("0.00"), Decimal("-3.25")]),
        pa.array(["425310.5", ".0", "-3.25"]).dictionary_encode(),
        pa.array(["425310.5", "0.", "-3.25"], pa.large_string()),
    ],
    ids=["numbers", "texts", "blanks", "bytes", "decimals", "dictionary", "large"],
)
def test_numbers_are_read_from_columns_of_any_type(column: pa.Array) -> None:
    numbers, faults = numbers_of(column)

    assert numbers.tolist() == [425_310.5, 0.0, -3.25]
    assert faults.tolist() == [SOUND] * 3


@pytest.mark.parametrize(
    "text", ["", " ", "NaN", "nan", "-inf", "Infinity", "NULL", "n/a", "1e999"]
)
def test_nothing_is_no_number_and_no_text(text: str) -> None:
    numbers, faults = numbers_of(pa.array([text, "7"]))

    assert np.isnan(numbers[0]) or np.isinf(numbers[0])
    assert (numbers[1], faults.tolist()) == (7.0, [Fault.EMPTY.number, SOUND])


@pytest.mark.parametrize(
    "text",
    [
        "north",
        "51,5",
        "1_000",
        "0x10",
        "51.5N",
        "--1",
        "\N{ARABIC-INDIC DIGIT ONE}",
        "1.2.3",
        "e5",
        "1 000",
    ],
)
def test_text_that_is_no_number_is_text(text: str) -> None:
    numbers, faults = numbers_of(pa.array([text, "7"]))

    assert np.isnan(numbers[0])
    assert (numbers[1], faults.tolist()) == (7.0, [Fault.TEXT.number, SOUND])


def test_bytes_that_are_no_text_of_ours_are_text() -> None:
    assert numbers_of(pa.array([b"caf\xe9", b"7"]))[1].tolist() == [Fault.TEXT.number, SOUND]


@pytest.mark.parametrize(
    "column", [pa.array([NAN, None, float("inf")]), pa.nulls(3)], ids=["floats", "nulls"]
)
def test_missing_numbers_are_missing(column: pa.Array) -> None:
    assert numbers_of(column)[1].tolist() == [Fault.EMPTY.number] * 3


@pytest.mark.parametrize("value", [True, date(2023, 4, 1), [1.0]], ids=str)
def test_columns_of_other_things_hold_no_numbers(value: object) -> None:
    assert numbers_of(pa.array([value]))[1].tolist() == [Fault.TEXT.number]
