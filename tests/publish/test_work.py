"""Publishing Toyshire: once, whole, and only when nothing is wrong."""

import shutil
from pathlib import Path

import pytest

from escwg_map.errors import RefusedInput
from escwg_map.geography.footprint import footprint
from escwg_map.geography.locate import CellGround
from escwg_map.publish.inputs import publication_name
from escwg_map.publish.publication import Publication
from escwg_map.publish.work import publish, published
from escwg_map.settings import Settings
from sources.slips import cells


@pytest.fixture
def copy(toyshire: Path, tmp_path: Path) -> Settings:
    """The settings of a copy of Toyshire, for one test to change."""
    for folder in ("data", "boundaries"):
        shutil.copytree(toyshire / folder, tmp_path / folder)
    return Settings(
        data=tmp_path / "data", boundaries=tmp_path / "boundaries", published=tmp_path / "published"
    )


def test_publishes_under_the_name_of_the_inputs(
    settings: Settings, publication: Publication
) -> None:
    assert publication.folder == settings.published / publication_name(settings)


def test_does_not_publish_again_what_is_there(settings: Settings, publication: Publication) -> None:
    said: list[str] = []

    assert published(settings, said.append) == publication.folder
    assert said == []


def test_says_what_it_is_doing_and_gives_the_same_bytes_again(
    copy: Settings, publication: Publication
) -> None:
    said: list[str] = []

    again = Publication(publish(copy, said.append))

    assert len(said) == 3
    assert again.digests == publication.digests


def test_reports_how_far_the_work_is(copy: Settings) -> None:
    parts: list[float] = []

    publish(copy, advance=parts.append)

    assert len(parts) >= 5
    assert parts == sorted(parts)
    assert parts[-1] == 1


def test_refuses_to_publish_with_problems(copy: Settings) -> None:
    cells("projects", 2, status="running")(copy.data)

    with pytest.raises(RefusedInput, match=r"(?s)mended:.*row 2, column status: 'running'"):
        published(copy)

    assert not copy.published.exists()


def test_refuses_to_publish_without_ground(copy: Settings) -> None:
    (copy.boundaries / "police.dbf").unlink()

    with pytest.raises(RefusedInput, match=r"police\.shp: police\.dbf is missing"):
        published(copy)


def test_every_project_has_a_marker_on_its_footprint(publication: Publication) -> None:
    atlas, land = publication.atlas, publication.ground

    for marker in atlas.markers:
        reached = footprint(atlas.project(marker.project), atlas.cells)
        assert land.cell_at(marker.longitude, marker.latitude) in reached

    assert len(atlas.markers) == 4


def test_a_place_without_coordinates_is_marked_inside_the_footprint(copy: Settings) -> None:
    cells("projects", 4, longitude="", latitude="")(copy.data)

    publication = Publication(publish(copy))

    (marker,) = (m for m in publication.atlas.markers if m.project == "forced-entry-westoy")
    land: CellGround = publication.ground
    assert not marker.placed
    assert land.cell_at(marker.longitude, marker.latitude)
