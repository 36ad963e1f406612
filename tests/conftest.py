"""Fixtures that every room may ask for. Toyshire is made once; tests that change it copy it."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings as hypothesis_settings

import toyshire as country
from escwg_map.atlas import Atlas
from escwg_map.geography.overlay import Overlay
from escwg_map.publish.checking import check
from escwg_map.publish.publication import Publication
from escwg_map.publish.work import published
from escwg_map.settings import Settings
from escwg_map.sources.building import build_boundaries
from serving import run_command, serving

# How long an example takes says more of the machine than of the code; bench/ measures time.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def toyshire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Toyshire as a user has it: `data/` and `boundaries/`, made by the real builder."""
    folder = tmp_path_factory.mktemp("toyshire")
    country.write_register(folder / "data")
    build_boundaries(
        country.write_districts(folder / "districts.geojson"),
        country.write_lookup(folder / "lookup.csv"),
        boundaries=folder / "boundaries",
        data=folder / "data",
    )
    return folder


@pytest.fixture(scope="session")
def shipped() -> Path:
    """The `boundaries/` folder of the repository, as it is shipped."""
    return REPOSITORY / "boundaries"


@pytest.fixture(scope="session")
def boundary_source() -> Path:
    """The district polygons and the lookup that the shipped boundaries were built from."""
    folder = REPOSITORY.parent / "shared" / "boundary-source"
    if not folder.is_dir():
        pytest.skip("the source of the boundaries is not beside the repository")
    return folder


@pytest.fixture(scope="session")
def settings(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of somebody who works with Toyshire."""
    return Settings(
        data=toyshire / "data",
        boundaries=toyshire / "boundaries",
        published=tmp_path_factory.mktemp("published"),
    )


@pytest.fixture(scope="session")
def toyshire_published(settings: Settings) -> Path:
    """The folder of Toyshire's publication."""
    return published(settings)


@pytest.fixture(scope="session")
def publication(toyshire_published: Path) -> Publication:
    """Toyshire's publication, as the web room reads it."""
    return Publication(toyshire_published)


@pytest.fixture(scope="session")
def atlas(publication: Publication) -> Atlas:
    """Everything known of Toyshire."""
    return publication.atlas


@pytest.fixture(scope="session")
def ground(settings: Settings) -> Overlay:
    """Toyshire's eight cells and their shapes, in British National Grid."""
    overlaid = check(settings).ground
    assert overlaid
    return overlaid


@pytest.fixture(scope="session")
def together(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes share which run the tests."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def alone(together: Path) -> FileLock:
    """What one of these processes holds at a time, while it makes what we ship."""
    return FileLock(together / "shipped.lock")


@pytest.fixture(scope="session")
def shipped_published(together: Path, alone: FileLock) -> Path:
    """Where what we ship is published: once, by the command, since it takes long."""
    with alone:
        run_command("publish", published=together / "shipped-published")
    return together / "shipped-published"


@pytest.fixture(scope="session")
def shipped_publication(shipped_published: Path) -> Publication:
    """What we ship, published."""
    return Publication(published(Settings(published=shipped_published)))


@pytest.fixture(scope="session")
def shipped_site(shipped_published: Path, together: Path, alone: FileLock) -> Path:
    """What we ship, as a folder that needs no server: written once, too."""
    folder = together / "shipped-site"
    with alone:
        if not folder.exists():
            run_command("site", str(folder), published=shipped_published)
    return folder


@pytest.fixture(scope="session")
def england_and_wales(shipped_published: Path, alone: FileLock) -> Iterator[str]:
    """The address of the shipped map."""
    with ExitStack() as until_the_end:
        with alone:
            address = until_the_end.enter_context(serving(published=shipped_published))
        yield address
