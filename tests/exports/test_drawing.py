"""What is in an export, before it is written."""

import json
import re
from collections.abc import Mapping

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from escwg_map.errors import BadSelection, NotRecorded
from escwg_map.exports.columns import Holds, Value
from escwg_map.exports.drawing import Known, draw
from escwg_map.exports.export import Export
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.selection import Selection
from escwg_map.tables import derived
from escwg_map.vocabulary import Kind, Status
from escwg_map.wording import ATTRIBUTION, CAUTION

EVERYTHING = Selection()
TYPES: Mapping[Holds, type | tuple[type, ...]] = {
    Holds.TEXT: str,
    Holds.WHOLE: int,
    Holds.NUMBER: (int, float),
    Holds.TRUTH: bool,
    Holds.LIST: tuple,
}
EASTOY, WESTOY, HQ = "co-responding-eastoy", "forced-entry-westoy", "shared-hq-midtoy"


def row(export: Export, **wanted: Value) -> dict[str, Value]:
    (found,) = (each for each in export.objects() if wanted.items() <= each.items())
    return found


def drawn(export: Export, feature_id: str) -> BaseGeometry:
    shape = export.shapes[export.ids.index(feature_id)]
    assert shape
    ground = shapely.from_geojson(shape.geometry)
    assert isinstance(ground, BaseGeometry)
    return ground


@pytest.mark.parametrize("what", SUBJECTS)
def test_every_column_has_values_of_its_type(known: Known, what: str) -> None:
    export = draw(what, EVERYTHING, known)
    for column, values in zip(export.columns, zip(*export.rows, strict=True), strict=True):
        stated = [value for value in values if value is not None]
        assert all(isinstance(value, TYPES[column.holds]) for value in stated), column.name


def test_the_columns_of_derived_tables_are_those_of_the_tables(known: Known) -> None:
    atlas = known.everything

    for what, table in {
        "cells": derived.cells(atlas),
        "coterminosity": derived.coterminosity(atlas),
        "coverage": derived.coverage(atlas),
        "gaps": derived.gaps(atlas, Kind.POLICE),
        "meets": derived.meets(atlas),
        "overlaps": derived.overlaps(atlas),
        "strangers": derived.strangers(atlas),
    }.items():
        assert draw(what, EVERYTHING, known).table.columns == table.columns


@pytest.mark.parametrize("what", SUBJECTS)
def test_every_column_says_what_it_means(known: Known, what: str) -> None:
    assert all(re.fullmatch(r"\S.*\.", c.means) for c in draw(what, EVERYTHING, known).columns)


@pytest.mark.parametrize("what", [name for name, each in SUBJECTS.items() if each.ground])
def test_every_row_has_its_ground_and_an_id_of_its_own(known: Known, what: str) -> None:
    export = draw(what, EVERYTHING, known)

    assert len(export.rows) == len(export.shapes) == len(set(export.ids))
    assert all(export.shapes)


@pytest.mark.parametrize("what", [name for name, each in SUBJECTS.items() if each.ground])
def test_drawing_again_gives_the_same(known: Known, what: str) -> None:
    assert draw(what, EVERYTHING, known) == draw(what, EVERYTHING, known)


def test_a_project_has_labels_beside_its_codes(known: Known) -> None:
    project = row(draw("projects", EVERYTHING, known), id=WESTOY)

    assert (project["areas"], project["area_names"]) == (("E31000901",), ("Westoy Fire",))
    assert project["theme_name"] == "Demand management and rationalisation"


def test_a_project_has_the_degrees_of_its_point(known: Known) -> None:
    export = draw("projects", EVERYTHING, known)
    project = row(export, id=WESTOY)

    assert (project["longitude"], project["latitude"]) == (-1.7943, 52.7145)
    assert drawn(export, WESTOY).equals(shapely.Point(-1.7943, 52.7145))


def test_the_footprint_of_one_area_is_that_area(known: Known) -> None:
    footprints = draw("footprints", EVERYTHING, known)
    areas = draw("areas", Selection(layer=Kind.FIRE), known)

    assert drawn(footprints, EASTOY).equals(drawn(areas, "E31000902"))
    # Four districts of 100 km2 and 1,000 people.
    footprint = row(footprints, id=EASTOY)
    assert footprint["km2"] == pytest.approx(400)
    assert footprint["people"] == 4000


def test_the_footprint_of_several_areas_is_all_of_their_ground(known: Known) -> None:
    atlas = known.everything
    project = atlas.project(WESTOY).model_copy(update={"areas": ("E31000901", "E23000903")})
    wider = Known(atlas.narrowed_to([project]), known.grounds, known.version)

    ground = drawn(draw("footprints", EVERYTHING, wider), WESTOY)

    areas = [
        drawn(draw("areas", Selection(layer=layer), known), code)
        for layer, code in ((Kind.FIRE, "E31000901"), (Kind.POLICE, "E23000903"))
    ]
    assert ground.symmetric_difference(shapely.union_all(areas)).area < 1e-9
    assert row(draw("footprints", EVERYTHING, wider), id=WESTOY)["people"] == 6000


def test_the_ground_of_an_overlap_is_what_both_areas_cover(known: Known) -> None:
    shared = drawn(draw("overlaps", EVERYTHING, known), "E23000902-RZ1")
    midtoy = drawn(draw("areas", EVERYTHING, known), "E23000902")
    trust = drawn(draw("areas", Selection(layer=Kind.AMBULANCE), known), "RZ1")

    assert shared.symmetric_difference(midtoy.intersection(trust)).area < 1e-9


def test_overlaps_of_the_same_ground_are_told_apart(known: Known) -> None:
    ids = draw("overlaps", EVERYTHING, known).ids

    assert "E23000901-E31000903" in ids
    assert len(ids) == 16


def test_figures_say_whose_they_are(known: Known) -> None:
    figures = draw("figures", EVERYTHING, known)

    assert row(figures, project="cardiac-arrest")["of"] == "scheme"
    (doors,) = (each for each in figures.objects() if each["project"] == WESTOY)
    assert (doors["of"], doors["value"], doors["said"]) == ("project", 150, "about 150 incidents")


def test_a_doubtful_figure_says_why(known: Known) -> None:
    doubtful = row(draw("figures", EVERYTHING, known), project=HQ)["doubtful"]

    assert str(doubtful).startswith("Printed as 1.5m and as 15m")


def test_the_figures_of_a_selection_are_those_of_its_projects(known: Known) -> None:
    figures = draw("figures", Selection(status=(Status.LIVE,)), known)

    assert {each["project"] for each in figures.objects()} == {"cardiac-arrest-southtoy"}


def test_a_partner_that_is_no_service_has_no_code(known: Known) -> None:
    council = row(draw("partners", EVERYTHING, known), name="Toytown Council")

    assert (council["service"], council["service_name"], council["kind"]) == (None, None, "council")
    assert (council["project"], council["status"]) == (WESTOY, "pilot")


def test_the_partners_of_a_selection_are_those_of_its_projects(known: Known) -> None:
    partners = draw("partners", Selection(theme=("estates",)), known)

    assert [each["name"] for each in partners.objects()] == ["Midtoy Police", "Westoy Fire"]


def test_what_is_not_stated_is_none(known: Known) -> None:
    project = row(draw("projects", EVERYTHING, known), id=EASTOY)

    assert (project["started"], project["place"], project["date_printed"]) == (None, None, None)


@pytest.mark.parametrize(
    ("what", "asked", "name"),
    [
        ("areas", Selection(layer=Kind.FIRE), "escwg-map-fire-areas"),
        ("areas", Selection(theme=("demand",)), "escwg-map-police-areas-demand"),
        ("projects", Selection(from_=2014, to=2015), "escwg-map-projects-from-2014-to-2015"),
        ("projects", Selection(q="naïve =1+1/../x"), "escwg-map-projects-words"),
        ("projects", Selection(layer=Kind.FIRE), "escwg-map-projects"),
        (
            "projects",
            Selection(theme=("control-rooms", "demand", "estates", "first-response")),
            "escwg-map-projects-selection",
        ),
    ],
)
def test_the_name_of_the_file_says_what_is_inside(
    known: Known, what: str, asked: Selection, name: str
) -> None:
    assert draw(what, asked, known).name == name


def test_says_where_it_comes_from_and_what_it_must_not_be_taken_for(known: Known) -> None:
    metadata = draw("gaps", Selection(layer=Kind.FIRE, status=(Status.LIVE,)), known).metadata

    assert metadata["title"] == "What is recorded of each theme: fire and rescue authority areas"
    assert (metadata["selection"], metadata["counts"]) == ("status live", "21 rows, 2 projects")
    assert (metadata["attribution"], metadata["caution"]) == (ATTRIBUTION, CAUTION)
    assert metadata["date"] == "2016"
    assert known.version in metadata["version"]


def test_words_that_cannot_be_seen_are_left_out_of_the_metadata(known: Known) -> None:
    said = draw("projects", Selection(q="a\x01b\ufffec\udcffd"), known).metadata["selection"]

    assert said.isprintable()
    assert "a b c d" in said


def test_coverage_is_within_the_area_asked_for(known: Known) -> None:
    within = row(draw("coverage", Selection(area="E23000903"), known), theme="demand", status="any")

    assert within["people_share"] == 0.5


def test_the_columns_of_json_are_lists_where_csv_joins_them(known: Known) -> None:
    export = draw("areas", EVERYTHING, known)
    (_, midtoy, _) = export.table.rows
    (_, object_, _) = export.objects()

    assert midtoy[export.table.columns.index("themes")] == "first-response;demand;estates"
    assert json.dumps(object_["themes"]) == '["first-response", "demand", "estates"]'


def test_an_unknown_subject_is_refused(known: Known) -> None:
    with pytest.raises(NotRecorded, match="There is no export 'secrets': take projects, footpri"):
        draw("secrets", EVERYTHING, known)


def test_a_selection_of_what_there_is_not_is_refused(known: Known) -> None:
    with pytest.raises(BadSelection, match="theme 'demands'"):
        draw("gaps", Selection(theme=("demands",)), known)
