"""Single things, whole: a project, a service, and what there is at a place."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from escwg_map.errors import NotRecorded
from escwg_map.exports import contents
from escwg_map.geography.cells import Ground
from escwg_map.geography.footprint import footprint
from escwg_map.selection.parameters import shown
from escwg_map.tables import derived
from escwg_map.tables.data import rounded
from escwg_map.web import absolute, links
from escwg_map.web.api import answers
from escwg_map.web.api.addresses import HTML, JSON, links_to
from escwg_map.web.api.asking import Asked
from escwg_map.web.api.lists import rows_of, service_row
from escwg_map.web.api.models import Item
from escwg_map.web.places import place_at


def project(asked: Asked) -> answers.ProjectWhole:
    """Tell one project whole.

    Raises:
        NotRecorded: the register holds no such project.
    """
    (project_id,) = asked.path
    found = asked.everything.project(project_id)
    atlas = asked.everything.narrowed_to([found])
    ground = Ground.of(footprint(found, atlas.cells))
    (row,) = rows_of(contents.PROJECTS, contents.projects(atlas).rows)
    others = [
        ("collection", absolute.call("list_projects"), JSON),
        ("alternate", absolute.to(links.project(found.id)), HTML),
    ]
    return answers.ProjectWhole.model_validate(
        {
            **row,
            "roles": _some(answers.Partner, contents.PARTNERS, contents.partners(atlas).rows),
            "figures": _some(answers.Figure, contents.FIGURES, contents.figures(atlas).rows),
            "meets": _some(answers.AreaMet, derived.MEETS, derived.meets(atlas).rows),
            "km2": rounded(ground.km2),
            "people": ground.people,
            "links": links_to(asked, others),
        }
    )


def service(asked: Asked) -> answers.ServiceWhole:
    """Tell one service whole.

    Raises:
        NotRecorded: the register holds no such service.
    """
    (code,) = asked.path
    atlas = asked.everything
    if code not in atlas.services:
        raise NotRecorded(f"There is no service with the code {shown(code)}.")
    found = atlas.services[code]
    meets = derived.area_projects(atlas, found.kind, code).rows
    overlaps = derived.area_overlaps(atlas, code)
    recorded = atlas.themes_by_area(found.kind).get(code, ())
    others = [
        ("collection", absolute.call("list_services"), JSON),
        ("alternate", absolute.to(links.area(found.kind, code)), HTML),
    ]
    return answers.ServiceWhole.model_validate(
        {
            **service_row(asked, found),
            "meets": _some(answers.ProjectMet, derived.MEETS, meets),
            "not_recorded": tuple(theme for theme in atlas.themes if theme not in recorded),
            "overlaps": tuple(rows_of(overlaps.columns, overlaps.rows)),
            "leaders": tuple(
                {"post": each.post, "name": each.name, "affiliation": each.affiliation or None}
                for each in atlas.leaders_of(code)
            ),
            "links": links_to(asked, others),
        }
    )


def place(asked: Asked) -> answers.Place:
    """Tell what there is at a place."""
    point = asked.selection.at
    assert point is not None
    found = place_at(point, asked.atlas, asked.served.ground)
    projects = [project for _, group in found.projects for project in group]
    return answers.Place(
        longitude=found.point.longitude,
        latitude=found.point.latitude,
        metres_away=rounded(found.metres_away) if found.metres_away else None,
        cell=found.cell.id if found.cell else None,
        selection=asked.said,
        services=tuple(
            answers.ServiceHere(layer=layer, code=service.code, name=service.name)
            for layer, service in found.services
        ),
        projects=tuple(
            answers.ProjectHere(
                id=each.id,
                title=each.title,
                theme=each.theme,
                status=each.status,
                partners=found.partners[each.id],
            )
            for each in projects
        ),
        not_recorded=tuple(theme.id for theme in found.not_recorded),
        links=links_to(asked, [("alternate", absolute.to(links.place(point)), HTML)]),
    )


def _some(
    model: type[Item], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> tuple[Mapping[str, Any], ...]:
    """Keep of each row what a model has."""
    return tuple({name: row[name] for name in model.model_fields} for row in rows_of(columns, rows))
