"""Writing the points back, each with the codes of its three services."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
from msgspec import Struct
from pyarrow import csv, parquet

from escwg_map.demand.batches import Batch, counted, locate, unrecognised
from escwg_map.demand.columns import Wanted
from escwg_map.demand.counting import Job, Told, run, with_numbers, worked
from escwg_map.demand.disclosure import Codes
from escwg_map.demand.files import Format, Part
from escwg_map.demand.grid import NOWHERE
from escwg_map.demand.kernel import Kernel
from escwg_map.demand.reading import Reading, Unreadable
from escwg_map.demand.tally import Tally
from escwg_map.disk.drafts import draft_beside
from escwg_map.disk.refusal import refusing
from escwg_map.disk.syncing import make_folder, sync_folder
from escwg_map.errors import EscwgMapError

CODES = ("police_code", "fire_code", "ambulance_code")
_CURE = "name another place with --enrich"

Write = Callable[[pa.RecordBatch], None]


def places_to_write(files: Sequence[Part], out: Path) -> list[Path]:
    """Say where the points of each file go: to `out` itself, or to a folder of this name.

    Raises:
        EscwgMapError: two would go to one place, or one to where it was read.
    """
    is_file = out.name.lower().endswith((*Format.PARQUET.value, *Format.CSV.value))
    if is_file and len(files) > 1:
        raise EscwgMapError(f"{len(files)} files are read: name a folder with --enrich.")
    places = [out] if is_file else [out / file.name for file in files]
    if len(set(places)) < len(places):
        raise EscwgMapError("Two of the files have the same name: enrich them one at a time.")
    for file, place in zip(files, places, strict=True):
        if file.is_local and place.exists() and place.samefile(file.address):
            raise EscwgMapError(f"{place} is what is read: {_CURE}.")
    return places


class Enriching(Struct, frozen=True):
    """How files are counted and written anew, with the codes of the cells, in their order.

    Rows with too few or too many fields are left out. A file that is damaged is not written.
    """

    codes: Sequence[Codes]
    kernel: Kernel
    wanted: Wanted
    places: Sequence[Path]

    def run(self, files: Sequence[Part], told: Told) -> Tally:
        """Do so with all of them.

        Raises:
            CannotWrite: the disk does not take it.
            EscwgMapError: CSV cannot hold a column.
        """
        jobs = [Job(number, file) for number, file in enumerate(files)]
        for place in self.places:
            with refusing(place, _CURE):
                make_folder(place.parent.absolute())
        return run(jobs, self._one, told)

    def _one(self, job: Job, told: Told, counters: Executor) -> Tally:
        tally, place = Tally(), self.places[job.file]
        try:
            with Reading(job.part, self.wanted) as reading:
                names, schema = reading.rows.schema.names, _schema(reading.rows.schema)
                work = partial(self._work, reading, job.file, schema)
                with refusing(place, _CURE), _writing(place, schema) as write:
                    for some, rows in worked(reading, names, work, told, counters):
                        tally.add(some)
                        write(rows)
                return with_numbers(tally, reading, job.file)
        except Unreadable as error:
            return Tally(unreadable=[str(error)])

    def _work(
        self, reading: Reading, file: int, schema: pa.Schema, batch: Batch
    ) -> tuple[Tally, pa.RecordBatch]:
        if reading.columns is None:
            tally, cells = unrecognised(file, batch), pa.nulls(len(batch.rows), pa.int32())
        else:
            located = locate(self.kernel, reading.columns, batch.rows)
            tally = counted(self.kernel, reading.columns, file, batch, located)
            cells = pa.array(located.cells, mask=located.cells == NOWHERE)
        columns = zip(batch.rows.schema.names, batch.rows.columns, strict=True)
        kept = [column for name, column in columns if name not in CODES]
        layers = (pa.array(layer, pa.string()) for layer in zip(*self.codes, strict=True))
        return tally, pa.RecordBatch.from_arrays(
            [*kept, *(layer.take(cells) for layer in layers)], schema=schema
        )


def _schema(read: pa.Schema) -> pa.Schema:
    """Put the codes behind the columns that were read, in the place of codes from before."""
    kept = [field for field in read if field.name not in CODES]
    return pa.schema([*kept, *((code, pa.string()) for code in CODES)], read.metadata)


@contextmanager
def _writing(place: Path, schema: pa.Schema) -> Iterator[Write]:
    """Write a file that is there once it is whole."""
    with draft_beside(place, Path.touch) as draft:
        with _writer(place.name.lower(), draft, schema) as writer:
            yield writer.write_batch
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(place)
    sync_folder(place.parent)


@contextmanager
def _writer(name: str, draft: Path, schema: pa.Schema) -> Iterator[Any]:
    if name.endswith(Format.PARQUET.value):
        with parquet.ParquetWriter(draft, schema) as writer:
            yield writer
        return
    if unwritable := [field.name for field in schema if not _is_plain(field.type)]:
        raise EscwgMapError(
            f"CSV cannot hold the column '{unwritable[0]}': let the name given to --enrich end in "
            ".parquet."
        )
    packed = "gzip" if name.endswith(".gz") else None
    options = csv.WriteOptions(quoting_style="needed")
    with (
        pa.output_stream(draft, compression=packed) as stream,
        csv.CSVWriter(stream, schema, write_options=options) as writer,
    ):
        yield writer


def _is_plain(kind: pa.DataType) -> bool:
    return not (pa.types.is_nested(kind) or pa.types.is_binary(kind))
