"""Where markers stand when the overview names no place."""

import numpy as np
import pytest
import shapely

from escwg_map.atlas import Atlas
from escwg_map.geography.footprint import footprint
from escwg_map.geography.marker_places import place_markers
from escwg_map.geography.overlay import Overlay
from escwg_map.records.project import Project

MIDTOY, WESTOY = ("E23000902",), ("E31000901",)


def projects(atlas: Atlas, number: int, *areas: str) -> list[Project]:
    """Projects of Midtoy, or of other areas, one as the other."""
    model = atlas.project("shared-hq-midtoy")
    return [
        model.model_copy(update={"id": f"project-{n}", "areas": areas or MIDTOY})
        for n in range(number)
    ]


def footprint_of(project: Project, ground: Overlay) -> shapely.Geometry:
    inside = set(footprint(project, ground.cells))
    mine = [cell in inside for cell in ground.cells]
    return shapely.union_all(ground.shapes[np.array(mine)])


@pytest.mark.parametrize(
    "areas",
    [("E23000902",), ("RZ2",), ("E31000901", "E31000902"), ("E23000901", "E23000903")],
    ids=["a row", "a column", "two side by side", "two far apart"],
)
def test_every_marker_stands_inside_its_footprint(
    atlas: Atlas, ground: Overlay, areas: tuple[str, ...]
) -> None:
    crowd = projects(atlas, 20, *areas)

    places = place_markers(crowd, ground.cells, ground.shapes)

    there = footprint_of(crowd[0], ground)
    assert all(shapely.contains_xy(there, *place) for place in places.values())


def test_no_two_markers_of_one_footprint_stand_together(atlas: Atlas, ground: Overlay) -> None:
    places = place_markers(projects(atlas, 20), ground.cells, ground.shapes)

    points = np.array(list(places.values()))
    apart = np.hypot(*(points[:, None] - points[None]).T)[~np.eye(20, dtype=bool)]
    assert apart.min() > 2_000


def test_footprints_with_one_middle_do_not_share_a_marker(atlas: Atlas, ground: Overlay) -> None:
    # Westoy is a square of 20 km; Seaside, a strip of 10 km farther east, does not make it wider.
    alone, with_seaside = (projects(atlas, 1, *areas)[0] for areas in (WESTOY, (*WESTOY, "RZ2")))
    both = [alone, with_seaside.model_copy(update={"id": "with-seaside"})]

    places = place_markers(both, ground.cells, ground.shapes)

    (x, y), (other_x, other_y) = places.values()
    assert np.hypot(x - other_x, y - other_y) > 1_000


def test_the_first_stands_in_the_middle_of_the_widest_part(atlas: Atlas, ground: Overlay) -> None:
    # Westoy is a square of 20 km from easting 400,000 and northing 300,000.
    places = place_markers(projects(atlas, 1, *WESTOY), ground.cells, ground.shapes)

    assert places["project-0"] == pytest.approx((410_000, 310_000), abs=500)


def test_the_same_projects_stand_in_the_same_places_again(atlas: Atlas, ground: Overlay) -> None:
    crowd = projects(atlas, 5)

    first, second = (place_markers(crowd, ground.cells, ground.shapes) for _ in range(2))

    assert first == second


def test_a_project_without_ground_has_no_marker(atlas: Atlas, ground: Overlay) -> None:
    assert place_markers(projects(atlas, 1, "E31000999"), ground.cells, ground.shapes) == {}
