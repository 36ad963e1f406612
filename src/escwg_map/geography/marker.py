"""A project's marker on the map."""

from escwg_map.records.codes import Slug
from escwg_map.records.frozen import Frozen


class Marker(Frozen):
    """Where a project's marker stands, in WGS 84; `placed` when the overview names the place."""

    project: Slug
    longitude: float
    latitude: float
    placed: bool
