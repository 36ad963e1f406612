"""The conformance classes that are met; `docs/ogc.md` names the tests of each."""

from enum import StrEnum

_PART_1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"
_PART_2 = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf"


class ConformanceClass(StrEnum):
    """A part of the standard, as a URI."""

    CORE = f"{_PART_1}/core"
    OAS30 = f"{_PART_1}/oas30"
    HTML = f"{_PART_1}/html"
    GEOJSON = f"{_PART_1}/geojson"
    CRS = f"{_PART_2}/crs"

    @property
    def label(self) -> str:
        """What it is about, for people."""
        return _LABELS[self]


_LABELS = {
    ConformanceClass.CORE: "Part 1, Core: landing page, collections, items and their parameters",
    ConformanceClass.OAS30: "Part 1, OpenAPI 3.0: the definition of all addresses",
    ConformanceClass.HTML: "Part 1, HTML: a page for people at every address",
    ConformanceClass.GEOJSON: "Part 1, GeoJSON: items as other programs read them",
    ConformanceClass.CRS: "Part 2, coordinate reference systems by reference: "
    "also in British National Grid",
}
