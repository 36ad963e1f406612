"""Facets: how many projects each choice of a filter would leave under the other filters."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.records.project import Project
from escwg_map.selection import Selection
from escwg_map.vocabulary import Kind

_VALUES: Mapping[str, Callable[[Project], Iterable[str]]] = {
    "theme": lambda project: (project.theme,),
    "scheme": lambda project: (project.scheme,),
    "status": lambda project: (project.status,),
    "benefit": lambda project: project.benefits,
}
"""Filters whose values widen each other, with the values of a project."""


class Facets(Struct, frozen=True):
    """The counts by filter and value; what a filter itself has ticked takes no part in them.

    Kinds of service narrow each other, so theirs say what is left with those ticked already.
    """

    counts: Mapping[str, Counter[str]]

    def number(self, name: str, value: str) -> int:
        """How many projects ticking this value would leave."""
        return self.counts[name][value]


def count_facets(asked: Selection, atlas: Atlas) -> Facets:
    """Count the choices of a selection; `atlas` is everything, not what the selection left."""
    counts = {name: _counted(asked, atlas, name) for name in _VALUES}
    kinds = {kind.value: _with_kind(asked, atlas, kind) for kind in Kind}
    return Facets({**counts, "kind": Counter(kinds)})


def _counted(asked: Selection, atlas: Atlas, name: str) -> Counter[str]:
    left = asked.but(**{name: ()}).kept(atlas)
    return Counter(value for project in left for value in _VALUES[name](project))


def _with_kind(asked: Selection, atlas: Atlas, kind: Kind) -> int:
    return len(asked.but(kind=(*asked.kind, kind)).kept(atlas))
