"""Copy the files that pages need from the installed npm packages into static/vendor.

Run after `npm ci`. Only the files named here are copied, each package with its licence. GOV.UK
Frontend is changed on the way: its typeface and crest are for gov.uk services only, so the rules
that load them go, and the pages fall back to the type that the reader's machine has.
"""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"

COPIED = {
    "accessible-autocomplete": ("dist/accessible-autocomplete.min.js", "LICENSE.txt"),
    "leaflet": ("dist/leaflet.js", "dist/leaflet.css", "LICENSE"),
    "topojson-client": ("dist/topojson-client.min.js", "LICENSE"),
    "govuk-frontend": (
        "dist/govuk/govuk-frontend.min.css",
        "dist/govuk/govuk-frontend.min.js",
        "package.json",  # names its licence, MIT; the package has no licence file
    ),
}

FONT_FACES = re.compile(r"@font-face\{[^}]*\}")
OWN_TYPE = "system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Liberation Sans,arial,sans-serif"


def main() -> None:
    """Build static/vendor beside itself, then put it in place of the old one."""
    fresh = VENDOR.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for package, files in COPIED.items():
        for name in files:
            target = fresh / package / Path(name).name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_ours(PACKAGES / package / name), encoding="utf-8")
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.rename(VENDOR)
    print(f"{sum(map(len, COPIED.values()))} files in {VENDOR.relative_to(ROOT)}")


def _ours(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".css":
        text = FONT_FACES.sub("", text).replace("GDS Transport,arial,sans-serif", OWN_TYPE)
    # Source maps are not served, so nothing may point at them.
    return re.sub(r"\n?(/\*|//)# sourceMappingURL=\S+( \*/)?", "", text)


if __name__ == "__main__":
    main()
