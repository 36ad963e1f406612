"""Which publication is current, and what is remembered of an attempt that failed."""

from pathlib import Path

import pytest

from escwg_map.errors import RefusedInput
from escwg_map.publish.pointer import (
    last_good,
    point_to,
    pointer_file,
    read_pointer,
    record_failure,
)
from escwg_map.publish.switching import publish_and_switch
from escwg_map.settings import Settings
from publish.generations import Generations, copy_of, two_generations
from sources.slips import cells


@pytest.fixture(scope="module")
def published(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> Generations:
    return two_generations(toyshire, tmp_path_factory.mktemp("generations"))


@pytest.fixture
def generations(published: Generations) -> Generations:
    published.switch(published.new)
    published.switch(published.old)
    return published


@pytest.fixture
def copy(toyshire: Path, tmp_path: Path) -> Settings:
    return copy_of(toyshire, tmp_path)


def test_a_switch_remembers_the_one_before(generations: Generations) -> None:
    generations.switch(generations.new)

    pointer = read_pointer(generations.pointer)
    assert pointer
    assert pointer.names == (generations.new.name, generations.old.name)


def test_pointing_to_what_is_current_changes_nothing(generations: Generations) -> None:
    before = generations.pointer.read_bytes()

    generations.switch(generations.old)

    assert generations.pointer.read_bytes() == before


def test_a_failure_is_forgotten_once_it_works_again(generations: Generations) -> None:
    record_failure(generations.pointer, 3)

    generations.switch(generations.old)

    pointer = read_pointer(generations.pointer)
    assert pointer
    assert pointer.failed is None


def test_other_inputs_have_another_pointer(generations: Generations, tmp_path: Path) -> None:
    others: list[dict[str, object]] = [
        {"data": tmp_path},
        {"boundaries": tmp_path},
        {"sliver_width": 1.0},
    ]

    files = {pointer_file(generations.settings.model_copy(update=other)) for other in others}

    assert len(files | {generations.pointer}) == 4


def test_a_pointer_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "current.json").write_bytes(b'{"publication": ')

    assert read_pointer(tmp_path / "current.json") is None
    assert last_good(tmp_path / "current.json") is None


def test_the_one_before_is_good_where_the_current_one_is_damaged(copy: Settings) -> None:
    old = publish_and_switch(copy)
    cells("projects", 2, title="Another title")(copy.data)
    new = publish_and_switch(copy)

    (new / "atlas.json").write_bytes(b"{}")

    assert last_good(pointer_file(copy)) == old


def test_bad_data_leaves_the_last_good_publication_and_counts_the_problems(copy: Settings) -> None:
    good = publish_and_switch(copy)
    cells("projects", 2, status="running")(copy.data)

    with pytest.raises(RefusedInput):
        publish_and_switch(copy)

    pointer = read_pointer(pointer_file(copy))
    assert pointer
    assert pointer.failed
    assert (pointer.publication, pointer.failed.problems) == (good.name, 1)


def test_a_first_failure_leaves_no_pointer(copy: Settings) -> None:
    cells("projects", 2, status="running")(copy.data)

    with pytest.raises(RefusedInput):
        publish_and_switch(copy)

    assert read_pointer(pointer_file(copy)) is None


def test_p9_a_damaged_publication_is_made_anew(copy: Settings) -> None:
    folder = publish_and_switch(copy)
    sound = (folder / "atlas.json").read_bytes()
    (folder / "atlas.json").write_bytes(sound[:-1])

    assert publish_and_switch(copy) == folder
    assert (folder / "atlas.json").read_bytes() == sound


def test_pointing_at_the_same_publication_is_one_file(copy: Settings) -> None:
    point_to(pointer_file(copy), "0123456789abcdef")

    assert [path.name for path in copy.published.iterdir()] == [pointer_file(copy).name]


def test_three_publications_are_kept_beside_the_current_one(copy: Settings) -> None:
    folders = []
    for number in range(5):
        cells("projects", 2, title=f"Title {number}")(copy.data)
        folders.append(publish_and_switch(copy))

    assert [folder.is_dir() for folder in folders] == [False, True, True, True, True]


def test_switching_back_keeps_what_was_current(generations: Generations) -> None:
    for to in (generations.new, generations.old, generations.new):
        generations.switch(to)

    pointer = read_pointer(generations.pointer)
    assert pointer
    assert pointer.names == (generations.new.name, generations.old.name)
