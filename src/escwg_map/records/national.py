"""The national agreements and programmes that the overview reprints, and what they commit to."""

from typing import Annotated

from pydantic import Field

from escwg_map.records.codes import PartialDate, Slug
from escwg_map.records.project import Page
from escwg_map.records.row import Listed, Row, Text


class Agreement(Row):
    """A national statement or programme; `dated` is empty where it carries no date."""

    id: Slug
    title: Text
    parties: Listed[Text] = Field(min_length=1)
    dated: PartialDate | None = None
    summary: Text
    pages: Listed[Page] = Field(min_length=1)


class Commitment(Row):
    """One thing that an agreement commits its parties to, numbered in the order of printing."""

    agreement: Slug
    number: Annotated[int, Field(ge=1)]
    commitment: Text
    page: Page
