"""Codes, slugs and dates that are known no more precisely than their source."""

import pytest
from pydantic import TypeAdapter, ValidationError

from escwg_map.records.codes import (
    DistrictCode,
    PartialDate,
    ServiceCode,
    Slug,
    is_before,
    kind_of,
    year_of,
)
from escwg_map.vocabulary import Kind

SERVICE: TypeAdapter[str] = TypeAdapter(ServiceCode)
DISTRICT: TypeAdapter[str] = TypeAdapter(DistrictCode)
SLUG: TypeAdapter[str] = TypeAdapter(Slug)
DATE: TypeAdapter[str] = TypeAdapter(PartialDate)

ARABIC_DIGITS = "\N{ARABIC-INDIC DIGIT ONE}" * 6


@pytest.mark.parametrize("code", ["E23000901", "W15000001", "E31000901", "W25000001", "RX7", "RZ1"])
def test_takes_the_codes_of_services(code: str) -> None:
    assert SERVICE.validate_python(code) == code


@pytest.mark.parametrize(
    "code",
    [
        *("e23000901", "E2300090", "E230009011", "E07990001", "RZ", "RZ12", "rz1"),
        *("E23000901\n", f"E23{ARABIC_DIGITS}"),
    ],
)
def test_refuses_what_is_not_the_code_of_a_service(code: str) -> None:
    with pytest.raises(ValidationError):
        SERVICE.validate_python(code)


@pytest.mark.parametrize("code", ["E06000001", "E07990001", "W06000001", "E08000001", "E09000001"])
def test_takes_the_codes_of_districts(code: str) -> None:
    assert DISTRICT.validate_python(code) == code


@pytest.mark.parametrize("code", ["E05000001", "S12000001", "E0600001", f"E06{ARABIC_DIGITS}"])
def test_refuses_what_is_not_the_code_of_a_district(code: str) -> None:
    with pytest.raises(ValidationError):
        DISTRICT.validate_python(code)


@pytest.mark.parametrize("slug", ["demand", "forced-entry-westoy", "hq2"])
def test_takes_words_joined_by_hyphens(slug: str) -> None:
    assert SLUG.validate_python(slug) == slug


@pytest.mark.parametrize(
    "slug", ["", "Forced-Entry", "forced entry", "-forced", "forced-", "forced--entry", "a" * 81]
)
def test_refuses_what_would_not_stand_in_an_address(slug: str) -> None:
    with pytest.raises(ValidationError):
        SLUG.validate_python(slug)


@pytest.mark.parametrize("date", ["2015", "2015-11", "2015-11-03", "1999-12-31", "2016-02-29"])
def test_takes_a_date_as_precise_as_it_is_known(date: str) -> None:
    assert DATE.validate_python(date) == date


@pytest.mark.parametrize(
    "date",
    [
        *("2015-13", "2015-00", "2015-1", "2015-11-32", "2015-02-30", "2015-02-29", "1815", "15"),
        *("November 2015", "2015-11-03T00:00", "03/11/2015"),
        "20\N{ARABIC-INDIC DIGIT ONE}\N{ARABIC-INDIC DIGIT FIVE}",
    ],
)
def test_refuses_what_is_no_date(date: str) -> None:
    with pytest.raises(ValidationError):
        DATE.validate_python(date)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("E23000901", Kind.POLICE),
        ("W15000001", Kind.POLICE),
        ("E31000901", Kind.FIRE),
        ("W25000001", Kind.FIRE),
        ("RZ1", Kind.AMBULANCE),
    ],
)
def test_tells_the_kind_from_the_code(code: str, kind: Kind) -> None:
    assert kind_of(code) is kind


def test_takes_the_year_of_a_date() -> None:
    assert year_of("2015-11-03") == 2015


@pytest.mark.parametrize(
    ("earlier", "later", "certain"),
    [
        ("2014", "2015", True),
        ("2015-11", "2015-12", True),
        ("2015-11-03", "2015-11-04", True),
        ("2014-12", "2015", True),
        ("2015", "2015-11", False),
        ("2015-11", "2015", False),
        ("2015-11", "2015-11", False),
        ("2016", "2015", False),
    ],
)
def test_is_before_only_when_that_is_certain(
    earlier: str,
    later: str,
    certain: bool,  # noqa: FBT001 - it is the answer
) -> None:
    assert is_before(earlier, later) is certain
