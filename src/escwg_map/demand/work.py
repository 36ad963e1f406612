"""The order of the work: files found, points counted, nothing lost from the total."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from escwg_map.demand.columns import Wanted
from escwg_map.demand.counting import Told, count_jobs, jobs_of, refuse_unrecognised
from escwg_map.demand.counts import CellCount, Counts
from escwg_map.demand.enrich import Enriching, places_to_write
from escwg_map.demand.files import Part, find_files
from escwg_map.demand.grid import Grid
from escwg_map.demand.kernel import Kernel
from escwg_map.demand.tally import PARTS, Tally
from escwg_map.demand.telling import odd, source, what_was_read
from escwg_map.errors import EscwgMapError, RefusedInput
from escwg_map.geography.cells import Cell
from escwg_map.wording import count


class Asked(Struct, frozen=True):
    """What to count, and how; a cluster by the address of its scheduler, or by its processes."""

    addresses: Sequence[str]
    wanted: Wanted
    skip_bad_files: bool = False
    enrich: Path | None = None
    scheduler: str | None = None
    workers: int | None = None


class Counted(Struct, frozen=True):
    """The counts, and what is told of the run to whoever started it."""

    counts: Counts
    told: tuple[str, ...]


def count_points(
    asked: Asked,
    cells: Sequence[Cell],
    grid: Grid,
    telling: Callable[[int], Told] = lambda _: lambda *_: None,
) -> Counted:
    """Count points by the cells over which the grid is laid.

    `telling` is asked with the bytes that there are, and gives what is told of the progress.

    Raises:
        MissingInput: there is no such file.
        EscwgMapError: no file has columns that are recognised, or no row is a point.
        RefusedInput: files that cannot be read, and were not to be left out.
    """
    files = tuple(find_files(asked.addresses))
    places = places_to_write(files, asked.enrich) if asked.enrich else []
    refuse_unrecognised(files, asked.wanted)
    told = telling(sum(file.size for file in files))
    if places:
        codes = [cell.codes for cell in cells]
        tally = Enriching(codes, Kernel(grid), asked.wanted, places).run(files, told)
    else:
        tally = _tally(asked, files, grid, told)
    _refuse_what_was_not_counted(tally, files, skip=asked.skip_bad_files)
    return Counted(_counts(tally, cells, files), tuple(what_was_read(tally, files)))


def _tally(asked: Asked, files: Sequence[Part], grid: Grid, told: Told) -> Tally:
    jobs = jobs_of(files)
    if not (asked.scheduler or asked.workers):
        return count_jobs(jobs, Kernel(grid), asked.wanted, told)
    try:
        from escwg_map.demand import cluster
    except ModuleNotFoundError as error:
        raise EscwgMapError(
            "Dask, which counts on several computers, is not installed: install it with "
            "pip install 'escwg-map[cluster]'."
        ) from error
    with cluster.client_of(asked.scheduler, asked.workers) as client:
        return cluster.count_on(client, jobs, grid, asked.wanted, told)


def _refuse_what_was_not_counted(tally: Tally, files: Sequence[Part], *, skip: bool) -> None:
    if tally.unreadable and not skip:
        cure = "To mend it: put them right, or add --skip-bad-files to leave them out."
        raise RefusedInput("Nothing was counted, because of:", [*tally.unreadable, cure])
    if not tally.rows:
        cure = "the files hold headings at most: give files that have a row for each point."
        problems = tally.unreadable or [cure]
        raise RefusedInput("There is nothing to count:", problems)
    if tally.rows == tally.faulty:
        problems = [line.strip() for line in odd(tally, files)]
        raise RefusedInput(f"None of {count(tally.rows, 'row')} is a point:", problems)


def _counts(tally: Tally, cells: Sequence[Cell], files: Sequence[Part]) -> Counts:
    rows = [
        CellCount(
            *cell.codes,
            category,
            int(points[place]),
            int(tally.weights[category][place]) / PARTS if tally.weights else float(points[place]),
        )
        for category, points in tally.points.items()
        for place, cell in enumerate(cells)
        if points[place]
    ]
    return Counts(tuple(sorted(rows)), tally.elsewhere, tally.faulty, source(tally, files))
