"""What describes a call, once, for the server, the OpenAPI document, the page and the tests."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct
from pydantic import create_model

from escwg_map.records.register import Register
from escwg_map.selection.paging import part_of
from escwg_map.web.api.addresses import links_of
from escwg_map.web.api.answers import Collection
from escwg_map.web.api.asking import Asked
from escwg_map.web.api.lists import Row
from escwg_map.web.api.models import Item
from escwg_map.web.api.parameter import Parameter
from escwg_map.web.api.parameters import FILTERS, PAGING

Answering = tuple[type[Item], type[Item], Callable[[Asked], Item]]
"""What is worth describing of an answer, what the answer is, and what gives it."""


class Endpoint(Struct, frozen=True):
    """One call: its name, its address below the API's, what it takes, and what it answers.

    `item` is what is worth describing of the answer: of a list, what it lists. `example` makes an
    address, below the API's, that answers something of whatever register.
    """

    name: str
    path: str
    title: str
    says: str
    takes: tuple[Parameter, ...]
    item: type[Item]
    gives: type[Item]
    answer: Callable[[Asked], Item]
    example: Callable[[Register], str]

    @property
    def lists(self) -> bool:
        """Whether the answer is a part of a list of items, and no single thing."""
        return self.gives is not self.item

    @property
    def filters(self) -> bool:
        """Whether it takes all filters, which documents tell once for all calls."""
        return set(FILTERS) <= set(self.takes)

    @property
    def own(self) -> tuple[Parameter, ...]:
        """What it takes beside all filters and the part of a list, which are told once."""
        told = (*PAGING, *(FILTERS if self.filters else ()))
        return tuple(parameter for parameter in self.takes if parameter not in told)

    def example_values(self, register: Register) -> Mapping[str, list[str]]:
        """Give the values that the example has for each of its parameters."""
        address = urlsplit(self.example(register))
        in_path = [parameter.name for parameter in self.takes if parameter.in_path]
        values = {name: [address.path.rsplit("/", 1)[1]] for name in in_path}
        return values | parse_qs(address.query)


def whole(model: type[Item], answer: Callable[[Asked], Item]) -> Answering:
    """Answer with a single thing."""
    return model, model, answer


def list_of(item: type[Item], find: Callable[[Asked], Sequence[Row]]) -> Answering:
    """Answer with the part of a list that is asked for."""
    collection = _collection_of(item)

    def answer(asked: Asked) -> Item:
        part = part_of(find(asked), asked.selection)
        answered: Item = collection(
            numberMatched=part.total,
            numberReturned=len(part.items),
            selection=asked.said,
            links=links_of(asked, part),
            items=tuple(item.model_validate(row) for row in part.items),
        )
        return answered

    return item, collection, answer


def _collection_of(item: type[Item]) -> Any:  # noqa: ANN401 - a class made here
    return create_model(
        f"{item.__name__}Collection",
        __base__=Collection,
        __doc__=Collection.__doc__,
        items=(tuple[item, ...], Collection.model_fields["items"]),  # type: ignore[valid-type]
    )
