"""Which cell a point lies in."""

import pytest
import shapely

from escwg_map.geography.locate import CellGround
from escwg_map.geography.projection import to_wgs_84
from escwg_map.publish.publication import Publication

# In kilometres from Toyshire's south-west corner: the middles of districts, and what lies about.
MIDDLES = {
    "Highmoor": (5, 25, "E23000901-E31000903-RZ1"),
    "Coldharbour": (35, 25, "E23000901-E31000903-RZ2"),
    "Toytown": (15, 15, "E23000902-E31000901-RZ1"),
    "Kingsmere": (25, 15, "E23000902-E31000902-RZ1"),
    "Cliffsea": (35, 15, "E23000902-E31000902-RZ2"),
    "Sandhaven": (5, 5, "E23000903-E31000901-RZ1"),
    "Toybridge": (25, 5, "E23000903-E31000902-RZ1"),
    "Saltness": (35, 5, "E23000903-E31000902-RZ2"),
}
AWAY = {"at sea": (41, 5), "in the north": (5, 31), "far away": (300, 100)}


@pytest.fixture(scope="module")
def land(publication: Publication) -> CellGround:
    """Toyshire's ground, as it is published."""
    return publication.ground


def degrees(east: float, north: float) -> tuple[float, float]:
    point = shapely.Point(400_000 + east * 1000, 300_000 + north * 1000)
    there = to_wgs_84(shapely.points([[point.x, point.y]]))[0]
    return float(there.x), float(there.y)


@pytest.mark.parametrize(("east", "north", "cell"), MIDDLES.values(), ids=MIDDLES)
def test_finds_the_cell_of_a_place(land: CellGround, east: float, north: float, cell: str) -> None:
    found = land.cell_at(*degrees(east, north))

    assert found
    assert found.id == cell


@pytest.mark.parametrize(("east", "north"), AWAY.values(), ids=AWAY)
def test_finds_no_cell_where_there_is_no_land(land: CellGround, east: float, north: float) -> None:
    assert land.cell_at(*degrees(east, north)) is None


def test_a_point_off_the_coast_is_near_land(land: CellGround) -> None:
    found = land.land_near(*degrees(41, 5))

    # The coast is the eastern side of Saltness, a kilometre away.
    assert found
    assert found.cell.id == "E23000903-E31000902-RZ2"
    assert found.metres == pytest.approx(1_000, rel=0.01)


@pytest.mark.parametrize(("east", "north"), [(40.002, 5), (41, -1), (-3, 30.5), (20, 34.9)])
def test_the_nearest_land_lies_in_its_cell(land: CellGround, east: float, north: float) -> None:
    found = land.land_near(*degrees(east, north))

    assert found
    assert land.cell_at(found.longitude, found.latitude) == found.cell


def test_the_nearest_land_is_just_in_from_the_shore(land: CellGround) -> None:
    longitude, latitude = degrees(40, 5)

    found = land.land_near(*degrees(42, 5))

    # A thousandth of a degree of longitude is 68 m here.
    assert found
    assert found.longitude == pytest.approx(longitude, abs=0.0001)
    assert found.latitude == pytest.approx(latitude, abs=0.0003)


def test_the_distance_is_the_same_in_any_direction(land: CellGround) -> None:
    east, north = land.land_near(*degrees(43, 5)), land.land_near(*degrees(5, 33))

    assert east
    assert north
    assert east.metres == pytest.approx(north.metres, rel=0.01)


@pytest.mark.parametrize(("east", "north"), [(45.1, 5), (44, 34), (300, 100)])
def test_beyond_five_kilometres_no_land_is_near(
    land: CellGround, east: float, north: float
) -> None:
    assert land.land_near(*degrees(east, north)) is None


def corner_shared_by(land: CellGround, *ids: str) -> tuple[float, float]:
    shapes = [shapely.from_geojson(land.shapes[index_of(land, cell)]) for cell in ids]
    corners = [set(map(tuple, shapely.get_coordinates(shape).tolist())) for shape in shapes]
    return min(set.intersection(*corners))


def index_of(land: CellGround, cell_id: str) -> int:
    return [cell.id for cell in land.cells].index(cell_id)


@pytest.mark.parametrize(
    ("neighbours", "owner"),
    [
        (("E23000902-E31000902-RZ2", "E23000902-E31000902-RZ1"), "E23000902-E31000902-RZ1"),
        (("E23000903-E31000901-RZ1", "E23000902-E31000901-RZ1"), "E23000902-E31000901-RZ1"),
        (("E23000902-E31000901-RZ1", "E23000901-E31000903-RZ1"), "E23000901-E31000903-RZ1"),
    ],
    ids=["of ambulance trusts", "of police forces", "of all but the trust"],
)
def test_n23_a_point_on_a_border_belongs_to_the_cell_whose_id_comes_first(
    land: CellGround, neighbours: tuple[str, str], owner: str
) -> None:
    found = land.cell_at(*corner_shared_by(land, *neighbours))

    assert found
    assert found.id == owner
