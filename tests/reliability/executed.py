"""Every page of a register that attacks, in a real browser, with our policy and without it.

    PYTHONPATH=tests python -m reliability.executed

Prints how often code that was written into texts has run; the exit status is 1 when any has.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from browser.chromium import found_chromium, started
from browser.hostile import MARK, TEXT_COLUMNS, write_hostile_register
from browser.test_hostile import PAGES
from browser.watched import Watched
from reliability.figures import record
from reliability.payloads import PAYLOADS
from reliability.worst_files import made_toyshire
from serving import serving


def main() -> int:
    """Open all pages twice, and say how it went."""
    path = found_chromium()
    if path is None:
        sys.exit("No Chromium on this machine: install the package chromium to run this.")
    with (
        TemporaryDirectory() as folder,
        _attacked(Path(folder)) as address,
        started(path) as browser,
    ):
        found = [
            _opened(browser, address + page, without_policy=without)
            for page in PAGES
            for without in (False, True)
        ]
    ran = sum(ran for _, ran in found)
    columns = sum(map(len, TEXT_COLUMNS.values()))
    figures = {
        "pages": len(PAGES),
        "payloads": len(PAYLOADS),
        "columns of text that hold each": columns,
        "times that one stood in a page, policy on and off": sum(shown for shown, _ in found),
        "pages on which one ran": ran,
    }
    print(*(f"{name:<52}{figure}" for name, figure in figures.items()), sep="\n")  # noqa: T201
    record("code in texts", **figures)
    return int(ran > 0)


@contextmanager
def _attacked(folder: Path) -> Iterator[str]:
    toyshire, data = made_toyshire(folder / "toyshire"), folder / "hostile"
    data.mkdir()
    write_hostile_register(toyshire / "data", data)
    served = {"data": data, "boundaries": toyshire / "boundaries", "published": folder / "out"}
    with serving(**served) as address:
        yield address


def _opened(browser: Browser, address: str, *, without_policy: bool) -> tuple[int, bool]:
    """Open a page; count the payloads in it, and say whether any ran."""
    watched = Watched(browser, address, (1366, 768), {"without_policy": without_policy})
    watched.page.wait_for_load_state("networkidle")
    shown = watched.page.content().count(MARK)
    ran = bool(watched.page.evaluate(f"'{MARK}' in window"))
    watched.close()
    return shown, ran


if __name__ == "__main__":
    sys.exit(main())
