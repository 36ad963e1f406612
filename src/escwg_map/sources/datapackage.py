"""The register as a Frictionless Data Package, built from the models so that it cannot differ."""

import json

from escwg_map import __version__
from escwg_map.records.row import Row
from escwg_map.sources.register import TABLES
from escwg_map.sources.table_meanings import TABLE_MEANINGS
from escwg_map.sources.table_schema import Descriptor, table_schema
from escwg_map.wording import ATTRIBUTION

FILE = "datapackage.json"

_OVERVIEW = {
    "title": "Emergency Services Collaboration Working Group, National Overview, 2016",
}
_CODES = {
    "title": "Office for National Statistics: names and codes of police force areas and of fire "
    "and rescue authorities, December 2016",
}
_TRUSTS = {"title": "NHS Digital, Organisation Data Service: codes of ambulance trusts"}
_LOOKUPS = (
    {
        "title": "Office for National Statistics: lookups of local authority districts to police "
        "force areas (January 2017) and to fire and rescue authorities (December 2019 for England, "
        "2021 for Wales, with the mergers since 2016 undone)",
    },
    {"title": "NHS England: clinical commissioning groups to ambulance trusts, September 2016"},
    {"title": "Office for National Statistics: 2011 Census, usual residents"},
)

LICENCE = (
    "The facts are from a public document; the wording is this project's own, "
    "under the MIT licence of its repository"
)
_MIT = {"name": "MIT", "path": "https://opensource.org/license/mit", "title": LICENCE}
_OGL = {
    "name": "OGL-UK-3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "title": "Open Government Licence v3.0",
}

_SOURCES = {
    "services": [_OVERVIEW, _CODES, _TRUSTS],
    "districts": [*_LOOKUPS],
}
_LICENCES = {"services": [_MIT, _OGL], "districts": [_OGL]}
_REMARKS = {
    "services": f"Official codes and names are under the Open Government Licence. {ATTRIBUTION}",
    "districts": f"Under the Open Government Licence, with this attribution: {ATTRIBUTION}",
}

_DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
    "caseSensitiveHeader": True,
}


def descriptor_text() -> str:
    """Write the descriptor as its file holds it: the same bytes until a model or a word changes."""
    return json.dumps(descriptor(), ensure_ascii=False, indent=2) + "\n"


def descriptor() -> Descriptor:
    """Describe the package; it names no sizes and no hashes, so that rows may change without it."""
    return {
        "profile": "tabular-data-package",
        "name": "escwg-map-register",
        "title": "Emergency services collaboration in England and Wales, 2016",
        "description": (
            "What police forces, fire and rescue authorities and ambulance trusts did together, "
            "as a national overview recorded it in 2016. An empty cell means not stated; where "
            "nothing is recorded, that says nothing about whether services work together."
        ),
        "version": __version__,
        "keywords": ["police", "fire", "ambulance", "collaboration", "England", "Wales"],
        "licenses": [_MIT],
        "sources": [_OVERVIEW],
        "resources": [_resource(table, record) for table, record in TABLES.items()],
    }


def _resource(table: str, record: type[Row]) -> Descriptor:
    meaning = TABLE_MEANINGS[table]
    remark = f" {_REMARKS[table]}" if table in _REMARKS else ""
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"{table}.csv",
        "title": meaning.title,
        "description": f"One row: {meaning.one_row[0].lower()}{meaning.one_row[1:]}{remark}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "licenses": _LICENCES.get(table, [_MIT]),
        "sources": _SOURCES.get(table, [_OVERVIEW]),
        "schema": table_schema(table, record),
    }
