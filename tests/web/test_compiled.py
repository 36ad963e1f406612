"""Templates that were compiled before, and a place for them that is none."""

from pathlib import Path

import jinja2
import pytest
from flask import Flask

from escwg_map.settings import Settings
from escwg_map.web import create_app
from escwg_map.web.compiled import compile_templates


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    return Settings.model_construct(published=tmp_path / "published")


def made(publication: Path, kept: Settings) -> Flask:
    app = create_app(publication)
    compile_templates(app, kept)
    return app


def files_of(kept: Settings) -> dict[Path, int]:
    return {file: file.stat().st_ino for file in kept.published.rglob("*.cache")}


def test_what_was_compiled_once_is_read_by_the_next_app(
    toyshire_published: Path, kept: Settings
) -> None:
    made(toyshire_published, kept)
    before = files_of(kept)
    app = made(toyshire_published, kept)
    assert before
    assert files_of(kept) == before
    assert app.test_client().get("/").status_code == 200


def test_a_later_start_loads_no_template_before_a_page_needs_it(
    toyshire_published: Path, kept: Settings
) -> None:
    made(toyshire_published, kept)
    loaded = made(toyshire_published, kept).jinja_env.cache
    assert loaded is not None
    assert not loaded


def test_a_template_that_has_changed_is_compiled_anew(
    toyshire_published: Path, kept: Settings
) -> None:
    app = made(toyshire_published, kept)
    app.jinja_env.loader = jinja2.DictLoader({"pages/map.html": "changed"})
    app.jinja_env.cache = None
    assert app.jinja_env.get_template("pages/map.html").render() == "changed"


def test_what_is_damaged_on_disk_is_compiled_anew(toyshire_published: Path, kept: Settings) -> None:
    made(toyshire_published, kept)
    for file in files_of(kept):
        file.write_bytes(file.read_bytes()[:40])
    assert made(toyshire_published, kept).test_client().get("/").status_code == 200


def test_where_nothing_can_be_kept_all_is_served(toyshire_published: Path, kept: Settings) -> None:
    kept.published.write_text("a file where the folder would be")
    app = made(toyshire_published, kept)
    assert app.test_client().get("/").status_code == 200
