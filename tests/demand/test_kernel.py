"""Finding cells: every point in one, and the same as geopandas has it."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context

import geopandas
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from escwg_map.demand.grid import NOWHERE, Grid
from escwg_map.demand.kernel import Kernel
from escwg_map.geography.overlay import Overlay
from escwg_map.publish.publication import Publication

Pairs = NDArray[np.float64]

# Toyshire reaches from 400000, 300000 to 440000, 330000; its borders run at whole kilometres.
metres = st.floats(-30_000, 30_000, allow_nan=False)
places = st.tuples(metres.map(lambda m: 420_000 + m), metres.map(lambda m: 315_000 + m))


def first_of(shapes: NDArray[np.object_], points: Pairs) -> NDArray[np.int64]:
    """What geopandas joins, the first of several cells taken; `NOWHERE` where it joins none."""
    cells = geopandas.GeoDataFrame(geometry=list(shapes), crs="EPSG:27700")
    asked = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(*points.T), crs="EPSG:27700")
    joined = asked.sjoin(cells, how="left", predicate="intersects")["index_right"]
    first = joined.groupby(level=0).min().fillna(NOWHERE).to_numpy()
    return np.asarray(first, dtype=np.int64)


def found(kernel: Kernel, points: Pairs) -> NDArray[np.int32]:
    return kernel.cells_of(points[:, 0].copy(), points[:, 1].copy())


@given(st.lists(places, min_size=1, max_size=30))
def test_any_point_is_where_geopandas_joins_it(
    kernel: Kernel, ground: Overlay, points: list[tuple[float, float]]
) -> None:
    pairs = np.array(points)

    assert found(kernel, pairs).tolist() == first_of(ground.shapes, pairs).tolist()


def test_very_many_points_are_where_geopandas_joins_them(kernel: Kernel, ground: Overlay) -> None:
    chance = np.random.default_rng(9)
    pairs = chance.uniform((395_000, 295_000), (445_000, 335_000), (100_000, 2))

    assert (found(kernel, pairs) == first_of(ground.shapes, pairs)).all()


def test_every_corner_and_middle_of_a_border_is_in_the_first_cell_there(
    kernel: Kernel, ground: Overlay
) -> None:
    corners = shapely.get_coordinates(ground.shapes)
    pairs = np.concatenate([corners, (corners[:-1] + corners[1:]) / 2])

    assert (found(kernel, pairs) == first_of(ground.shapes, pairs)).all()


@pytest.mark.parametrize("step", [1e-9, 1e-6, 1e-3, 2e-3])
def test_points_as_near_to_a_border_as_numbers_allow_are_on_their_side(
    kernel: Kernel, ground: Overlay, step: float
) -> None:
    corners = shapely.get_coordinates(ground.shapes)
    away = np.array([(step, step), (step, -step), (-step, step), (-step, -step), (0, step)])
    pairs = (corners[:, None] + away).reshape(-1, 2)

    assert (found(kernel, pairs) == first_of(ground.shapes, pairs)).all()


def test_slanting_borders_of_the_shipped_areas_have_the_same_winner(
    shipped_publication: Publication,
) -> None:
    texts = [shape.geometry for shape in shipped_publication.grid_shapes["cells"].values()]
    shapes = np.array(shapely.from_geojson(texts), dtype=object)[:12]
    corners = shapely.get_coordinates(shapes)[::7]
    pairs = np.concatenate([corners, (corners[:-1] + corners[1:]) / 2])

    assert (found(Kernel(Grid.of(list(shapes))), pairs) == first_of(shapes, pairs)).all()


def test_where_cells_overlap_the_first_has_the_ground() -> None:
    one, other = shapely.box(0, 0, 3_000, 3_000), shapely.box(2_500.3, 0, 6_000, 3_000)
    chance = np.random.default_rng(1)
    pairs = chance.uniform((-500, -500), (6_500, 3_500), (5_000, 2))

    for shapes in ([one, other], [other, one]):
        expected = first_of(np.array(shapes, dtype=object), pairs)
        assert (found(Kernel(Grid.of(shapes)), pairs) == expected).all()


def test_far_points_are_nowhere(kernel: Kernel) -> None:
    pairs = np.array([(1e300, 0.0), (-1e300, -1e300), (0.0, 1e18), (420_000.0, 1e7)])

    assert found(kernel, pairs).tolist() == [NOWHERE] * 4


def test_no_points_are_no_cells(kernel: Kernel) -> None:
    assert found(kernel, np.empty((0, 2))).tolist() == []


def test_threads_find_the_same(grid: Grid) -> None:
    chance = np.random.default_rng(2)
    pairs = chance.uniform((395_000, 295_000), (445_000, 335_000), (50_000, 2))
    kernel = Kernel(grid)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: found(kernel, pairs).tobytes(), range(16)))

    assert set(answers) == {found(Kernel(grid), pairs).tobytes()}


def test_threads_leave_each_other_whole() -> None:
    racing = get_context("spawn").Process(target=race)
    racing.start()
    racing.join()

    # With prepared pieces, two of three such processes were killed by broken memory.
    assert racing.exitcode == 0


def race() -> None:
    """Ask about many points near winding borders, from several threads at the same time."""
    chance = np.random.default_rng(3)
    middles = chance.uniform(0, 60_000, (400, 2))
    winding = np.array(shapely.buffer(shapely.points(middles), 900, quad_segs=64))
    kernel = Kernel(Grid.of(list(winding)))
    pairs = chance.uniform(0, 60_000, (100_000, 2))
    for _ in range(10):
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: found(kernel, pairs), range(8)))


def test_nothing_that_threads_share_is_prepared(ground: Overlay) -> None:
    shapes = shapely.from_wkb(shapely.to_wkb(ground.shapes))
    shapely.prepare(shapes)
    grid = Grid.of(list(shapes))

    Kernel(grid)

    assert not shapely.is_prepared([*grid.pieces, *grid.shapes]).any()


def test_a_kernel_that_travelled_finds_the_same(kernel: Kernel) -> None:
    pairs = np.array([(400_000.0, 300_000.0), (405_000.0, 305_000.0), (420_000.0, 310_000.0)])

    travelled: Kernel = pickle.loads(pickle.dumps(kernel))  # noqa: S301 - our own

    assert found(travelled, pairs).tolist() == found(kernel, pairs).tolist()


def test_only_squares_at_borders_keep_pieces(grid: Grid) -> None:
    inner = np.count_nonzero(grid.squares >= 0)

    # Of 40 by 30 squares: 8 rows of Northtoy are whole but for 4 squares at borders, and 8 rows
    # each of Midtoy and Southtoy but for 6.
    assert inner == 8 * 36 + 16 * 34
