"""A local authority district: the atom of which all three layers are made."""

from typing import Annotated, Literal

from pydantic import Field

from escwg_map.records.codes import DistrictCode, ServiceCode
from escwg_map.records.row import Row, Text


class District(Row):
    """One district, the services that cover it, and its residents at the 2011 Census."""

    code: DistrictCode
    name: Text
    country: Literal["England", "Wales"]
    police_code: ServiceCode
    fire_code: ServiceCode
    ambulance_code: ServiceCode
    population_2011: Annotated[int, Field(ge=0)]
