"""Build static/vendor from the installed npm packages: what pages need, and no more.

Run after `npm ci`. Only the files named here are copied, each package with its licence. Of GOV.UK
Frontend, only the styles that pages use are compiled, as `static/css/govuk-frontend.scss` says.
"""

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"
STYLES = ROOT / "static" / "css" / "govuk-frontend.scss"

COPIED = {
    "accessible-autocomplete": ("dist/accessible-autocomplete.min.js", "LICENSE.txt"),
    "leaflet": ("dist/leaflet.js", "dist/leaflet.css", "LICENSE"),
    "topojson-client": ("dist/topojson-client.min.js", "LICENSE"),
    "govuk-frontend": ("package.json",),  # names its licence, MIT; it has no file of its own
}


def main() -> None:
    """Build static/vendor beside itself, then put it in place of the old one."""
    fresh = VENDOR.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for package, files in COPIED.items():
        for name in files:
            target = fresh / package / Path(name).name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_without_map(PACKAGES / package / name), encoding="utf-8")
    _compile(STYLES, fresh / "govuk-frontend" / "govuk-frontend.min.css")
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.rename(VENDOR)
    print(f"{sum(map(len, COPIED.values())) + 1} files in {VENDOR.relative_to(ROOT)}")


def _without_map(path: Path) -> str:
    """Read a file; source maps are not served, so nothing may point at them."""
    text = path.read_text(encoding="utf-8")
    return re.sub(r"\n?(/\*|//)# sourceMappingURL=\S+( \*/)?", "", text)


def _compile(source: Path, target: Path) -> None:
    sass = PACKAGES / ".bin" / "sass"
    options = ("--style=compressed", "--no-source-map", f"--load-path={PACKAGES}")
    subprocess.run([sass, *options, source, target], check=True)


if __name__ == "__main__":
    main()
