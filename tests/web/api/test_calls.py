"""What each call answers."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.exports.meanings import columns_of, incident_columns_of
from escwg_map.tables.derived import PEERS
from escwg_map.web.api import models
from escwg_map.web.api.endpoint import Endpoint
from escwg_map.web.api.endpoints import ENDPOINTS
from web.api.conftest import Program

EXPORTED: dict[str, type[models.Item]] = {
    "projects": models.Project,
    "areas": models.Area,
    "cells": models.Cell,
    "overlaps": models.Overlap,
    "gaps": models.Gap,
    "coverage": models.Coverage,
}


@pytest.mark.parametrize("what", EXPORTED)
def test_members_are_the_columns_of_the_export(what: str) -> None:
    columns = (*columns_of(what), *incident_columns_of(what))
    assert tuple(EXPORTED[what].model_fields) == tuple(column.name for column in columns)


def test_members_of_a_peer_are_the_columns_of_the_table() -> None:
    assert tuple(models.Peer.model_fields) == PEERS


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
def test_the_example_of_every_call_answers_something(
    program: Program, atlas: Atlas, endpoint: Endpoint
) -> None:
    read = program.read(endpoint.example(atlas.register))

    endpoint.gives.model_validate(read)
    assert read["items"] if endpoint.lists else read["links"]


def test_projects_are_listed_with_lists_as_arrays(program: Program) -> None:
    (project,) = program.read("/projects?theme=demand")["items"]

    assert project["id"] == "forced-entry-westoy"
    assert project["areas"] == ["E31000901"]
    assert project["started"] == "2014"


def test_what_is_not_stated_is_null(program: Program) -> None:
    (project,) = program.read("/projects?scheme=co-responding")["items"]

    assert project["started"] is None
    assert project["place"] is None


def test_projects_are_sorted_as_on_the_page(program: Program) -> None:
    listed = program.read("/projects?sort=-started")["items"]

    assert listed[0]["started"] == "2015-11"
    assert listed[-1]["started"] is None


def test_a_project_is_told_whole(program: Program) -> None:
    project = program.read("/projects/forced-entry-westoy")

    assert [role["role"] for role in project["roles"]].count("lead") == 1
    assert [figure["measure"] for figure in project["figures"]] == ["doors opened"]
    assert {meet["layer"] for meet in project["meets"]} == {"police", "fire", "ambulance"}
    assert project["people"] == 4_000


def test_a_project_links_to_its_page(program: Program) -> None:
    links = {
        link["rel"]: link["href"] for link in program.read("/projects/shared-hq-midtoy")["links"]
    }

    assert links["alternate"] == "http://localhost/projects/shared-hq-midtoy"
    assert links["collection"] == "http://localhost/api/v1/projects"


def test_a_doubtful_figure_says_why(program: Program) -> None:
    (figure,) = program.read("/projects/shared-hq-midtoy")["figures"]

    assert figure["value"] == 1_500_000
    assert "1.5m" in figure["doubtful"]


def test_services_count_the_projects_of_the_selection(program: Program) -> None:
    services = {each["code"]: each for each in program.read("/services?status=pilot")["items"]}

    assert len(services) == 8
    assert services["E23000903"]["takes_part"] == 1
    assert services["E23000901"]["reaches"] == 0


def test_a_service_is_told_whole(program: Program) -> None:
    service = program.read("/services/E23000901")

    assert service["km2"] == 400
    assert len(service["not_recorded"]) == 7
    assert {overlap["a_code"] for overlap in service["overlaps"]} == {"E23000901"}


def test_areas_are_those_of_the_layer(program: Program) -> None:
    areas = program.read("/areas?layer=fire&sort=-people")["items"]

    assert areas[0]["code"] == "E31000903"
    assert {area["layer"] for area in areas} == {"fire"}


def test_overlaps_of_two_layers_are_said_from_the_first(program: Program) -> None:
    overlaps = program.read("/overlaps?layer=fire&other=police")["items"]

    assert overlaps
    assert {(each["a_layer"], each["b_layer"]) for each in overlaps} == {("fire", "police")}


def test_overlaps_of_an_area_are_said_from_its_side(program: Program) -> None:
    overlaps = program.read("/overlaps?area=RZ2&other=police")["items"]

    assert {(each["a_code"], each["b_layer"]) for each in overlaps} == {("RZ2", "police")}
    assert len(overlaps) == 3


def test_a_layer_shares_no_ground_with_itself(program: Program) -> None:
    assert program.read("/overlaps?layer=fire&other=fire")["numberMatched"] == 0


def test_coverage_of_an_area_is_of_its_people(program: Program) -> None:
    rows = program.read("/coverage?area=E23000903")["items"]

    shares = {row["theme"]: row["people_share"] for row in rows if row["status"] == "any"}
    assert shares["first-response"] == 1
    assert shares["control-rooms"] == 0


def test_peers_come_the_nearest_first(program: Program) -> None:
    peers = program.read("/peers?area=E23000901&theme=estates")["items"]

    assert [peer["code"] for peer in peers] == ["E23000902", "E31000901"]
    assert peers[0]["projects"] == ["shared-hq-midtoy"]


def test_peers_can_be_those_of_live_projects(program: Program) -> None:
    assert program.read("/peers?area=E23000901&theme=estates&status=live")["items"] == []


def test_a_point_has_three_services_and_its_projects(program: Program) -> None:
    longitude, latitude = _inside(program, "forced-entry-westoy")

    place = program.read(f"/locate?at={longitude},{latitude}")

    assert [service["layer"] for service in place["services"]] == ["police", "fire", "ambulance"]
    assert "forced-entry-westoy" in [project["id"] for project in place["projects"]]


def test_a_point_can_be_asked_for_some_projects_only(program: Program) -> None:
    longitude, latitude = _inside(program, "forced-entry-westoy")

    place = program.read(f"/locate?at={longitude},{latitude}&theme=wider")

    assert place["projects"] == []
    assert place["selection"] == "theme Wider collaboration"


def test_a_point_far_out_has_no_services(program: Program) -> None:
    place = program.read("/locate?at=0,0")

    assert place["cell"] is None
    assert place["services"] == []


def test_search_forgives_slips_and_links_to_pages(program: Program) -> None:
    first = program.read("/search?q=toytwn")["items"][0]

    assert first["name"] == "Toytown"
    assert first["page"].startswith("http://localhost/")


def test_the_landing_links_to_the_document_and_the_page(program: Program) -> None:
    links = {link["rel"]: link["href"] for link in program.read("/")["links"]}

    assert links["service-desc"] == "http://localhost/api/v1/openapi.json"
    assert links["service-doc"] == "http://localhost/api"


def _inside(program: Program, project_id: str) -> tuple[float, float]:
    project = program.read(f"/projects/{project_id}")
    return project["longitude"], project["latitude"]
