"""The lookup: which three services cover each district, and the names of their areas."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from msgspec import Struct
from pydantic import Field, ValidationError

from escwg_map.errors import MissingInput, RefusedInput
from escwg_map.records.codes import DistrictCode, ServiceCode, kind_of
from escwg_map.records.problem import Problem
from escwg_map.records.row import Row, Text
from escwg_map.sources.rows import NumberedRow, read_sheet
from escwg_map.vocabulary import Kind


class Covered(Row):
    """One row of the lookup: a district, its residents in 2011, the areas that it is part of."""

    lad_code: DistrictCode
    lad_name: Text
    police_code: ServiceCode
    police_name: Text
    fire_code: ServiceCode
    fire_name: Text
    ambulance_code: ServiceCode
    ambulance_name: Text
    population_2011: Annotated[int, Field(ge=0)]


class Lookup(Struct, frozen=True):
    """The rows of a lookup file, each district once, each area under one name."""

    rows: tuple[Covered, ...]
    names: Mapping[str, str]


def read_lookup(path: Path) -> Lookup:
    """Read a lookup with the columns of the official one (lad_code, lad_name, police_code, …).

    Raises MissingInput, or RefusedInput with every faulty cell, doubled district and code with two
    names.
    """
    if not path.exists():
        raise MissingInput(f"{path}: there is no such file. To mend it: check the name.")
    sheet = read_sheet(path, Covered.columns())
    problems, rows = list(sheet.problems), []
    for numbered in sheet.rows:
        try:
            row = Covered(**numbered.cells)
        except ValidationError as error:
            problems.extend(_cell_problems(error, path.name, numbered))
        else:
            rows.append(row)
            problems.extend(_of_another_kind(row, path.name, numbered.number))
    problems.extend(_doubled(rows, path.name))
    problems.extend(_renamed(rows, path.name))
    if problems:
        raise RefusedInput(f"{path.name} is refused", problems)
    return Lookup(tuple(rows), dict(_area_names(rows)))


def _cell_problems(error: ValidationError, file: str, row: NumberedRow) -> Iterator[Problem]:
    for fault in error.errors():
        column = str(fault["loc"][0]) if fault["loc"] else None
        yield Problem(
            file=file,
            row=row.number,
            column=column,
            message=f"{fault['input']!r}: {fault['msg']}",
            cure="correct the cell",
        )


def _of_another_kind(row: Covered, file: str, number: int) -> Iterator[Problem]:
    for kind in Kind:
        column, code = f"{kind}_code", getattr(row, f"{kind}_code")
        if kind_of(code) is not kind:
            message = f"{code} belongs to the {kind_of(code)} layer"
            cure = f"give the code of the {kind} area"
            yield Problem(file=file, row=number, column=column, message=message, cure=cure)


def _doubled(rows: list[Covered], file: str) -> Iterator[Problem]:
    codes = [row.lad_code for row in rows]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        message = f"{code} is there twice"
        yield Problem(file=file, column="lad_code", message=message, cure="keep one of the rows")


def _renamed(rows: list[Covered], file: str) -> Iterator[Problem]:
    names = sorted(set(_area_names(rows)))
    for (code, one), (next_code, other) in pairwise(names):
        if code == next_code:
            message = f"{code} is called '{one}' and '{other}'"
            yield Problem(file=file, message=message, cure="give each area one name")


def _area_names(rows: list[Covered]) -> Iterator[tuple[str, str]]:
    for row in rows:
        for kind in Kind:
            yield getattr(row, f"{kind}_code"), getattr(row, f"{kind}_name")
