"""What was asked for: made from a query string or from options, and written back as one.

Map, tables, exports and commands all answer from the same selection, so they agree by construction.
The names and values of the parameters are a contract; anything else is refused.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Self
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import asdict, replace

from escwg_map.atlas import Atlas
from escwg_map.errors import BadSelection
from escwg_map.records.project import Project
from escwg_map.selection import parameters
from escwg_map.selection.filters import FILTERS, Filter
from escwg_map.selection.ordering import Sort, read_sort
from escwg_map.selection.parameters import LONGEST_OFFSET, NO_OUTLINES, Point
from escwg_map.selection.query import Pairs, read_query
from escwg_map.selection.ways import Colour, Markers, View, Weight
from escwg_map.vocabulary import Benefit, Kind, Status
from escwg_map.wording import listing

_FEW = 12
"""Ids that a message lists where none is near what was asked for."""


class Selection(Struct, frozen=True, kw_only=True):
    """The filters, the layer whose areas are shown, the place selected, and how to show it."""

    layer: Kind = Kind.POLICE
    theme: tuple[str, ...] = ()
    scheme: tuple[str, ...] = ()
    status: tuple[Status, ...] = ()
    benefit: tuple[Benefit, ...] = ()
    kind: tuple[Kind, ...] = ()
    service: str | None = None
    area: str | None = None
    cell: str | None = None
    from_: int | None = None
    to: int | None = None
    q: str | None = None
    colour: Colour = Colour.THEME
    outlines: tuple[Kind, ...] = tuple(Kind)
    markers: Markers = Markers.GROUPED
    at: Point | None = None
    view: View = View.MAP
    weight: Weight = Weight.PEOPLE
    sort: Sort | None = None
    limit: int | None = None
    offset: int = 0

    @classmethod
    def from_query(cls, pairs: Pairs) -> Self:
        """Read a query string's pairs; an empty value is the same as no value.

        Raises:
            BadSelection: an unknown name, a value that is not allowed, or a name given twice that
                takes one value.
        """
        values = read_query(pairs, _READERS)
        return cls(**{_field(name): value for name, value in values.items()})

    def pairs(self) -> list[tuple[str, str]]:
        """Write the selection as names and values in the order of the fields, defaults left out."""
        pairs: list[tuple[str, str]] = []
        for name, value in asdict(self).items():
            if value == DEFAULTS[name]:
                continue
            values = (value or (NO_OUTLINES,)) if isinstance(value, tuple) else (value,)
            pairs += [(name.rstrip("_"), str(item)) for item in values]
        return pairs

    def to_query(self) -> str:
        """Write the query string that gives this selection again."""
        return urlencode(self.pairs(), safe=",")

    def carried(self, *without: str) -> str:
        """Write the filters, but those named, to add to the query of a link: `&status=live`."""
        names = {filter_.name.rstrip("_") for filter_ in FILTERS} - set(without)
        return "".join(f"&{urlencode([pair])}" for pair in self.pairs() if pair[0] in names)

    def but(self, **changes: Any) -> Self:  # noqa: ANN401 - any field's value
        """Change some of it, for a link to a neighbouring view."""
        return replace(self, **changes)

    def apply(self, atlas: Atlas) -> Atlas:
        """Narrow the atlas to the projects asked for.

        Raises:
            BadSelection: a theme, scheme, service, area or cell that the atlas does not hold.
        """
        return atlas.narrowed_to(self.kept(atlas)) if self.narrows else atlas

    def kept(self, atlas: Atlas) -> tuple[Project, ...]:
        """Give the projects asked for, where nothing else is wanted of them.

        Raises:
            BadSelection: as `apply`.
        """
        projects: Iterable[Project] = atlas.projects
        for filter_ in self._filters():
            self._refuse_unknown(filter_, atlas)
            projects = filter(filter_.keeps(getattr(self, filter_.name), atlas), projects)
        return tuple(projects)

    def describe(self, atlas: Atlas) -> str:
        """Say what was asked for: `theme First response and co-responding; status live`."""
        said = [filter_.says(getattr(self, filter_.name), atlas) for filter_ in self._filters()]
        return "; ".join(said) or "all projects"

    @property
    def narrows(self) -> bool:
        """Whether any filter is set."""
        return bool(self._filters())

    def _filters(self) -> list[Filter]:
        return [filter_ for filter_ in FILTERS if getattr(self, filter_.name)]

    def _refuse_unknown(self, filter_: Filter, atlas: Atlas) -> None:
        if filter_.known is None:
            return
        known = list(filter_.known(atlas))
        value = getattr(self, filter_.name)
        for text in value if isinstance(value, tuple) else (value,):
            if text not in known:
                near = parameters.did_you_mean(text, known) or _those_known(known)
                what = f"{filter_.name} {parameters.shown(text)}"
                raise BadSelection(filter_.name, f"There is no {what} in the register.{near}")


DEFAULTS: Mapping[str, Any] = asdict(Selection())
"""What is asked for where nothing is said, by the name of the field."""


def _those_known(known: Sequence[str]) -> str:
    return f" It has {listing(known)}." if len(known) <= _FEW else ""


def _field(name: str) -> str:
    return "from_" if name == "from" else name


def _outlines(name: str, given: Sequence[str]) -> tuple[Kind, ...]:
    # The form always sends `none`, so that a page without script can say that no box is ticked.
    return parameters.words_of(Kind)(name, [text for text in given if text != NO_OUTLINES])


_READERS: Mapping[str, Callable[[str, Sequence[str]], Any]] = {
    "layer": parameters.word_of(Kind),
    "theme": parameters.slugs,
    "scheme": parameters.slugs,
    "status": parameters.words_of(Status),
    "benefit": parameters.words_of(Benefit),
    "kind": parameters.words_of(Kind),
    "service": parameters.code,
    "area": parameters.code,
    "cell": parameters.cell,
    "from": parameters.year,
    "to": parameters.year,
    "q": parameters.words,
    "colour": parameters.word_of(Colour),
    "outlines": _outlines,
    "markers": parameters.word_of(Markers),
    "at": parameters.point,
    "view": parameters.word_of(View),
    "weight": parameters.word_of(Weight),
    "sort": read_sort,
    "limit": parameters.limit(1_000),
    "offset": parameters.number(0, LONGEST_OFFSET),
}
