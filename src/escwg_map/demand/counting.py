"""Counting files on this machine: all processors at work, and only a few batches held."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from threading import Event
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from escwg_map.demand.batches import Batch, count, unrecognised
from escwg_map.demand.columns import NoColumns, Wanted
from escwg_map.demand.faults import EXAMPLES, Example, Fault, Found, first
from escwg_map.demand.files import Format, Part
from escwg_map.demand.kernel import Kernel
from escwg_map.demand.parquet_rows import ParquetRows
from escwg_map.demand.reading import Reading, Unreadable
from escwg_map.demand.tally import Tally

Result = TypeVar("Result")

Told = Callable[[int, float], None]
"""Is told how many more rows were counted, and how many more bytes were read for it."""

ROWS_OF_A_PART = 4_000_000
"""A larger Parquet file is read in parts, by several readers."""

_AHEAD = 3
"""Batches of a part that are counted or wait for it while the next is read."""


class Job(Struct, frozen=True):
    """A part to count, and the place of its file among those read."""

    file: int
    part: Part


def jobs_of(files: Sequence[Part]) -> list[Job]:
    """Part the files for several readers. Files that cannot be opened are left for them to tell."""
    jobs = []
    for number, file in enumerate(files):
        parts = [file]
        if file.format is Format.PARQUET:
            with suppress(Exception):  # whatever the store raises, the reader will tell of it
                rows = ParquetRows(file)
                parts = rows.parted(ROWS_OF_A_PART)
                rows.close()
        jobs += [Job(number, part) for part in parts]
    return jobs


def refuse_unrecognised(files: Sequence[Part], wanted: Wanted) -> None:
    """Look for one file that has the columns, before any is counted.

    Raises:
        NoColumns: no file has; the message is that of the first.
    """
    reasons = []
    for file in files:
        with suppress(Unreadable), Reading(file, wanted) as reading:
            if reading.columns:
                return
            reasons.append(reading.unrecognised)
    if reasons:
        raise NoColumns(reasons[0])


def count_jobs(jobs: Sequence[Job], kernel: Kernel, wanted: Wanted, told: Told) -> Tally:
    """Count parts with as many threads as there are processors."""

    def count_one(job: Job, told: Told, counters: Executor) -> Tally:
        return count_job(job, kernel, wanted, told, counters)

    return run(jobs, count_one, told)


def run(
    jobs: Sequence[Job], count_one: Callable[[Job, Told, Executor], Tally], told: Told
) -> Tally:
    """Do jobs with all processors: some threads read, others count what was read.

    Whatever goes wrong in one ends all of them at their next batch.
    """
    whole, processors, stop = Tally(), len(os.sched_getaffinity(0)), Event()

    def still_told(rows: int, size: float) -> None:
        if stop.is_set():
            raise _Stopped
        told(rows, size)

    with (
        ThreadPoolExecutor(processors) as counters,
        ThreadPoolExecutor(max(1, min(processors, len(jobs)))) as readers,
    ):
        try:
            for tally in readers.map(lambda job: count_one(job, still_told, counters), jobs):
                whole.add(tally)
        finally:
            stop.set()
    return whole


class _Stopped(Exception):
    """Somebody gave up, or something went wrong elsewhere."""


def count_job(
    job: Job, kernel: Kernel, wanted: Wanted, told: Told, counters: Executor | None = None
) -> Tally:
    """Count one part: all of it, or, where it is damaged somewhere, nothing."""
    try:
        with Reading(job.part, wanted) as reading:
            tally = Tally()
            work = partial(unrecognised, job.file)
            if reading.columns:
                work = partial(count, kernel, reading.columns, job.file)
            for batch in worked(reading, reading.names, work, told, counters):
                tally.add(batch)
            return with_numbers(tally, reading, job.file)
    except Unreadable as error:
        return Tally(unreadable=[str(error)])


def worked(
    reading: Reading,
    names: list[str],
    work: Callable[[Batch], Result],
    told: Told,
    counters: Executor | None,
) -> Iterator[Result]:
    """Work on the batches of a file, giving results in their order; the next is read meanwhile."""
    waiting: deque[Future[Result]] = deque()
    done = 0.0
    for batch in reading.batches(names):
        if counters is None:
            yield work(batch)
        else:
            waiting.append(counters.submit(work, batch))
        if len(waiting) >= _AHEAD:
            yield waiting.popleft().result()
        before, done = done, reading.done(batch.before + len(batch.rows))
        told(len(batch.rows), done - before)
    while waiting:
        yield waiting.popleft().result()


def with_numbers(tally: Tally, reading: Reading, file: int) -> Tally:
    """Turn places among the rows that were read into numbers of rows, once all are known."""
    rows = reading.rows
    for fault, found in tally.found.items():
        numbers = (rows.number(example.row) for example in found.examples)
        tally.found[fault] = replace(
            found, examples=tuple(Example(file, number) for number in numbers)
        )
    if rows.short:
        short = first(Example(file, number) for number in rows.short_numbers(EXAMPLES))
        tally.found[Fault.SHORT] = Found(rows.short, short)
        tally.rows += rows.short
    if reading.unrecognised:
        tally.unrecognised.append(reading.unrecognised)
    return tally
