"""What there is to take away, as DCAT and schema.org tell it."""

import hashlib
import json
from typing import Any
from urllib.parse import urlsplit

import pytest

from escwg_map.exports.subjects import SUBJECTS
from web.fetched import Visitor

Node = dict[str, Any]


@pytest.fixture
def catalogue(visitor: Visitor) -> Node:
    """The catalogue."""
    answer = visitor.answer("/data/catalog.jsonld")
    assert answer.content_type == "application/ld+json"
    read: Node = json.loads(answer.text)
    return read


@pytest.fixture
def markup(visitor: Visitor) -> Node:
    """The description that the page of the data carries."""
    element = visitor.page("/data").select_one('script[type="application/ld+json"]')
    assert element
    read: Node = json.loads(element.get_text())
    return read


def path(address: str) -> str:
    """An address without its host."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def distributions(catalogue: Node) -> list[Node]:
    """Every file of every data set."""
    return [each for dataset in catalogue["dcat:dataset"] for each in dataset["dcat:distribution"]]


def test_every_file_of_the_catalogue_is_there_and_is_what_it_says(
    visitor: Visitor, catalogue: Node
) -> None:
    assert len(distributions(catalogue)) > 100
    for each in distributions(catalogue):
        answer = visitor.answer(path(each["dcat:downloadURL"]["@id"]))
        assert answer.status_code == 200
        assert each["dcat:mediaType"]["@id"].endswith(f"/{answer.mimetype}")


def test_sizes_and_digests_are_those_of_the_files(visitor: Visitor, catalogue: Node) -> None:
    ready = [each for each in distributions(catalogue) if "spdx:checksum" in each]

    assert len(ready) > 10
    for each in ready:
        body = visitor.answer(path(each["dcat:downloadURL"]["@id"])).data
        assert each["dcat:byteSize"]["@value"] == str(len(body))
        digest = each["spdx:checksum"]["spdx:checksumValue"]["@value"]
        assert digest == hashlib.sha256(body).hexdigest()


def test_the_catalogue_has_everything_that_can_be_exported(catalogue: Node) -> None:
    names = " ".join(dataset["dct:identifier"] for dataset in catalogue["dcat:dataset"])

    assert [what for what in SUBJECTS if what not in names] == []
    assert "areas-fire" in names


def test_every_data_set_has_a_licence_and_an_extent(catalogue: Node) -> None:
    for dataset in catalogue["dcat:dataset"]:
        assert dataset["dct:license"]
        assert dataset["dct:spatial"]["dcat:bbox"]["@value"].startswith("POLYGON((-2.0")
        assert dataset["dct:temporal"]["dcat:startDate"]["@value"] == "2014"


def test_nothing_says_when_it_was_issued_as_nobody_recorded_that(catalogue: Node) -> None:
    said = json.dumps(catalogue)

    assert "dct:issued" not in said
    assert "dct:modified" not in said


def test_every_name_in_the_catalogue_has_its_vocabulary(catalogue: Node) -> None:
    def names(node: Any) -> set[str]:  # noqa: ANN401 - any JSON
        if isinstance(node, list):
            return set().union(*map(names, node))
        if isinstance(node, dict):
            return set(node).union(*map(names, node.values()))
        return set()

    used = {name for name in names(catalogue) - {"@context"} if not name.startswith("@")}
    prefixes = {name.split(":")[0] for name in used if ":" in name}
    assert prefixes <= set(catalogue["@context"])


def test_the_api_is_a_service_of_the_catalogue(visitor: Visitor, catalogue: Node) -> None:
    service, _ = catalogue["dcat:service"]

    assert visitor.answer(path(service["dcat:endpointURL"]["@id"])).status_code == 200
    document = visitor.answer(path(service["dcat:endpointDescription"]["@id"])).json
    assert document
    assert document["openapi"] == "3.1.0"


def test_the_page_of_the_data_describes_the_register(markup: Node) -> None:
    assert (markup["@context"], markup["@type"]) == ("https://schema.org/", "Dataset")
    assert 50 <= len(markup["description"]) <= 5_000
    assert markup["temporalCoverage"] == "2014/2016"
    assert "datePublished" not in markup


def test_the_markup_has_files_that_are_there(visitor: Visitor, markup: Node) -> None:
    addresses = [path(each["contentUrl"]) for each in markup["distribution"]]

    assert "/data/projects.csv" in addresses
    assert {visitor.answer(address).status_code for address in addresses} == {200}


def test_an_unchanged_catalogue_is_not_sent_again(visitor: Visitor) -> None:
    etag = visitor.answer("/data/catalog.jsonld").headers["ETag"]

    again = visitor.client.get("/data/catalog.jsonld", headers={"If-None-Match": etag})

    assert again.status_code == 304


def test_names_the_features_among_the_services(visitor: Visitor, catalogue: Node) -> None:
    _, service = catalogue["dcat:service"]

    for part in ("dcat:endpointURL", "dcat:endpointDescription"):
        assert visitor.answer(path(service[part]["@id"])).status_code == 200
