"""What people take away agrees with what the pages show."""

import json
from codecs import BOM_UTF8
from pathlib import Path

import geopandas as gpd
import pytest
from flask import Flask, render_template_string

from escwg_map.exports.formats import FORMATS, formats_of
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.selection import Selection
from escwg_map.vocabulary import Kind
from escwg_map.web import links
from web.fetched import Visitor, text_of


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


@pytest.mark.parametrize(
    ("what", "ending"), [(what, each.ending) for what in SUBJECTS for each in formats_of(what)]
)
def test_everything_can_be_taken_away_in_its_formats(
    visitor: Visitor, what: str, ending: str
) -> None:
    answer = visitor.answer(f"/export/{what}.{ending}?status=live")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == FORMATS[ending].content_type
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="escwg-map-')
    assert answer.headers["Content-Disposition"].endswith(f'-live.{ending}"')


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_selection_has_the_same_tag(visitor: Visitor, ending: str) -> None:
    address = f"/export/areas.{ending}?layer=fire"

    assert visitor.answer(address).headers["ETag"] == visitor.answer(address).headers["ETag"]


def test_a_geopackage_opens(visitor: Visitor, tmp_path: Path) -> None:
    (tmp_path / "fire.gpkg").write_bytes(visitor.answer("/export/areas.gpkg?layer=fire").data)

    assert gpd.read_file(tmp_path / "fire.gpkg")["code"].str.startswith("E31").all()


def test_csv_has_no_byte_order_mark(visitor: Visitor) -> None:
    assert visitor.answer("/export/projects.csv").data.startswith(b"id,title,")


def test_csv_begins_with_a_byte_order_mark_where_it_is_asked_for(visitor: Visitor) -> None:
    plain, marked = (
        visitor.answer(f"/export/gaps.csv?layer=fire{bom}") for bom in ("", "&bom=yes")
    )

    assert marked.data == BOM_UTF8 + plain.data
    assert marked.headers["ETag"] != plain.headers["ETag"]


@pytest.mark.parametrize(
    "name", ["gaps.csv?bom=1", "gaps.csv?bom=yes&bom=yes", "gaps.json?bom=yes"]
)
def test_any_other_byte_order_mark_is_refused(visitor: Visitor, name: str) -> None:
    assert "bom" in text_of(visitor.page(f"/export/{name}", status=400), "main")


@pytest.mark.parametrize("ending", FORMATS)
def test_text_is_sent_while_it_is_written(visitor: Visitor, ending: str) -> None:
    with visitor.client.get(
        f"/export/projects.{ending}", headers={"Accept-Encoding": "br"}
    ) as answer:
        assert ("Content-Length" not in answer.headers) is FORMATS[ending].is_text


@pytest.mark.parametrize("ending", FORMATS)
def test_every_file_says_how_long_it_is(visitor: Visitor, ending: str) -> None:
    answer = visitor.answer(f"/export/areas.{ending}")

    assert answer.content_length == len(answer.data)


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_what_is_sent_while_it_is_written_is_not_sent_twice(
    visitor: Visitor, encoding: str
) -> None:
    accepts = {"Accept-Encoding": encoding}
    tag = visitor.client.get("/export/areas.geojson", headers=accepts).headers["ETag"]

    again = visitor.client.get("/export/areas.geojson", headers=accepts | {"If-None-Match": tag})

    assert again.status_code == 304


@pytest.mark.parametrize("others", ["/export/areas.geojson", "/export/cells.geojson?layer=fire"])
def test_another_file_has_another_tag(visitor: Visitor, others: str) -> None:
    tag = visitor.answer("/export/areas.geojson?layer=fire").headers["ETag"]

    assert visitor.answer(others).headers["ETag"] != tag


@pytest.mark.parametrize("address", ["/projects", "/export/projects.csv"])
def test_what_is_compressed_says_no_time_of_day(visitor: Visitor, address: str) -> None:
    answer = visitor.client.get(address, headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.data[4:8] == bytes(4)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("areas.docx", "'areas' cannot be had as 'docx': take geojson, gpkg, shp.zip, kml, csv,"),
        ("areas", "'areas' cannot be had as ''"),
        ("gaps.gpkg", "'gaps' has no geometry: take csv, xlsx, json and parquet."),
        ("secrets.docx", "There is no export 'secrets': take projects, footprints,"),
        ("secrets.xlsx", "There is no export 'secrets'"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(
    visitor: Visitor, name: str, said: str
) -> None:
    assert said in text_of(visitor.page(f"/export/{name}", status=404), "main")


@pytest.mark.parametrize("ending", ["gpkg", "csv"])
def test_a_selection_that_cannot_be_understood_is_refused(visitor: Visitor, ending: str) -> None:
    visitor.page(f"/export/areas.{ending}?status=dead", status=400)


def test_texts_are_compressed_on_their_way(visitor: Visitor) -> None:
    for ending, each in FORMATS.items():
        accepts = {"Accept-Encoding": "br"}
        with visitor.client.get(f"/export/projects.{ending}", headers=accepts) as answer:
            assert (answer.headers.get("Content-Encoding") == "br") is each.is_text


def test_a_menu_can_offer_every_format_of_a_view(app: Flask) -> None:
    menu = (
        "{% for each in formats_of('gaps') %}"
        "{{ each.label }}: {{ links.export('gaps', asked, each.ending) }} "
        "{% endfor %}"
    )

    with app.test_request_context():
        offered = render_template_string(menu, asked=Selection(layer=Kind.FIRE))

    assert "Excel workbook: /export/gaps.xlsx?layer=fire" in offered
    assert "GeoPackage" not in offered


def test_links_name_the_format(app: Flask) -> None:
    asked = Selection(layer=Kind.FIRE)

    with app.test_request_context():
        assert links.export("areas", asked) == "/export/areas.geojson?layer=fire"
        assert links.export("areas", asked, "shp.zip") == "/export/areas.shp.zip?layer=fire"
        assert links.table("gaps", asked) == "/export/gaps.csv?layer=fire"
