"""Ask whether advisories are known for what the map is made of, and write what that is.

Writes `build/python.cdx.json` and `build/javascript.cdx.json` (CycloneDX). The exit status is 1
when an advisory is known, and 2 when the advisories could not be asked for.
"""

import json
import subprocess
import sys
from pathlib import Path
from shutil import which

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build"
NPM_AUDIT = ("npm", "audit", "--json", "--package-lock-only")
NPM_SBOM = ("npm", "sbom", "--sbom-format", "cyclonedx", "--package-lock-only")


def main() -> None:
    """Audit both halves, and say how it went."""
    BUILD.mkdir(exist_ok=True)
    results = [audit_python(ROOT / "requirements.lock"), audit_javascript()]
    sys.exit(max(results))


def audit_python(lock: Path) -> int:
    """Audit the pinned packages; pip-audit writes what it audited."""
    found = BUILD / "python.cdx.json"
    found.unlink(missing_ok=True)
    command = ["pip-audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off"]
    command += ["--requirement", str(lock), "--format", "cyclonedx-json", "--output", str(found)]
    if not which("pip-audit"):
        return _unasked("Python", "pip-audit is not installed")
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if not found.exists():
        return _unasked("Python", ended.stderr)
    known = json.loads(found.read_text(encoding="utf-8")).get("vulnerabilities", [])
    return _told("Python", [f"{each['id']}: {_affected(each)}" for each in known])


def audit_javascript() -> int:
    """Audit the locked packages of the front end."""
    ended = subprocess.run(NPM_SBOM, cwd=ROOT, capture_output=True, text=True, check=False)
    if ended.returncode:
        return _unasked("JavaScript", ended.stderr)
    (BUILD / "javascript.cdx.json").write_text(ended.stdout, encoding="utf-8")
    ended = subprocess.run(NPM_AUDIT, cwd=ROOT, capture_output=True, text=True, check=False)
    return read_npm_audit(ended.stdout, ended.stderr)


def read_npm_audit(output: str, errors: str) -> int:
    """Read what npm found; without a list of vulnerabilities it could not ask."""
    try:
        found = json.loads(output)["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        return _unasked("JavaScript", errors or output)
    return _told("JavaScript", [f"{name}: {each['severity']}" for name, each in found.items()])


def _affected(vulnerability: dict[str, list[dict[str, str]]]) -> str:
    return ", ".join(each["ref"] for each in vulnerability.get("affects", []))


def _told(half: str, known: list[str]) -> int:
    print(f"{half}: {len(known)} advisories known", *known, sep="\n  ")
    return 1 if known else 0


def _unasked(half: str, why: str) -> int:
    last = (why.strip().splitlines() or ["no answer"])[-1]
    print(f"{half}: the advisories could not be asked for: {last}")
    return 2


if __name__ == "__main__":
    main()
