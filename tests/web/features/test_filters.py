"""Filters by property, one for each kind of value."""

import pytest

from web.features.client import Client


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("police/items?name=Midtoy Police", ["E23000902"]),
        ("police/items?name=midtoy police", []),
        ("police/items?people=8000", ["E23000901"]),
        ("police/items?km2=400.0&people=8000", ["E23000901"]),
        ("police/items?recorded=false", ["E23000901"]),
        ("police/items?recorded=0", ["E23000901"]),
        ("police/items?projects=shared-hq-midtoy", ["E23000902"]),
        ("projects/items?pages=13", ["co-responding-eastoy"]),
        ("projects/items?related=shared-hq-midtoy", ["forced-entry-westoy"]),
        ("projects/items?started=2014", ["forced-entry-westoy"]),
        ("projects/items?started=", []),
        ("footprints/items?scheme=shared-hq", ["shared-hq-midtoy"]),
        ("cells/items?police_code=E23000901&ambulance_code=RZ2", None),
    ],
)
def test_keeps_what_has_the_value(ogc: Client, query: str, found: list[str] | None) -> None:
    ids = ogc.ids(f"/collections/{query}")

    assert ids == (found if found is not None else ["E23000901-E31000903-RZ2"])


@pytest.mark.parametrize("query", ["people=1e999", "people=nan", "people=", "recorded=yes"])
def test_refuses_what_cannot_be_a_value(ogc: Client, query: str) -> None:
    name, _, _ = query.partition("=")

    assert f"will not do for '{name}'" in ogc.refused(f"/collections/police/items?{query}")


def test_suggests_the_property_that_was_meant(ogc: Client) -> None:
    assert "Did you mean 'people'?" in ogc.refused("/collections/police/items?poeple=1")


def test_filters_box_time_and_page_go_together(ogc: Client) -> None:
    asked = "status=live&bbox=-3,52,0,54&datetime=2016-01-01&limit=1&offset=1"

    sent = ogc.json(f"/collections/projects/items?{asked}")

    assert (sent["numberMatched"], sent["numberReturned"]) == (2, 1)
