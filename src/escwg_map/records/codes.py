"""The identifiers that key everything: ONS and NHS codes, slugs, and dates as printed."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticKnownError

from escwg_map.vocabulary import Kind

SERVICE_CODE = r"^(E23|W15|E31|W25)[0-9]{6}$|^R[A-Z0-9]{2}$"

ServiceCode = Annotated[str, StringConstraints(pattern=SERVICE_CODE)]
"""ONS nine-character code of a police force (E23, W15) or fire authority (E31, W25); NHS ODS code
of an ambulance trust (R and two more)."""

DistrictCode = Annotated[str, StringConstraints(pattern=r"^[EW]0[6789][0-9]{6}$")]
"""ONS nine-character code of a local authority district."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Lower-case words joined by hyphens, safe in an address."""

_DATE = r"^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


def _in_the_calendar(text: str) -> str:
    try:
        if len(text) == len("2015-11-03"):
            date.fromisoformat(text)
    except ValueError:
        raise PydanticKnownError("string_pattern_mismatch", {"pattern": _DATE}) from None
    return text


PartialDate = Annotated[str, StringConstraints(pattern=_DATE), AfterValidator(_in_the_calendar)]
"""A date no more precise than its source: `2015`, `2015-11` or `2015-11-03`."""


def kind_of(code: str) -> Kind:
    """Tell the kind of service from its code: `E23…` and `W15…` police, `E31…` and `W25…` fire."""
    match code[:3]:
        case "E23" | "W15":
            return Kind.POLICE
        case "E31" | "W25":
            return Kind.FIRE
        case _:
            return Kind.AMBULANCE


def year_of(date: str) -> int:
    """Take the year of a partial date."""
    return int(date[:4])


def is_before(earlier: str, later: str) -> bool:
    """Say whether one partial date is certainly before another: `2015` is not before `2015-11`."""
    precision = min(len(earlier), len(later))
    return earlier[:precision] < later[:precision]
