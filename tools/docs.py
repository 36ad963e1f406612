"""Write what is generated: the data package, the tables of the data README, and seven pages.

With `--check` nothing is written: files that are out of date are named, and the exit status is 1.
"""

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import data_tables
from api_reference import api_reference
from cli_page import cli_page
from export_page import export_page
from index_page import index_page
from performance_page import performance_page
from reliability_page import reliability_page
from settings_page import settings_page

from escwg_map.sources.datapackage import FILE, descriptor_text
from escwg_map.sources.register import read_register

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Write the files, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="name what is out of date")
    parser.add_argument("--root", type=Path, default=ROOT, help="the repository")
    asked = parser.parse_args()
    stale = {
        name: text
        for name, text in documents(asked.root).items()
        if _content(asked.root / name) != text.encode()
    }
    for name, text in stale.items():
        print(f"{name} is out of date: run 'make docs'" if asked.check else f"{name} renewed")
        if not asked.check:
            (asked.root / name).write_bytes(text.encode())
    sys.exit(1 if asked.check and stale else 0)


def documents(root: Path) -> dict[str, str]:
    """Give each generated file's name and its text as it should be."""
    register, problems = read_register(root / "data")
    if problems:
        sys.exit("\n".join(["The register has problems:", *map(str, problems)]))
    readme = (root / "data" / "README.md").read_text(encoding="utf-8")
    for part, lines in (
        ("files", data_tables.files()),
        ("columns", data_tables.columns()),
        ("words", data_tables.words()),
    ):
        readme = _with_part(readme, part, lines)
    return {
        f"data/{FILE}": descriptor_text(),
        "data/README.md": readme,
        "docs/api.md": api_reference(register),
        "docs/cli.md": cli_page(),
        "docs/exports.md": export_page(),
        "docs/index-reconciliation.md": index_page(register),
        "docs/performance.md": performance_page(ROOT),
        "docs/reliability.md": reliability_page(ROOT),
        "docs/settings.md": settings_page(),
    }


def _with_part(text: str, part: str, lines: Iterable[str]) -> str:
    """Put lines between the two comments that mark a part; all else is written by hand."""
    begin, end = f"<!-- {part}: written by `make docs` -->", f"<!-- end of {part} -->"
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(text):
        sys.exit(f"data/README.md lacks '{begin}' and '{end}'")
    body = "\n".join(lines).strip()
    return pattern.sub(lambda _: f"{begin}\n\n{body}\n\n{end}", text)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


if __name__ == "__main__":
    main()
