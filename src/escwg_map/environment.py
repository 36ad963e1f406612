"""The environment variables of the settings, and those by which `serve` tells its workers."""

import os
from collections.abc import Iterable
from difflib import get_close_matches

from escwg_map.errors import EscwgMapError

PREFIX = "ESCWG_MAP_"
PUBLICATION, POINTER, WRITER = f"{PREFIX}PUBLICATION", f"{PREFIX}POINTER", f"{PREFIX}WRITER"
"""The variables by which a worker learns what to serve, and by which socket to have files written:
`serve` sets them, no operator need."""


def variable_of(setting: str) -> str:
    """Name the variable of a setting."""
    return PREFIX + setting.upper()


def set_in_the_environment(settings: Iterable[str]) -> dict[str, str]:
    """Give the text of each of these settings that has a variable."""
    named = {setting: variable_of(setting) for setting in settings}
    return {each: os.environ[name] for each, name in named.items() if name in os.environ}


def refuse_unknown_variables(settings: Iterable[str], names: Iterable[str] = os.environ) -> None:
    """Refuse variables that look like settings and are none: a slip would leave a door open.

    Raises:
        EscwgMapError: there is one; all are named.
    """
    known = [*map(variable_of, settings), PUBLICATION, POINTER, WRITER]
    unknown = sorted(name for name in names if name.startswith(PREFIX) and name not in known)
    if unknown:
        told = [f"{name}{_did_you_mean(name, known)}" for name in unknown]
        raise EscwgMapError(f"There is no setting {', '.join(told)}: unset it.")


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(
        name.removeprefix(PREFIX), [each.removeprefix(PREFIX) for each in known]
    )
    return f" (did you mean {PREFIX}{near[0]}?)" if near else ""
