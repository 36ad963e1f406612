"""A text is the same text wherever it is read: escaping belongs to the page alone."""

import csv
import io
import json
import shutil
import sqlite3
from pathlib import Path

import openpyxl
import pytest
from flask.testing import FlaskClient

from escwg_map.publish.work import published
from escwg_map.settings import Settings
from escwg_map.web import create_app
from reliability.catalogue import row
from sources.slips import cells

TEXT = 'a<b & "c" &amp; &lt'
PROJECT = "shared-hq-midtoy"


@pytest.fixture(scope="module")
def client(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Somebody who asks for Toyshire, where one project has an awkward title."""
    folder = tmp_path_factory.mktemp("awkward")
    data = Path(shutil.copytree(toyshire / "data", folder / "data"))
    cells("projects", 5, title=TEXT)(data)
    settings = Settings(
        data=data, boundaries=toyshire / "boundaries", published=folder / "published"
    )
    return create_app(published(settings)).test_client()


def body(client: FlaskClient, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return bytes(answer.data)


@row(
    "O4",
    fault="characters that mean something to HTML are escaped in data",
    seen="nothing: JSON, CSV, GeoJSON, GeoPackage, workbook and API carry the text as it is",
    elsewhere="data were damaged where < was escaped in all JSON (geopython/pygeoapi#2287)",
)
@pytest.mark.parametrize(
    "address",
    [
        f"/api/v1/projects/{PROJECT}",
        "/api/v1/projects",
        "/export/projects.json",
        "/export/projects.geojson",
        "/ogc/collections/projects/items?f=json&limit=100",
        f"/ogc/collections/projects/items/{PROJECT}?f=json",
    ],
)
def test_o4_json_carries_the_text_as_it_is(client: FlaskClient, address: str) -> None:
    assert TEXT in list(_texts(json.loads(body(client, address))))


def _texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return [text for each in value.values() for text in _texts(each)]
        case list():
            return [text for each in value for text in _texts(each)]
    return []


@pytest.mark.parametrize("address", ["/export/projects.csv", "/data/projects.csv"])
def test_o4_csv_carries_the_text_as_it_is(client: FlaskClient, address: str) -> None:
    rows = csv.DictReader(io.StringIO(body(client, address).decode(), newline=""), strict=True)

    assert TEXT in {row["title"] for row in rows}


def test_o4_a_workbook_carries_the_text_as_it_is(client: FlaskClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(body(client, "/export/projects.xlsx")))

    assert TEXT in {cell for line in book["projects"].values for cell in line}


@row(
    "O8",
    fault="a GeoPackage leaves files beside it, cannot be opened read-only, or changes by the day",
    seen="nothing: one file, sound, opened from a folder where nothing can be written",
)
def test_o8_a_geopackage_is_one_file_that_opens_read_only(
    client: FlaskClient, tmp_path: Path
) -> None:
    path = tmp_path / "projects.gpkg"
    path.write_bytes(body(client, "/export/projects.gpkg"))
    path.chmod(0o444)

    database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    titles = {title for (title,) in database.execute("SELECT title FROM projects")}
    (sound,) = database.execute("PRAGMA integrity_check").fetchone()
    (journal,) = database.execute("PRAGMA journal_mode").fetchone()
    database.close()

    assert TEXT in titles
    assert (sound, journal) == ("ok", "delete")
    assert [each.name for each in tmp_path.iterdir()] == ["projects.gpkg"]


def test_o8_the_same_geopackage_is_the_same_bytes(client: FlaskClient) -> None:
    one, other = (body(client, "/export/areas.gpkg") for _ in range(2))

    assert one == other
