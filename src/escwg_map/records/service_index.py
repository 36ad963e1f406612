"""The overview's own Service index, and where the register differs from it."""

from pydantic import Field

from escwg_map.records.codes import ServiceCode
from escwg_map.records.project import Page
from escwg_map.records.row import Listed, Row, Text, Truth


class IndexEntry(Row):
    """One line of the index: a service's name as printed, and the pages it is said to be on."""

    name_printed: Text
    service: ServiceCode
    pages: Listed[Page] = Field(min_length=1)


class IndexDifference(Row):
    """A page that only the index or only the register gives a service, and why."""

    service: ServiceCode
    page: Page
    in_index: Truth
    in_register: Truth
    explanation: Text = ""
