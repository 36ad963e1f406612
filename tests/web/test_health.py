"""What those who watch over servers are told: that it lives, and whether it is fit to answer."""

import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from escwg_map.errors import Damaged
from escwg_map.publish.pointer import record_failure
from escwg_map.publish.publication import Publication
from escwg_map.web import create_app
from publish.generations import Generations, two_generations


@pytest.fixture
def generations(toyshire: Path, tmp_path: Path) -> Generations:
    return two_generations(toyshire, tmp_path)


def ready(app: Flask) -> tuple[int, dict[str, Any]]:
    answer = app.test_client().get("/readyz")
    assert answer.content_type == "application/health+json"
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.status_code, answer.get_json(force=True)


def test_lives_without_looking_at_the_disk(generations: Generations) -> None:
    app = create_app(generations.old, pointer=generations.pointer)
    generations.old.rename(generations.old.with_name("gone"))

    answer = app.test_client().get("/livez")

    assert (answer.status_code, answer.text) == (200, '{"status": "pass"}\n')
    assert answer.headers["Cache-Control"] == "no-store"


def test_is_ready_and_says_with_what(generations: Generations) -> None:
    status, said = ready(create_app(generations.old, pointer=generations.pointer))

    assert (status, said["status"], said["releaseId"]) == (200, "pass", generations.old.name)
    (when,) = said["checks"]["publication:published"]
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", when["time"])


def test_warns_of_a_failed_attempt_without_a_word_of_detail(generations: Generations) -> None:
    record_failure(generations.pointer, 2)

    status, said = ready(create_app(generations.old, pointer=generations.pointer))

    (attempt,) = said["checks"]["publication:attempt"]
    assert (status, said["status"]) == (200, "warn")
    assert attempt.keys() == {"status", "time", "observedValue", "observedUnit"}
    assert attempt["observedValue"] == 2


def test_p9_is_not_ready_when_the_files_that_it_serves_are_damaged(
    generations: Generations,
) -> None:
    app = create_app(generations.old)
    (generations.old / "preview.png").write_bytes(b"")

    status, said = ready(app)

    assert (status, said["status"]) == (503, "fail")


def test_p9_a_damaged_file_is_never_sent(generations: Generations) -> None:
    app = create_app(generations.old)
    (generations.old / "map" / "overview.json").write_bytes(b"{}")

    answer = app.test_client().get(f"/published/{generations.old.name}/map/overview.json")

    assert answer.status_code == 500


def test_p9_a_damaged_publication_cannot_be_served(generations: Generations) -> None:
    (generations.old / "shapes.json").write_bytes(b"{}")

    with pytest.raises(Damaged, match=r"shapes\.json is not what was published"):
        create_app(generations.old)


def test_p9_a_damaged_file_is_refused_when_it_is_read(generations: Generations) -> None:
    publication = Publication(generations.old)
    (generations.old / "shapes.json").write_bytes(b"{}")

    with pytest.raises(Damaged, match=r"shapes\.json"):
        _ = publication.shapes
