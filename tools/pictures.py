"""Take a picture of the first screen of every page, on a phone and on a desk, into docs/pictures.

Also of what made-up incidents add, and of the gaps by people beside those by incidents. With names,
only these are taken anew. Starts the map itself. Needs Chromium, as the tests in the browser do.
"""

import io
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import made_up_incidents
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SIZES = ((360, 740), (1366, 768))
QUALITY = 38
MOST_BYTES = 2_200_000
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
WITH_INCIDENTS = {
    "gaps-incidents": "/gaps?weight=incidents&sort=-incidents",
}
"""Pages of a map that was given the made-up incidents of the worked example."""

BESIDE = "gaps-by-people-and-incidents"
GAPS = "/pictures/map-with-key.svg?colour=gap&theme=first-response&outlines=police"
MAP_SIZE, BESIDE_WIDTH = (990, 724), 1500


def main(names: Collection[str] = ()) -> None:
    """Take them all, or those that are named, and say how much all take."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium on this machine: install the package chromium to take pictures.")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        with _served() as address:
            _take(browser, address, _named(PAGES, names))
        with _served("--demand", str(_made_up(Path(folder)))) as address:
            _take(browser, address, _named(WITH_INCIDENTS, names))
            weighed = [f"{address}{GAPS}&weight={weight}" for weight in ("people", "incidents")]
            _save(BESIDE, _beside([_shot(browser, each, MAP_SIZE) for each in weighed]))
        browser.close()
    pictures = list(PICTURES.iterdir())
    total = sum(path.stat().st_size for path in pictures)
    print(f"{len(pictures)} pictures, {total / 1e6:.2f} MB")
    if total > MOST_BYTES:
        sys.exit(f"That is more than {MOST_BYTES / 1e6:.0f} MB: lower QUALITY.")


def _named(pages: Mapping[str, str], names: Collection[str]) -> Mapping[str, str]:
    return {name: path for name, path in pages.items() if not names or name in names}


def _take(browser: Browser, address: str, pages: Mapping[str, str]) -> None:
    for name, path in pages.items():
        for size in SIZES:
            _save(f"{name}-{size[0]}", _shot(browser, address + path, size))


def _made_up(folder: Path) -> Path:
    made_up_incidents.write_all(folder)
    return folder / made_up_incidents.COUNTS


def _beside(pictures: Sequence[Image.Image]) -> Image.Image:
    """Put pictures of one size beside each other."""
    width, height = pictures[0].size
    both = Image.new("RGB", (width * len(pictures), height))
    for place, picture in enumerate(pictures):
        both.paste(picture, (place * width, 0))
    return both.resize((BESIDE_WIDTH, height * BESIDE_WIDTH // both.width))


def _save(name: str, picture: Image.Image) -> None:
    picture.save(PICTURES / f"{name}.webp", "WEBP", quality=QUALITY, method=6)


def _shot(browser: Browser, address: str, size: tuple[int, int]) -> Image.Image:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    drawn = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    return drawn.convert("RGB")


@contextmanager
def _served(*words: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as published:
        command = ["escwg_map", "serve", "--port", "0", "--published", published, *words]
        server = subprocess.Popen(
            [sys.executable, "-m", *command],
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
    main(sys.argv[1:])
