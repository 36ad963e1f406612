"""The app follows the pointer: it switches while it answers, and no answer is of two minds."""

import re
import shutil
import time
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from threading import Event

import pytest
from flask import Flask

from escwg_map.web import create_app
from escwg_map.web.current import switch
from publish.generations import Generations, two_generations
from reliability.catalogue import row
from reliability.switched import Seen, paths_of

PATIENCE = 30.0
"""Seconds after which something that should have happened has not."""

NETWORK = 0.0005
"""Seconds that a reader is busy with the network between two answers. Readers of one process that
never were would pass the interpreter between them, and might keep it from all others for a minute.
"""


@pytest.fixture
def generations(toyshire: Path, tmp_path: Path) -> Generations:
    return two_generations(toyshire, tmp_path)


@pytest.fixture
def app(generations: Generations) -> Flask:
    """An app that serves the old generation, and looks at the pointer at every request."""
    app = create_app(generations.old, pointer=generations.pointer)
    followed = switch(app)
    followed.seconds = 0
    return app


def until(happened: Callable[[], object]) -> None:
    """Ask again and again, to a deadline."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def served(app: Flask) -> str:
    """The name of the publication that the next request is answered from."""
    app.test_client().get("/projects/forced-entry-westoy/card")
    return switch(app).current.name


@row(
    "P7",
    fault="somebody reads while the publication is switched",
    seen="every response is of one generation, wholly; its ETag says which",
)
def test_p7_no_response_mixes_two_generations(app: Flask, generations: Generations) -> None:
    paths, over, seen = paths_of(generations.old), Event(), Seen()
    for folder in (generations.old, generations.new):
        alone = create_app(folder).test_client()
        for path in paths:
            answer = alone.get(path)
            seen.learn(path, answer.headers.get("ETag", ""), answer.data, folder.name)

    def read() -> None:
        client = app.test_client()
        for path in cycle(paths):
            if over.wait(NETWORK):
                break
            answer = client.get(path)
            seen.see(path, answer.headers.get("ETag", ""), answer.data)

    with ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        try:
            for turn in range(40):
                to, enough = (generations.new, generations.old)[turn % 2], 25 * (turn + 1)
                generations.switch(to)
                until(lambda to=to: served(app) == to.name)  # type: ignore[misc]
                until(lambda enough=enough: seen.times.total() >= enough)  # type: ignore[misc]
        finally:
            over.set()
    assert [reader.exception() for reader in readers] == [None] * 2
    assert seen.times.keys() == {generations.old.name, generations.new.name}
    assert seen.times.total() >= 40 * 25


def test_p7_the_tag_of_a_response_says_which_generation_it_is_of(
    app: Flask, generations: Generations
) -> None:
    before = app.test_client().get("/api/v1/projects").headers["ETag"]
    generations.switch(generations.new)
    until(lambda: served(app) == generations.new.name)

    assert app.test_client().get("/api/v1/projects").headers["ETag"] != before


def test_nothing_holds_on_to_the_publication_before(app: Flask, generations: Generations) -> None:
    for path in ("/", "/projects", "/ogc/collections/projects/items", "/export/areas.geojson"):
        assert app.test_client().get(path).status_code == 200
    before = weakref.ref(switch(app).current)
    generations.switch(generations.new)
    until(lambda: served(app) == generations.new.name)

    until(lambda: before() is None)


def test_files_of_the_publication_before_are_still_sent(
    app: Flask, generations: Generations
) -> None:
    generations.switch(generations.new)
    until(lambda: served(app) == generations.new.name)

    for folder in (generations.old, generations.new):
        answer = app.test_client().get(f"/published/{folder.name}/map/overview.json")
        assert answer.status_code == 200


def test_files_of_the_publication_that_comes_next_are_sent_already(
    app: Flask, generations: Generations
) -> None:
    followed = switch(app)
    followed.seconds = 3600
    served(app)
    generations.switch(generations.new)

    answer = app.test_client().get(f"/published/{generations.new.name}/map/overview.json")

    assert answer.status_code == 200
    assert served(app) == generations.old.name


def test_an_app_that_nobody_asked_for_long_names_no_files_that_are_gone(
    app: Flask, generations: Generations
) -> None:
    served(app)
    for name in ("second", "third", "fourth", "fifth"):
        generations.switch(shutil.copytree(generations.new, generations.new.with_name(name)))
    shutil.rmtree(generations.old)

    page = app.test_client().get("/about").text

    assert set(re.findall(r"/published/(\w+)/", page)) == {"fifth"}


def test_p9_a_damaged_publication_is_never_switched_to(
    app: Flask, generations: Generations
) -> None:
    (generations.new / "atlas.json").write_bytes(b"{}")
    followed = switch(app)

    generations.switch(generations.new)
    until(lambda: served(app) and followed.refused == generations.new.name)

    assert served(app) == generations.old.name
    answer = app.test_client().get("/readyz")
    assert (answer.status_code, answer.get_json(force=True)["status"]) == (200, "warn")


def test_an_app_without_a_pointer_stays_as_it_is(generations: Generations) -> None:
    app = create_app(generations.old)
    generations.switch(generations.new)

    assert served(app) == generations.old.name
