"""The page that explains each difference between the overview's Service index and the register."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import fill

from escwg_map.records.register import Register
from escwg_map.records.service_index import IndexDifference
from escwg_map.sources.reconciliation import reconcile
from escwg_map.wording import count

OPENING = """\
<!-- Written by `make docs` from data/index_differences.csv: change that file, not this page. -->

# The overview's Service index and the register

The overview ends with a Service index, pages 86 to 88: a list of services, each with the pages
that speak of it. The register says the same in its own way: a service stands on the pages of the
projects that it takes part in, and on those of the Service Information that print its leaders.
Where the two differ, either the register has slipped, or the index has, or there is a reason. This
page gives the reason for every difference that remains.

What the comparison proves has a limit. The text that the register was made from has no page breaks,
so the pages of projects come from the overview's contents list and from this same index. That the
two agree on *who* takes part says much; that they agree on a page number says less.

    escwg-map check --index

lists the differences. Its exit status is 1 when one is not explained in
[`index_differences.csv`](../data/index_differences.csv), or when an explanation there is of a
difference that is gone."""

_WIDTH = 100


@dataclass(frozen=True)
class Sort:
    """A kind of difference: its heading, what it is, and how its explanations begin."""

    heading: str
    text: str
    beginnings: tuple[str, ...] = ()

    def holds(self, difference: IndexDifference) -> bool:
        """Say whether a difference is of this kind."""
        return difference.explanation.startswith(self.beginnings)


SORTS = (
    Sort(
        "Entries that run on to another page",
        "An entry begins on one page, and the entry or its benefits run on to a later one. The "
        "index lists a service only where it is named, often on the first page alone; the register "
        "gives every partner all pages of the project. Where the explanation says *inferred*, the "
        "end of the entry is not certain either, and the project's `pages_inferred` is `true`.",
        ("Run-on page",),
    ),
    Sort(
        "Partners that are inferred",
        "The text shows that a service takes part, but no partner line names it, and the index has "
        "no entry. In `partners.csv` its role is `inferred`.",
        ("Inferred partner",),
    ),
    Sort(
        "The Headlines page",
        "The index sends readers to page 5, the Headlines, whose content is missing from the text "
        "that the register was made from. Nothing is inferred from the index alone.",
        ("Headlines",),
    ),
    Sort(
        "Paragraphs under Future that the index leaves out",
        "The register records undertakings that are printed under a Future heading like all "
        "others; the index passes over these. Their pages follow from the order of the text.",
        ("The index leaves out",),
    ),
    Sort(
        "Service Information",
        "The pages that print who led each service, from page 76 on, name services that the "
        "index gives another page, or no line at all. The leaders are in `leaders.csv`.",
        ("Service Information",),
    ),
    Sort(
        "An error of the index",
        "The index names a service that the entry does not name.",
        ("Index error",),
    ),
    Sort(
        "Named, but no partner",
        "The entry names a service that chose not to join. The index lists it; the register "
        "counts it as no partner.",
        ("Named but no partner",),
    ),
)
OTHER = Sort("Other differences", "What is of none of these kinds.")


def index_page(register: Register) -> str:
    """Write the page: the numbers, then each kind of difference with its rows."""
    found = reconcile(register)
    grouped: dict[Sort, list[IndexDifference]] = defaultdict(list)
    for difference in (*found.explained, *found.unexplained):
        sort = next((sort for sort in SORTS if sort.holds(difference)), OTHER)
        grouped[sort].append(difference)
    sections = [
        line
        for sort in (*SORTS, OTHER)
        if grouped[sort]
        for line in _section(sort, grouped[sort], register)
    ]
    return "\n".join([OPENING, "", fill(_numbers(register, grouped), _WIDTH), *sections, ""])


def _numbers(register: Register, grouped: Mapping[Sort, Iterable[IndexDifference]]) -> str:
    differences = [each for group in grouped.values() for each in group]
    only_index = sum(each.in_index for each in differences)
    entries = sum(len(entry.pages) for entry in register.service_index)
    return (
        f"The index has {count(len(register.service_index), 'line')} with "
        f"{count(entries, 'page number')}. The register agrees with {entries - only_index} of "
        f"them. {count(len(differences), 'difference')} remain: {only_index} that only the index "
        f"has, and {len(differences) - only_index} that only the register has."
    )


def _section(sort: Sort, differences: list[IndexDifference], register: Register) -> Iterator[str]:
    names = {service.code: service.name for service in register.services}
    together: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for each in sorted(differences, key=lambda each: each.page):
        only = "index" if each.in_index else "register"
        together[each.page, only, each.explanation].append(names[each.service])
    yield from ("", f"## {sort.heading}", "", fill(sort.text, _WIDTH), "")
    yield f"{count(len(differences), 'difference')}."
    yield from ("", "| page | services | only in | why |", "|---|---|---|---|")
    for (page, only, why), services in together.items():
        said = why.replace("|", "\\|") or "Not explained yet."
        yield f"| {page} | {'; '.join(services)} | the {only} | {said} |"
