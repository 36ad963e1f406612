"""The scripts as one classic script: one request, and browsers load no modules from files.

Each module becomes a function that gives back what it exports, the imported ones first. The house's
modules import and export by name only, so that is all that is understood here.
"""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from escwg_map.errors import EscwgMapError

_IMPORT = re.compile(r'^import (?:\{ ([^}]+) \} from )?"([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(import|export)\b.*", re.MULTILINE)


def bundle(modules: Mapping[str, str], start: str, instead: Mapping[str, str]) -> str:
    """Put modules (text by path) into one script that runs `start`.

    `instead` names modules that another takes the place of: what asks the server, for one.
    """
    written = (
        _written(path, modules[path], instead) for path in _in_order(modules, start, instead)
    )
    return '(() => {\n"use strict";\nconst modules = {};\n' + "".join(written) + "})();\n"


def _in_order(modules: Mapping[str, str], start: str, instead: Mapping[str, str]) -> list[str]:
    """List the modules that are reached, each after those that it imports."""
    order: list[str] = []

    def visit(path: str, above: tuple[str, ...]) -> None:
        if path in above:
            raise EscwgMapError(f"The script {path} imports itself by way of {above[-1]}.")
        for imported in _imported(path, modules[path], instead):
            if imported not in order:
                visit(imported, (*above, path))
        order.append(path)

    visit(start, ())
    return order


def _imported(path: str, text: str, instead: Mapping[str, str]) -> Iterator[str]:
    for _, source in _IMPORT.findall(text):
        yield _place(path, source, instead)


def _place(path: str, source: str, instead: Mapping[str, str]) -> str:
    found = normpath(join(dirname(path), source))
    return instead.get(found, found)


def _written(path: str, text: str, instead: Mapping[str, str]) -> str:
    """Write a module as a function whose constants are its own."""

    def taken(found: re.Match[str]) -> str:
        if not found[1]:
            return ""
        names = found[1].replace(" as ", ": ")
        return f'const {{ {names} }} = modules["{_place(path, found[2], instead)}"];\n'

    exported = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(taken, text))
    if left := _LEFT.search(body):
        raise EscwgMapError(f"The script {path} has a line that cannot be bundled: {left[0]}")
    return f'modules["{path}"] = (() => {{\n{body}return {{ {exported} }};\n}})();\n'
