"""Take a picture of the first screen of every page, on a phone and on a desk, into docs/pictures.

Starts the map itself. Needs Chromium, as the tests in the browser do.
"""

import io
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SIZES = ((360, 740), (1366, 768))
QUALITY = 38
MOST_BYTES = 2_000_000
"""What all pictures together may take: they travel with every clone."""

PAGES = {
    "map": "/",
    "map-place": "/?at=-0.335,53.745",
    "map-number": "/?colour=count&layer=fire",
    "map-gaps": "/?colour=gap&theme=control-rooms",
    "map-nothing-found": "/?theme=control-rooms&status=completed",
    "map-table": "/?view=table",
    "map-cards": "/?view=cards&theme=estates",
    "embed": "/embed?layer=ambulance",
    "places": "/places",
    "places-found": "/places?q=hfrs",
    "projects": "/projects",
    "projects-cards": "/projects?view=cards",
    "project": "/projects/forced-entry-essex",
    "areas": "/areas",
    "area": "/areas/police/E23000012",
    "briefing": "/areas/police/E23000012/briefing",
    "print": "/print?theme=control-rooms",
    "gaps": "/gaps",
    "boundaries": "/boundaries",
    "pair": "/boundaries/E23000035/E31000011",
    "national": "/national",
    "about": "/about",
    "accessibility": "/accessibility",
    "data": "/data",
    "error": "/?layer=coastguard",
}


def main() -> None:
    """Take them all, and say how much they take."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium on this machine: install the package chromium to take pictures.")
    with _served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for name, path in PAGES.items():
            for size in SIZES:
                (PICTURES / f"{name}-{size[0]}.webp").write_bytes(
                    _picture(browser, address + path, size)
                )
        browser.close()
    total = sum(path.stat().st_size for path in PICTURES.iterdir())
    print(f"{len(PAGES) * len(SIZES)} pictures, {total / 1e6:.2f} MB")
    if total > MOST_BYTES:
        sys.exit(f"That is more than {MOST_BYTES / 1e6:.0f} MB: lower QUALITY.")


def _picture(browser: Browser, address: str, size: tuple[int, int]) -> bytes:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    drawn = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    written = io.BytesIO()
    drawn.convert("RGB").save(written, "WEBP", quality=QUALITY, method=6)
    return written.getvalue()


@contextmanager
def _served() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as published:
        server = subprocess.Popen(
            [sys.executable, "-m", "escwg_map", "serve", "--port", "0", "--published", published],
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            assert server.stderr is not None
            said = iter(server.stderr.readline, "")
            yield next(found[1] for line in said if (found := re.search(r"(http://\S+?)/ ", line)))
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=20)


if __name__ == "__main__":
    main()
