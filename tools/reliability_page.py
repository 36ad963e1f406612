"""The page that says what the map withstands: written from the tests that show it."""

import ast
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PARTS = {
    "F": "Files that come in",
    "N": "What the network asks",
    "P": "Process and disk",
    "D": "What the data says",
    "O": "What goes out",
}

OPENING = """\
<!-- Written by `make docs` from the tests: change a test's `@row`, not this page. -->

# What the map withstands

A hundred faults and attacks that have brought down maps like this one, or could. Each row has at
least one test that provokes the fault for real; the tests' names begin with the row's number. A
star marks what others get wrong most often, with what went wrong where. All of them run with
`make test`."""

FIGURES = """\
## Figures

Kept in `docs/reliability.json` by the commands that measured them: `make fuzz` (generated inputs at
every door, and code in every text of the register, opened in a browser), `make interrupt` (a fault
at each step of every writer, kills at random moments, what a power cut would take back, and
children that read files starved of memory and struck), `make soak` (half the load for minutes, five
times the limit, and reads while the publication is switched; its server has in its environment what
the service of `docs/deploy/` has)."""


@dataclass(frozen=True)
class Proof:
    """What the test that stands for a row says of it."""

    number: str
    test: str
    file: str
    said: Mapping[str, str]


def proofs(root: Path) -> dict[str, Proof]:
    """Read what the tests say of their rows, without running them."""
    found = [proof for path in sorted(root.glob("tests/**/test_*.py")) for proof in _in(path, root)]
    numbers = [proof.number for proof in found]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice:
        raise ValueError(f"Rows with two tests that say what they are: {', '.join(twice)}")
    return {proof.number: proof for proof in found}


def reliability_page(root: Path) -> str:
    """Write the page."""
    known, catalogue = proofs(root), _catalogue(root)
    reasons = catalogue["DO_NOT_APPLY"]
    lines = [OPENING, ""]
    for letter, title in PARTS.items():
        rows = [f"{letter}{number + 1}" for number in range(catalogue["LENGTHS"][letter])]
        lines += [f"## {title}", "", *_HEAD]
        lines += [_line(row, known.get(row), reasons) for row in rows]
        lines.append("")
    return "\n".join([*lines, FIGURES, "", *_figures(root), ""])


_HEAD = (
    "| row | what goes wrong | what the user sees | what is lost | test |",
    "|---|---|---|---|---|",
)


def _catalogue(root: Path) -> dict[str, Any]:
    """Read the tables of the catalogue, which the tests import and this page must not."""
    text = (root / "tests" / "reliability" / "catalogue.py").read_text(encoding="utf-8")
    found = {}
    for node in ast.parse(text).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(target, ast.Name) and target.id in ("LENGTHS", "DO_NOT_APPLY"):
            found[target.id] = ast.literal_eval(node.value)  # type: ignore[attr-defined]
    return found


def _line(row: str, proof: Proof | None, reasons: Mapping[str, str]) -> str:
    if proof is None:
        return f"| {row} | cannot happen here | {_cell(reasons.get(row, 'not shown yet'))} | | |"
    said = proof.said
    fault = _cell(said["fault"])
    if elsewhere := said.get("elsewhere"):
        fault, row = f"{fault}. Elsewhere: {_cell(elsewhere)}", f"{row} ★"
    lost = _cell(said.get("lost", "nothing"))
    return f"| {row} | {fault} | {_cell(said['seen'])} | {lost} | `{proof.file}`: `{proof.test}` |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def _in(path: Path, root: Path) -> Iterator[Proof]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.FunctionDef):
            continue
        for call in node.decorator_list:
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "row":
                said = {str(each.arg): ast.literal_eval(each.value) for each in call.keywords}
                number = ast.literal_eval(call.args[0])
                yield Proof(number, node.name, path.relative_to(root).as_posix(), said)


def _figures(root: Path) -> Iterator[str]:
    file = root / "docs" / "reliability.json"
    for harness, figures in json.loads(file.read_bytes()).items() if file.is_file() else ():
        yield from (f"### {harness.capitalize()}", "")
        yield from _tables(figures)


def _tables(figures: Mapping[str, Any]) -> Iterator[str]:
    """Write what stands alone as one table, and each part as another."""
    alone = {name: each for name, each in figures.items() if not isinstance(each, dict)}
    if alone:
        yield from _table(("what", "figure"), alone.items())
    for name, part in figures.items():
        if isinstance(part, dict):
            yield from _part(name, part)


def _part(name: str, part: Mapping[str, Any]) -> Iterator[str]:
    """Write a part; where it lists things that have the same figures, a line for each of them."""
    rows = list(part.values())
    if rows and all(isinstance(each, dict) for each in rows):
        heads = tuple(dict.fromkeys(head for each in rows for head in each if head != "first"))
        yield from _table(
            (name, *heads),
            ((key, *(each.get(head, "") for head in heads)) for key, each in part.items()),
        )
    else:
        yield from _table((name, "figure"), part.items())


def _table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|---" + "|---:" * (len(heads) - 1) + "|"
    yield from (f"| {' | '.join(map(_written, row))} |" for row in rows)
    yield ""


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"{value:,}" if isinstance(value, int) else str(value)
