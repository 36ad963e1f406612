"""The page about the API."""

import pytest

from escwg_map.web.api.endpoint import Endpoint
from escwg_map.web.api.endpoints import ENDPOINTS
from escwg_map.web.api.parameter import Parameter
from escwg_map.web.api.parameters import FILTERS, PAGING, STATUS
from web.fetched import Visitor, text_of

every_call = pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)


def test_the_page_of_the_data_leads_to_it(visitor: Visitor) -> None:
    assert visitor.page("/data").select_one('a[href="/api"]')


@every_call
def test_every_call_has_an_example_that_answers(visitor: Visitor, endpoint: Endpoint) -> None:
    section = visitor.page("/api").select_one(f"#{endpoint.name.replace('_', '-')}")
    assert section
    assert section.parent
    link = section.parent.select_one('a[href^="/api/v1/"]')

    assert link
    assert visitor.answer(str(link["href"])).status_code == 200


@every_call
def test_every_parameter_and_member_is_told(visitor: Visitor, endpoint: Endpoint) -> None:
    page = visitor.page("/api")
    said = text_of(page, f"section[aria-labelledby={endpoint.name.replace('_', '-')}]")

    assert [parameter.name for parameter in endpoint.own if parameter.means not in said] == []
    assert [name for name in endpoint.item.model_fields if name not in said] == []
    assert ("the filters" in said) is endpoint.filters


@pytest.mark.parametrize("parameter", [*FILTERS, *PAGING], ids=lambda parameter: parameter.name)
def test_what_most_calls_take_is_told_once(visitor: Visitor, parameter: Parameter) -> None:
    assert text_of(visitor.page("/api"), "main").count(parameter.means) == (
        2 if parameter is STATUS else 1
    )


def test_the_caution_about_gaps_is_told(visitor: Visitor) -> None:
    assert "says nothing about whether services work together" in text_of(
        visitor.page("/api"), "main"
    )
