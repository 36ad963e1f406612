"""A publication as the web room reads it."""

import gc
import weakref
from pathlib import Path

import pytest
import shapely

from escwg_map.atlas import Atlas
from escwg_map.errors import MissingInput
from escwg_map.geography.overlay import Overlay
from escwg_map.geography.projection import to_wgs_84
from escwg_map.geography.survey import survey
from escwg_map.publish.publication import Publication
from escwg_map.settings import Settings
from escwg_map.sources.register import read_register


def test_misses_a_publication_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(
        MissingInput, match=r"There is no publication in .* run 'escwg-map publish'"
    ):
        Publication(tmp_path)


def test_is_named_by_its_folder(publication: Publication) -> None:
    assert publication.name == publication.folder.name


def test_its_atlas_is_the_one_that_was_published(
    publication: Publication, settings: Settings, ground: Overlay
) -> None:
    register, _ = read_register(settings.data)

    assert publication.atlas == Atlas.of(register, survey(ground), publication.atlas.markers)


def test_its_ground_has_a_shape_for_every_cell(publication: Publication) -> None:
    assert publication.ground.cells == publication.atlas.cells
    assert len(publication.ground.shapes) == 8


def test_holds_the_map_as_folium_drew_it(publication: Publication) -> None:
    assert 'class="folium-map"' in publication.map_html


def test_markers_stand_where_they_stand_in_degrees_and_in_metres(publication: Publication) -> None:
    (entry,) = (m for m in publication.atlas.markers if m.project == "forced-entry-westoy")
    degrees = to_wgs_84(
        shapely.from_geojson([publication.grid_shapes["projects"][entry.project][0]])
    )

    assert (degrees[0].x, degrees[0].y) == pytest.approx(
        (entry.longitude, entry.latitude), abs=2e-6
    )


def test_ground_in_metres_is_put_together_from_cells(publication: Publication) -> None:
    northtoy = [c.id for c in publication.atlas.cells if c.police_code == "E23000901"]

    ground = publication.grid_grounds.of(northtoy)

    assert ground == publication.grid_shapes["police"]["E23000901"]


def test_shapes_have_a_box_in_the_order_of_the_rfc(publication: Publication) -> None:
    west, south, east, north = publication.shapes["ambulance"]["RZ2"].bbox

    assert west < east < 0 < south < north


def test_is_gone_without_the_collector_when_it_is_let_go(publication: Publication) -> None:
    held = Publication(publication.folder)
    assert all(value is not None for value in (held.atlas, held.ground, held.grounds, held.index))
    atlas = weakref.ref(held.atlas)
    gc.disable()
    try:
        del held
        assert atlas() is None
    finally:
        gc.enable()
