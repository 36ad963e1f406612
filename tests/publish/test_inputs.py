"""A publication is named by what it was made from."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from escwg_map.errors import MissingInput
from escwg_map.publish.inputs import publication_name
from escwg_map.settings import Settings


@pytest.fixture
def copy(toyshire: Path, tmp_path: Path) -> Settings:
    """The settings of a copy of Toyshire, for one test to change."""
    for folder in ("data", "boundaries"):
        shutil.copytree(toyshire / folder, tmp_path / folder)
    return Settings(
        data=tmp_path / "data", boundaries=tmp_path / "boundaries", published=tmp_path / "published"
    )


def appended(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\r\n")


CHANGES: dict[str, Callable[[Settings], object]] = {
    "a table": lambda settings: appended(settings.data / "projects.csv"),
    "another table": lambda settings: appended(settings.data / "themes.csv"),
    "a table more": lambda settings: (settings.data / "leaders.csv").write_bytes(b""),
    "a shape": lambda settings: appended(settings.boundaries / "police.shp"),
    "names of areas": lambda settings: appended(settings.boundaries / "ambulance.dbf"),
    "a part is gone": lambda settings: (settings.boundaries / "fire.cpg").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_another_input_gives_another_name(
    copy: Settings, change: Callable[[Settings], object]
) -> None:
    before = publication_name(copy)

    change(copy)

    assert publication_name(copy) != before


def test_a_readme_goes_along_and_is_an_input(copy: Settings) -> None:
    before = publication_name(copy)

    (copy.data / "README.md").write_text("Toyshire", encoding="utf-8")

    assert publication_name(copy) != before


def test_another_sliver_width_gives_another_name(copy: Settings) -> None:
    wider = copy.model_copy(update={"sliver_width": 600.0})

    assert publication_name(wider) != publication_name(copy)


def test_the_same_inputs_elsewhere_give_the_same_name(copy: Settings, settings: Settings) -> None:
    assert publication_name(copy) == publication_name(settings)


def test_a_note_beside_the_data_is_no_input(copy: Settings) -> None:
    before = publication_name(copy)

    (copy.data / "notes.txt").write_text("Toyshire", encoding="utf-8")

    assert publication_name(copy) == before


def test_the_name_stands_in_an_address(settings: Settings) -> None:
    name = publication_name(settings)

    assert len(name) == 16
    assert set(name) <= set("0123456789abcdef")


@pytest.mark.parametrize("setting", ["data", "boundaries"])
def test_misses_a_folder_that_is_not_there(copy: Settings, setting: str) -> None:
    shutil.rmtree(getattr(copy, setting))

    with pytest.raises(MissingInput, match=f"{setting}: set ESCWG_MAP_{setting.upper()} to the"):
        publication_name(copy)
