"""The register as schema.org has a data set, for the page of the data to carry."""

from typing import Any

from escwg_map.publish.publication import Publication
from escwg_map.web import absolute, links
from escwg_map.web.catalogue.datasets import (
    ENDS,
    PUBLISHER,
    SOURCE,
    Dataset,
    File,
    begins,
    datasets,
    extent,
)
from escwg_map.wording import ATTRIBUTION

Node = dict[str, Any]


def dataset_markup(served: Publication) -> Node:
    """Describe the register with every file of it; what else there is, the catalogue lists."""
    register, *parts = datasets(served)
    west, south, east, north = extent(served)
    return {
        "@context": "https://schema.org/",
        **_described(register),
        "distribution": [_download(file) for file in register.files],
        "url": absolute.to(links.data_page()),
        "keywords": served.data_package["keywords"],
        "version": served.data_package["version"],
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "creditText": ATTRIBUTION,
        "isBasedOn": {"@type": "CreativeWork", "name": SOURCE, "datePublished": ENDS},
        "creator": {"@type": "Organization", "name": PUBLISHER},
        "publisher": {"@type": "Organization", "name": PUBLISHER},
        "temporalCoverage": f"{begins(served)}/{ENDS}",
        "spatialCoverage": {
            "@type": "Place",
            "name": "England and Wales",
            "geo": {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"},
        },
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": "Data of the emergency services collaboration map",
            "url": absolute.catalogue(),
        },
        "hasPart": [_described(part) for part in parts],
    }


def _described(dataset: Dataset) -> Node:
    return {
        "@type": "Dataset",
        "name": dataset.title,
        "description": dataset.description,
        "license": list(dataset.licences),
    }


def _download(file: File) -> Node:
    node: Node = {
        "@type": "DataDownload",
        "name": file.title,
        "contentUrl": file.address,
        "encodingFormat": file.media_type,
    }
    if file.size is not None:
        node["contentSize"] = f"{file.size} bytes"
    if file.digest:
        node["sha256"] = file.digest
    return node
