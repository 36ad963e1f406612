"""What the items of the API's lists are: the contract, from which the document is generated.

The names are those of the exports' columns, in their order; so are the meanings, unless a field
gives its own. What the overview does not state is null.
"""

from typing import Literal

from pydantic import ConfigDict, Field

from escwg_map.records.codes import PartialDate, ServiceCode, Slug
from escwg_map.records.frozen import Frozen
from escwg_map.search.entries import Subject
from escwg_map.vocabulary import Benefit, Kind, Status
from escwg_map.web.api.meanings import meanings

CellId = str
Count = int | Literal["*"] | None
"""A count of incidents: a star where it is hidden; left out unless it is asked for."""

Nearness = Literal["shares_ground", "shares_a_border", "shares_a_trust", "elsewhere"]


class Item(Frozen):
    """What all answers are: frozen, with no members but those that are documented."""

    model_config = ConfigDict(extra="forbid", serialize_by_alias=True)


class Project(Item):
    """A project, with the point at which its marker stands."""

    model_config = ConfigDict(json_schema_extra=meanings("projects"))

    id: Slug
    title: str
    theme: Slug
    theme_name: str
    scheme: Slug
    scheme_name: str
    status: Status
    started: PartialDate | None
    ended: PartialDate | None
    date_printed: str | None
    areas: tuple[ServiceCode, ...]
    place: str | None
    point_is: Literal["the place named", "within the footprint"] | None
    partners: tuple[str, ...]
    summary: str
    benefits: tuple[Benefit, ...]
    pages: tuple[int, ...]
    area_names: tuple[str, ...]
    longitude: float | None
    latitude: float | None
    pages_inferred: bool
    printed_under_future: bool
    related: tuple[Slug, ...]


class Service(Item):
    """A service, with the ground of its area and the projects of the selection there."""

    code: ServiceCode = Field(description="The service's code: an ONS code, or an NHS one.")
    kind: Kind = Field(description="Its kind, which is also the layer of its area.")
    name: str = Field(description="Its name in 2016.")
    short_name: str = Field(description="Its name as maps and lists show it.")
    aliases: tuple[str, ...] = Field(description="What else the overview calls it.")
    successor_code: ServiceCode | None = Field(description="The code of what it was merged into.")
    km2: float | None = Field(description="Its area in square kilometres.")
    people: int | None = Field(description="Residents of its area at the 2011 Census.")
    takes_part: int = Field(description="The number of projects in which it takes part.")
    reaches: int = Field(description="The number of projects whose footprint reaches its area.")


class Area(Item):
    """An area, with what is recorded there."""

    model_config = ConfigDict(json_schema_extra=meanings("areas"))

    layer: Kind
    code: ServiceCode
    name: str
    km2: float
    people: int
    takes_part: int
    reaches: int
    recorded: bool
    themes: tuple[Slug, ...]
    projects: tuple[Slug, ...]
    incidents: Count = None
    exact: bool | None = None


class Cell(Item):
    """The ground where one police, one fire and one ambulance area overlap."""

    model_config = ConfigDict(json_schema_extra=meanings("cells"))

    cell: CellId
    police_code: ServiceCode
    fire_code: ServiceCode
    ambulance_code: ServiceCode
    km2: float
    people: int
    projects: int
    incidents: Count = None
    exact: bool | None = None


class Overlap(Item):
    """The ground that two areas have in common."""

    model_config = ConfigDict(json_schema_extra=meanings("overlaps"))

    a_layer: Kind
    a_code: ServiceCode
    a_name: str
    b_layer: Kind
    b_code: ServiceCode
    b_name: str
    km2: float
    share_of_a: float
    share_of_b: float
    people: int
    people_share_of_a: float
    people_share_of_b: float
    incidents: Count = None
    exact: bool | None = None


class Gap(Item):
    """What is recorded of one theme in one area."""

    model_config = ConfigDict(json_schema_extra=meanings("gaps"))

    layer: Kind
    code: ServiceCode
    name: str
    theme: Slug
    takes_part: int
    reaches: int
    reached_share: float
    recorded: bool
    incidents: Count = None
    incidents_reached: Count = None
    incidents_outside: Count = None
    exact: bool | None = None


class Coverage(Item):
    """How far the projects of one theme and status reach."""

    model_config = ConfigDict(json_schema_extra=meanings("coverage"))

    theme: Slug
    status: str
    projects: int
    people: int
    people_share: float
    km2: float
    km2_share: float
    incidents: Count = None
    incidents_share: float | None = None
    incidents_outside: Count = None
    exact: bool | None = None


class Peer(Item):
    """A service that takes part in projects of a theme, and how near an area it is."""

    code: ServiceCode = Field(description="The service's code.")
    name: str = Field(description="The service's name.")
    layer: Kind = Field(description="The layer of its area.")
    nearness: Nearness = Field(description="Why it is listed; the nearest come first.")
    distance_km: float = Field(description="Kilometres between the middles of the two areas.")
    projects: tuple[Slug, ...] = Field(description="The ids of the projects of the theme.")


class Find(Item):
    """Something that was found by typing."""

    subject: Subject = Field(description="What it is.")
    key: str = Field(description="Its code or id; of a place, the id of a project that names it.")
    name: str = Field(description="Its name.")
    detail: str = Field(description="A line on it.")
    page: str = Field(description="The address of its page.")
    on_map: str | None = Field(description="Its address on the map, where it has a point.")
