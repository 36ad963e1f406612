"""The catalogue in the W3C's Data Catalog Vocabulary (DCAT 3), as JSON-LD.

No data set says when it was issued or changed: nothing in the register does, and no clock is asked.
"""

from typing import Any

from flask import url_for

from escwg_map.publish.publication import Publication
from escwg_map.web import absolute, links
from escwg_map.web.catalogue.datasets import (
    ENDS,
    MIT,
    OPEN_GOVERNMENT,
    PUBLISHER,
    SOURCE,
    Dataset,
    File,
    begins,
    datasets,
    extent,
)
from escwg_map.wording import ATTRIBUTION, CAUTION

Node = dict[str, Any]

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "locn": "http://www.w3.org/ns/locn#",
    "odrs": "http://schema.theodi.org/odrs#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_ENGLISH = "http://id.loc.gov/vocabulary/iso639-1/en"


def catalogue(served: Publication, address: str) -> Node:
    """Describe everything there is to take away; `address` is the catalogue's own."""
    package = served.data_package
    publisher = {"@id": f"{address}#publisher", "@type": "foaf:Agent", "foaf:name": PUBLISHER}
    return {
        "@context": _CONTEXT,
        "@id": address,
        "@type": "dcat:Catalog",
        "dct:title": package["title"],
        "dct:description": f"{package['description']} {CAUTION}",
        "dct:language": {"@id": _ENGLISH},
        "dct:license": [{"@id": MIT}, {"@id": OPEN_GOVERNMENT}],
        "dct:publisher": publisher,
        "foaf:homepage": {"@id": absolute.to(links.data_page())},
        "dcat:dataset": [_dataset(each, served, address) for each in datasets(served)],
        "dcat:service": [_json_api(address), _features(address)],
    }


def _dataset(dataset: Dataset, served: Publication, address: str) -> Node:
    return {
        "@id": f"{address}#{dataset.name}",
        "@type": "dcat:Dataset",
        "dct:title": dataset.title,
        "dct:description": dataset.description,
        "dct:identifier": dataset.name,
        "dct:language": {"@id": _ENGLISH},
        "dct:license": [{"@id": licence} for licence in dataset.licences],
        "dct:publisher": {"@id": f"{address}#publisher"},
        "dct:rights": {"@type": "dct:RightsStatement", "odrs:attributionText": ATTRIBUTION},
        "dct:source": SOURCE,
        "dct:spatial": _place(served),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _year(begins(served)),
            "dcat:endDate": _year(ENDS),
        },
        "dcat:keyword": served.data_package["keywords"],
        "dcat:landingPage": {"@id": absolute.to(links.data_page())},
        "dcat:version": served.data_package["version"],
        "dcat:distribution": [_distribution(file, dataset) for file in dataset.files],
    }


def _distribution(file: File, dataset: Dataset) -> Node:
    node: Node = {
        "@id": file.address,
        "@type": "dcat:Distribution",
        "dct:title": file.title,
        "dct:license": [{"@id": licence} for licence in dataset.licences],
        "dcat:accessURL": {"@id": file.address},
        "dcat:downloadURL": {"@id": file.address},
        "dcat:mediaType": {"@id": f"{_MEDIA_TYPES}{file.media_type}"},
    }
    if file.size is not None:
        size = {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"}
        node["dcat:byteSize"] = size
    if file.digest:
        node["spdx:checksum"] = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.digest, "@type": "xsd:hexBinary"},
        }
    return node


def _features(address: str) -> Node:
    root = absolute.to(links.ogc())
    return {
        "@id": root,
        "@type": "dcat:DataService",
        "dct:title": "OGC API - Features",
        "dct:conformsTo": {"@id": "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"},
        "dcat:endpointURL": {"@id": root},
        "dcat:endpointDescription": {"@id": absolute.to(url_for("features.show_api"))},
        "dcat:servesDataset": {"@id": f"{address}#register"},
    }


def _json_api(address: str) -> Node:
    return {
        "@id": absolute.call("show_landing"),
        "@type": "dcat:DataService",
        "dct:title": "JSON API",
        "dcat:endpointURL": {"@id": absolute.call("show_landing")},
        "dcat:endpointDescription": {"@id": absolute.call("show_openapi")},
        "dcat:landingPage": {"@id": absolute.to(links.api_page())},
        "dcat:servesDataset": {"@id": f"{address}#register"},
    }


def _place(served: Publication) -> Node:
    west, south, east, north = extent(served)
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    ring = ", ".join(f"{x} {y}" for x, y in corners)
    return {
        "@type": "dct:Location",
        "locn:geographicName": "England and Wales",
        "dcat:bbox": {"@value": f"POLYGON(({ring}))", "@type": "geo:wktLiteral"},
    }


def _year(year: str) -> Node:
    return {"@value": year, "@type": "xsd:gYear"}
