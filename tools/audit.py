"""Ask whether advisories are known for what the map is made of, and write what that is.

Writes `build/python.cdx.json` and `build/javascript.cdx.json` (CycloneDX). The exit status is 1
when an advisory is known, and 2 when the advisories could not be asked for.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from shutil import which

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build"
PIP_AUDIT = ("pip-audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off")
NPM_AUDIT = ("npm", "audit", "--json", "--package-lock-only")

Package = tuple[str, str]
"""A name and a version."""


def main() -> None:
    """Write both lists, audit both halves, and say how it went."""
    BUILD.mkdir(exist_ok=True)
    lock = ROOT / "requirements.lock"
    write_list("pypi", python_packages(lock.read_text(encoding="utf-8")), "python")
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    write_list("npm", javascript_packages(locked), "javascript")
    python = _run((*PIP_AUDIT, "--format", "json", "--requirement", str(lock)))
    sys.exit(max(read_pip_audit(*python), read_npm_audit(*_run(NPM_AUDIT))))


def python_packages(lock: str) -> list[Package]:
    """Read the pinned packages."""
    return re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", lock, re.MULTILINE)


def javascript_packages(lock: dict[str, dict[str, dict[str, str]]]) -> list[Package]:
    """Read the locked packages of the front end."""
    found = lock["packages"].items()
    return [(path.rpartition("node_modules/")[2], each["version"]) for path, each in found if path]


def write_list(kind: str, packages: Iterable[Package], name: str) -> None:
    """Write packages as a CycloneDX list of components."""
    components = [
        {
            "type": "library",
            "name": each,
            "version": version,
            "purl": f"pkg:{kind}/{each.replace('@', '%40')}@{version}",
        }
        for each, version in packages
    ]
    listed = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1}
    text = json.dumps({**listed, "components": components}, indent=1)
    (BUILD / f"{name}.cdx.json").write_text(text, encoding="utf-8")


def read_pip_audit(output: str, errors: str) -> int:
    """Read what pip-audit found; it calls all well when it could ask about no package at all."""
    try:
        found = json.loads(output)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return _unasked("Python", errors or output)
    skipped = [each["skip_reason"] for each in found if "skip_reason" in each]
    if skipped or not found:
        return _unasked("Python", skipped[0] if skipped else "no package was looked at")
    return _told("Python", [f"{e['name']}: {v['id']}" for e in found for v in e["vulns"]])


def read_npm_audit(output: str, errors: str) -> int:
    """Read what npm found; without a list of vulnerabilities it could not ask."""
    try:
        found = json.loads(output)["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        return _unasked("JavaScript", errors or output)
    return _told("JavaScript", [f"{name}: {each['severity']}" for name, each in found.items()])


def _run(command: tuple[str, ...]) -> tuple[str, str]:
    if not which(command[0]):
        return "", f"{command[0]} is not installed"
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return ended.stdout, ended.stderr


def _told(half: str, known: list[str]) -> int:
    print(f"{half}: {len(known)} advisories known", *known, sep="\n  ")
    return 1 if known else 0


def _unasked(half: str, why: str) -> int:
    last = (why.strip().splitlines() or ["no answer"])[-1]
    print(f"{half}: the advisories could not be asked for: {last}")
    return 2


if __name__ == "__main__":
    main()
