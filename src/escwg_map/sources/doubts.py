"""What a person should look at again though nothing forbids it: remarks, never problems.

A project may be there twice under two spellings, and a free text may say who somebody is.
"""

import re
import unicodedata
from collections.abc import Iterator

from escwg_map.records.problem import Problem
from escwg_map.records.register import Register
from escwg_map.records.row import cell_text

_FIRST_ROW = 2

FREE_TEXTS = {
    "schemes": ("name",),
    "services": ("name", "short_name", "aliases", "notes"),
    "projects": ("title", "date_printed", "place", "summary", "notes"),
    "partners": ("name",),
    "figures": ("measure", "value_text", "period", "doubtful"),
    "leaders": ("affiliation", "notes"),
    "national": ("title", "parties", "summary"),
    "commitments": ("commitment",),
    "index_differences": ("explanation",),
}
"""Columns in which anything may be written. The names of leaders are public, and stand apart."""

_PERSONAL = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"),
    "a telephone number": re.compile(r"(?<![\w,.])(\+44|\(?0)(?=([ ()-]*\d){9,10}(?!\d))[ ()\d-]+"),
    "the name of a person": re.compile(
        # Chief constables and chief fire officers are known to all.
        r"(?<!Chief )\b((Mr|Mrs|Ms|Miss|Dr|Sir|Dame|PC|DC|WPC|Sgt|Insp|Supt)\.?"
        r"|Sergeant|Inspector|Constable)( \d+)? [A-Z][a-z]+"
    ),
}

# Letters of other scripts that look like ours, each before its twin.
_TWINS = "аaеeоoрpсcхxуyіiѕsјjԁdɡgһhκkνvοoαaρpτtиuпnвbмmтtкkнh"  # noqa: RUF001 - they are meant
_ALIKE = str.maketrans(dict(zip(_TWINS[::2], _TWINS[1::2], strict=True)))


def doubts(register: Register) -> list[Problem]:
    """List projects that are probably there twice, and texts that may say who somebody is."""
    return [*_twice(register), *_personal(register)]


def _twice(register: Register) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], int] = {}
    for row, project in enumerate(register.projects, start=_FIRST_ROW):
        looks = (_looks(project.title), project.theme, frozenset(project.areas))
        if (first := seen.setdefault(looks, row)) != row:
            message = f"'{project.title}' is probably the project of row {first}"
            yield _remark("projects", row, "title", message, "keep one row, or tell them apart")


def _looks(text: str) -> str:
    """Say how a text looks at a glance: no accents, no capitals, no punctuation, our letters."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_ALIKE)
    letters = (letter for letter in plain if not unicodedata.combining(letter))
    return "".join(letter for letter in letters if letter.isalnum())


def _personal(register: Register) -> Iterator[Problem]:
    for table, columns in FREE_TEXTS.items():
        for row, record in enumerate(getattr(register, table), start=_FIRST_ROW):
            for column in columns:
                text = cell_text(getattr(record, column))
                for what, pattern in _PERSONAL.items():
                    if found := pattern.search(text):
                        message = f"'{found.group()}' looks like {what}"
                        cure = "take it out unless it is public and has to be known"
                        yield _remark(table, row, column, message, cure)


def _remark(table: str, row: int, column: str, message: str, cure: str) -> Problem:
    return Problem(file=f"{table}.csv", row=row, column=column, message=message, cure=cure)
