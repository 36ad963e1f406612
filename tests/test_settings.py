"""What an operator may set, and where the parts beside the package are found."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from escwg_map.environment import refuse_unknown_variables
from escwg_map.errors import EscwgMapError, MissingInput
from escwg_map.settings import Settings, beside_the_package


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"ESCWG_MAP_{name.upper()}", raising=False)


@pytest.mark.parametrize("name", ["templates", "static", "data", "boundaries"])
def test_finds_what_stands_beside_the_package(name: str, shipped: Path) -> None:
    assert beside_the_package(name) == shipped.parent / name


def test_says_so_when_a_part_is_missing() -> None:
    with pytest.raises(MissingInput, match="the folder 'maps' is not beside the package; install"):
        beside_the_package("maps")


def test_reads_the_shipped_files_unless_told_otherwise(shipped: Path) -> None:
    settings = Settings()

    assert settings.data == shipped.parent / "data"
    assert settings.boundaries == shipped


def test_publishes_into_the_user_s_cache_unless_told_otherwise() -> None:
    assert Settings().published.name == "escwg-map"


def test_listens_to_this_machine_only_unless_told_otherwise() -> None:
    settings = Settings()

    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8000, 2)


def test_takes_a_setting_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ESCWG_MAP_DATA", str(tmp_path))
    monkeypatch.setenv("ESCWG_MAP_SLIVER_WIDTH", "250")

    settings = Settings()

    assert (settings.data, settings.sliver_width) == (tmp_path, 250)


def test_an_option_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESCWG_MAP_PORT", "8001")

    assert Settings(port=8002).port == 8002


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "65536"),
        ("PORT", "http"),
        ("WORKERS", "0"),
        ("WORKERS", "65"),
        ("SLIVER_WIDTH", "-1"),
        ("EMBED_HOSTS", "example.org; script-src *"),
        ("EMBED_HOSTS", "https://example.org/page"),
        ("TRUSTED_HOSTS", "https://example.org"),
        ("TRUSTED_HOSTS", "*"),
        ("TRUSTED_PROXIES", "proxy.example.org"),
        ("PUBLIC_URL", "example.org"),
        ("PUBLIC_URL", "https://example.org/a?b"),
        ("SECURITY_CONTACT", "me"),
        ("HEADER_COUNT", "101"),
    ],
    ids=[
        *("port too high", "port in words", "no workers", "too many workers", "negative width"),
        *("a policy for hosts", "a page for a host", "an address for a name", "any name"),
        *("a name for a proxy", "a name for an address", "a query", "no address", "more headers"),
    ],
)
def test_refuses_a_setting_that_makes_no_sense(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"ESCWG_MAP_{name}", value)

    with pytest.raises(ValidationError, match=name.lower()):
        Settings()


def test_settings_do_not_change_under_way() -> None:
    settings = Settings()

    with pytest.raises(ValidationError, match="frozen"):
        settings.port = 8001  # type: ignore[misc] # it is just what must not work


def test_a_variable_that_is_no_setting_is_refused_by_name() -> None:
    given = ["ESCWG_MAP_PORT", "ESCWG_MAP_TRUSTED_HOST", "ESCWG_MAP_XYZZY", "PATH"]

    with pytest.raises(EscwgMapError) as refused:
        refuse_unknown_variables(Settings.model_fields, given)

    assert str(refused.value) == (
        "There is no setting ESCWG_MAP_TRUSTED_HOST (did you mean ESCWG_MAP_TRUSTED_HOSTS?), "
        "ESCWG_MAP_XYZZY: unset it."
    )


def test_what_serve_tells_its_workers_is_no_slip() -> None:
    refuse_unknown_variables([], ["ESCWG_MAP_PUBLICATION", "ESCWG_MAP_POINTER"])
