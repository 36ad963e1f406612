"""The columns of code and name, as we call them and as the Office for National Statistics does."""

import re
from collections.abc import Iterable

from geopandas import GeoDataFrame

from escwg_map.errors import RefusedInput
from escwg_map.records.problem import Problem

# Ours first. ONS: two to six letters for the geography, two digits for the year, CD or NM.
_NAMES = {
    "code": r"code|lad_code|[a-z]{2,6}\d\dcd",
    "name": r"name|lad_name|[a-z]{2,6}\d\dnm",
}


def with_our_columns(frame: GeoDataFrame, file: str) -> GeoDataFrame:
    """Keep the columns of code, name and country (if there) and the shapes, under our names.

    The code is taken from `code`, `lad_code` or an ONS column such as `pfa16cd`, in any case.
    Raises RefusedInput when there is none, or several.
    """
    found = {name: _column(frame.columns, pattern) for name, pattern in _NAMES.items()}
    problems = [_problem(file, name, columns, frame) for name, columns in found.items()]
    if faults := [problem for problem in problems if problem]:
        raise RefusedInput(f"{file} is refused", faults)
    ours = {columns[0]: name for name, columns in found.items()}
    country = [column for column in frame.columns if column == "country"]
    return frame[[*ours, *country, "geometry"]].rename(columns=ours)


def _column(columns: Iterable[str], pattern: str) -> list[str]:
    matching = [column for column in columns if re.fullmatch(pattern, column.lower())]
    plain = [column for column in matching if not column[-3:-2].isdigit()]
    return plain[:1] or matching


def _problem(file: str, name: str, columns: list[str], frame: GeoDataFrame) -> Problem | None:
    if len(columns) == 1:
        return None
    there = ", ".join(columns or (str(column) for column in frame.columns if column != "geometry"))
    message = f"several columns may hold the {name}" if columns else f"no column holds the {name}"
    cure = f"call the one that does '{name}'"
    return Problem(file=file, column=name, message=f"{message} ({there})", cure=cure)
