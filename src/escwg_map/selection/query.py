"""The one reading of a query string: known names, values read before anything is done with them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from escwg_map.errors import BadSelection
from escwg_map.selection.parameters import did_you_mean, shown
from escwg_map.wording import listing

Pairs = Iterable[tuple[str, str]]
"""The names and the texts of a query string, in its order."""

Reader = Callable[[str, Sequence[str]], Any]
"""Makes a value of the texts that a parameter was given, or refuses them."""


def read_query(pairs: Pairs, readers: Mapping[str, Reader]) -> dict[str, Any]:
    """Read a query string of a form: a parameter that is empty is the same as none.

    Raises:
        BadSelection: an unknown name, a value that is not allowed, or a name given twice that
            takes one value.
    """
    given: dict[str, list[str]] = {}
    for name, text in pairs:
        refuse_unknown([name], readers)
        given.setdefault(name, []).append(text)
    return {
        name: readers[name](name, texts)
        for name, texts in given.items()
        if any(text.strip() for text in texts)
    }


def refuse_unknown(names: Iterable[str], known: Collection[str]) -> None:
    """Refuse a parameter of another name.

    Raises:
        BadSelection: there is one; the message says which there are.
    """
    for name in names:
        if name not in known:
            takes = listing(list(known)) if known else "no parameters"
            cure = did_you_mean(name, known) or f" This takes {takes}."
            raise BadSelection(name, f"There is no parameter {shown(name)} here.{cure}")
