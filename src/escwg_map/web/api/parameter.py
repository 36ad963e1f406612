"""What one parameter of a call is: what it means and takes, for people and for programs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from escwg_map.atlas import Atlas

Schema = dict[str, Any]


class Parameter(Struct, frozen=True):
    """One parameter: what it means and takes in words, and as JSON Schema of a single value.

    The schema is made of the atlas that is served, so that it names the ids that there are.
    """

    name: str
    means: str
    takes: str
    schema: Callable[[Atlas], Schema]
    repeats: bool = False
    required: bool = False
    in_path: bool = False

    def documented(self, atlas: Atlas, example: Sequence[str] = ()) -> Schema:
        """Describe it as OpenAPI does, with values as an example if there are any."""
        one = self.schema(atlas)
        values = [int(text) if one["type"] == "integer" else text for text in example]
        shown = {"example": values if self.repeats else values[0]} if values else {}
        repeated = {"style": "form", "explode": True} if self.repeats else {}
        return {
            "name": self.name,
            "in": "path" if self.in_path else "query",
            "description": f"{self.means} Takes {self.takes}.",
            "required": self.required,
            "schema": {"type": "array", "items": one} if self.repeats else one,
            **repeated,
            **shown,
        }


def by_name(parameters: Iterable[Parameter]) -> Mapping[str, Parameter]:
    """Give the parameters of the query string by their names."""
    return {each.name: each for each in parameters if not each.in_path}
