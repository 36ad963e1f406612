"""What the calls answer: lists a part at a time, and single things whole."""

from pydantic import ConfigDict, Field

from escwg_map.records.codes import ServiceCode, Slug
from escwg_map.vocabulary import Kind, PartnerKind, Post, Role, Status
from escwg_map.web.api import models
from escwg_map.web.api.meanings import meanings
from escwg_map.web.api.models import Item


class Link(Item):
    """A link, as RFC 8288 has them."""

    rel: str = Field(description="What it leads to: self, next, prev, collection, alternate.")
    href: str = Field(description="The address.")
    type: str = Field(description="The media type of what is there.")


class Collection(Item):
    """A part of a list, with how much there is in all."""

    numberMatched: int = Field(description="How many items there are in all.")  # noqa: N815
    numberReturned: int = Field(description="How many of them are here.")  # noqa: N815
    selection: str = Field(description="What was asked for, in words.")
    links: tuple[Link, ...] = Field(description="This part, and those before and after it.")
    items: tuple[Item, ...] = Field(description="The items.")


class Partner(Item):
    """A body that takes part in a project."""

    model_config = ConfigDict(json_schema_extra=meanings("partners"))

    service: ServiceCode | None
    service_name: str | None
    name: str
    kind: PartnerKind
    role: Role


class Figure(Item):
    """A number that the overview gives."""

    model_config = ConfigDict(json_schema_extra=meanings("figures"))

    measure: str
    value: float | None
    value_text: str | None
    unit: str
    qualifier: str | None
    period: str | None
    said: str
    doubtful: str | None
    page: int


class AreaMet(Item):
    """An area that a project meets."""

    model_config = ConfigDict(json_schema_extra=meanings("meets"))

    layer: Kind
    code: ServiceCode
    takes_part: bool
    reached_share: float
    reached_people_share: float


class ProjectMet(Item):
    """A project that an area meets."""

    model_config = ConfigDict(json_schema_extra=meanings("meets"))

    project: Slug
    takes_part: bool
    reached_share: float
    reached_people_share: float


class ProjectWhole(models.Project):
    """A project whole: who takes part and how, its numbers, and the areas that it meets."""

    roles: tuple[Partner, ...] = Field(description="Who takes part and in which part.")
    figures: tuple[Figure, ...] = Field(description="The numbers that the overview gives.")
    meets: tuple[AreaMet, ...] = Field(description="The areas of all layers that it meets.")
    km2: float = Field(description="Its footprint in square kilometres.")
    people: int = Field(description="Residents of its footprint at the 2011 Census.")
    links: tuple[Link, ...] = Field(description="This answer, the list, and the page for people.")


class Leader(Item):
    """Who held a post in 2016."""

    post: Post = Field(description="The post.")
    name: str = Field(description="The name.")
    affiliation: str | None = Field(description="The affiliation, where one is printed.")


class ServiceWhole(models.Service):
    """A service whole: the projects at its area, who shares its ground, who led it."""

    meets: tuple[ProjectMet, ...] = Field(description="The projects that its area meets.")
    not_recorded: tuple[Slug, ...] = Field(
        description="The ids of the themes of which nothing is recorded there."
    )
    overlaps: tuple[models.Overlap, ...] = Field(
        description="The areas of other layers that share its ground, said from its side."
    )
    leaders: tuple[Leader, ...] = Field(description="Who held its posts in 2016.")
    links: tuple[Link, ...] = Field(description="This answer, the list, and the page for people.")


class ServiceHere(Item):
    """The service of one layer at a place."""

    layer: Kind = Field(description="The layer.")
    code: ServiceCode = Field(description="The service's code.")
    name: str = Field(description="The service's name.")


class ProjectHere(Item):
    """A project that reaches a place."""

    id: Slug = Field(description="The project's id.")
    title: str = Field(description="The project's title.")
    theme: Slug = Field(description="The id of the theme.")
    status: Status = Field(description="How far the project stood in 2016.")
    partners: tuple[str, ...] = Field(description="The names of all who take part.")


class Place(Item):
    """What there is at a place."""

    longitude: float = Field(description="Longitude in degrees (WGS 84).")
    latitude: float = Field(description="Latitude in degrees (WGS 84).")
    metres_away: float | None = Field(
        description="Where the point asked for is off land, how far this nearest land is from it."
    )
    cell: str | None = Field(
        description="The id of the cell; null more than 5 km from the land of England and Wales."
    )
    selection: str = Field(description="Which projects were looked through, in words.")
    services: tuple[ServiceHere, ...] = Field(description="The three services.")
    projects: tuple[ProjectHere, ...] = Field(description="Every project that reaches the place.")
    not_recorded: tuple[Slug, ...] = Field(
        description="The ids of the themes of which no project reaches the place."
    )
    links: tuple[Link, ...] = Field(description="This answer, and the page for people.")


class Landing(Item):
    """What the API is, and where its parts are."""

    title: str = Field(description="Its name.")
    description: str = Field(description="What it holds.")
    caution: str = Field(description="What its answers must not be taken for.")
    attribution: str = Field(description="The attribution that must be shown.")
    licence: str = Field(description="The licences.")
    version: str = Field(description="Of the program, and which publication it serves.")
    links: tuple[Link, ...] = Field(description="The calls, the document, and the page for people.")


class Problem(Item):
    """What went wrong, as RFC 9457 has it."""

    type: str = Field(description="What sort of problem: an address that explains it.")
    title: str = Field(description="The sort in a few words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What was wrong this time, and what would do.")
    parameter: str | None = Field(
        default=None, description="The parameter at fault, where there is one."
    )
