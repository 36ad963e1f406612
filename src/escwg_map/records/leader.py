"""Who held a post in 2016, as the overview's Service Information prints it."""

from pydantic import Field

from escwg_map.records.codes import ServiceCode
from escwg_map.records.project import Page
from escwg_map.records.row import Listed, Row, Text
from escwg_map.vocabulary import Post


class Leader(Row):
    """A post holder; `area` is the code of the service whose ground the post answers for.

    `pages` are all on which the name is printed: a trust stands under each area that it serves.
    """

    area: ServiceCode
    post: Post
    name: Text
    affiliation: Text = ""
    pages: Listed[Page] = Field(min_length=1)
    notes: Text = ""
