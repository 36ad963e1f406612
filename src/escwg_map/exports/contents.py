"""The rows of each subject whose rows are no derived table: projects, areas, figures, partners."""

from collections.abc import Iterable

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.exports.columns import Value
from escwg_map.exports.grounds import Grounds, point
from escwg_map.geography.cells import Ground
from escwg_map.geography.footprint import footprint
from escwg_map.geography.marker import Marker
from escwg_map.geography.shape import Shape
from escwg_map.records.project import Project
from escwg_map.tables.figures import format_figure
from escwg_map.vocabulary import Kind

PROJECTS = (
    *("id", "title", "theme", "theme_name", "scheme", "scheme_name", "status", "started", "ended"),
    *("date_printed", "areas", "place", "point_is", "partners", "summary", "benefits", "pages"),
    *("area_names", "longitude", "latitude", "pages_inferred", "printed_under_future", "related"),
)
FOOTPRINTS = (
    *("id", "title", "theme", "theme_name", "scheme", "scheme_name", "status", "started", "ended"),
    *("areas", "area_names", "km2", "people", "partners", "summary", "benefits", "pages"),
)
AREAS = (
    *("layer", "code", "name", "km2", "people", "takes_part", "reaches", "recorded"),
    *("themes", "projects"),
)
FIGURES = (
    *("project", "of", "title", "measure", "value", "value_text", "unit", "qualifier", "period"),
    *("said", "doubtful", "page"),
)
PARTNERS = (
    *("project", "title", "theme", "status", "service", "service_name", "name", "kind", "role"),
)


class Contents(Struct, frozen=True):
    """Each row, with its id and its shape where the subject has a geometry."""

    rows: tuple[tuple[Value, ...], ...]
    ids: tuple[str, ...] = ()
    shapes: tuple[Shape | None, ...] = ()


def projects(atlas: Atlas) -> Contents:
    """List the projects as points: the place named, else a place in the footprint."""
    markers = {marker.project: marker for marker in atlas.markers}
    rows = [_project(atlas, each) | _place(markers.get(each.id)) for each in atlas.projects]
    points = tuple(
        point(markers[each.id]) if each.id in markers else None for each in atlas.projects
    )
    return Contents(_tuples(PROJECTS, rows), _ids(atlas), points)


def footprints(atlas: Atlas, grounds: Grounds) -> Contents:
    """List the projects with the ground where each operates."""
    rows, shapes = [], []
    for each in atlas.projects:
        cells = footprint(each, atlas.cells)
        ground = Ground.of(cells)
        rows.append(_project(atlas, each) | {"km2": ground.km2, "people": ground.people})
        shapes.append(grounds.of(cell.id for cell in cells))
    return Contents(_tuples(FOOTPRINTS, rows), _ids(atlas), tuple(shapes))


def areas(atlas: Atlas, layer: Kind, grounds: Grounds) -> Contents:
    """List the areas of a layer with what is recorded in each."""
    themes = atlas.themes_by_area(layer)
    rows: list[dict[str, Value]] = []
    for code, ground in atlas.areas(layer).items():
        meets = atlas.meets_in(layer, code)
        rows.append(
            {
                "layer": layer.value,
                "code": code,
                "name": atlas.services[code].name,
                "km2": round(ground.km2, 3),
                "people": ground.people,
                "takes_part": sum(meet.takes_part for meet in meets),
                "reaches": sum(meet.reaches for meet in meets),
                "recorded": bool(meets),
                "themes": themes[code],
                "projects": tuple(meet.project for meet in meets),
            }
        )
    codes = tuple(atlas.areas(layer))
    shapes = tuple(grounds.area(layer, code) for code in codes)
    return Contents(_tuples(AREAS, rows), codes, shapes)


def figures(atlas: Atlas) -> Contents:
    """List the numbers that the overview gives, with whose each is and how pages say it."""
    owners = {each.id: ("national agreement", each.title) for each in atlas.register.national}
    owners |= {each.id: ("scheme", each.name) for each in atlas.schemes.values()}
    owners |= {each.id: ("project", each.title) for each in atlas.projects}
    rows = []
    for figure in atlas.register.figures:
        of, title = owners.get(figure.project, (None, None))
        value = figure.value
        whole = int(value) if value is not None and value.is_integer() else value
        said = {"of": of, "title": title, "value": whole, "said": format_figure(figure)}
        rows.append(_stated(figure.model_dump() | said))
    return Contents(_tuples(FIGURES, rows))


def partners(atlas: Atlas) -> Contents:
    """List who takes part in each project, services first."""
    rows = [
        _stated(
            partner.model_dump(mode="json")
            | {
                "title": project.title,
                "theme": project.theme,
                "status": project.status.value,
                "service_name": atlas.services[partner.service].name if partner.service else None,
            }
        )
        for project in atlas.projects
        for partner in atlas.partners_of(project)
    ]
    return Contents(_tuples(PARTNERS, rows))


def _project(atlas: Atlas, project: Project) -> dict[str, Value]:
    read = project.model_dump(exclude={"status", "benefits", "longitude", "latitude"})
    return _stated(
        read
        | {
            "theme_name": atlas.themes[project.theme].name,
            "scheme_name": atlas.schemes[project.scheme].name,
            "status": project.status.value,
            "area_names": tuple(atlas.services[code].name for code in project.areas),
            "partners": tuple(partner.name for partner in atlas.partners_of(project)),
            "benefits": tuple(benefit.value for benefit in project.benefits),
        }
    )


def _place(marker: Marker | None) -> dict[str, Value]:
    if marker is None:
        return dict.fromkeys(("point_is", "longitude", "latitude"))
    point_is = "the place named" if marker.placed else "within the footprint"
    return {"point_is": point_is, "longitude": marker.longitude, "latitude": marker.latitude}


def _ids(atlas: Atlas) -> tuple[str, ...]:
    return tuple(project.id for project in atlas.projects)


def _stated(values: dict[str, Value]) -> dict[str, Value]:
    """Give None for every text that the overview does not state."""
    return {name: None if value == "" else value for name, value in values.items()}


def _tuples(
    columns: tuple[str, ...], rows: Iterable[dict[str, Value]]
) -> tuple[tuple[Value, ...], ...]:
    return tuple(tuple(row[column] for column in columns) for row in rows)
