"""COUNTS, the file between counting and serving: exact counts, for the machine they were made on.

JSON with `metadata` and `rows`, or Parquet with the same columns and metadata. Nothing publishes it
as it is: `escwg_map.demand.disclosure` stands between.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from escwg_map.demand.counts import CellCount, Counts
from escwg_map.demand.disclosure import codes_of
from escwg_map.errors import EscwgMapError, MissingInput
from escwg_map.wording import listing

COLUMNS = CellCount.__struct_fields__
_PARQUET = b"PAR1"
_MADE_BY = "'escwg-map demand POINTS --counts FILE'"
_SHOWN = 3


class _Row(BaseModel):
    """A row as the file has it, before it is believed."""

    model_config = ConfigDict(strict=True)

    police_code: str
    fire_code: str
    ambulance_code: str
    category: str
    points: int = Field(ge=0)
    weight: float = Field(allow_inf_nan=False)


class _About(BaseModel):
    """What the file says of itself; in Parquet, all of it is text."""

    exact: bool
    elsewhere: int = Field(ge=0)
    faulty: int = Field(ge=0)
    source: str


def read_counts(path: Path) -> Counts:
    """Read a file of counts, whichever form it has.

    Raises:
        MissingInput: there is no such file.
        EscwgMapError: it is none of ours, or damaged; the message says what would cure it.
    """
    if not path.is_file():
        raise MissingInput(
            f"{path}: there is no such file. To mend it: check the name, or make it with "
            f"{_MADE_BY}."
        )
    body = path.read_bytes()
    try:
        about, rows = _parquet(body) if body.startswith(_PARQUET) else _json(body)
        cells = _cells(rows)
    except ValidationError as error:
        first = error.errors()[0]
        where = " ".join(map(str, first["loc"]))
        raise _refused(path, f"{where}: {first['msg'].lower()}") from error
    except (ValueError, LookupError, TypeError) as error:
        raise _refused(path, "it is neither JSON nor Parquet with metadata and rows") from error
    if not about.exact:
        raise _refused(path, "its counts are rounded, to be published and not to be added up")
    if len({(*codes_of(cell), cell.category) for cell in cells}) < len(cells):
        raise _refused(path, "a cell and category stand there twice")
    return Counts(cells, about.elsewhere, about.faulty, about.source)


@cache
def read_once(path: Path) -> Counts:
    """Read a file of counts for this process and those forked from it.

    What is served stays the same, whatever happens to the file, until the server starts anew.
    """
    return read_counts(path)


def check_codes(counts: Counts, known: Collection[str]) -> None:
    """Refuse counts of areas that the map does not have.

    Raises:
        EscwgMapError: there are some; the message names the first of them.
    """
    used = {code for cell in counts.cells for code in codes_of(cell) if code}
    if unknown := sorted(used - set(known)):
        named = listing(unknown[:_SHOWN])
        more = f" and {len(unknown) - _SHOWN} more" if len(unknown) > _SHOWN else ""
        raise EscwgMapError(
            f"The counts are of areas that this map does not have: {named}{more}. To mend it: "
            "count the points again, on the boundaries that are served."
        )


def _json(body: bytes) -> tuple[_About, Sequence[Any]]:
    read = json.loads(body)
    return _About.model_validate(read["metadata"]), read["rows"]


def _parquet(body: bytes) -> tuple[_About, Sequence[Any]]:
    import pyarrow
    from pyarrow import parquet

    table = parquet.read_table(pyarrow.BufferReader(body))
    said: Mapping[bytes, bytes] = table.schema.metadata or {}
    about = {name.decode(): json.loads(text) for name, text in said.items()}
    return _About.model_validate(about), table.to_pylist()


def _cells(rows: Sequence[Any]) -> tuple[CellCount, ...]:
    read = TypeAdapter(list[_Row]).validate_python(rows)
    return tuple(sorted(CellCount(**row.model_dump()) for row in read))


def _refused(path: Path, why: str) -> EscwgMapError:
    return EscwgMapError(
        f"{path} cannot be read as counts: {why}. To mend it: make it anew with {_MADE_BY}."
    )
