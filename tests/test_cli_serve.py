"""Serving while the world changes: new data, bad data, damage, and odd surroundings."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from escwg_map.publish.pointer import pointer_file
from escwg_map.settings import Settings
from publish.generations import Generations, copy_of, two_generations
from reliability.catalogue import row
from reliability.processes import Server, launched, until
from reliability.servers import command, environment, running
from sources.slips import cells


@pytest.fixture
def generations(toyshire: Path, tmp_path: Path) -> Generations:
    """Two publications, and the inputs of the newer one for a test to change."""
    found = two_generations(toyshire, tmp_path)
    own = copy_of(toyshire, tmp_path / "own")
    cells("projects", 2, title="Another title")(own.data)
    settings = own.model_copy(update={"published": found.settings.published})
    pointer = pointer_file(settings)
    shutil.move(found.pointer, pointer)
    return Generations(settings, pointer, found.old, found.new)


REQUEST_ID = re.compile(r"^x-request-id: (\S+)\r$", re.IGNORECASE | re.MULTILINE)

FORKING = """
import os, threading
from escwg_map.cli import main
names = lambda: [thread.name for thread in threading.enumerate()]
os.register_at_fork(before=lambda: print("forked beside", names(), flush=True))
main()
"""
"""The command, telling which threads run while a worker is forked."""

MAKING = """
import os
from escwg_map.web import wsgi
from escwg_map.cli import main
make = wsgi.create_app
def told(*given, **named):
    print(f"made in {os.getpid()}.", flush=True)
    return make(*given, **named)
wsgi.create_app = told
main()
"""
"""The command, telling in which process an app is made."""


def made_in(server: Server) -> list[int]:
    return [int(pid) for pid in re.findall(r"made in (\d+)\.", "\n".join(server.output))]


@pytest.fixture
def watching(generations: Generations) -> Iterator[Server]:
    """A server that watches its inputs."""
    with running(generations.settings, "--watch") as server:
        yield server


def test_new_data_is_served_without_a_restart(watching: Server, generations: Generations) -> None:
    assert watching.ready()["releaseId"] == generations.new.name

    cells("projects", 2, title="A third title")(generations.settings.data)

    assert until(lambda: "A third title" in watching.fetch("/projects")[1])
    assert watching.ready()["status"] == "pass"


def test_f28_bad_data_leaves_the_last_good_publication_and_readiness_warns(
    watching: Server, generations: Generations
) -> None:
    cells("projects", 2, status="running")(generations.settings.data)

    assert until(lambda: watching.ready()["status"] == "warn")
    assert watching.ready()["releaseId"] == generations.new.name
    assert until(
        lambda: any("projects.csv, row 2, column status" in line for line in watching.output)
    )


def test_a_hangup_publishes_anew(generations: Generations) -> None:
    with running(generations.settings) as server:
        cells("projects", 2, title="A third title")(generations.settings.data)

        server.process.send_signal(signal.SIGHUP)

        assert until(lambda: "A third title" in server.fetch("/projects")[1])


def ended(settings: Settings, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        command(*words),
        env=environment(settings, **more),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_p9_damage_that_cannot_be_mended_ends_the_start_with_3(generations: Generations) -> None:
    for folder in (generations.old, generations.new):
        (folder / "atlas.json").write_bytes(b"{}")
    cells("projects", 2, status="running")(generations.settings.data)

    start = ended(generations.settings, "serve", "--port", "0")

    assert start.returncode == 3
    assert "is damaged, and could not be made anew. To mend it:" in start.stderr
    assert "Traceback" not in start.stderr


def test_p9_a_damaged_publication_gives_way_to_the_one_before(generations: Generations) -> None:
    generations.switch(generations.new)
    (generations.new / "atlas.json").write_bytes(b"{}")
    cells("projects", 2, status="running")(generations.settings.data)

    with running(generations.settings) as server:
        said = server.ready()

    assert (said["releaseId"], said["status"]) == (generations.old.name, "warn")


def test_a_first_start_with_bad_data_ends_with_2(toyshire: Path, tmp_path: Path) -> None:
    settings = copy_of(toyshire, tmp_path)
    cells("projects", 2, status="running")(settings.data)

    start = ended(settings, "serve", "--port", "0")

    assert start.returncode == 2
    assert start.stderr.count("row 2, column status") == 1


@pytest.fixture
def without_privilege() -> list[str]:
    """What is typed before a command so that permissions count, for root too."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root may write anywhere, and cannot give that up here")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def read_only(*folders: Path) -> None:
    for folder in folders:
        for path in (*folder.rglob("*"), folder):
            path.chmod(0o555 if path.is_dir() else 0o444)


@row(
    "P8",
    fault="data and publications may only be read; the umask is 077; there is no home folder",
    seen="it serves; what would write is refused, naming the folder",
)
def test_p8_serves_from_folders_that_may_only_be_read(
    generations: Generations, without_privilege: list[str]
) -> None:
    settings = generations.settings
    read_only(settings.data, settings.boundaries, settings.published)

    odd = {"before": without_privilege, "preexec": lambda: os.umask(0o077)}
    with running(settings, HOME="/nonexistent", **odd) as server:  # type: ignore[arg-type]
        assert server.fetch("/")[0] == 200
        assert server.ready()["releaseId"] == generations.new.name


def test_p8_an_import_into_a_folder_that_may_only_be_read_is_refused_by_name(
    generations: Generations, without_privilege: list[str], tmp_path: Path
) -> None:
    settings = generations.settings
    changed = Path(shutil.copytree(settings.data, tmp_path / "changed"))
    cells("projects", 2, title="A third title")(changed)
    read_only(settings.data)

    refused = subprocess.run(
        [*without_privilege, *command("register", "import", str(changed), "--yes")],
        env=environment(settings),
        capture_output=True,
        text=True,
        check=False,
    )

    assert refused.returncode == 2
    assert f"{settings.data} cannot be written: permission denied" in refused.stderr
    assert "Traceback" not in refused.stderr


def limited(what: int, most: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(what, (most, most))


def test_p15_serves_with_64_descriptors(generations: Generations) -> None:
    with running(
        generations.settings, "--workers", "2", preexec=limited(resource.RLIMIT_NOFILE, 64)
    ) as server:
        statuses = {server.fetch(path)[0] for path in ("/", "/projects", "/areas", "/readyz") * 10}

    assert statuses == {200}


def test_p2_serves_on_when_the_disk_of_the_log_is_full(generations: Generations) -> None:
    with running(generations.settings, "--watch", log=Path("/dev/full")) as server:
        cells("projects", 2, title="A third title")(generations.settings.data)

        assert until(lambda: "A third title" in server.fetch("/projects")[1])


@pytest.mark.parametrize("ending", ["csv", "gpkg", "shp.zip", "xlsx", "parquet", "kml"])
def test_p2_an_export_over_the_limit_of_file_sizes_leaves_the_old_file(
    generations: Generations, tmp_path: Path, ending: str
) -> None:
    output = tmp_path / "exports" / f"areas.{ending}"
    output.parent.mkdir()
    output.write_bytes(b"old")

    surroundings = environment(generations.settings)
    refused = subprocess.run(
        command("export", "areas", "--output", str(output)),
        # The measuring of coverage writes files, too, and larger ones.
        env={name: text for name, text in surroundings.items() if not name.startswith("COVERAGE")},
        preexec_fn=limited(resource.RLIMIT_FSIZE, 300),
        capture_output=True,
        text=True,
        check=False,
    )

    assert refused.returncode == 2, refused.stderr
    assert "Traceback" not in refused.stderr
    assert {path.name: path.read_bytes() for path in output.parent.iterdir()} == {
        output.name: b"old"
    }


def test_inputs_that_are_gone_leave_the_last_good_publication(generations: Generations) -> None:
    shutil.rmtree(generations.settings.data)

    with running(generations.settings) as server:
        said = server.ready()

    assert (said["releaseId"], said["status"]) == (generations.old.name, "warn")


def test_no_thread_of_ours_runs_while_the_workers_are_forked(generations: Generations) -> None:
    words = [sys.executable, "-c", FORKING, "serve", "--port", "0", "--watch", "--workers", "3"]

    with launched(words, environment(generations.settings)) as server:
        forks = [line for line in server.output if line.startswith("forked beside")]

    assert len(forks) == 3
    # Granian's own thread waits for the death of a worker, and imports nothing.
    assert all(
        name == "'MainThread'" or name.endswith("(_watcher)'")
        for line in forks
        for name in line.removeprefix("forked beside ").strip("[]").split(", ")
    ), forks


def test_the_first_workers_share_one_app_and_a_later_one_makes_its_own(
    generations: Generations,
) -> None:
    words = [sys.executable, "-c", MAKING, "serve", "--port", "0", "--workers", "2"]

    with launched(words, environment(generations.settings)) as server:
        first = made_in(server)
        os.kill(server.workers()[0], signal.SIGKILL)
        assert until(lambda: len(made_in(server)) > 1)
        later = made_in(server)[1:]

    assert first == [server.process.pid]
    assert server.process.pid not in later


def test_workers_that_share_an_app_give_no_id_twice(generations: Generations) -> None:
    with running(generations.settings, "--workers", "2") as server:
        answers = [server.get("/livez").decode() for _ in range(40)]

    ids = [REQUEST_ID.findall(answer)[0] for answer in answers]
    assert len({each[:8] for each in ids}) == 2
    assert len(set(ids)) == len(ids)
