"""What calls take is what the selection reads."""

import re

import pytest

from escwg_map.atlas import Atlas
from escwg_map.errors import BadSelection
from escwg_map.selection import _READERS, Selection
from escwg_map.selection.filters import FILTERS as NARROWING
from escwg_map.web.api.endpoints import ENDPOINTS
from escwg_map.web.api.parameter import Parameter
from escwg_map.web.api.parameters import AT, FILTERS, OTHER

EVERY = {each.name: each for endpoint in ENDPOINTS for each in endpoint.takes if not each.in_path}
OF_PAGES = {"colour", "outlines", "markers", "view"}
"""How pages show what was found, which an answer of the API does not depend on."""


def test_the_filters_are_those_of_the_pages() -> None:
    assert [each.name for each in FILTERS] == [each.name.rstrip("_") for each in NARROWING]


def test_every_parameter_is_one_of_the_pages() -> None:
    assert set(EVERY) - {OTHER.name} == set(_READERS) - OF_PAGES


@pytest.mark.parametrize("parameter", FILTERS, ids=lambda parameter: parameter.name)
def test_every_value_of_the_document_is_read(atlas: Atlas, parameter: Parameter) -> None:
    schema = parameter.schema(atlas)
    values = schema.get("enum") or [schema.get("minimum", "a"), schema.get("maximum", "b")]

    for value in values:
        Selection.from_query([(parameter.name, str(value))]).apply(atlas)


@pytest.mark.parametrize("at", ["0,0", "-0.335,53.745", "180,90", "-180.0,-90.000", "007.5,1"])
def test_a_place_that_the_document_allows_is_read(atlas: Atlas, at: str) -> None:
    assert re.search(AT.schema(atlas)["pattern"], at)
    assert Selection.from_query([("at", at)]).at


@pytest.mark.parametrize("at", ["181,0", "0,91", "180.1,0", "1", "1,2,3", "1e1,2", ",", "0,-90.5"])
def test_a_place_that_the_document_refuses_is_refused(atlas: Atlas, at: str) -> None:
    assert not re.search(AT.schema(atlas)["pattern"], at)
    with pytest.raises(BadSelection):
        Selection.from_query([("at", at)])
