"""How numbers, dates and lists are said to people. Pure functions, examples run as tests."""

import re
from collections.abc import Sequence
from itertools import groupby

ATTRIBUTION = (
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. "
    "Contains National Statistics data © Crown copyright and database right 2017. "
    "Contains OS data © Crown copyright and database right 2017."
)
CAUTION = (
    "As recorded in the 2016 overview. Where nothing is recorded, that says nothing about whether "
    "services work together."
)
NONE_RECORDED = "None recorded in the 2016 overview"
"""How a gap is said: never that there is none."""

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Say how many, with the noun in the right number.

    >>> count(1, "project"), count(1200, "project"), count(0, "body", "bodies")
    ('1 project', '1,200 projects', '0 bodies')
    """
    noun = singular if number == 1 else plural or f"{singular}s"
    return f"{number:,} {noun}"


def listing(words: Sequence[str]) -> str:
    """Join words as a sentence does.

    >>> listing(["police"]), listing(["police", "fire", "ambulance"])
    ('police', 'police, fire and ambulance')
    """
    *most, last = words or [""]
    return f"{', '.join(most)} and {last}" if most else last


def sentence(text: str) -> str:
    """Begin a text with a capital, and leave the rest of it as it is.

    >>> sentence("from November 2015"), sentence("")
    ('From November 2015', '')
    """
    return text[:1].upper() + text[1:]


def partial_date(date: str) -> str:
    """Say a date no more precisely than it is known.

    >>> partial_date("2015"), partial_date("2015-11"), partial_date("2016-02-17")
    ('2015', 'November 2015', '17 February 2016')
    """
    year, *rest = date.split("-")
    parts = [str(int(rest[1]))] if len(rest) > 1 else []
    parts += [_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*parts, year])


def dates(started: str | None, ended: str | None) -> str:
    """Say when a project ran, and say so when the overview gives no start.

    >>> dates("2015-11", None), dates("2014", "2016"), dates(None, None)
    ('from November 2015', '2014 to 2016', 'no start date stated')
    """
    if started and ended:
        return f"{partial_date(started)} to {partial_date(ended)}"
    if started:
        return f"from {partial_date(started)}"
    return f"until {partial_date(ended)}, no start date stated" if ended else "no start date stated"


def pages(numbers: Sequence[int]) -> str:
    """Say where in the overview, runs of pages drawn together.

    >>> pages([15]), pages([7, 8, 12])
    ('page 15', 'pages 7 to 8 and 12')
    """
    runs = []
    for _, run in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        runs.append(f"{members[0]} to {members[-1]}" if len(members) > 1 else f"{members[0]}")
    return f"{'page' if len(numbers) == 1 else 'pages'} {listing(runs)}"


def distance(metres: float) -> str:
    """Say how far something is: kilometres to a tenth, less than one in tens of metres.

    >>> distance(1234), distance(996), distance(347), distance(2)
    ('1.2 km', '1.0 km', '350 m', 'under 10 m')
    """
    if metres < 10:
        return "under 10 m"
    return f"{metres / 1000:.1f} km" if metres >= 995 else f"{round(metres, -1):.0f} m"


def share(fraction: float) -> str:
    """Say a share as a percentage that is never rounded to a false none or all.

    >>> share(1), share(0.254), share(0.0004), share(0.9996), share(0)
    ('100%', '25%', 'under 1%', 'over 99%', '0%')
    """
    percent = round(fraction * 100)
    if percent == 0 and fraction > 0:
        return "under 1%"
    if percent == 100 and fraction < 1 - 1e-9:
        return "over 99%"
    return f"{percent}%"


def square_kilometres(km2: float) -> str:
    """Say an area in whole square kilometres, smaller ones to a tenth.

    >>> square_kilometres(12345.6), square_kilometres(3.14)
    ('12,346 km²', '3.1 km²')
    """
    return f"{km2:,.0f} km²" if km2 >= 10 else f"{km2:.1f} km²"


def first_sentence(text: str) -> str:
    """Take the first sentence of a text, which ends where a capital follows.

    >>> first_sentence("It cost £1.5m. It paid."), first_sentence("No end")
    ('It cost £1.5m.', 'No end')
    """
    return re.split(r"(?<=[.!?]) (?=[A-Z])", text, maxsplit=1)[0]


def file_size(size: int) -> str:
    """Say how large a file is, given in bytes.

    >>> file_size(812), file_size(23_400), file_size(2_340_000)
    ('1 KB', '23 KB', '2.3 MB')
    """
    return (
        f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000)):,} KB"
    )
