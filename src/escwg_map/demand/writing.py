"""The counts as a file that `serve --demand` reads. They are exact: the file is for its owner."""

import io
import json
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
from msgspec.structs import asdict
from pyarrow import parquet

from escwg_map.demand.counts import CellCount, Counts
from escwg_map.disk.whole_file import write_file
from escwg_map.errors import EscwgMapError

COLUMNS = CellCount.__struct_fields__

_TYPES = {"points": pa.int64(), "weight": pa.float64()}


def write_counts(path: Path, counts: Counts) -> None:
    """Write counts as JSON or Parquet, by the ending of the name.

    Raises:
        EscwgMapError: the name ends in neither.
        CannotWrite: the disk does not take it.
    """
    formats = {".json": _json, ".parquet": _parquet}
    write = formats.get(path.suffix.lower())
    if write is None:
        raise EscwgMapError(f"{path.name} does not end in .json or .parquet: name it so.")
    write_file(path, write(counts), "name another place with --counts")


def metadata(counts: Counts) -> Mapping[str, bool | int | str]:
    """Say what the file holds, and that nobody else may have it as it is."""
    return {
        "title": "Points by cell and category",
        "exact": True,
        "caution": "Exact counts about people: not to be published as they are.",
        "elsewhere": counts.elsewhere,
        "faulty": counts.faulty,
        "source": counts.source,
    }


def _json(counts: Counts) -> bytes:
    whole = {"metadata": metadata(counts), "rows": [asdict(row) for row in counts.cells]}
    return f"{json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1)}\n".encode()


def _parquet(counts: Counts) -> bytes:
    """Write the columns with their types; the metadata stand in the file's own, as JSON values."""
    rows = [asdict(row) for row in counts.cells]
    said = {name: json.dumps(value, ensure_ascii=False) for name, value in metadata(counts).items()}
    schema = pa.schema([(name, _TYPES.get(name, pa.string())) for name in COLUMNS], said)
    file = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows, schema), file)
    return file.getvalue()
