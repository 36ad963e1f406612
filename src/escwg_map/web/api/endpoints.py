"""The calls, each described once."""

from urllib.parse import urlencode

from escwg_map.records.register import Register
from escwg_map.web.api import answers, lists, models, wholes
from escwg_map.web.api.endpoint import Endpoint, list_of, whole
from escwg_map.web.api.parameters import (
    AREA,
    AREA_SORT,
    AT,
    FILTERS,
    LAYER,
    OTHER,
    PAGING,
    PROJECT_ID,
    PROJECT_SORT,
    SERVICE_CODE,
    STATUS,
    THEME,
    WEIGHT,
    WORDS,
    needed,
    with_meaning,
)


def _some(path: str, **query: object) -> str:
    return f"{path}?{urlencode(query, safe=',')}"


def _here(register: Register) -> str:
    places = [(each.longitude, each.latitude) for each in register.projects]
    places += [(each.longitude, each.latitude) for each in register.districts]
    at = next((f"{x},{y}" for x, y in places if x is not None), "-0.335,53.745")
    return _some("/locate", at=at)


def _peers(register: Register) -> str:
    first = register.projects[0]
    return _some("/peers", area=register.services[0].code, theme=first.theme, limit=1)


ENDPOINTS = (
    Endpoint(
        "list_projects",
        "/projects",
        "Projects",
        "The projects of a selection, by theme and then by title unless they are sorted.",
        (*FILTERS, PROJECT_SORT, *PAGING),
        *list_of(models.Project, lists.projects),
        lambda register: _some("/projects", theme=register.projects[0].theme, limit=1),
    ),
    Endpoint(
        "show_project",
        "/projects/{id}",
        "One project",
        "A project whole: who takes part and how, its figures, and the areas that it meets.",
        (PROJECT_ID,),
        *whole(answers.ProjectWhole, wholes.project),
        lambda register: f"/projects/{register.projects[0].id}",
    ),
    Endpoint(
        "list_services",
        "/services",
        "Services",
        "All services, each with the number of the selection's projects that it meets.",
        (*FILTERS, *PAGING),
        *list_of(models.Service, lists.services),
        lambda _: _some("/services", status="live", limit=1),
    ),
    Endpoint(
        "show_service",
        "/services/{code}",
        "One service",
        "A service whole: the projects at its area, who shares its ground, who led it in 2016.",
        (SERVICE_CODE,),
        *whole(answers.ServiceWhole, wholes.service),
        lambda register: f"/services/{register.services[0].code}",
    ),
    Endpoint(
        "list_areas",
        "/areas",
        "Areas",
        "The areas of a layer, with what the selection's projects do in each.",
        (LAYER, *FILTERS, AREA_SORT, WEIGHT, *PAGING),
        *list_of(models.Area, lists.areas),
        lambda _: _some("/areas", layer="fire", sort="-people", limit=1),
    ),
    Endpoint(
        "list_cells",
        "/cells",
        "Cells",
        "The grounds that three services share, with how many of the projects reach each.",
        (*FILTERS, WEIGHT, *PAGING),
        *list_of(models.Cell, lists.cells),
        lambda _: _some("/cells", limit=1),
    ),
    Endpoint(
        "list_overlaps",
        "/overlaps",
        "Overlaps",
        "The grounds that two areas have in common: of all layers, of one or two, or of one area.",
        (
            with_meaning(LAYER, "The layer that shares are said of first; all pairs unless given."),
            OTHER,
            with_meaning(AREA, "Only the overlaps of this area, said from its side."),
            WEIGHT,
            *PAGING,
        ),
        *list_of(models.Overlap, lists.overlaps),
        lambda _: _some("/overlaps", layer="police", other="fire", limit=1),
    ),
    Endpoint(
        "list_gaps",
        "/gaps",
        "Gaps",
        "What of the selection is recorded of each theme in each area of a layer, or is not.",
        (LAYER, *FILTERS, WEIGHT, *PAGING),
        *list_of(models.Gap, lists.gaps),
        lambda _: _some("/gaps", layer="ambulance", status="live", limit=1),
    ),
    Endpoint(
        "list_coverage",
        "/coverage",
        "Coverage",
        "How far the projects of each theme reach, by status; of the area or cell if one is given.",
        (*FILTERS, WEIGHT, *PAGING),
        *list_of(models.Coverage, lists.coverage),
        lambda register: _some("/coverage", area=register.services[0].code, limit=1),
    ),
    Endpoint(
        "list_peers",
        "/peers",
        "Peers",
        "The services that take part in projects of a theme, those nearest to an area first.",
        (
            needed(AREA, "The area from which nearness is counted."),
            needed(THEME, "The theme."),
            STATUS,
            *PAGING,
        ),
        *list_of(models.Peer, lists.peers),
        _peers,
    ),
    Endpoint(
        "locate",
        "/locate",
        "What there is at a point",
        "The three services at a point, and every project of the selection that reaches it. A "
        "point less than 5 km off land is answered with the nearest land.",
        (AT, *FILTERS),
        *whole(answers.Place, wholes.place),
        _here,
    ),
    Endpoint(
        "search",
        "/search",
        "Search",
        "Services, districts, places, schemes and projects by name, the best first.",
        (WORDS, *PAGING),
        *list_of(models.Find, lists.finds),
        lambda register: _some("/search", q=register.services[0].short_name, limit=1),
    ),
)
"""All calls, in the order in which the documents tell them."""
