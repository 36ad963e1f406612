"""The filter form: every choice with its count, ticked as the selection has it."""

from collections import Counter
from dataclasses import dataclass

from escwg_map.atlas import Atlas
from escwg_map.selection import Selection
from escwg_map.vocabulary import Kind, Status

_SHOWN = ("theme", "status", "layer", "outlines")


@dataclass(frozen=True)
class Choice:
    """One box or button of the form."""

    value: str
    text: str
    chosen: bool
    number: int | None = None


@dataclass(frozen=True)
class FilterForm:
    """The choices, and the parameters that the form carries along unseen."""

    themes: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    layers: tuple[Choice, ...]
    outlines: tuple[Choice, ...]
    carried: tuple[tuple[str, str], ...]


def filter_form(selection: Selection, everything: Atlas) -> FilterForm:
    """Make the form of a selection; counts are of everything, so that they do not jump about."""
    themes = everything.count_by_theme()
    statuses = Counter(project.status for project in everything.projects)
    return FilterForm(
        themes=tuple(
            Choice(theme.id, theme.name, theme.id in selection.theme, themes[theme.id])
            for theme in everything.themes.values()
        ),
        statuses=tuple(
            Choice(s.value, s.label, s in selection.status, statuses[s]) for s in Status
        ),
        layers=tuple(
            Choice(k.value, k.areas_label.capitalize(), k is selection.layer) for k in Kind
        ),
        outlines=tuple(
            Choice(k.value, k.areas_label.capitalize(), k in selection.outlines) for k in Kind
        ),
        carried=tuple((name, value) for name, value in selection.pairs() if name not in _SHOWN),
    )
