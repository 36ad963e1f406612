"""What an operator may set, and where the parts that stand beside the package are found."""

from pathlib import Path

from platformdirs import user_cache_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from escwg_map.errors import MissingInput

_HOST = r"(https?://)?(\*|(\*\.)?[A-Za-z0-9.-]+)(:[0-9]{1,5})?"
_HOSTS = rf"^({_HOST}( {_HOST})*)?$"

_PACKAGE = Path(__file__).parent


def beside_the_package(name: str) -> Path:
    """Find `templates`, `static`, `data` or `boundaries`: in the checkout, or packed in the wheel.

    Raises:
        MissingInput: neither place has it, so the installation is incomplete.
    """
    places = (_PACKAGE / "packed" / name, _PACKAGE.parents[1] / name)
    for place in places:
        if place.is_dir():
            return place
    raise MissingInput(f"the folder '{name}' is not beside the package; install escwg-map again")


class Settings(BaseSettings):
    """The settings, each from an environment variable named `ESCWG_MAP_` and the field's name."""

    model_config = SettingsConfigDict(env_prefix="ESCWG_MAP_", frozen=True)

    data: Path = Field(default_factory=lambda: beside_the_package("data"))
    """The folder of the register's CSV files."""

    boundaries: Path = Field(default_factory=lambda: beside_the_package("boundaries"))
    """The folder of police.shp, fire.shp and ambulance.shp."""

    published: Path = Field(default_factory=lambda: user_cache_path("escwg-map", appauthor=False))
    """The folder that finished artefacts are written to, one folder an input; safe to delete."""

    host: str = "127.0.0.1"
    """The address that `serve` listens on."""

    port: int = Field(default=8000, ge=0, le=65_535)
    """The port that `serve` listens on; 0 takes a free one."""

    watch: bool = False
    """Whether `serve` publishes anew when the inputs change; SIGHUP asks for it in any case."""

    watch_seconds: float = Field(default=2.0, ge=0.1, le=3600)
    """Seconds between two looks at the inputs."""

    workers: int = Field(default=1, ge=1, le=64)
    """How many processes answer requests."""

    sliver_width: float = Field(default=500.0, ge=0)
    """Metres: ground between borders that is nowhere as wide as this is a sliver, and no cell."""

    embed_hosts: str = Field(default="", pattern=_HOSTS)
    """Hosts whose pages may show `/embed` in a frame, separated by spaces; our own always may."""
