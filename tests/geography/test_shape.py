"""Shapes that are ready to be sent."""

import json

import pytest
import shapely

from escwg_map.geography.shape import Bbox, bbox_of
from escwg_map.publish.publication import Publication


@pytest.mark.parametrize(
    ("boxes", "whole"),
    [
        ([(-2, 52, -1, 53)], (-2, 52, -1, 53)),
        ([(-2, 52, -1, 53), (-1.5, 51, 0, 52)], (-2, 51, 0, 53)),
        ([(0, 50, 3, 53), (1, 51, 2, 52)], (0, 50, 3, 53)),
    ],
    ids=["one", "two apart", "one inside another"],
)
def test_a_box_holds_all_boxes(boxes: list[Bbox], whole: Bbox) -> None:
    assert bbox_of(boxes) == whole


def test_a_shape_says_its_own_box(publication: Publication) -> None:
    shape = publication.shapes["police"]["E23000902"]

    drawn = shapely.from_geojson(shape.geometry)

    assert shape.bbox == tuple(shapely.bounds(drawn).tolist())


def test_a_shape_is_a_geojson_geometry(publication: Publication) -> None:
    written = json.loads(publication.shapes["cells"]["E23000902-E31000902-RZ2"].geometry)

    assert set(written) == {"type", "coordinates"}
