"""Counts of projects are shown however small they are: projects are no people."""

import csv
import io
import json
from collections import Counter

import pytest

from escwg_map.atlas import Atlas
from escwg_map.records.register import Register
from reliability.catalogue import row
from web.fetched import Visitor


def taken_part(register: Register) -> Counter[str]:
    """Count the projects that each service is a partner of, straight from the register."""
    pairs = {(partner.project, partner.service) for partner in register.partners}
    return Counter(service for _, service in pairs if service)


@row(
    "D11",
    fault="small counts of organisations or projects are hidden as if they were of people",
    seen="one to four projects are counted and shown, in tables, files, API and on pages",
)
@pytest.mark.parametrize("layer", ["police", "fire", "ambulance"])
def test_d11_one_to_four_projects_are_shown_as_they_are(
    visitor: Visitor, atlas: Atlas, layer: str
) -> None:
    expected = taken_part(atlas.register)
    body = visitor.answer(f"/export/areas.csv?layer={layer}").text
    exported = {r["code"]: int(r["takes_part"]) for r in csv.DictReader(io.StringIO(body))}
    api = json.loads(visitor.answer(f"/api/v1/areas?layer={layer}").text)

    assert {code: expected[code] for code in exported} == exported
    assert any(1 <= number <= 4 for number in exported.values())
    assert json.dumps(api).count("*") == 0
