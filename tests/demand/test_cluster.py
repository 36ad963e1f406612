"""Counting on a cluster of processes: the same counts, whatever happens to the workers."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest
from distributed import Client

from demand.made_up import SANDHAVEN, Country, points, scattered, write
from escwg_map.demand.cluster import client_of, count_on
from escwg_map.demand.columns import Wanted
from escwg_map.demand.counting import Job, count_jobs, jobs_of
from escwg_map.demand.files import Part, find_files
from escwg_map.demand.grid import Grid
from escwg_map.demand.kernel import Kernel
from escwg_map.demand.tally import Tally
from escwg_map.demand.work import Asked
from escwg_map.errors import EscwgMapError, RefusedInput
from reliability.processes import until

WANTED = Wanted(by="kind", weight="minutes")


def silent(*_: float) -> None:
    """Nobody follows."""


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """A cluster of two processes."""
    with client_of(None, 2) as client:
        yield client


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve files of several formats."""
    folder = tmp_path_factory.mktemp("incidents")
    for number in range(12):
        ending = ("parquet", "csv", "csv.gz")[number % 3]
        write(scattered(500, seed=number), folder / f"{number}.{ending}")
    return folder


def told(tally: Tally) -> dict[str, object]:
    """A tally as plain values that can be compared."""
    return vars(tally) | {
        "points": {name: points.tolist() for name, points in tally.points.items()},
        "weights": {name: weights.tolist() for name, weights in tally.weights.items()},
    }


def test_a_cluster_counts_the_same_to_the_point(
    client: Client, files: Path, grid: Grid, kernel: Kernel
) -> None:
    jobs = jobs_of(find_files([str(files)]))

    counted = count_on(client, jobs, grid, WANTED, silent)

    assert counted.rows == 6_000
    assert told(counted) == told(count_jobs(jobs, kernel, WANTED, silent))


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(
    client: Client, files: Path, grid: Grid, kernel: Kernel, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    jobs = jobs_of(find_files([str(files)]))
    waiting = [*jobs, Job(99, Part(str(pipe), 1))]

    counted = Tally()
    counting = Thread(
        target=lambda: counted.add(count_on(client, waiting, grid, WANTED, silent)), daemon=True
    )
    counting.start()
    with read_by_somebody(pipe) as writing:
        (worker,) = readers_of(pipe)
        os.kill(worker, signal.SIGKILL)
        assert until(lambda: readers_of(pipe) not in ([], [worker])), "nobody took over"
        os.write(writing, b"easting,northing,kind,minutes\n405000,305000,fall,1\n")
    counting.join(timeout=30)

    expected = count_jobs(jobs, kernel, WANTED, silent)
    assert (counted.rows, counted.unreadable) == (expected.rows + 1, [])
    assert sum(each.sum() for each in counted.points.values()) == 1 + sum(
        each.sum() for each in expected.points.values()
    )


@contextmanager
def read_by_somebody(pipe: Path) -> Iterator[int]:
    """Open a pipe for writing as soon as another process reads it."""
    opened: list[int] = []

    def is_read() -> bool:
        with suppress(OSError):  # there is no reader yet
            opened.append(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
        return bool(opened)

    assert until(is_read), "no worker reads the pipe"
    yield opened[0]
    os.close(opened[0])


def readers_of(path: Path) -> list[int]:
    """The other processes that have a file open."""
    me = str(os.getpid())
    return [
        int(folder.name)
        for folder in Path("/proc").iterdir()
        if folder.name.isdigit() and folder.name != me and path in files_of(folder)
    ]


def files_of(process: Path) -> list[Path]:
    try:
        return [link.readlink() for link in (process / "fd").iterdir()]
    except OSError:
        return []


def test_a_corrupt_part_is_named_by_the_worker_that_met_it(
    client: Client, grid: Grid, tmp_path: Path
) -> None:
    for number in range(3):
        write(points(SANDHAVEN), tmp_path / f"{number}.parquet")
    (tmp_path / "1.parquet").write_bytes(b"PAR1 and no more")

    counted = count_on(client, jobs_of(find_files([str(tmp_path)])), grid, Wanted(), silent)

    assert counted.rows == 2
    (reason,) = counted.unreadable
    assert reason.startswith(f"{tmp_path / '1.parquet'} cannot be read: it is damaged")


def test_progress_is_told_to_its_end(client: Client, files: Path, grid: Grid) -> None:
    jobs, done = jobs_of(find_files([str(files)])), []

    count_on(client, jobs, grid, WANTED, lambda _, size: done.append(size))

    assert sum(done) == pytest.approx(sum(job.part.size for job in jobs))


def test_too_many_categories_are_refused_by_the_workers(
    client: Client, files: Path, grid: Grid
) -> None:
    wanted = Wanted(by="easting")
    jobs = jobs_of(find_files([str(files)]))

    with pytest.raises(EscwgMapError, match="more than 2,000 categories"):
        count_on(client, jobs, grid, wanted, silent)


def test_no_parts_are_no_counts(client: Client, grid: Grid) -> None:
    assert count_on(client, [], grid, Wanted(), silent) == Tally()


def test_a_scheduler_is_found_by_its_address(client: Client, country: Country, files: Path) -> None:
    address = client.scheduler_info()["address"]

    counted = country.answers(Asked([str(files)], WANTED, scheduler=address)).counts

    assert counted == country.answers(Asked([str(files)], WANTED)).counts


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere"])
def test_a_scheduler_that_does_not_answer_is_told_of(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("escwg_map.demand.cluster._PATIENCE", 0.2)

    with pytest.raises(EscwgMapError, match="No scheduler answers at"), client_of(address, None):
        pass


def test_a_corrupt_part_can_be_left_out(country: Country, client: Client, tmp_path: Path) -> None:
    write(points(SANDHAVEN), tmp_path / "good.csv")
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 and no more")
    asked = Asked([str(tmp_path)], Wanted(), scheduler=client.scheduler_info()["address"])

    with pytest.raises(RefusedInput, match=r"bad\.parquet cannot be read"):
        country.answers(asked)

    skipping = Asked(
        [str(tmp_path)], Wanted(), skip_bad_files=True, scheduler=client.scheduler_info()["address"]
    )
    assert country.answers(skipping).counts.source == "2 files, 1 part left out"
