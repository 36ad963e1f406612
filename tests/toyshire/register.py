"""Toyshire's register: four projects, so that every case of the real one has a name here.

cardiac-arrest-southtoy   live      in Southtoy, by Southtoy Police and Toyshire Ambulance
co-responding-eastoy      live      in Eastoy, by Eastoy Fire and Seaside Ambulance
forced-entry-westoy       pilot     in Westoy, at Toytown, with two forces and a council
shared-hq-midtoy          planned   in Midtoy, by Midtoy Police and Westoy Fire
"""

from pathlib import Path

from toyshire.front_matter import front_matter
from toyshire.tables import Cells, write_rows

THEMES = (
    ("first-response", "First response and co-responding", "#772302", "solid"),
    ("demand", "Demand management and rationalisation", "#1c3f7f", "diagonal"),
    ("estates", "Shared estates and assets", "#988d19", "dots"),
    ("control-rooms", "Joint control rooms", "#8881e2", "crosshatch"),
    ("alliances", "Strategic alliances and partnerships", "#3c9f5f", "horizontal"),
    ("information", "Information sharing", "#cc6aa1", "vertical"),
    ("wider", "Wider collaboration", "#473739", "rings"),
)
SCHEMES = (
    ("cardiac-arrest", "first-response", "First Response \N{EN DASH} Cardiac Arrest"),
    ("co-responding", "first-response", "Co-responding"),
    ("forced-entry", "demand", "Forced Entry and Missing People"),
    ("joint-control-rooms", "control-rooms", "Joint Control Rooms"),
    ("shared-hq", "estates", "Shared HQ"),
)
SERVICES = (
    ("E23000901", "police", "Northtoy Police"),
    ("E23000902", "police", "Midtoy Police"),
    ("E23000903", "police", "Southtoy Police"),
    ("E31000901", "fire", "Westoy Fire"),
    ("E31000902", "fire", "Eastoy Fire"),
    ("E31000903", "fire", "Northtoy Fire"),
    ("RZ1", "ambulance", "Toyshire Ambulance"),
    ("RZ2", "ambulance", "Seaside Ambulance"),
)
PARTNERS = (
    ("cardiac-arrest-southtoy", "E23000903", "Southtoy Police", "police", "partner"),
    ("cardiac-arrest-southtoy", "RZ1", "Toyshire Ambulance", "ambulance", "lead"),
    ("co-responding-eastoy", "E31000902", "Eastoy Fire", "fire", "partner"),
    ("co-responding-eastoy", "RZ2", "Seaside Ambulance", "ambulance", "partner"),
    ("forced-entry-westoy", "E23000902", "Midtoy Police", "police", "partner"),
    ("forced-entry-westoy", "E23000903", "Southtoy Police", "police", "partner"),
    ("forced-entry-westoy", "", "Toytown Council", "council", "partner"),
    ("forced-entry-westoy", "E31000901", "Westoy Fire", "fire", "lead"),
    ("shared-hq-midtoy", "E23000902", "Midtoy Police", "police", "partner"),
    ("shared-hq-midtoy", "E31000901", "Westoy Fire", "fire", "inferred"),
)
FIGURES = (
    ("cardiac-arrest", "people whose heart stops", "300", "people", "about", "7"),
    ("cardiac-arrest-southtoy", "cars with a defibrillator", "12", "vehicles", "", "7"),
    ("cardiac-arrest-southtoy", "people reached first by police", "40", "people", "", "7"),
    ("forced-entry-westoy", "doors opened", "150", "incidents", "about", "31"),
    ("shared-hq-midtoy", "cost of the building", "1500000", "GBP", "", "44"),
)
DOUBTFUL = {"cost of the building": "Printed as 1.5m and as 15m in the same sentence."}

_UNSTATED = {
    "started": "",
    "ended": "",
    "date_printed": "",
    "place": "",
    "longitude": "",
    "latitude": "",
    "pages_inferred": "false",
    "printed_under_future": "false",
    "related": "",
    "notes": "",
}
PROJECT_COLUMNS = (
    *("id", "title", "theme", "scheme", "status", "started", "ended", "date_printed", "areas"),
    *("place", "longitude", "latitude", "summary", "benefits", "pages", "pages_inferred"),
    *("printed_under_future", "related", "notes"),
)
PROJECTS = (
    _UNSTATED
    | {
        "id": "cardiac-arrest-southtoy",
        "title": "Police officers answer cardiac arrests in Southtoy",
        "theme": "first-response",
        "scheme": "cardiac-arrest",
        "status": "live",
        "started": "2015-11",
        "date_printed": "November 2015",
        "areas": "E23000903",
        "summary": "When somebody collapses in Southtoy the ambulance control room may ask for the "
        "nearest police car as well as for its own crew. The car carries a defibrillator, so that "
        "treatment starts sooner. Officers hand over to paramedics and go back to their duties.",
        "benefits": "faster_response;public_safety",
        "pages": "7",
    },
    _UNSTATED
    | {
        "id": "co-responding-eastoy",
        "title": "Firefighters answer medical calls in Eastoy",
        "theme": "first-response",
        "scheme": "co-responding",
        "status": "live",
        "areas": "E31000902",
        "summary": "Firefighters on call in Eastoy go to the most urgent medical calls with "
        "Seaside Ambulance. The nearest crew starts care and the ambulance takes the patient to "
        "hospital. The overview does not say when this began, or how many calls were answered.",
        "benefits": "faster_response",
        "pages": "12;13",
        "pages_inferred": "true",
    },
    _UNSTATED
    | {
        "id": "forced-entry-westoy",
        "title": "Fire crews open doors for medical calls in Westoy",
        "theme": "demand",
        "scheme": "forced-entry",
        "status": "pilot",
        "started": "2014",
        "ended": "2016-03",
        "date_printed": "2014 \N{EN DASH} March 2016",
        "areas": "E31000901",
        "place": "Toytown",
        "longitude": "-1.7943",
        "latitude": "52.7145",
        "summary": "A patient behind a locked door used to wait for police to break it open. In "
        "this pilot, run from Toytown, the fire crew does so instead: it is often nearer, and does "
        "less damage. Toytown Council mends the door, and both forces are told.",
        "benefits": "demand_reduction;savings",
        "pages": "31",
        "related": "shared-hq-midtoy",
    },
    _UNSTATED
    | {
        "id": "shared-hq-midtoy",
        "title": "One headquarters for police and fire in Midtoy",
        "theme": "estates",
        "scheme": "shared-hq",
        "status": "planned",
        "areas": "E23000902",
        "summary": "Midtoy Police and Westoy Fire plan to leave their two headquarters and share a "
        "new building. Support staff of both would sit together. Nothing has been built yet, no "
        "date is given, and the printed cost cannot be relied on, since two sums are named.",
        "benefits": "closer_working;savings",
        "pages": "44",
        "printed_under_future": "true",
        "related": "forced-entry-westoy",
    },
)


def write_register(folder: Path) -> Path:
    """Write all of Toyshire's tables but districts.csv, which the builder writes, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (_tables() | front_matter()).items():
        write_rows(folder / f"{name}.csv", rows)
    return folder


def _tables() -> dict[str, list[Cells]]:
    return {
        "themes": [_theme(*theme) for theme in THEMES],
        "schemes": [{"id": i, "theme": theme, "name": name} for i, theme, name in SCHEMES],
        "services": [_service(*service) for service in SERVICES],
        "projects": [{column: row[column] for column in PROJECT_COLUMNS} for row in PROJECTS],
        "partners": [_partner(partner) for partner in PARTNERS],
        "figures": [_figure(figure) for figure in FIGURES],
    }


def _theme(key: str, name: str, colour: str, pattern: str) -> Cells:
    description = f"{name}, as Toyshire does it."
    return {
        "id": key,
        "name": name,
        "description": description,
        "colour": colour,
        "pattern": pattern,
    }


def _service(code: str, kind: str, name: str) -> Cells:
    names = {"name": name, "short_name": name, "aliases": name}
    return {"code": code, "kind": kind, **names, "successor_code": "", "notes": ""}


def _partner(cells: tuple[str, ...]) -> Cells:
    return dict(zip(("project", "service", "name", "kind", "role"), cells, strict=True))


def _figure(cells: tuple[str, ...]) -> Cells:
    project, measure, value, unit, qualifier, page = cells
    return {
        "project": project,
        "measure": measure,
        "value": value,
        "value_text": "",
        "unit": unit,
        "qualifier": qualifier,
        "period": "",
        "doubtful": DOUBTFUL.get(measure, ""),
        "page": page,
    }
