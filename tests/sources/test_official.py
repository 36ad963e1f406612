"""Codes and names stand in our columns or in those of the ONS."""

import geopandas as gpd
import pytest

from escwg_map.errors import RefusedInput
from escwg_map.sources.official import Columns, with_our_columns
from sources.foreign_files import SQUARE


def frame(*columns: str) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({column: [column] for column in columns}, geometry=[SQUARE])


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("code", "name"),
        ("lad_code", "lad_name"),
        ("lad17cd", "lad17nm"),
        ("PFA16CD", "PFA16NM"),
        ("FRA23CD", "FRA23NM"),
    ],
)
def test_knows_the_columns_of_code_and_name(code: str, name: str) -> None:
    ours = with_our_columns(frame("objectid", name, code, "long", "lat"), "areas.shp")

    assert (ours["code"].item(), ours["name"].item()) == (code, name)


def test_prefers_our_own_columns() -> None:
    ours = with_our_columns(frame("lad17cd", "lad17nm", "code", "name"), "areas.shp")

    assert ours["code"].item() == "code"


def test_takes_the_english_name_where_there_is_a_welsh_one() -> None:
    ours = with_our_columns(frame("lad17cd", "lad17nm", "lad17nmw"), "areas.shp")

    assert ours["name"].item() == "lad17nm"


def test_refuses_a_file_without_codes() -> None:
    with pytest.raises(
        RefusedInput, match=r"areas\.shp, column code: no column holds the code \(id"
    ):
        with_our_columns(frame("id", "name"), "areas.shp")


def test_refuses_to_choose_between_two_columns() -> None:
    with pytest.raises(RefusedInput, match=r"several columns may hold the code \(lad15cd, lad17cd"):
        with_our_columns(frame("lad15cd", "lad17cd", "name"), "areas.shp")


def test_takes_the_columns_that_a_user_names() -> None:
    columns = Columns(code="Force", name="LABEL")

    ours = with_our_columns(frame("pfa16cd", "pfa16nm", "force", "Label"), "areas.shp", columns)

    assert (ours["code"].item(), ours["name"].item()) == ("force", "Label")


def test_prefers_the_very_spelling_that_a_user_gives() -> None:
    ours = with_our_columns(frame("ID", "id", "name"), "areas.shp", Columns(code="id"))

    assert ours["code"].item() == "id"
