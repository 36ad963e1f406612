"""How the way in says no: the file, the place in it, what was found, and what would cure it."""

from escwg_map.errors import RefusedInput
from escwg_map.records.problem import Problem


def refusal(file: str, message: str, cure: str, *, row: int | None = None) -> RefusedInput:
    """Make the refusal of a file for one reason; raise what it returns."""
    problem = Problem(file=file, row=row, message=message, cure=cure)
    return RefusedInput(f"{file} is refused", [problem])
