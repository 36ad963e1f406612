"""A register of somebody's own, without the tables that a register may do without."""

import shutil
from pathlib import Path

import pytest

from escwg_map.publish.work import published
from escwg_map.settings import Settings
from escwg_map.sources.register import OPTIONAL
from escwg_map.web import create_app
from web.fetched import Visitor, text_of


@pytest.fixture(scope="module")
def smaller(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """A visitor of Toyshire without leaders, agreements and index."""
    folder = tmp_path_factory.mktemp("smaller")
    shutil.copytree(toyshire / "data", folder / "data")
    for table in OPTIONAL:
        (folder / "data" / f"{table}.csv").unlink()
    settings = Settings(
        data=folder / "data",
        boundaries=toyshire / "boundaries",
        published=folder / "published",
    )
    return Visitor(create_app(published(settings)).test_client())


@pytest.mark.parametrize("address", ["/", "/projects", "/areas", "/gaps", "/national", "/about"])
def test_its_pages_are_there(smaller: Visitor, address: str) -> None:
    assert smaller.page(address).select_one("h1")


def test_its_data_page_names_the_tables_that_there_are(smaller: Visitor) -> None:
    said = text_of(smaller.page("/data"), "main")

    assert "projects.csv" in said
    assert "leaders.csv" not in said
    assert "Service index" not in said


def test_a_table_that_is_not_there_cannot_be_downloaded(smaller: Visitor) -> None:
    assert smaller.answer("/data/leaders.csv").status_code == 404
