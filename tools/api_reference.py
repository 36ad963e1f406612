"""The reference of the JSON API: every call, every parameter, every member of an answer."""

from collections.abc import Iterable, Iterator

from escwg_map.records.register import Register
from escwg_map.web.api.answers import Collection, Landing, Problem
from escwg_map.web.api.describing import Member, members_of
from escwg_map.web.api.endpoint import Endpoint
from escwg_map.web.api.endpoints import ENDPOINTS
from escwg_map.web.api.parameter import Parameter
from escwg_map.web.api.parameters import FILTERS, PAGING
from escwg_map.web.problems import API, SORTS

OPENING = f"""\
<!-- Written by `make docs` from src/escwg_map/web/api/: change that, not this page. -->

# JSON API

All calls are `GET` below `{API}v1`. There is no key; scripts of any site may read the answers.

    curl 'http://127.0.0.1:8000{API}v1/projects?theme=estates&status=live&limit=2'

`{API}v1/openapi.json` says the same as this page as OpenAPI 3.1, with every id that a parameter
takes in the register that is served; the page `/api` has an example of each call that can be
clicked.

Names and values are those of the pages' query strings, read by the same code, so that pages,
exports and API agree. Repeat a name for several values. A parameter without a value counts as not
given; one that a call does not take is refused. Members have the names of the exports' columns;
what the overview does not state is `null`. "None recorded" (`recorded` is `false`, `not_recorded`)
means that the overview records nothing, never that nobody works together.

Every answer has a strong `ETag`: send it in `If-None-Match` to be told `304` when nothing has
changed. Addresses in answers are absolute, with the host that was asked."""


def api_reference(register: Register) -> str:
    """Write the page; examples are of this register."""
    lines = [OPENING, "", *_shared()]
    for endpoint in ENDPOINTS:
        lines += _call(endpoint, register)
    return "\n".join(lines)


def _shared() -> Iterator[str]:
    yield from (
        "## Filters",
        "",
        "They choose projects. Rows about ground stay, and say what those projects do there: with",
        "a filter, `recorded` is `false` where none of the chosen projects is recorded.",
        "",
    )
    yield from (*_parameters(FILTERS), "")
    yield from ("## Lists", "", "Every list takes two parameters, and has the same members.", "")
    yield from (*_parameters(PAGING), "")
    around = [each for each in members_of(Collection) if "items." not in each.name]
    yield from (*_members(around), "")
    yield from ("## Problems", "")
    yield from (
        "`application/problem+json`, as RFC 9457 has it.",
        "",
        *_members(members_of(Problem)),
    )
    yield from ("", "| sort | status | title |", "|---|---|---|")
    for status, (name, title) in SORTS.items():
        yield f"| `{name}` | {int(status)} | {title} |"
    yield from ("", "## What there is", "", f"`GET {API}v1/`", "", *_members(members_of(Landing)))
    yield ""


def _call(endpoint: Endpoint, register: Register) -> Iterator[str]:
    yield from (f"## {endpoint.title}", "", f"`GET {API}v1{endpoint.path}`", "", endpoint.says, "")
    yield from ("Example:", "", f"    {API}v1{endpoint.example(register)}", "")
    if endpoint.own:
        yield from (*_parameters(endpoint.own), "")
    if also := _also(endpoint):
        yield from (f"{'Also takes' if endpoint.own else 'Takes'} {also}.", "")
    yield "An item of the list:" if endpoint.lists else "The answer:"
    yield from ("", *_members(members_of(endpoint.item)), "")


def _also(endpoint: Endpoint) -> str:
    filters = ["the [filters](#filters)"] if endpoint.filters else []
    paging = ["[`limit` and `offset`](#lists)"] if endpoint.lists else []
    return " and ".join(filters + paging)


def _parameters(parameters: Iterable[Parameter]) -> Iterator[str]:
    yield from ("| parameter | takes | means |", "|---|---|---|")
    for each in parameters:
        required = " Required." if each.required else ""
        yield f"| `{each.name}` | {each.takes} | {each.means}{required} |"


def _members(members: Iterable[Member]) -> Iterator[str]:
    yield from ("| member | holds | means |", "|---|---|---|")
    for each in members:
        yield f"| `{each.name}` | {each.holds} | {each.means} |"
