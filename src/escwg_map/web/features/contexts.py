"""What the templates of the pages for programs are given: as in `web.contexts`."""

from collections.abc import Mapping

from msgspec import Struct

from escwg_map.exports.columns import Value
from escwg_map.geography.shape import Bbox
from escwg_map.web.features.collections import Collection
from escwg_map.web.features.conformance import ConformanceClass
from escwg_map.web.features.links import Link
from escwg_map.web.features.operations import Operation
from escwg_map.web.features.reference_systems import ReferenceSystem
from escwg_map.web.page import Page


class Described(Struct, frozen=True):
    """A collection and what it holds."""

    collection: Collection
    number: int
    """How many items it has."""
    bbox: Bbox | None
    """West, south, east, north in degrees."""
    interval: tuple[str | None, str | None] | None
    """The first start and the last end, None where open; None where nothing is dated."""
    links: list[Link]
    """From the collection to its items."""


class Item(Struct, frozen=True):
    """A feature for people: its properties, and in few words its geometry."""

    id: str
    href: str
    """The address of its own page."""
    name: str
    """What it is called."""
    properties: Mapping[str, Value]
    """By the names of the collection's columns."""
    geometry: str
    """The kind of its geometry and its box; empty where it has none."""
    page: str | None
    """The address of the page that tells people about it, where there is one."""
    picture: str | None
    """The address of a map of it, where there is one."""


class OgcLandingPage(Page, frozen=True):
    """What there is for programs."""

    description: str
    """What it is, in a few sentences."""
    collections: list[Described]
    """What there is to take."""
    found: list[Link]
    """To the definition, the conformance and the collections."""
    root: str
    """The address to give to a program."""


class OgcConformancePage(Page, frozen=True):
    """Which parts of the standard are met."""

    classes: list[ConformanceClass]
    """The conformance classes."""
    found: list[Link]
    """To the same as JSON."""


class OgcApiPage(Page, frozen=True):
    """Every address with its parameters."""

    operations: list[Operation]
    """What can be asked for."""
    found: list[Link]
    """To the definition for programs."""


class OgcCollectionsPage(Page, frozen=True):
    """All collections."""

    collections: list[Described]
    """What there is to take."""
    found: list[Link]
    """To the same as JSON, and to the licence."""


class OgcCollectionPage(Page, frozen=True):
    """One collection whole."""

    described: Described
    """What it holds."""
    systems: list[ReferenceSystem]
    """The reference systems that it can be had in."""
    found: list[Link]
    """To the same as JSON, and to the items."""


class OgcItemsPage(Page, frozen=True):
    """Some items of a collection."""

    collection: Collection
    """Whose items they are."""
    items: list[Item]
    """Those of this page."""
    matched: int
    """How many there are on all pages."""
    said: str
    """Which of them these are."""
    found: list[Link]
    """To the pages before and after, to the collection, and to the same as GeoJSON."""
    system: ReferenceSystem
    """The reference system of the boxes."""


class OgcItemPage(Page, frozen=True):
    """One item whole."""

    collection: Collection
    """Whose item it is."""
    item: Item
    """What it is."""
    system: ReferenceSystem
    """The reference system of its box."""
    found: list[Link]
    """To the same as GeoJSON, and to the collection."""
