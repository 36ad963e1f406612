"""The columns of code and name, as we call them and as the Office for National Statistics does."""

import re
from collections.abc import Iterable

from geopandas import GeoDataFrame
from msgspec import Struct

from escwg_map.errors import RefusedInput
from escwg_map.records.problem import Problem

# Ours first. ONS: two to six letters for the geography, two digits for the year, CD or NM.
_NAMES = {
    "code": r"code|lad_code|[a-z]{2,6}\d\dcd",
    "name": r"name|lad_name|[a-z]{2,6}\d\dnm",
}


class Columns(Struct, frozen=True):
    """Which columns hold code and name, where a user says so: any spelling of capitals will do."""

    code: str | None = None
    name: str | None = None


FOUND_BY_PATTERN = Columns()


def with_our_columns(
    frame: GeoDataFrame, file: str, columns: Columns = FOUND_BY_PATTERN
) -> GeoDataFrame:
    """Keep the columns of code, name and country (if there) and the shapes, under our names.

    The code is taken from `code`, `lad_code` or an ONS column such as `pfa16cd`, in any case.
    Raises RefusedInput when there is none, or several.
    """
    asked = {"code": columns.code, "name": columns.name}
    found = {
        name: _asked_for(frame.columns, wanted) if (wanted := asked[name]) else _column(frame, name)
        for name in _NAMES
    }
    problems = [_problem(file, name, there, frame) for name, there in found.items()]
    if faults := [problem for problem in problems if problem]:
        raise RefusedInput(f"{file} is refused", faults)
    ours = {there[0]: name for name, there in found.items()}
    country = [column for column in frame.columns if column == "country"]
    return frame[[*ours, *country, "geometry"]].rename(columns=ours)


def _asked_for(columns: Iterable[str], wanted: str) -> list[str]:
    columns = list(columns)
    same = [column for column in columns if column == wanted]
    return same or [column for column in columns if column.lower() == wanted.lower()]


def _column(frame: GeoDataFrame, name: str) -> list[str]:
    matching = [column for column in frame.columns if re.fullmatch(_NAMES[name], column.lower())]
    plain = [column for column in matching if not column[-3:-2].isdigit()]
    return plain[:1] or matching


def _problem(file: str, name: str, columns: list[str], frame: GeoDataFrame) -> Problem | None:
    if len(columns) == 1:
        return None
    there = ", ".join(columns or (str(column) for column in frame.columns if column != "geometry"))
    message = f"several columns may hold the {name}" if columns else f"no column holds the {name}"
    cure = f"call the one that does '{name}', or name it with --{name}-column when importing"
    return Problem(file=file, column=name, message=f"{message} ({there})", cure=cure)
