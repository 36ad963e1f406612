"""Each filter narrows Toyshire's four projects, and says itself in words."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.selection import Selection
from escwg_map.selection.filters import FILTERS

CARDIAC, EASTOY = "cardiac-arrest-southtoy", "co-responding-eastoy"
WESTOY, MIDTOY = "forced-entry-westoy", "shared-hq-midtoy"

# The query, the projects that are left, and the words for it.
FILTERED: dict[str, tuple[str, list[str], str]] = {
    "a theme": (
        "theme=first-response",
        [CARDIAC, EASTOY],
        "theme First response and co-responding",
    ),
    "two themes widen": (
        "theme=demand&theme=estates",
        [WESTOY, MIDTOY],
        "theme Demand management and rationalisation and Shared estates and assets",
    ),
    "a theme without projects": ("theme=wider", [], "theme Wider collaboration"),
    "a scheme": (
        "scheme=forced-entry",
        [WESTOY],
        "scheme Forced Entry and Missing People",
    ),
    "a status": ("status=live", [CARDIAC, EASTOY], "status live"),
    "two statuses widen": ("status=pilot&status=planned", [WESTOY, MIDTOY], "pilot and planned"),
    "a benefit": ("benefit=savings", [WESTOY, MIDTOY], "benefit savings"),
    "a benefit of two words": (
        "benefit=faster_response",
        [CARDIAC, EASTOY],
        "benefit faster response",
    ),
    "a kind taking part": ("kind=police", [CARDIAC, WESTOY, MIDTOY], "police taking part"),
    "two kinds narrow": (
        "kind=police&kind=fire",
        [WESTOY, MIDTOY],
        "police and fire taking part",
    ),
    "all three kinds": ("kind=police&kind=fire&kind=ambulance", [], "police, fire and ambulance"),
    "a service taking part": (
        "service=E31000901",
        [WESTOY, MIDTOY],
        "Westoy Fire taking part",
    ),
    "an area reached": (
        "area=E31000902",
        [CARDIAC, EASTOY, MIDTOY],
        "reaching the area of Eastoy Fire",
    ),
    "an area not reached": ("area=E23000901", [], "reaching the area of Northtoy Police"),
    "a cell reached": (
        "cell=E23000902-E31000902-RZ2",
        [EASTOY, MIDTOY],
        "the ground that Midtoy Police, Eastoy Fire and Seaside Ambulance share",
    ),
    "from a year on, or undated": (
        "from=2015",
        [CARDIAC, EASTOY, MIDTOY],
        "started in 2015 or later, or no start stated",
    ),
    "up to a year, or undated": (
        "to=2014",
        [EASTOY, WESTOY, MIDTOY],
        "started in 2014 or earlier, or no start stated",
    ),
    "years without a start in them": ("from=2016&to=2016", [EASTOY, MIDTOY], "or later"),
    "a word of a title": ("q=headquarters", [MIDTOY], "with the words “headquarters”"),
    "a word of a partner": ("q=seaside", [EASTOY], "with the words “seaside”"),
    "a word of a place, loudly": ("q=TOYTOWN", [WESTOY], "with the words “TOYTOWN”"),
    "words in any order": ("q=door+fire+patient", [WESTOY], "“door fire patient”"),
    "words that stand apart": ("q=headquarters+patient", [], "“headquarters patient”"),
    "two filters narrow": (
        "theme=first-response&service=RZ1",
        [CARDIAC],
        "theme First response and co-responding; Toyshire Ambulance taking part",
    ),
}


@pytest.mark.parametrize(("query", "left", "_"), FILTERED.values(), ids=FILTERED)
def test_narrows(atlas: Atlas, query: str, left: list[str], _: str) -> None:
    narrower = asked(query).apply(atlas)

    assert [project.id for project in narrower.projects] == left


@pytest.mark.parametrize(("query", "_", "said"), FILTERED.values(), ids=FILTERED)
def test_says_itself(atlas: Atlas, query: str, _: list[str], said: str) -> None:
    assert said in asked(query).describe(atlas)


def asked(query: str) -> Selection:
    pairs = [pair.split("=") for pair in query.split("&")]
    return Selection.from_query((name, value.replace("+", " ")) for name, value in pairs)


def test_taking_part_and_reaching_are_different_questions(atlas: Atlas) -> None:
    taking_part, reaching = asked("service=RZ2").apply(atlas), asked("area=RZ2").apply(atlas)

    assert [project.id for project in taking_part.projects] == [EASTOY]
    assert [project.id for project in reaching.projects] == [CARDIAC, EASTOY, MIDTOY]


@pytest.mark.parametrize("filter_", FILTERS, ids=lambda filter_: filter_.name)
def test_every_filter_is_a_field_of_the_selection(filter_: object) -> None:
    assert getattr(filter_, "name", None) in Selection.__struct_fields__
