"""What people take away agrees with what the pages show."""

import json

from web.fetched import Visitor


def test_areas_are_those_of_the_layer_asked_for(visitor: Visitor) -> None:
    answer = visitor.answer("/export/areas.geojson?layer=ambulance")

    codes = [feature["properties"]["code"] for feature in json.loads(answer.data)["features"]]
    assert codes == ["RZ1", "RZ2"]


def test_projects_are_those_of_the_page(visitor: Visitor) -> None:
    exported = json.loads(visitor.answer("/export/projects.geojson?status=live").data)

    shown = visitor.page("/projects?status=live").select("#results tbody tr")
    assert len(exported["features"]) == len(shown)


def test_the_file_has_a_name_that_says_what_is_inside(visitor: Visitor) -> None:
    answer = visitor.answer("/export/areas.geojson?layer=fire")

    disposition = answer.headers["Content-Disposition"]
    assert disposition == 'attachment; filename="escwg-map-fire-areas.geojson"'


def test_the_same_export_is_not_sent_twice(visitor: Visitor) -> None:
    tag = visitor.answer("/export/projects.geojson").headers["ETag"]

    answer = visitor.client.get("/export/projects.geojson", headers={"If-None-Match": tag})

    assert answer.status_code == 304
