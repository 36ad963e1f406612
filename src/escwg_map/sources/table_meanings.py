"""What each table holds, in the words of its title and of one row, and which columns name a row."""

from collections.abc import Mapping

from msgspec import Struct


class TableMeaning(Struct, frozen=True):
    """A table's title, what one row of it is, and the columns that no two rows share.

    `key` is empty where nothing but the whole row tells two rows apart.
    """

    title: str
    one_row: str
    key: tuple[str, ...] = ()


TABLE_MEANINGS: Mapping[str, TableMeaning] = {
    "themes": TableMeaning(
        "Themes", "One of the overview's seven chapters, with how maps show it.", ("id",)
    ),
    "schemes": TableMeaning(
        "Schemes", "A heading inside a chapter, under which projects are printed.", ("id",)
    ),
    "services": TableMeaning(
        "Services",
        "A police force, a fire and rescue authority or an ambulance trust of 2016.",
        ("code",),
    ),
    "districts": TableMeaning(
        "Districts",
        "A local authority district, the three services that cover it, and its residents.",
        ("code",),
    ),
    "projects": TableMeaning(
        "Projects",
        "A collaboration that the overview describes: one scheme in one area or set of areas.",
        ("id",),
    ),
    "partners": TableMeaning(
        "Partners",
        "A service or another body that takes part in a project.",
        ("project", "name"),
    ),
    "figures": TableMeaning(
        "Figures",
        "A number that the overview gives for a project, a scheme or a national agreement.",
    ),
    "leaders": TableMeaning(
        "Leaders",
        "Somebody who held a post in 2016, from the overview's Service Information.",
        ("area", "post", "name"),
    ),
    "national": TableMeaning(
        "National agreements",
        "A national agreement or programme that the overview reprints.",
        ("id",),
    ),
    "commitments": TableMeaning(
        "Commitments",
        "One thing that a national agreement commits its parties to.",
        ("agreement", "number"),
    ),
    "service_index": TableMeaning(
        "Service index",
        "A line of the index at the end of the overview: a service and its pages.",
        ("name_printed",),
    ),
    "index_differences": TableMeaning(
        "Index differences",
        "A page that only the index or only the register gives a service, and why.",
        ("service", "page"),
    ),
}
