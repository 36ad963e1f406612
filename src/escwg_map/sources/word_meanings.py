"""What each word of the closed lists means, by the column that takes it."""

from collections.abc import Mapping

_KINDS = {
    "police": "a police force",
    "fire": "a fire and rescue authority",
    "ambulance": "an ambulance trust",
}

WORD_MEANINGS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("projects", "status"): {
        "live": "at work in 2016",
        "pilot": "on trial, or running for a set time to see whether it works",
        "planned": "agreed or announced, not yet at work",
        "exploring": "looked into or talked about, not yet agreed",
        "completed": "over by the time of the overview",
    },
    ("projects", "benefits"): {
        "faster_response": "help arrives sooner",
        "savings": "money is saved, or need not be spent",
        "demand_reduction": "fewer calls, journeys or hours for one of the services",
        "closer_working": "the services work together better",
        "public_safety": "people are safer",
        "public_health": "people are healthier, or more of them survive",
        "effectiveness": "the work is done better",
        "information_sharing": "the services know what each other know",
    },
    ("partners", "kind"): {
        **_KINDS,
        "council": "a local council",
        "health": "a health body that is no ambulance trust",
        "pcc": "a police and crime commissioner",
        "charity": "a charity",
        "other": "any other body",
    },
    ("partners", "role"): {
        "lead": "leads the project, by what the text says",
        "partner": "takes part",
        "former": "took part as a service that has since merged: the code is its successor's",
        "inferred": "takes part by what follows from the heading or text; no partner line names it",
    },
    ("services", "kind"): _KINDS,
    ("figures", "qualifier"): {
        "about": "roughly this",
        "over": "more than this",
        "up_to": "this at most",
        "at_least": "this or more",
        "estimated": "a forecast, an aim or an estimate",
    },
    ("leaders", "post"): {
        "pcc": "police and crime commissioner, or the mayor in that role",
        "chief_constable": "chief constable, or commissioner in London",
        "chief_fire_officer": "chief fire officer, or the equivalent under another title",
        "ambulance_chief_executive": "chief executive of an ambulance trust",
    },
    ("themes", "pattern"): {
        "solid": "one even colour",
        "dots": "dots",
        "diagonal": "slanting lines",
        "crosshatch": "slanting lines that cross",
        "horizontal": "level lines",
        "vertical": "upright lines",
        "rings": "small rings",
    },
    ("districts", "country"): {"England": "in England", "Wales": "in Wales"},
}
