"""The page that lists every setting and every limit, written from where they are kept."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from itertools import pairwise

from pydantic.fields import FieldInfo

from escwg_map.environment import variable_of
from escwg_map.setting_kinds import Unit
from escwg_map.settings import Settings
from escwg_map.sources.limits import LIMITS, TABLE_LIMITS, Limits, TableLimits

OPENING = """\
<!-- Written by `make docs` from src/escwg_map/settings.py and sources/limits.py: change these. -->

# Settings and limits

Each setting is an environment variable; some are options of the commands, too, which go before. A
variable that begins with `ESCWG_MAP_` and is none of these is refused, so that a slip cannot leave
a door open."""

FIXED = """\
## What files from outside may ask

These are no settings: whoever imports a file runs the command, and a file that is larger than this
is a mistake or an attack. They are kept in `src/escwg_map/sources/limits.py`. `memory`, `cpu` and
`wall` are those of the child process that reads the file. With 4,000,000 `vertices` the child
needs less than half of them in every format, and the whole import took 1 GiB and 42 s; 9,900,000
took 2 GiB and 133 s, which is why no more are allowed."""

_BY_MACHINE = {
    "data": "the register of the package",
    "boundaries": "the boundaries of the package",
    "published": "in the user's cache",
}
"""Defaults that are another on every machine, in words."""

_UNITS = {"memory": "bytes", "cpu": "seconds", "wall": "seconds"}


def settings_page() -> str:
    """Write the page."""
    lines = [OPENING, "", "| setting | default | unit | means |", "|---|---|---|---|"]
    meanings = _meanings()
    lines += [_setting(name, each, meanings[name]) for name, each in Settings.model_fields.items()]
    lines += [
        "",
        FIXED,
        "",
        "| limit | of a boundary file | of a workbook or CSV |",
        "|---|---|---|",
    ]
    return "\n".join([*lines, *_limits(), ""])


def _meanings() -> Mapping[str, str]:
    """Read what stands below each setting: Pydantic could, and would at every start of a server."""
    (settings,) = ast.parse(inspect.getsource(Settings)).body
    assert isinstance(settings, ast.ClassDef)
    return {
        field.target.id: " ".join(said.value.value.split())
        for field, said in pairwise(settings.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant)
        if isinstance(said.value.value, str)
    }


def _setting(name: str, field: FieldInfo, means: str) -> str:
    unset = field.default in ("", None)
    default = _BY_MACHINE.get(name) or ("empty" if unset else f"`{field.default}`")
    units = [each.name for each in field.metadata if isinstance(each, Unit)]
    return f"| `{variable_of(name)}` | {default} | {''.join(units)} | {means} |"


def _limits() -> Iterator[str]:
    names = dict.fromkeys(name for kind in (Limits, TableLimits) for name in kind.__struct_fields__)
    for name in names:
        unit = _UNITS.get(name, "bytes" if name.endswith("_bytes") else "")
        values = [_value(kind, name) for kind in (LIMITS, TABLE_LIMITS)]
        yield f"| `{name}` {f'({unit})' if unit else ''} | {' | '.join(values)} |"


def _value(limits: Limits | TableLimits, name: str) -> str:
    value = getattr(limits, name, None)
    return f"{value:,}" if value is not None else ""
