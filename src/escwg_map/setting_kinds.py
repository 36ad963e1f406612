"""What kinds of values settings have: how they are written, and what they count."""

from typing import Annotated

from msgspec import Struct
from pydantic import AfterValidator, Field

_HOST = r"(https?://)?(\*|(\*\.)?[A-Za-z0-9.-]+)(:[0-9]{1,5})?"
HOSTS = rf"^({_HOST}( {_HOST})*)?$"
_NAME = r"(\*\.)?[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]"
NAMES = rf"^(({_NAME})( ({_NAME}))*)?$"
ADDRESS = r"^(https?://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?)?$"
LINK = r"^((https://|mailto:)[!-~]+)?$"


class Unit(Struct, frozen=True):
    """What a number counts, for the page that lists the settings."""

    name: str


Bytes = Annotated[int, Field(ge=1), Unit("bytes")]
Seconds = Annotated[float, Field(gt=0, le=3600), Unit("seconds")]


def _hides_something(threshold: int) -> int:
    if threshold == 1:
        raise ValueError("a star could only mean 1: take 0, or 2 and more")
    return threshold


Threshold = Annotated[int, Field(ge=0), AfterValidator(_hides_something), Unit("incidents")]
