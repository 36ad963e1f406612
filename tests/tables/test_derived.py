"""The derived tables: their columns are a contract, their rows what the atlas says."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from escwg_map.atlas import Atlas
from escwg_map.coverage.grouping import by_scheme
from escwg_map.selection import Selection
from escwg_map.tables import derived
from escwg_map.tables.data import DataTable, Value
from escwg_map.vocabulary import Kind, Status

OVERLAPS = (
    "a_layer, a_code, a_name, b_layer, b_code, b_name, km2, share_of_a, share_of_b, people, "
    "people_share_of_a, people_share_of_b"
)
CELLS = "cell, police_code, fire_code, ambulance_code, km2, people, projects"
GAPS = "layer, code, name, theme, takes_part, reaches, reached_share, recorded"
COTERMINOSITY = (
    "layer, code, name, towards, services, relation, best_match, best_match_name, iou, "
    "effective_by_ground, effective_by_people"
)
COVERAGE = "theme, status, projects, people, people_share, km2, km2_share"

Draw = Callable[[Atlas], DataTable]

TABLES: dict[str, tuple[Draw, str]] = {
    "overlaps": (derived.overlaps, OVERLAPS),
    "strangers": (derived.strangers, OVERLAPS),
    "cells": (derived.cells, CELLS),
    "lonely cells": (derived.lonely_cells, CELLS),
    "meets": (
        derived.meets,
        "project, layer, code, takes_part, reached_share, reached_people_share",
    ),
    "gaps": (lambda atlas: derived.gaps(atlas, Kind.FIRE), GAPS),
    "gaps by scheme": (lambda atlas: derived.gaps(atlas, Kind.FIRE, key=by_scheme), GAPS),
    "coverage": (derived.coverage, COVERAGE),
    "coverage by scheme": (lambda atlas: derived.coverage(atlas, key=by_scheme), COVERAGE),
    "coterminosity": (
        derived.coterminosity,
        COTERMINOSITY,
    ),
    "peers": (
        lambda atlas: derived.peers(atlas, "E23000901", "first-response"),
        "code, name, layer, nearness, distance_km, projects",
    ),
}


def rows_of(table: DataTable) -> list[dict[str, Value]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def row_of(table: DataTable, **wanted: Value) -> dict[str, Value]:
    (found,) = (row for row in rows_of(table) if wanted.items() <= row.items())
    return found


@pytest.mark.parametrize(("draw", "columns"), TABLES.values(), ids=TABLES)
def test_has_exactly_the_columns_that_were_agreed(atlas: Atlas, draw: Draw, columns: str) -> None:
    assert ", ".join(draw(atlas).columns) == columns


@pytest.mark.parametrize(("draw", "columns"), TABLES.values(), ids=TABLES)
def test_has_a_value_in_every_column_of_every_row(atlas: Atlas, draw: Draw, columns: str) -> None:
    rows = draw(atlas).rows

    assert rows
    assert {len(row) for row in rows} == {columns.count(",") + 1}
    assert not [value for row in rows for value in row if value is None]


@pytest.mark.parametrize(("draw", "columns"), TABLES.values(), ids=TABLES)
def test_can_be_written_in_every_form(atlas: Atlas, draw: Draw, columns: str) -> None:
    table = draw(atlas)

    assert table.as_csv().startswith(columns.replace(", ", ","))
    assert table.as_json().count("{") == len(table.rows)
    assert len(table.as_text().splitlines()) == len(table.rows) + 1


def test_overlaps_are_those_of_the_atlas_with_names(atlas: Atlas) -> None:
    rows = rows_of(derived.overlaps(atlas))

    assert [(row["a_code"], row["b_code"], row["people"]) for row in rows] == [
        (o.a_code, o.b_code, o.people) for o in atlas.land.overlaps
    ]
    assert (rows[0]["a_name"], rows[0]["b_name"]) == ("Northtoy Police", "Northtoy Fire")


# Sixteen in all: police with fire, police with ambulance, fire with ambulance.
@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        (Kind.POLICE, Kind.FIRE, 5),
        (Kind.POLICE, Kind.AMBULANCE, 6),
        (Kind.FIRE, Kind.AMBULANCE, 5),
        (Kind.AMBULANCE, None, 11),
        (None, None, 16),
    ],
)
def test_overlaps_are_those_of_the_layers_asked_for(
    atlas: Atlas, one: Kind | None, other: Kind | None, number: int
) -> None:
    assert len(derived.overlaps(atlas, one, other).rows) == number


def test_overlaps_are_said_from_the_side_of_the_first_layer(atlas: Atlas) -> None:
    table = derived.overlaps(atlas, Kind.AMBULANCE, Kind.POLICE)

    row = row_of(table, a_code="RZ1", b_code="E23000902")
    # 300 km2 of the trust's 900 and of the force's 400.
    assert (row["a_layer"], row["a_name"]) == ("ambulance", "Toyshire Ambulance")
    assert (row["share_of_a"], row["share_of_b"]) == pytest.approx((3 / 9, 3 / 4))


def test_overlaps_say_the_same_whichever_layer_is_first(atlas: Atlas) -> None:
    one = derived.overlaps(atlas, Kind.FIRE, Kind.AMBULANCE)
    other = derived.overlaps(atlas, Kind.AMBULANCE, Kind.FIRE)

    shared = {(row["a_code"], row["b_code"]): row["km2"] for row in rows_of(one)}
    assert {(row["b_code"], row["a_code"]): row["km2"] for row in rows_of(other)} == shared
    assert {row["a_layer"] for row in rows_of(other)} == {"ambulance"}


def test_cells_count_the_projects_that_reach_them(atlas: Atlas) -> None:
    projects = {row["cell"]: row["projects"] for row in rows_of(derived.cells(atlas))}

    # Northtoy has none; elsewhere each row has a project, and so has each half of it.
    assert len(projects) == 8
    assert {projects[cell] for cell in projects if str(cell).startswith("E23000901")} == {0}
    assert {projects[cell] for cell in projects if not str(cell).startswith("E23000901")} == {2}


def test_meets_are_those_of_the_atlas(atlas: Atlas) -> None:
    rows = rows_of(derived.meets(atlas))

    assert [(row["project"], row["code"]) for row in rows] == [
        (meet.project, meet.code) for meet in atlas.meets
    ]


@pytest.mark.parametrize("layer", Kind)
def test_gaps_agree_with_the_atlas(atlas: Atlas, layer: Kind) -> None:
    rows = rows_of(derived.gaps(atlas, layer))

    assert [(row["code"], row["theme"], row["takes_part"], row["reaches"]) for row in rows] == [
        (e.code, e.theme, e.takes_part, e.reaches) for e in atlas.themes_in_areas(layer)
    ]


def test_recorded_is_true_where_somebody_takes_part_or_is_reached(atlas: Atlas) -> None:
    for row in rows_of(derived.gaps(atlas, Kind.POLICE)):
        assert row["recorded"] is (row["takes_part"] != 0 or row["reaches"] != 0)


def test_gaps_by_scheme_have_a_row_for_each_area_and_scheme(atlas: Atlas) -> None:
    table = derived.gaps(atlas, Kind.AMBULANCE, key=by_scheme)

    assert [row["theme"] for row in rows_of(table)] == list(atlas.schemes) * 2
    assert row_of(table, code="RZ1", theme="cardiac-arrest")["takes_part"] == 1


def test_gaps_by_scheme_add_up_to_gaps_by_theme(atlas: Atlas) -> None:
    themes, schemes = Counter[tuple[Value, str]](), Counter[tuple[Value, str]]()
    for row in rows_of(derived.gaps(atlas, Kind.FIRE)):
        themes[row["code"], str(row["theme"])] += int(row["reaches"] or 0)
    for row in rows_of(derived.gaps(atlas, Kind.FIRE, key=by_scheme)):
        theme = atlas.schemes[str(row["theme"])].theme
        schemes[row["code"], theme] += int(row["reaches"] or 0)

    assert +themes == +schemes


def test_coverage_is_of_all_people(atlas: Atlas) -> None:
    row = row_of(derived.coverage(atlas), theme="first-response", status="any")

    # Southtoy and Eastoy, their two common districts once: 6,000 of 16,000 people.
    assert (row["projects"], row["people"], row["people_share"]) == (2, 6000, 0.375)


def test_coverage_by_scheme_names_the_schemes(atlas: Atlas) -> None:
    rows = rows_of(derived.coverage(atlas, key=by_scheme))

    assert {row["theme"] for row in rows} == set(atlas.schemes)


def test_coterminosity_names_the_best_match(atlas: Atlas) -> None:
    row = row_of(derived.coterminosity(atlas), code="E23000901", towards="fire")

    assert (row["relation"], row["best_match_name"]) == ("equal", "Northtoy Fire")
    assert row["iou"] == pytest.approx(1)


def test_peers_say_why_and_with_what(atlas: Atlas) -> None:
    rows = rows_of(derived.peers(atlas, "E23000901", "first-response"))

    told = [(row["name"], row["nearness"], row["projects"]) for row in rows]
    assert told[2:] == [
        ("Eastoy Fire", "shares_a_border", "co-responding-eastoy"),
        ("Southtoy Police", "shares_a_trust", "cardiac-arrest-southtoy"),
    ]


@pytest.mark.parametrize("name", ["overlaps", "strangers", "lonely cells", "gaps", "peers"])
def test_the_order_of_partners_changes_nothing(atlas: Atlas, name: str) -> None:
    partners = atlas.register.partners[::-1]
    backwards = replace(atlas, register=atlas.register.model_copy(update={"partners": partners}))

    draw, _ = TABLES[name]

    assert draw(backwards) == draw(atlas)


@pytest.fixture(scope="module")
def live(atlas: Atlas) -> Atlas:
    """Toyshire's two live projects, both of first response."""
    return Selection(status=(Status.LIVE,)).apply(atlas)


def test_a_narrowed_atlas_has_more_gaps(atlas: Atlas, live: Atlas) -> None:
    before, after = (
        {(r["code"], r["theme"]) for r in rows_of(derived.gaps(a, Kind.POLICE)) if r["recorded"]}
        for a in (atlas, live)
    )

    assert ("E23000902", "estates") in before - after
    assert {theme for _, theme in after} == {"first-response"}


def test_a_narrowed_atlas_keeps_a_row_for_every_area_and_theme(atlas: Atlas, live: Atlas) -> None:
    before, after = (derived.gaps(a, Kind.POLICE) for a in (atlas, live))

    assert len(before.rows) == len(after.rows) == 3 * 7


def test_a_narrowed_atlas_covers_fewer_people(atlas: Atlas, live: Atlas) -> None:
    before, after = (
        row_of(derived.coverage(a), theme="estates", status="any")["people"] for a in (atlas, live)
    )

    assert (before, after) == (4000, 0)


def test_shares_of_a_narrowed_atlas_are_still_of_everybody(live: Atlas) -> None:
    row = row_of(derived.coverage(live), theme="first-response", status="live")

    assert row["people_share"] == pytest.approx(6000 / 16_000)


@pytest.mark.parametrize("draw", [derived.overlaps, derived.coterminosity])
def test_a_narrowed_atlas_shares_the_same_ground(atlas: Atlas, live: Atlas, draw: Draw) -> None:
    assert draw(live) == draw(atlas)


def test_a_narrowed_atlas_has_more_strangers(atlas: Atlas, live: Atlas) -> None:
    # Midtoy and Southtoy know Westoy through the pilot and the plan alone.
    assert len(derived.strangers(atlas).rows) == 12
    assert len(derived.strangers(live).rows) == 14


def test_a_narrowed_atlas_counts_only_its_projects_in_cells(live: Atlas) -> None:
    row = row_of(derived.cells(live), cell="E23000902-E31000901-RZ1")

    assert row["projects"] == 0
