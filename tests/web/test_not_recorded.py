"""Where nothing is recorded that is said, and never that there is nothing."""

import json

import pytest

from escwg_map.wording import CAUTION
from web.fetched import Visitor

NORTHTOY = ("police/E23000901", "fire/E31000903")


@pytest.mark.parametrize("area", NORTHTOY)
def test_d2_an_area_without_projects_says_that_none_is_recorded(
    visitor: Visitor, area: str
) -> None:
    said = visitor.page(f"/areas/{area}").get_text(" ").lower()

    assert "recorded" in said
    assert "no collaboration" not in said
    assert "do not collaborate" not in said


def test_d2_files_tell_not_recorded_from_none(visitor: Visitor) -> None:
    export = json.loads(visitor.answer("/export/areas.json?layer=police").text)
    (northtoy,) = (row for row in export["rows"] if row["code"] == "E23000901")

    assert (northtoy["recorded"], northtoy["projects"]) == (False, [])
    assert export["metadata"]["caution"] == CAUTION
