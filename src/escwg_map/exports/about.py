"""What every file says of itself: never the clock, so that the same selection gives the same file.

The names of files say what is inside, in letters that every disk takes.
"""

from datetime import date

from escwg_map import __version__
from escwg_map.atlas import Atlas
from escwg_map.exports.subjects import Subject
from escwg_map.selection import Selection
from escwg_map.selection.filters import FILTERS
from escwg_map.wording import ATTRIBUTION, CAUTION, count

AS_OF = date(2016, 1, 1)
"""The day that formats which must name one are given: the first of the overview's year."""

SOURCE = "Emergency Services Collaboration Working Group, National Overview, 2016"
LICENCE = (
    "Open Government Licence v3.0 (boundaries and residents); "
    "MIT (the register's wording, whose facts are from a public document)"
)

_LONGEST_NAME = 60
_FILTERS = [filter_.name.rstrip("_") for filter_ in FILTERS]


def metadata(
    subject: Subject, asked: Selection, everything: Atlas, projects: int, rows: int, version: str
) -> dict[str, str]:
    """Say what a file is, what it holds, where it comes from and what it must not be taken for."""
    title = f"{subject.title}: {asked.layer.areas_label}" if subject.by_layer else subject.title
    counted = count(rows, "feature" if subject.ground else "row")
    said = {
        "title": title,
        "selection": asked.describe(everything),
        "counts": f"{counted}, {count(projects, 'project')}",
        "source": SOURCE,
        "attribution": ATTRIBUTION,
        "licence": LICENCE,
        "date": f"{AS_OF:%Y}",
        "version": f"escwg-map {__version__}, publication {version}",
        "caution": CAUTION,
    }
    return {name: visible(text) for name, text in said.items()}


def file_name(subject: Subject, asked: Selection) -> str:
    """Name the file, without the ending: `escwg-map-police-areas-demand`."""
    what = f"{asked.layer}-{subject.name}" if subject.by_layer else subject.name
    name = "-".join(["escwg-map", what, *_filter_words(asked)])
    return name if len(name) <= _LONGEST_NAME else f"escwg-map-{what}-selection"


def _filter_words(asked: Selection) -> list[str]:
    words = []
    for name, value in asked.pairs():
        if name in ("from", "to"):
            words.append(f"{name}-{value}")
        elif name in _FILTERS:
            words.append("words" if name == "q" else value.replace("_", "-"))
    return words


def visible(text: str) -> str:
    """Put a blank for whatever cannot be seen, which XML and spreadsheets refuse."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
