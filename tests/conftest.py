"""Fixtures that every room may ask for. Toyshire is made once; tests that change it copy it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

import toyshire as country
from escwg_map.atlas import Atlas
from escwg_map.geography.overlay import Overlay
from escwg_map.publish.checking import check
from escwg_map.publish.publication import Publication
from escwg_map.publish.work import published
from escwg_map.settings import Settings
from escwg_map.sources.building import build_boundaries
from escwg_map.static_site.work import write_site
from serving import serving

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
def shipped_publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """What we ship, published."""
    return Publication(published(Settings(published=tmp_path_factory.mktemp("published"))))


@pytest.fixture(scope="session")
def shipped_site(
    shipped_publication: Publication, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """What we ship, as a folder that needs no server."""
    folder = tmp_path_factory.mktemp("site") / "shipped"
    write_site(shipped_publication.folder, folder)
    return folder


@pytest.fixture(scope="session")
def england_and_wales(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the shipped map."""
    with serving(published=tmp_path_factory.mktemp("published")) as address:
        yield address
