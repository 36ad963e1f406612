"""A number that the overview gives."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from escwg_map.records.codes import Slug
from escwg_map.records.project import Page
from escwg_map.records.row import Row, Text


class Figure(Row):
    """One number of a project, a scheme or a national agreement (`project` holds the id of any).

    `value` is a plain number in whole units; `value_text` keeps what cannot be one number, such as
    `40/60`. `doubtful` says why the printed number cannot be trusted; sums leave it out.
    """

    project: Slug
    measure: Text
    value: float | None = Field(default=None, allow_inf_nan=False)
    value_text: Text = ""
    unit: Annotated[str, StringConstraints(pattern=r"^(GBP|[a-z]+(_[a-z]+)*)$")]
    qualifier: Literal["about", "over", "up_to", "at_least", "estimated"] | None = None
    period: Text = ""
    doubtful: Text = ""
    page: Page

    @model_validator(mode="after")
    def says_something(self) -> Self:
        """A figure holds a number, or the text of what cannot be one."""
        if self.value is None and not self.value_text:
            raise PydanticCustomError("value", "holds neither a value nor a value_text")
        return self
