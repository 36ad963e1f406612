"""A project's marker on the map."""

from pydantic import BaseModel, ConfigDict

from escwg_map.records.codes import Slug


class Marker(BaseModel):
    """Where a project's marker stands, in WGS 84; `placed` when the overview names the place."""

    model_config = ConfigDict(frozen=True)

    project: Slug
    longitude: float
    latitude: float
    placed: bool
