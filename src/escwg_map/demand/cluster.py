"""Counting on several computers by Dask: workers read the files, and only counts travel."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import dask
from dask import bag
from dask.delayed import delayed
from distributed import Client, KilledWorker, LocalCluster, as_completed, futures_of

from escwg_map.demand.columns import Wanted
from escwg_map.demand.counting import Job, Told, count_job
from escwg_map.demand.grid import Grid
from escwg_map.demand.kernel import Kernel
from escwg_map.demand.tally import Tally
from escwg_map.errors import EscwgMapError

_MOST_PARTITIONS = 2_000
"""Tasks beyond cost the scheduler more than they spread the work."""

_TOGETHER = 8
"""Tallies that are added up at a time, by whichever worker has them."""

_PATIENCE = 30
"""Seconds to wait for a scheduler."""


@contextmanager
def client_of(scheduler: str | None, workers: int | None) -> Iterator[Client]:
    """Give a way to a cluster: of a scheduler by its address, or of processes on this machine.

    Raises:
        EscwgMapError: nobody answers at the address.
    """
    if scheduler is None:
        with (
            LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address="127.0.0.1:0",
            ) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise EscwgMapError(
            f"No scheduler answers at {scheduler}: start one with 'dask scheduler', or name it as "
            "tcp://host:8786. See docs/scale.md."
        ) from error
    with client:
        yield client


def count_on(client: Client, jobs: Sequence[Job], grid: Grid, wanted: Wanted, told: Told) -> Tally:
    """Count parts on a cluster, and add up in a tree; a worker that dies costs time only.

    Raises:
        EscwgMapError: workers die again and again, or cannot do the work at all.
    """
    if not jobs:
        return Tally()
    try:
        return _counted_on(client, jobs, grid, wanted, told)
    except EscwgMapError:
        raise
    except KilledWorker as error:
        raise EscwgMapError(
            "Workers died again and again over the same part: give them more memory, and see "
            "their logs."
        ) from error
    except Exception as error:  # whatever went wrong over there
        raise EscwgMapError(
            f"The workers could not count ({type(error).__name__}): install the same version of "
            "escwg-map on each, and see their logs. See docs/scale.md."
        ) from error


def _counted_on(
    client: Client, jobs: Sequence[Job], grid: Grid, wanted: Wanted, told: Told
) -> Tally:
    size = sum(job.part.size for job in jobs)
    # The grid is sent within the graph: had a worker been given it, it might die with the worker.
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GB"}):
        kernel = delayed(Kernel)(delayed(grid, traverse=False))
        parts = bag.from_sequence(jobs, npartitions=min(len(jobs), _MOST_PARTITIONS))
        tallies = client.persist(parts.map_partitions(_counted, kernel, wanted))
        for _ in as_completed(futures_of(tallies)):
            told(0, size / tallies.npartitions)
        added = tallies.reduction(_added, _added, split_every=_TOGETHER)
        whole: Tally = client.compute(added).result()
    return whole


def _counted(jobs: Iterable[Job], kernel: Kernel, wanted: Wanted) -> list[Tally]:
    return [count_job(job, kernel, wanted, lambda *_: None) for job in jobs]


def _added(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole
