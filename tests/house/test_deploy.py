"""What is said about deploying: settings and commands that there are, files that programs take."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import audit
import pytest

from escwg_map.cli import main
from escwg_map.settings import Settings

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "deploy"
FILES = sorted(path for path in FOLDER.iterdir() if path.is_file())
EXAMPLES = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:com|org|net|uk|io)\b")

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@every_file
def test_every_setting_that_is_named_is_there(path: Path) -> None:
    named = set(re.findall(r"ESCWG_MAP_([A-Z_]+)", path.read_text(encoding="utf-8")))

    assert named - {name.upper() for name in Settings.model_fields} == set()


@every_file
def test_every_host_is_a_placeholder(path: Path) -> None:
    hosts = set(EXAMPLES.findall(path.read_text(encoding="utf-8")))

    assert {host for host in hosts if not host.endswith("example.org")} == set()


@every_file
def test_every_command_that_is_named_is_there(path: Path) -> None:
    named = re.findall(r"bin/escwg-map\"?,? \"?(\w+)", path.read_text(encoding="utf-8"))

    assert set(named) - set(main.commands) == set()


def test_the_values_of_the_service_are_settings_that_make_sense() -> None:
    unit = (FOLDER / "escwg-map.service").read_text(encoding="utf-8")
    given = dict(re.findall(r"^Environment=ESCWG_MAP_(\w+)=(.*)$", unit, re.MULTILINE))

    settings = Settings(**{name.lower(): value for name, value in given.items()})

    assert settings.trusted_proxies == "127.0.0.1"
    stop = int(re.findall(r"^TimeoutStopSec=(\d+)$", unit, re.MULTILINE)[0])
    assert stop > settings.stop_seconds


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("nginx.conf", r"keepalive 32;[^}]*keepalive_timeout (\d+)s;"),
        ("Caddyfile", r"keepalive (\d+)s"),
    ],
)
def test_a_proxy_lets_its_connections_go_before_the_map_does(name: str, kept: str) -> None:
    (seconds,) = re.findall(kept, (FOLDER / name).read_text(encoding="utf-8"))

    assert int(seconds) < Settings.model_fields["header_seconds"].default


def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("there is no systemd-analyze on this machine")
    unit = (FOLDER / "escwg-map.service").read_text(encoding="utf-8")
    known = re.sub(r"/opt/escwg-map/bin/escwg-map", shutil.which("true") or "/bin/true", unit)
    (tmp_path / "escwg-map.service").write_text(known, encoding="utf-8")

    ended = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", tmp_path / "escwg-map.service"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, "escwg-map.service" in ended.stderr) == (0, False), ended.stderr


def test_the_image_runs_without_rights_and_from_pinned_packages() -> None:
    lines = (FOLDER / "Containerfile").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]

    assert "USER 10001" in commands
    assert commands.index("USER 10001") < commands.index('CMD ["/app/bin/escwg-map", "serve"]')
    assert any("--require-hashes" in line for line in commands)
    assert not any(":latest" in line for line in commands)


def test_the_image_copies_only_what_is_there() -> None:
    text = (FOLDER / "Containerfile").read_text(encoding="utf-8")
    copied = [each for each in re.findall(r"^COPY (\S+) ", text, re.MULTILINE) if each[0] != "-"]

    assert copied
    assert [each for each in copied if not (ROOT / each).exists()] == []


def test_advisories_that_are_known_fail_the_audit(capsys: pytest.CaptureFixture[str]) -> None:
    found = '{"vulnerabilities": {"leaflet": {"severity": "high"}}}'

    assert audit.read_npm_audit(found, "") == 1
    assert "leaflet: high" in capsys.readouterr().out


def test_without_advisories_the_audit_is_content() -> None:
    assert audit.read_npm_audit('{"vulnerabilities": {}}', "") == 0


@pytest.mark.parametrize("answer", ["", "no network", '{"message": "request failed"}', "[]"])
def test_an_audit_that_could_not_ask_says_so_and_fails(
    answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit.read_npm_audit(answer, "request failed") == 2
    assert "could not be asked for: request failed" in capsys.readouterr().out


def test_an_audit_of_packages_that_were_all_left_out_fails() -> None:
    skipped = '{"dependencies": [{"name": "flask", "skip_reason": "not found"}]}'

    assert audit.read_pip_audit(skipped, "") == 2
    assert audit.read_pip_audit('{"dependencies": []}', "") == 2
    assert audit.read_pip_audit("", "no network") == 2


@pytest.mark.parametrize(("vulns", "status"), [([], 0), ([{"id": "PYSEC-1"}], 1)])
def test_an_audit_of_packages_tells_what_is_known(vulns: list[object], status: int) -> None:
    found = {"dependencies": [{"name": "flask", "version": "3.1", "vulns": vulns}]}

    assert audit.read_pip_audit(json.dumps(found), "") == status


def test_the_lists_name_every_locked_package() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))

    assert "leaflet" in dict(audit.javascript_packages(packages))
    assert "flask" in dict(audit.python_packages(lock))
