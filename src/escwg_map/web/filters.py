"""The filter form: every choice with its count, ticked as the selection has it."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.selection import Selection
from escwg_map.selection.facets import Facets, count_facets
from escwg_map.selection.ways import Colour, Markers, Weight
from escwg_map.vocabulary import Benefit, Kind, Status

_FACETS = {"theme", "scheme", "status", "benefit", "kind", "service", "area", "from", "to", "q"}
_OF_THE_MAP = {"layer", "outlines", "colour", "markers"}
_LEFT = {"offset"}
"""What another choice makes void: the page of a list that somebody stood on."""


class Choice(Struct, frozen=True):
    """One box, button or option of the form; `number` is how many projects it would leave."""

    value: str
    text: str
    chosen: bool
    number: int | None = None


Groups = tuple[tuple[str, tuple[Choice, ...]], ...]
"""Choices under headings."""


class FilterForm(Struct, frozen=True):
    """The choices, and the parameters that the form carries along unseen."""

    themes: tuple[Choice, ...]
    schemes: Groups
    statuses: tuple[Choice, ...]
    benefits: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    services: Groups
    areas: Groups
    from_: int | None
    to: int | None
    q: str
    layers: tuple[Choice, ...]
    outlines: tuple[Choice, ...]
    colours: tuple[Choice, ...]
    markers: tuple[Choice, ...]
    weights: tuple[Choice, ...]
    carried: tuple[tuple[str, str], ...]

    @property
    def schemes_chosen(self) -> int:
        """How many schemes are ticked."""
        return sum(choice.chosen for _, choices in self.schemes for choice in choices)

    @property
    def names_a_service(self) -> bool:
        """Whether one service or one area is chosen."""
        groups = (*self.services, *self.areas)
        return any(choice.chosen for _, choices in groups for choice in choices)


def filter_form(
    selection: Selection, everything: Atlas, *, on_map: bool = True, weights: Sequence[Weight] = ()
) -> FilterForm:
    """Make the form of a selection.

    Away from the map, what only the map shows is carried along instead of asked for; so is the
    weight where there are no incidents to weigh by.
    """
    facets = count_facets(selection, everything)
    shown = _FACETS | _LEFT | (_OF_THE_MAP if on_map else set())
    if Weight.INCIDENTS in weights:
        shown.add("weight")
    return FilterForm(
        themes=_themes(selection, everything, facets),
        schemes=_schemes(selection, everything, facets),
        statuses=_words("status", Status, selection.status, facets),
        benefits=_words("benefit", Benefit, selection.benefit, facets),
        kinds=_words("kind", Kind, selection.kind, facets),
        services=_services(everything, selection.service),
        areas=_services(everything, selection.area),
        from_=selection.from_,
        to=selection.to,
        q=selection.q or "",
        layers=_layers((selection.layer,)),
        outlines=_layers(selection.outlines),
        colours=tuple(Choice(c.value, c.label, c is selection.colour) for c in Colour),
        markers=tuple(Choice(m.value, m.label, m is selection.markers) for m in Markers),
        weights=tuple(
            Choice(w.value, w.label, w is selection.weight) for w in weights if "weight" in shown
        ),
        carried=tuple((name, value) for name, value in selection.pairs() if name not in shown),
    )


def _themes(selection: Selection, everything: Atlas, facets: Facets) -> tuple[Choice, ...]:
    return tuple(
        Choice(t.id, t.name, t.id in selection.theme, facets.number("theme", t.id))
        for t in everything.themes.values()
    )


def _schemes(selection: Selection, everything: Atlas, facets: Facets) -> Groups:
    """Put the schemes under the names of their themes; a theme without any is left out."""
    groups = (
        (
            theme.name,
            tuple(
                Choice(s.id, s.name, s.id in selection.scheme, facets.number("scheme", s.id))
                for s in sorted(everything.schemes.values(), key=lambda s: s.name.casefold())
                if s.theme == theme.id
            ),
        )
        for theme in everything.themes.values()
    )
    return tuple((name, choices) for name, choices in groups if choices)


def _words(
    name: str,
    words: Iterable[Status] | Iterable[Benefit] | Iterable[Kind],
    chosen: tuple[Status | Benefit | Kind, ...],
    facets: Facets,
) -> tuple[Choice, ...]:
    return tuple(
        Choice(word.value, word.label, word in chosen, facets.number(name, word.value))
        for word in words
    )


def _services(everything: Atlas, chosen: str | None) -> Groups:
    """List the services that have an area, by kind and name."""
    return tuple(
        (
            layer.areas_label.capitalize(),
            tuple(
                Choice(code, everything.services[code].name, code == chosen)
                for code in sorted(
                    everything.areas(layer), key=lambda code: everything.services[code].name
                )
            ),
        )
        for layer in Kind
    )


def _layers(chosen: tuple[Kind, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(k.value, k.areas_label.capitalize(), k in chosen) for k in Kind)
