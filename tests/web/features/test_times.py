"""Times, as clients write them, and projects whose dates are no more precise than the overview."""

import pytest

from escwg_map.errors import BadSelection
from escwg_map.web.features.times import Interval, read_datetime

WRONG = {
    "nothing": "",
    "open on both sides": "../..",
    "a slash alone": "/",
    "a year": "2015",
    "a month": "2015-11",
    "a week": "2015-W12-1",
    "no such day": "2015-02-29",
    "no such hour": "2015-02-28T25:00:00Z",
    "without a zone": "2015-02-28T12:00:00",
    "a space between": "2015-02-28 12:00:00Z",
    "three": "2013-01-01/2014-01-01/2015-01-01",
    "too early": "2015-01-01/2014-01-01",
    "a word": "now",
    "the year nought": "0000-01-01",
    "digits of another script": "\u0662015-01-01",
}


def interval(text: str) -> Interval:
    return read_datetime("datetime", [text])


def meets(text: str, started: str | None, ended: str | None) -> bool:
    span = Interval.of(started, ended)
    assert span
    return span.meets(interval(text))


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_refuses(text: str) -> None:
    with pytest.raises(BadSelection, match="will not do for 'datetime'"):
        interval(text)


@pytest.mark.parametrize(
    ("started", "first", "last"),
    [
        ("2015", "2015-01-01T00:00:00Z", "2015-12-31T23:59:59.999999Z"),
        ("2015-02", "2015-02-01T00:00:00Z", "2015-02-28T23:59:59.999999Z"),
        ("2016-02", "2016-02-01T00:00:00Z", "2016-02-29T23:59:59.999999Z"),
        ("2015-11-03", "2015-11-03T00:00:00Z", "2015-11-03T23:59:59.999999Z"),
    ],
)
def test_a_date_lasts_as_long_as_it_could(started: str, first: str, last: str) -> None:
    assert Interval.of(started, started) == Interval(interval(first).start, interval(last).start)


def test_a_project_without_an_end_goes_on() -> None:
    assert meets("2050-01-01T00:00:00Z", "2015", None)
    assert not meets("2014-12-31T23:59:59Z", "2015", None)


def test_a_project_without_a_start_has_always_been() -> None:
    assert meets("1990-01-01", None, "2015")
    assert not meets("2016-01-01", None, "2015")


def test_a_project_without_dates_has_no_time() -> None:
    assert Interval.of(None, None) is None


def test_a_day_is_the_whole_of_it() -> None:
    assert meets("2015-11-03", "2015-11-03", "2015-11-03")
    assert meets("2015-01-01/2015-11-03", "2015-11-03", None)


def test_an_offset_is_reckoned_with() -> None:
    assert meets("2016-01-01T00:30:00+01:00", None, "2015")
    assert not meets("2016-01-01T01:30:00+01:00", None, "2015")


def test_both_ends_are_included() -> None:
    one = interval("2014-01-01T00:00:00Z/2015-01-01T00:00:00Z")

    assert one.meets(interval("2015-01-01T00:00:00Z/.."))
    assert one.meets(interval("../2014-01-01T00:00:00Z"))


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_the_ends_of_the_calendar_do_no_harm(text: str) -> None:
    assert meets(f"{text}", None, "2015") == text.startswith("0001")
