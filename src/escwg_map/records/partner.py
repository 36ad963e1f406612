"""A service or another body that takes part in a project."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from escwg_map.records.codes import ServiceCode, Slug, kind_of
from escwg_map.records.row import Row, Text
from escwg_map.vocabulary import PartnerKind, Role


class Partner(Row):
    """One partner of one project; `service` is empty for a body that is no service.

    A `former` partner is a service since merged: its code is the successor's, its name its own.
    """

    project: Slug
    service: ServiceCode | None = None
    name: Text
    kind: PartnerKind
    role: Role

    @model_validator(mode="after")
    def kind_agrees_with_the_code(self) -> Self:
        """A service is of its code's kind; a body without a code is none of the three."""
        expected = {kind_of(self.service).value} if self.service else _OTHER_BODIES
        if self.kind.value not in expected:
            raise PydanticCustomError(
                "kind",
                "kind '{kind}' does not go with service '{service}'",
                {"kind": self.kind.value, "service": self.service or "(none)"},
            )
        return self


_OTHER_BODIES = {kind.value for kind in PartnerKind} - {"police", "fire", "ambulance"}
