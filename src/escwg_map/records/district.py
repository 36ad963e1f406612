"""A local authority district: the atom of which all three layers are made."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from escwg_map.records.codes import DistrictCode, ServiceCode
from escwg_map.records.coordinates import Degrees, check_coordinates
from escwg_map.records.row import Row, Text


class District(Row):
    """One district, the services that cover it, and its residents at the 2011 Census.

    Longitude and latitude are those of a point inside it, for people who look it up by name.
    """

    may_be_absent: ClassVar[frozenset[str]] = frozenset({"longitude", "latitude"})

    code: DistrictCode
    name: Text
    country: Literal["England", "Wales"]
    police_code: ServiceCode
    fire_code: ServiceCode
    ambulance_code: ServiceCode
    population_2011: Annotated[int, Field(ge=0)]
    longitude: Degrees = None
    latitude: Degrees = None

    @model_validator(mode="after")
    def coordinates_lie_in_england_or_wales(self) -> Self:
        """Longitude and latitude come together, and lie where there are districts."""
        check_coordinates(self.longitude, self.latitude)
        return self
