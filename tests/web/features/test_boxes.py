"""Boxes, as clients write them and as they should not."""

import pytest
import shapely

from escwg_map.errors import BadSelection
from escwg_map.geography.shape import Bbox
from escwg_map.web.features.boxes import read_box
from escwg_map.web.features.reference_systems import ReferenceSystem
from escwg_map.web.features.touching import ground_of
from web.features.client import Client

DEGREES, METRES = ReferenceSystem.CRS84, ReferenceSystem.NATIONAL_GRID

WRONG = {
    "nothing": "",
    "three numbers": "1,2,3",
    "five numbers": "1,2,3,4,5",
    "a word": "1,2,3,north",
    "not a number": "nan,1,2,3",
    "not finite": "-inf,-90,inf,90",
    "finite in writing only": "-1e999,50,1,51",
    "semicolons": "1;2;3;4",
    "north before south": "1,52,2,51",
    "high before low": "1,51,9,2,52,0",
    "empty numbers": ",,,",
    "north of the pole": "0,50,1,160",
    "far west": "-400,50,1,51",
    "digits of another script": "\u0661,2,3,4",
}


def boxes(text: str, system: ReferenceSystem = DEGREES) -> tuple[Bbox, ...]:
    return read_box("bbox", [text], system)


@pytest.mark.parametrize(
    "text", ["-1,51,1,52", "-1, 51, 1, 52", "-1,51,0,1,52,900", "-1e0,51.,1,52"]
)
def test_reads_four_numbers_or_six(text: str) -> None:
    assert boxes(text) == ((-1, 51, 1, 52),)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_refuses(text: str) -> None:
    with pytest.raises(BadSelection, match="will not do for 'bbox'"):
        boxes(text)


def test_a_box_may_go_across_the_180th_meridian() -> None:
    assert boxes("170,-10,-170,10") == ((170, -10, 180, 10), (-180, -10, -170, 10))


def test_there_is_no_180th_meridian_in_metres() -> None:
    with pytest.raises(BadSelection, match="west comes before east"):
        boxes("500000,0,400000,1000", METRES)


def test_there_are_no_heights_in_metres() -> None:
    with pytest.raises(BadSelection, match="four numbers"):
        boxes("400000,300000,0,410000,310000,9", METRES)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("1,2,1,2", "POINT"), ("1,2,1,3", "LINESTRING"), ("1,2,2,2", "LINESTRING")],
)
def test_a_box_without_width_is_a_line_or_a_point(text: str, kind: str) -> None:
    (drawn,) = map(ground_of, boxes(text))

    assert shapely.to_wkt(drawn).startswith(kind)


def test_a_point_finds_the_area_that_it_lies_in(ogc: Client) -> None:
    here = "-1.7943,52.7145,-1.7943,52.7145"

    assert ogc.ids(f"/collections/police/items?bbox={here}") == ["E23000902"]


@pytest.mark.parametrize("text", ["-180,-90,180,90", "-1.8e2,-90,180,90"])
def test_the_world_holds_everything(ogc: Client, text: str) -> None:
    assert len(ogc.ids(f"/collections/cells/items?bbox={text}")) == 8


def test_a_box_across_the_180th_meridian_holds_what_is_on_either_side(ogc: Client) -> None:
    assert len(ogc.ids("/collections/cells/items?bbox=100,50,-1,60")) == 8
    assert not ogc.ids("/collections/cells/items?bbox=100,50,-100,60")


def test_the_extent_of_a_collection_holds_everything(ogc: Client) -> None:
    (extent,) = ogc.json("/collections/footprints")["extent"]["spatial"]["bbox"]

    assert len(ogc.ids(f"/collections/footprints/items?bbox={','.join(map(str, extent))}")) == 4


def test_a_box_beside_a_shape_does_not_touch_it(ogc: Client) -> None:
    # Eastoy Fire's ground has the south-east: its box and this one meet in the west of Southtoy.
    west_of_southtoy = "bbox=401000,301000,409000,309000&bbox-crs="

    found = ogc.ids(f"/collections/fire/items?{west_of_southtoy}{METRES}")

    assert found == ["E31000901"]
