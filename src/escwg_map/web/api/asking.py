"""One request to the API, read: the text of its query string is values from here on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from escwg_map.atlas import Atlas
from escwg_map.demand.incidents import Incidents
from escwg_map.errors import BadSelection
from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection
from escwg_map.selection.parameters import one, word_of
from escwg_map.selection.query import read_query, refuse_unknown
from escwg_map.vocabulary import Kind
from escwg_map.web.api.parameter import Parameter, by_name
from escwg_map.web.api.parameters import OTHER
from escwg_map.web.current import weighed_by

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Asked:
    """What a call asks for.

    `given` are the names and values of the query string, those that are empty left out; `path` are
    the values in the address; `other` is the one parameter that no selection has; `incidents` are
    the counts that it is weighed by, if it is by them.
    """

    selection: Selection
    served: Publication
    incidents: Incidents | None = None
    given: Pairs = ()
    path: tuple[str, ...] = ()
    other: Kind | None = None

    @property
    def everything(self) -> Atlas:
        """All that is known."""
        return self.served.atlas

    @cached_property
    def atlas(self) -> Atlas:
        """What the selection leaves of it."""
        return self.selection.apply(self.everything)

    @property
    def said(self) -> str:
        """What was asked for, in words; of incidents, whose they are and how they are shown."""
        said = self.selection.describe(self.everything)
        return f"{said}. {self.incidents.said}" if self.incidents else said

    @property
    def layer(self) -> Kind | None:
        """The layer, if it was given."""
        return self.selection.layer if "layer" in dict(self.given) else None


def read(
    pairs: Iterable[tuple[str, str]],
    path: Mapping[str, str],
    takes: Iterable[Parameter],
    served: Publication,
) -> Asked:
    """Read what a call was sent, of what it takes.

    Raises:
        BadSelection: a parameter that it does not take, cannot be understood, or is missing.
    """
    known, sent = by_name(takes), tuple(pairs)
    refuse_unknown((name for name, _ in sent), known)
    given = tuple((name, text) for name, text in sent if text.strip())
    for name, parameter in known.items():
        texts = [text for each, text in sent if each == name]
        if texts and not parameter.repeats:
            one(name, texts)
        if parameter.required and name not in dict(given):
            raise BadSelection(name, f"This call needs '{name}': {parameter.takes}.")
    others = [pair for pair in sent if pair[0] == OTHER.name]
    selection = Selection.from_query(pair for pair in sent if pair[0] != OTHER.name)
    return Asked(
        selection=selection,
        served=served,
        incidents=weighed_by(selection),
        given=given,
        path=tuple(path.values()),
        other=read_query(others, {OTHER.name: word_of(Kind)}).get(OTHER.name),
    )
