"""The orders of projects and of areas."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.errors import BadSelection
from escwg_map.selection.area_order import areas_in_order
from escwg_map.selection.ordering import Sort, SortKey
from escwg_map.selection.project_order import projects_in_order
from escwg_map.vocabulary import Kind

CARDIAC, EASTOY = "cardiac-arrest-southtoy", "co-responding-eastoy"
FORCED, HQ = "forced-entry-westoy", "shared-hq-midtoy"


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        (None, [EASTOY, CARDIAC, FORCED, HQ]),
        (Sort(SortKey.TITLE), [FORCED, EASTOY, HQ, CARDIAC]),
        (Sort(SortKey.STATUS), [EASTOY, CARDIAC, FORCED, HQ]),
        (Sort(SortKey.STATUS, descending=True), [HQ, FORCED, EASTOY, CARDIAC]),
        (Sort(SortKey.STARTED), [FORCED, CARDIAC, EASTOY, HQ]),
        (Sort(SortKey.STARTED, descending=True), [CARDIAC, FORCED, EASTOY, HQ]),
        (Sort(SortKey.PAGE), [CARDIAC, EASTOY, FORCED, HQ]),
        (Sort(SortKey.THEME, descending=True), [HQ, FORCED, EASTOY, CARDIAC]),
    ],
    ids=str,
)
def test_projects_stand_in_the_order_asked_for(
    atlas: Atlas, sort: Sort | None, ids: list[str]
) -> None:
    assert [project.id for project in projects_in_order(atlas, sort)] == ids


def test_projects_are_not_sorted_by_what_they_do_not_have(atlas: Atlas) -> None:
    with pytest.raises(BadSelection, match="not sorted by 'km2': it takes theme, title"):
        projects_in_order(atlas, Sort(SortKey.KM2))


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        (None, ["Midtoy", "Northtoy", "Southtoy"]),
        (Sort(SortKey.NAME, descending=True), ["Southtoy", "Northtoy", "Midtoy"]),
        (Sort(SortKey.KM2), ["Midtoy", "Northtoy", "Southtoy"]),
        (Sort(SortKey.PEOPLE, descending=True), ["Northtoy", "Midtoy", "Southtoy"]),
        (Sort(SortKey.TAKES_PART), ["Northtoy", "Midtoy", "Southtoy"]),
        (Sort(SortKey.REACHES, descending=True), ["Midtoy", "Southtoy", "Northtoy"]),
    ],
    ids=str,
)
def test_areas_stand_in_the_order_asked_for(
    atlas: Atlas, sort: Sort | None, names: list[str]
) -> None:
    codes = areas_in_order(atlas, Kind.POLICE, sort)

    assert [atlas.services[code].name for code in codes] == [f"{name} Police" for name in names]


def test_areas_are_not_sorted_by_what_they_do_not_have(atlas: Atlas) -> None:
    with pytest.raises(BadSelection, match="not sorted by 'page'"):
        areas_in_order(atlas, Kind.POLICE, Sort(SortKey.PAGE))


def test_areas_are_sorted_by_the_names_that_are_shown(atlas: Atlas) -> None:
    services = [
        service.model_copy(update={"short_name": f"{9 - number}"})
        for number, service in enumerate(atlas.register.services)
    ]
    register = atlas.register.model_copy(update={"services": tuple(services)})
    renamed = Atlas(register, atlas.land, atlas.markers, atlas.meets)

    codes = areas_in_order(renamed, Kind.POLICE, short_names=True)

    assert codes == ["E23000903", "E23000902", "E23000901"]
