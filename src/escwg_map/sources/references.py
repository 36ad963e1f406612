"""What one table says of another: ids that exist, codes that are known, pairs that agree."""

from collections import Counter
from collections.abc import Iterable, Iterator

from escwg_map.records.codes import kind_of
from escwg_map.records.problem import Problem
from escwg_map.records.register import Register
from escwg_map.sources.known import Known
from escwg_map.vocabulary import Kind

_FIRST_ROW = 2


def check_references(register: Register) -> list[Problem]:
    """List every row that repeats a key or points at something that is not there."""
    return [
        *_repeated("themes", [theme.id for theme in register.themes]),
        *_repeated("schemes", [scheme.id for scheme in register.schemes]),
        *_repeated("services", [service.code for service in register.services], "code"),
        *_repeated("districts", [district.code for district in register.districts], "code"),
        *_repeated("projects", [project.id for project in register.projects]),
        *_repeated("national", [agreement.id for agreement in register.national]),
        *_schemes(register),
        *_services(register),
        *_districts(register),
        *_projects(register),
        *_partners(register),
        *_figures(register),
        *_national(register),
        *_service_pages(register),
    ]


def _repeated(table: str, keys: list[str], column: str = "id") -> Iterator[Problem]:
    times = Counter(keys)
    for row, key in enumerate(keys, start=_FIRST_ROW):
        if times[key] > 1:
            yield _problem(
                table, row, column, f"'{key}' stands {times[key]} times", "give each row its own"
            )


def _schemes(register: Register) -> Iterator[Problem]:
    themes = Known(theme.id for theme in register.themes)
    for row, scheme in enumerate(register.schemes, start=_FIRST_ROW):
        yield from _unknown("schemes", row, "theme", [scheme.theme], themes)


def _services(register: Register) -> Iterator[Problem]:
    for row, service in enumerate(register.services, start=_FIRST_ROW):
        if service.kind is not kind_of(service.code):
            message = f"'{service.kind}' does not go with code {service.code}"
            yield _problem(
                "services",
                row,
                "kind",
                message,
                f"write {kind_of(service.code)}, or correct the code",
            )


def _districts(register: Register) -> Iterator[Problem]:
    codes = {kind: Known(s.code for s in register.services if s.kind is kind) for kind in Kind}
    for row, district in enumerate(register.districts, start=_FIRST_ROW):
        for kind in Kind:
            column = f"{kind}_code"
            yield from _unknown("districts", row, column, [getattr(district, column)], codes[kind])


def _projects(register: Register) -> Iterator[Problem]:
    theme_of = {scheme.id: scheme.theme for scheme in register.schemes}
    themes, schemes = Known(theme.id for theme in register.themes), Known(theme_of)
    services = Known(service.code for service in register.services)
    ids = Known(project.id for project in register.projects)
    with_partner = {partner.project for partner in register.partners}
    for row, project in enumerate(register.projects, start=_FIRST_ROW):
        yield from _unknown("projects", row, "theme", [project.theme], themes)
        yield from _unknown("projects", row, "scheme", [project.scheme], schemes)
        yield from _unknown("projects", row, "areas", project.areas, services)
        yield from _unknown("projects", row, "related", project.related, ids, itself=project.id)
        if theme_of.get(project.scheme, project.theme) != project.theme:
            message = f"scheme '{project.scheme}' belongs to theme '{theme_of[project.scheme]}'"
            yield _problem("projects", row, "theme", message, "correct the theme or the scheme")
        if project.id not in with_partner:
            yield _problem(
                "projects",
                row,
                "id",
                f"'{project.id}' has no partner",
                "add its partners to partners.csv",
            )


def _partners(register: Register) -> Iterator[Problem]:
    ids = Known(project.id for project in register.projects)
    services = Known(service.code for service in register.services)
    times = Counter((partner.project, partner.name) for partner in register.partners)
    for row, partner in enumerate(register.partners, start=_FIRST_ROW):
        yield from _unknown("partners", row, "project", [partner.project], ids)
        yield from _unknown(
            "partners", row, "service", [partner.service] if partner.service else [], services
        )
        if times[partner.project, partner.name] > 1:
            message = f"'{partner.name}' is a partner of '{partner.project}' twice"
            yield _problem("partners", row, "name", message, "keep one row")


def _figures(register: Register) -> Iterator[Problem]:
    tables = (register.projects, register.schemes, register.national)
    owners = Known(record.id for table in tables for record in table)
    for row, figure in enumerate(register.figures, start=_FIRST_ROW):
        yield from _unknown("figures", row, "project", [figure.project], owners)


def _national(register: Register) -> Iterator[Problem]:
    agreements = Known(agreement.id for agreement in register.national)
    for row, commitment in enumerate(register.commitments, start=_FIRST_ROW):
        yield from _unknown("commitments", row, "agreement", [commitment.agreement], agreements)


def _service_pages(register: Register) -> Iterator[Problem]:
    services = Known(service.code for service in register.services)
    for row, leader in enumerate(register.leaders, start=_FIRST_ROW):
        yield from _unknown("leaders", row, "area", [leader.area], services)
    for row, entry in enumerate(register.service_index, start=_FIRST_ROW):
        yield from _unknown("service_index", row, "service", [entry.service], services)
    for row, difference in enumerate(register.index_differences, start=_FIRST_ROW):
        yield from _unknown("index_differences", row, "service", [difference.service], services)


def _unknown(
    table: str,
    row: int,
    column: str,
    values: Iterable[str],
    known: Known,
    *,
    itself: str | None = None,
) -> Iterator[Problem]:
    for value in values:
        if value not in known or value == itself:
            near = known.nearest(value)
            meant = f"write '{near}', if that was meant"
            cure = meant if near else "correct it, or add it to its own table"
            yield _problem(table, row, column, f"'{value}' is not known", cure)


def _problem(table: str, row: int, column: str, message: str, cure: str) -> Problem:
    return Problem(file=f"{table}.csv", row=row, column=column, message=message, cure=cure)
