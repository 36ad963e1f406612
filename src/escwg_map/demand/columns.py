"""Which columns of a file hold the points: those that are named, or those that are recognised."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
from msgspec import Struct

from escwg_map.demand.systems import DEGREES, GRID, System
from escwg_map.errors import EscwgMapError
from escwg_map.selection.parameters import did_you_mean
from escwg_map.wording import listing

_PAIRS: tuple[tuple[str, str, System | None], ...] = (
    ("easting", "northing", GRID),
    ("eastings", "northings", GRID),
    ("longitude", "latitude", DEGREES),
    ("lon", "lat", DEGREES),
    ("long", "lat", DEGREES),
    ("lng", "lat", DEGREES),
    ("x", "y", None),
)
"""Names that are recognised, whatever their case, and what they say of the coordinate system."""

_SAID = "longitude and latitude, lon and lat, easting and northing, or x and y with --crs"


class NoColumns(EscwgMapError):
    """A file has not the columns that are wanted; its rows are counted as faulty."""


class Wanted(Struct, frozen=True):
    """What somebody asked to read; none where it shall be recognised, or is not wanted."""

    x: str | None = None
    y: str | None = None
    crs: str | None = None
    weight: str | None = None
    by: str | None = None


class Columns(Struct, frozen=True):
    """The columns of one file: of the points either `x` and `y` or the geometry, and the rest.

    A name with a dot may be a field of a structure: `bbox.xmin`.
    """

    system: System
    x: str = ""
    y: str = ""
    geometry: str = ""
    weight: str | None = None
    by: str | None = None

    @property
    def names(self) -> list[str]:
        """The names of all that is read, each once."""
        wanted = (self.geometry, self.x, self.y, self.weight, self.by)
        return list(dict.fromkeys(name for name in wanted if name))


def recognise(schema: pa.Schema, wanted: Wanted) -> Columns:
    """Find the columns in the schema of a file, with what a GeoParquet file says of itself.

    Raises:
        NoColumns: they are not there, or nobody says what their numbers mean.
    """
    names = schema.names
    weight, by = (_found(name, names) if name else None for name in (wanted.weight, wanted.by))
    if wanted.x and wanted.y:
        x, y = _found(wanted.x, names), _found(wanted.y, names)
        return Columns(_system(x, y, _said_by(x, y), wanted), x, y, weight=weight, by=by)
    if geometry := _Geometry.of(schema):
        x, y = geometry.numbers or ("", "")
        shape = "" if geometry.numbers else geometry.name
        system = System.of(wanted.crs) if wanted.crs else geometry.system()
        return Columns(system, x, y, shape, weight, by)
    known = {name.strip().casefold(): name for name in reversed(names)}
    for x, y, said in _PAIRS:
        if x in known and y in known:
            found = known[x], known[y]
            return Columns(_system(*found, said, wanted), *found, weight=weight, by=by)
    raise NoColumns(
        f"No coordinates are recognised among the columns {_shown(names)}: name them with --x, "
        f"--y and --crs, or call them {_SAID}."
    )


def _found(name: str, names: Sequence[str]) -> str:
    folded = {each.strip().casefold(): each for each in reversed(names)}
    if name in names:
        return name
    if name.casefold() in folded:
        return folded[name.casefold()]
    near = did_you_mean(name, names)
    raise NoColumns(f"There is no column '{name}' among {_shown(names)}.{near}")


def _said_by(x: str, y: str) -> System | None:
    """Say what two names tell of their system, in whichever order they were given."""
    pair = {x.strip().casefold(), y.strip().casefold()}
    return next((system for *names, system in _PAIRS if set(names) == pair), None)


def _system(x: str, y: str, said: System | None, wanted: Wanted) -> System:
    if wanted.crs:
        return System.of(wanted.crs)
    if said is None:
        raise NoColumns(
            f"The columns '{x}' and '{y}' do not tell what they are: say --crs EPSG:27700 for "
            "metres of British National Grid, or --crs EPSG:4326 for degrees."
        )
    return said


def _shown(names: Sequence[str]) -> str:
    shown = [f"'{name[:30]}'" for name in names[:12]]
    more = [f"{len(names) - len(shown)} more"] if len(names) > len(shown) else []
    return listing(shown + more) or "(there are none)"


class _Geometry(Struct, frozen=True):
    """The geometry of a GeoParquet file; `numbers` where it has the same as plain numbers."""

    name: str
    column: Mapping[str, Any]
    numbers: tuple[str, str] | None

    @classmethod
    def of(cls, schema: pa.Schema) -> "_Geometry | None":
        geo = (schema.metadata or {}).get(b"geo")
        try:
            said: Mapping[str, Any] = json.loads(geo or b"{}")
            name = str(said["primary_column"])
            column: Mapping[str, Any] = said["columns"][name]
            return cls(name, column, _numbers(name, column, schema))
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def system(self) -> System:
        """Read the system; a file that says none has degrees (GeoParquet 1.1, `crs`)."""
        if "crs" not in self.column:
            return DEGREES
        try:
            return System.of(json.dumps(self.column["crs"]))
        except EscwgMapError as error:
            raise NoColumns(
                "The file does not tell its coordinate system: say --crs EPSG:27700 or another."
            ) from error


def _numbers(name: str, column: Mapping[str, Any], schema: pa.Schema) -> tuple[str, str] | None:
    """Find the same points as plain numbers: in the geometry itself, or as corners of its box.

    Boxes of single precision are rounded by up to a metre, and will not do.
    """
    if column["encoding"] == "point":
        return f"{name}.x", f"{name}.y"
    if column.get("geometry_types") != ["Point"] or "covering" not in column:
        return None
    corners = [column["covering"]["bbox"][corner] for corner in ("xmin", "ymin")]
    if all(_is_double(schema, path) for path in corners):
        return ".".join(corners[0]), ".".join(corners[1])
    return None


def _is_double(schema: pa.Schema, path: Sequence[str]) -> bool:
    box, corner = path
    kind = schema.field(box).type if box in schema.names else pa.null()
    if not pa.types.is_struct(kind) or kind.get_field_index(corner) < 0:
        return False
    return bool(kind.field(corner).type == pa.float64())
