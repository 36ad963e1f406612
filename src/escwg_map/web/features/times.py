"""When something was, and the `datetime` parameter that asks for it (RFC 3339)."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from msgspec import Struct

from escwg_map.errors import BadSelection
from escwg_map.selection.parameters import one, shown

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_INSTANT = re.compile(
    rf"({_DAY})([Tt][0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]+)?([Zz]|[+-][0-9]{{2}}:[0-9]{{2}}))?"
)
_OPEN = ("", "..")
_TAKES = (
    "it takes a date or a time such as 2015-11-03 or 2015-11-03T00:00:00Z, or two of them with a "
    "slash between, of which one may be left open: 2014-01-01/.."
)


class Interval(Struct, frozen=True):
    """From a moment to another, both included; None leaves an end open."""

    start: datetime | None
    end: datetime | None

    def meets(self, other: "Interval") -> bool:
        """Say whether the two have a moment in common."""
        return _in_order(self.start, other.end) and _in_order(other.start, self.end)

    @classmethod
    def of(cls, started: str | None, ended: str | None) -> "Interval | None":
        """Make an interval of partial dates, which last as long as they could; None of neither.

        A project whose end is not stated is taken to go on. Days are those of UTC.
        """
        if not started and not ended:
            return None
        return cls(
            _first_moment(started) if started else None, _last_moment(ended) if ended else None
        )


def read_datetime(name: str, given: Sequence[str]) -> Interval:
    """Read an instant, or an interval of which one end may be open (empty or `..`).

    A date without a time stands for the whole of its day.

    Raises:
        BadSelection: it is neither, or the interval ends before it begins.
    """
    text = one(name, given)
    first, slash, last = text.partition("/")
    if not slash:
        last = first
    if first in _OPEN and last in _OPEN:
        raise _refused(name, text)
    interval = Interval(
        None if first in _OPEN else _moment(name, first, time.min),
        None if last in _OPEN else _moment(name, last, time.max),
    )
    if not _in_order(interval.start, interval.end):
        raise BadSelection(name, f"{shown(text)} will not do for '{name}': it ends too early.")
    return interval


def _moment(name: str, text: str, of_day: time) -> datetime:
    found = _INSTANT.fullmatch(text)
    try:
        if found and found[2]:
            return datetime.fromisoformat(text.upper())
        if found:
            return datetime.combine(date.fromisoformat(text), of_day, UTC)
    except ValueError:
        pass
    raise _refused(name, text)


def _refused(name: str, text: str) -> BadSelection:
    return BadSelection(name, f"{shown(text)} will not do for '{name}': {_TAKES}.")


def _in_order(earlier: datetime | None, later: datetime | None) -> bool:
    return earlier is None or later is None or earlier <= later


def _first_moment(partial: str) -> datetime:
    return datetime.combine(date.fromisoformat(f"{partial}-01-01"[:10]), time.min, UTC)


def _last_moment(partial: str) -> datetime:
    month = partial if len(partial) > len("2015") else f"{partial}-12"
    year, number = map(int, month[:7].split("-"))
    day = f"{month}-{monthrange(year, number)[1]:02}"[:10]
    return datetime.combine(date.fromisoformat(day), time.max, UTC)
