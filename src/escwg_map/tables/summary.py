"""The register in numbers: projects by theme and status. Money is never added up."""

from collections import Counter
from collections.abc import Iterator

from escwg_map.records.register import Register
from escwg_map.vocabulary import Status


def summary_lines(register: Register) -> Iterator[str]:
    """Write the counts as an aligned text table, with the totals of rows and columns."""
    counts = Counter((project.theme, project.status) for project in register.projects)
    width = max(len(theme.name) for theme in register.themes)
    yield f"{'':{width}}" + "".join(f"{status.label:>11}" for status in Status) + f"{'All':>11}"
    for theme in register.themes:
        numbers = [counts[theme.id, status] for status in Status]
        yield _line(theme.name, width, [*numbers, sum(numbers)])
    totals = [sum(counts[theme.id, status] for theme in register.themes) for status in Status]
    yield _line("All themes", width, [*totals, sum(totals)])


def _line(name: str, width: int, numbers: list[int]) -> str:
    return f"{name:{width}}" + "".join(f"{number:>11}" for number in numbers)
