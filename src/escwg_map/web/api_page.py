"""The page about the JSON API: every call with what it takes, what it answers, and an example."""

from collections.abc import Iterable

from flask import Blueprint
from msgspec import Struct

from escwg_map.tables.columns import Cell, Column, Table
from escwg_map.web.api.answers import Collection, Problem
from escwg_map.web.api.describing import Member, members_of
from escwg_map.web.api.endpoint import Endpoint
from escwg_map.web.api.endpoints import ENDPOINTS
from escwg_map.web.api.parameter import Parameter
from escwg_map.web.api.parameters import FILTERS, PAGING
from escwg_map.web.current import publication, refuse_parameters
from escwg_map.web.page import Page, render
from escwg_map.web.problems import API, SORTS

api_page = Blueprint("api_page", __name__)

_TAKES = (Column("Parameter"), Column("Takes"), Column("Meaning"))
_GIVES = (Column("Member"), Column("Holds"), Column("Meaning"))


class Call(Struct, frozen=True):
    """A call as the page tells it: its name, its address, an example's address.

    `takes` are the parameters of its own, beside the filters and the paging that are told once.
    """

    name: str
    title: str
    says: str
    address: str
    example: str
    filters: bool
    listed: bool
    takes: Table
    gives: Table


class ApiPage(Page, frozen=True):
    """What programs can ask for."""

    calls: list[Call]
    """Every call."""
    root: str
    """The address below which they are."""
    filters: Table
    """What narrows the projects in most calls."""
    paging: Table
    """What takes a part of a list."""
    envelope: Table
    """What every list has around its items."""
    problem: Table
    """What a problem says."""
    sorts: list[tuple[int, str, str]]
    """The sorts of problem: status, name and title."""


@api_page.get("/api")
def show_api() -> str:
    """Show what programs can ask for, and how."""
    refuse_parameters()
    around = [m for m in members_of(Collection) if not m.name.startswith("items.")]
    return render(
        ApiPage(
            title="API",
            calls=[_call(each) for each in ENDPOINTS],
            root=f"{API}v1",
            filters=_takes("Filters", FILTERS),
            paging=_takes("Parts of a list", PAGING),
            envelope=_gives("Members of a list", around),
            problem=_gives("Members of a problem", members_of(Problem)),
            sorts=[(int(status), *sort) for status, sort in SORTS.items()],
        )
    )


def _call(endpoint: Endpoint) -> Call:
    return Call(
        name=endpoint.name.replace("_", "-"),
        title=endpoint.title,
        says=endpoint.says,
        address=f"{API}v1{endpoint.path}",
        example=f"{API}v1{endpoint.example(publication().atlas.register)}",
        filters=endpoint.filters,
        listed=endpoint.lists,
        takes=_takes(f"Parameters: {endpoint.title.lower()}", endpoint.own),
        gives=_gives(
            f"Members of {'an item' if endpoint.lists else 'the answer'}: {endpoint.title.lower()}",
            members_of(endpoint.item),
        ),
    )


def _takes(caption: str, parameters: Iterable[Parameter]) -> Table:
    rows = (
        (Cell(each.name), Cell(each.takes), Cell(each.means + " Required." * each.required))
        for each in parameters
    )
    return Table(caption, _TAKES, tuple(rows))


def _gives(caption: str, members: Iterable[Member]) -> Table:
    rows = ((Cell(each.name), Cell(each.holds), Cell(each.means)) for each in members)
    return Table(caption, _GIVES, tuple(rows))
