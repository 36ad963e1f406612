"""One collaboration that the overview describes: one scheme in one area or set of areas."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from escwg_map.records.codes import PartialDate, ServiceCode, Slug, is_before
from escwg_map.records.coordinates import Degrees, check_coordinates
from escwg_map.records.row import Listed, Row, Text, Truth
from escwg_map.vocabulary import Benefit, Status

Page = Annotated[int, Field(ge=1, le=90)]
"""A page of the overview, whose Service index ends on page 88."""


class Project(Row):
    """A project as the overview describes it; an empty field is one that the overview leaves open.

    `areas` are the codes of the smallest service areas, of any layer, that hold the project.
    Longitude and latitude are WGS 84 degrees, given only where the text names a place.
    """

    id: Slug
    title: Text
    theme: Slug
    scheme: Slug
    status: Status
    started: PartialDate | None = None
    ended: PartialDate | None = None
    date_printed: Text = ""
    areas: Listed[ServiceCode] = Field(min_length=1)
    place: Text = ""
    longitude: Degrees = None
    latitude: Degrees = None
    summary: Text
    benefits: Listed[Benefit] = ()
    pages: Listed[Page] = Field(min_length=1)
    pages_inferred: Truth
    printed_under_future: Truth
    related: Listed[Slug] = ()
    notes: Text = ""

    @model_validator(mode="after")
    def does_not_end_before_it_starts(self) -> Self:
        """A project cannot end before it starts."""
        if self.started and self.ended and is_before(self.ended, self.started):
            raise PydanticCustomError(
                "ended",
                "ended {ended}, before it started {started}",
                {"ended": self.ended, "started": self.started},
            )
        return self

    @model_validator(mode="after")
    def coordinates_have_a_place(self) -> Self:
        """Longitude and latitude come together, and only with the name of the place."""
        check_coordinates(self.longitude, self.latitude)
        if self.longitude is not None and not self.place:
            raise PydanticCustomError("place", "has coordinates but names no place")
        return self
