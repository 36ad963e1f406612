"""The shape of the code: short modules, short functions, names that say something."""

import ast
from pathlib import Path

import pytest

import escwg_map

PACKAGE = Path(escwg_map.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MORE = {"Atlas", "Failure", "Pointer", "Published"}
"""Frozen classes that Pydantic reads, or whose order is given by hand: see decision 15."""

BANNED = {"utils", "helpers", "common", "misc", "base", "manager", "handler", "core"}

every_module = pytest.mark.parametrize(
    "module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix()
)


@every_module
def test_a_module_is_no_longer_than_200_lines(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 200


@every_module
def test_a_function_is_no_longer_than_35_lines(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))

    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions}
    assert {name: length for name, length in lengths.items() if length > 35} == {}


@every_module
def test_a_module_is_named_for_what_it_holds(module: Path) -> None:
    words = {word for part in module.relative_to(PACKAGE).parts for word in part.split("_")}

    assert BANNED.isdisjoint({word.removesuffix(".py") for word in words})


@every_module
def test_a_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


@every_module
def test_a_frozen_class_that_is_nothing_but_its_fields_is_a_struct(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))

    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    frozen = [each for each in classes if any(map(is_frozen, each.decorator_list))]
    assert {each.name for each in frozen if not keeps_what_it_found(each)} <= MORE


def is_frozen(decorator: ast.expr) -> bool:
    return ast.unparse(decorator).startswith("dataclass(frozen=True")


def keeps_what_it_found(class_: ast.ClassDef) -> bool:
    methods = [node for node in class_.body if isinstance(node, ast.FunctionDef)]
    return any(ast.unparse(each) == "cached_property" for m in methods for each in m.decorator_list)
