"""What each column of an export holds and means; `docs/exports.md` is written from it.

A name means the same wherever it stands, but for those that are listed under a subject.
"""

from collections.abc import Mapping, Sequence

from escwg_map.exports import contents
from escwg_map.exports.columns import Column, Holds
from escwg_map.tables import derived
from escwg_map.tables.by_incidents import INCIDENT_COLUMNS

_TEXT, _WHOLE, _NUMBER, _TRUTH, _LIST, _STARRED = Holds

_Meaning = tuple[Holds, str]

_EVERYWHERE: Mapping[str, _Meaning] = {
    # Projects and who takes part in them.
    "id": (_TEXT, "The project's id."),
    "title": (_TEXT, "The project's title."),
    "theme": (_TEXT, "The id of the theme."),
    "theme_name": (_TEXT, "The theme's name."),
    "scheme": (_TEXT, "The id of the scheme."),
    "scheme_name": (_TEXT, "The scheme's name, as printed."),
    "status": (_TEXT, "How far the project stood in 2016."),
    "started": (_TEXT, "Its start: a year, a month (2015-11) or a day; empty where not stated."),
    "ended": (_TEXT, "Its end, written as started is."),
    "date_printed": (_TEXT, "The date in the overview's heading, as printed."),
    "areas": (_LIST, "The codes of the areas that the project's record names."),
    "area_names": (_LIST, "The names of the services whose areas these are."),
    "place": (_TEXT, "The place that the overview names; empty where it names none."),
    "point_is": (_TEXT, "What the point is: the place named, or a place within the footprint."),
    "longitude": (_NUMBER, "The point's longitude in degrees (WGS 84)."),
    "latitude": (_NUMBER, "The point's latitude in degrees (WGS 84)."),
    "partners": (_LIST, "The names of all who take part."),
    "summary": (_TEXT, "What the project is, in the register's own words."),
    "benefits": (_LIST, "What the overview says the project brought or was to bring."),
    "pages": (_LIST, "The pages of the overview."),
    "pages_inferred": (_TRUTH, "Whether the pages leave room for doubt."),
    "printed_under_future": (_TRUTH, "Whether it stands under a Future heading."),
    "related": (_LIST, "The ids of projects that are the same undertaking told elsewhere."),
    "project": (_TEXT, "The id of the project."),
    "service": (_TEXT, "The service's code; empty for a body that is no service."),
    "service_name": (_TEXT, "The name that the service of this code had in 2016."),
    "kind": (_TEXT, "What sort of body the partner is."),
    "role": (_TEXT, "Its part: lead, partner, former (since merged) or inferred (unprinted)."),
    # Ground.
    "layer": (_TEXT, "The layer: police, fire or ambulance."),
    "code": (_TEXT, "The area's code."),
    "name": (_TEXT, "The name of the service whose area it is."),
    "km2": (_NUMBER, "Ground in square kilometres."),
    "people": (_WHOLE, "Residents at the 2011 Census."),
    "cell": (_TEXT, "The cell's id: its three codes joined by hyphens."),
    "police_code": (_TEXT, "The code of the police force."),
    "fire_code": (_TEXT, "The code of the fire and rescue authority."),
    "ambulance_code": (_TEXT, "The code of the ambulance trust."),
    "a_layer": (_TEXT, "The layer of the one area."),
    "a_code": (_TEXT, "The code of the one area."),
    "a_name": (_TEXT, "The name of the one area's service."),
    "b_layer": (_TEXT, "The layer of the other area."),
    "b_code": (_TEXT, "The code of the other area."),
    "b_name": (_TEXT, "The name of the other area's service."),
    "share_of_a": (_NUMBER, "The common ground as a share of the one area's, from 0 to 1."),
    "share_of_b": (_NUMBER, "The common ground as a share of the other area's."),
    "people_share_of_a": (_NUMBER, "People there as a share of the one area's."),
    "people_share_of_b": (_NUMBER, "People there as a share of the other area's."),
    # How projects and areas meet.
    "takes_part": (_WHOLE, "The number of projects in which the area's service takes part."),
    "reaches": (_WHOLE, "The number of projects whose footprint reaches the area."),
    "recorded": (_TRUTH, "Whether either is over 0; false says none recorded, never none."),
    "reached_share": (_NUMBER, "The share of the area's ground that is reached, from 0 to 1."),
    "reached_people_share": (_NUMBER, "The share of the area's people who live there."),
    "themes": (_LIST, "The ids of the themes recorded in the area."),
    "projects": (_WHOLE, "The number of projects."),
    "people_share": (_NUMBER, "People there as a share of all, from 0 to 1."),
    "km2_share": (_NUMBER, "Ground there as a share of all."),
    # Incidents, where somebody counted some and `weight=incidents` asks for them.
    "incidents": (_STARRED, "Incidents that fell there."),
    "incidents_reached": (_STARRED, "Those of them that fell in a footprint of the theme."),
    "incidents_outside": (_STARRED, "Those that fell outside every footprint of the theme."),
    "incidents_share": (_NUMBER, "Incidents there as a share of all; empty where that is hidden."),
    "exact": (_TRUTH, "Whether incidents are exact; false says that small ones are hidden (*)."),
    # How areas match.
    "towards": (_TEXT, "The layer that the area is compared with."),
    "services": (_WHOLE, "The number of areas of that layer that it overlaps."),
    "relation": (_TEXT, "How they lie: equal, contained, contains or mixed."),
    "best_match": (_TEXT, "The code of the area that matches best."),
    "best_match_name": (_TEXT, "The name of that area's service."),
    "iou": (_NUMBER, "How well it matches: common ground over the ground of both, from 0 to 1."),
    "effective_by_ground": (_NUMBER, "The effective number of partners, by ground."),
    "effective_by_people": (_NUMBER, "The effective number of partners, by people."),
    # The overview's numbers.
    "of": (_TEXT, "Whose the number is: project, scheme or national agreement."),
    "measure": (_TEXT, "What was counted."),
    "value": (_NUMBER, "The number, in whole units; empty where it cannot be one."),
    "value_text": (_TEXT, "What cannot be one number, such as 40/60."),
    "unit": (_TEXT, "The unit of the value."),
    "qualifier": (_TEXT, "about, over, up_to, at_least or estimated."),
    "period": (_TEXT, "The time that the number is for."),
    "said": (_TEXT, "The number as pages say it."),
    "doubtful": (_TEXT, "Why the printed number cannot be trusted; empty where it can."),
    "page": (_WHOLE, "The page of the overview."),
}
_BY_SUBJECT: Mapping[str, Mapping[str, _Meaning]] = {
    "areas": {"projects": (_LIST, "The ids of the projects that meet the area.")},
    "cells": {"projects": (_WHOLE, "The number of projects whose footprint takes in the cell.")},
    "coverage": {"status": (_TEXT, "A status, live-or-pilot for both, or any for all.")},
    "figures": {
        "project": (_TEXT, "The id of the project, scheme or national agreement."),
        "title": (_TEXT, "Its title or name."),
    },
    "footprints": {
        "km2": (_NUMBER, "The footprint in square kilometres."),
        "people": (_WHOLE, "Residents of the footprint at the 2011 Census."),
    },
    "gaps-by-scheme": {"theme": (_TEXT, "The id of the scheme.")},
    "coverage-by-scheme": {
        "theme": (_TEXT, "The id of the scheme."),
        "status": (_TEXT, "A status, live-or-pilot for both, or any for all."),
    },
    "meets": {"takes_part": (_TRUTH, "Whether the area's service is a partner.")},
    "partners": {"name": (_TEXT, "The partner's name.")},
}


_NAMES: Mapping[str, Sequence[str]] = {
    "projects": contents.PROJECTS,
    "footprints": contents.FOOTPRINTS,
    "areas": contents.AREAS,
    "cells": derived.CELLS,
    "overlaps": derived.OVERLAPS,
    "gaps": derived.GAPS,
    "coverage": derived.COVERAGE,
    "figures": contents.FIGURES,
    "partners": contents.PARTNERS,
    "meets": derived.MEETS,
    "coterminosity": derived.COTERMINOSITY,
    "strangers": derived.OVERLAPS,
    "lonely-cells": derived.CELLS,
    "gaps-by-scheme": derived.GAPS,
    "coverage-by-scheme": derived.COVERAGE,
}


def columns_of(what: str) -> tuple[Column, ...]:
    """Give the columns of a subject in their order, with what each holds and means."""
    return tuple(_column(what, name) for name in _NAMES[what])


def incident_columns_of(what: str) -> tuple[Column, ...]:
    """Give the columns that counts of incidents add to a subject, after its own."""
    return tuple(_column(what, name) for name in INCIDENT_COLUMNS.get(what, ()))


def _column(what: str, name: str) -> Column:
    return Column(name, *(_BY_SUBJECT.get(what, {}).get(name) or _EVERYWHERE[name]))
