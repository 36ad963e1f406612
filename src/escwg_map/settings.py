"""What an operator may set, and where the parts that stand beside the package are found."""

import os
from collections.abc import Mapping
from ipaddress import ip_network
from math import ceil
from pathlib import Path
from typing import Annotated

from platformdirs import user_cache_path
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from escwg_map.environment import set_in_the_environment
from escwg_map.errors import MissingInput
from escwg_map.setting_kinds import ADDRESS, HOSTS, LINK, NAMES, Bytes, Seconds, Threshold, Unit

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


class Settings(BaseModel):
    """The settings; one that is not given is that of the environment, and else its default.

    The variable of a setting is named `ESCWG_MAP_` and the field's name, in capitals.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: Path = Field(default_factory=lambda: beside_the_package("data"))
    """The folder of the register's CSV files."""

    boundaries: Path = Field(default_factory=lambda: beside_the_package("boundaries"))
    """The folder of police.shp, fire.shp and ambulance.shp."""

    published: Path = Field(default_factory=lambda: user_cache_path("escwg-map", appauthor=False))
    """The folder that finished artefacts are written to, one folder an input; safe to delete."""

    sliver_width: Annotated[float, Unit("metres")] = Field(default=500.0, ge=0)
    """Ground between borders that is nowhere as wide as this is a sliver, and no cell."""

    demand: Path | None = None
    """A file of counts of incidents (`escwg-map demand`): `serve` offers them as a weight."""

    demand_threshold: Threshold = 7
    """Counts of incidents from 1 to this are hidden; 0 hides none, and 1 would hide nothing."""

    demand_rounding: Annotated[int, Unit("incidents")] = Field(default=5, ge=1)
    """Other counts of incidents are rounded to the nearest multiple of this; 1 rounds none."""

    demand_exact: bool = False
    """Whether counts of incidents are neither hidden nor rounded; all that has them says so."""

    host: str = "127.0.0.1"
    """The address that `serve` listens on; outside this machine only with `trusted_hosts`."""

    port: int = Field(default=8000, ge=0, le=65_535)
    """The port that `serve` listens on; 0 takes a free one."""

    watch: bool = False
    """Whether `serve` publishes anew when the inputs change; SIGHUP asks for it in any case."""

    watch_seconds: Annotated[float, Unit("seconds")] = Field(default=2.0, ge=0.1, le=3600)
    """How long there is between two looks at the inputs."""

    workers: Annotated[int, Unit("processes")] = Field(default=2, ge=1, le=64)
    """How many processes answer requests; with two, one may die and nobody notices."""

    public_url: str = Field(default="", pattern=ADDRESS)
    """The address under which people see the map, with the path where it stands below another
    site: all links to other programs begin with it. Empty: the host that the request named."""

    trusted_hosts: str = Field(default="", pattern=NAMES)
    """Names by which the map may be asked for, separated by spaces, `*.` for every name below
    one; others are refused. Empty: the host of `public_url`, and this machine's own names."""

    trusted_proxies: str = ""
    """Addresses or networks, separated by spaces, whose `X-Forwarded-…` are believed."""

    embed_hosts: str = Field(default="", pattern=HOSTS)
    """Hosts whose pages may show `/embed` in a frame, separated by spaces; our own always may."""

    security_contact: str = Field(default="", pattern=LINK)
    """Where to report a weakness, `mailto:…` or `https://…`: without it, no security.txt."""

    security_policy: str = Field(default="", pattern=r"^(https://[!-~]+)?$")
    """The page that says how reports of weaknesses are dealt with, for security.txt."""

    uri_bytes: Bytes = 8 * 1024
    """The longest address of a request; longer is 414."""

    header_count: Annotated[int, Unit("headers")] = Field(default=100, ge=10, le=100)
    """The most headers of a request; more is 431, and over 100 the server says so itself."""

    header_bytes: Bytes = 32 * 1024
    """The most bytes of all headers of a request; more is 431."""

    header_seconds: Seconds = 5
    """How long the headers of a request may take to arrive, on a kept connection from the answer
    before; then it is closed. A proxy keeps its connections for less."""

    body_bytes: Bytes = 1024**2
    """The longest body that a request may announce; longer is 413. None is ever read."""

    concurrent_requests: Annotated[int, Unit("requests")] = Field(default=0, ge=0)
    """How many requests this machine works on at once; 0 is two a core. Others wait."""

    concurrent_exports: Annotated[int, Unit("requests")] = Field(default=2, ge=1)
    """How many exports this machine makes at once, at least one a worker."""

    export_bytes: Bytes = 100_000_000
    """The largest export that is sent; larger is 400, with what would make it smaller."""

    export_seconds: Seconds = 60
    """How long writing an export may take; then it is 400."""

    queued_requests: Annotated[int, Unit("requests")] = Field(default=64, ge=0)
    """How many requests may wait; one more is 503."""

    queue_seconds: Seconds = 1
    """How long a request waits before it is 503."""

    kept_bytes: Annotated[int, Unit("bytes")] = Field(default=8 * 1024**2, ge=0)
    """The memory of one worker for answers that it gave before and gives again; 0 keeps none."""

    request_seconds: Seconds = 2
    """How long an answer may take before the log calls it slow: Python cannot stop it."""

    rate_limit: Annotated[int, Unit("requests a minute")] = Field(default=1200, ge=0)
    """How much one address may ask of one worker, files of pages left out; more is 429, 0 is no
    limit. This machine's own addresses have none."""

    stop_seconds: Annotated[int, Unit("seconds")] = Field(default=9, ge=1, le=600)
    """How long requests may still take once the server is told to stop."""

    respawn_seconds: Annotated[float, Unit("seconds")] = Field(default=0.5, ge=0, le=60)
    """How long a new worker has to start before the old one is stopped."""

    worker_mebibytes: Annotated[int, Unit("MiB")] = Field(default=512, ge=64)
    """The memory over which a worker is replaced by a new one."""

    @property
    def places(self) -> int:
        """How many requests one worker works on at once: its share, never nothing."""
        return self._share(self.concurrent_requests or 2 * (os.cpu_count() or 1))

    @property
    def export_places(self) -> int:
        """How many exports one worker makes at once."""
        return self._share(self.concurrent_exports)

    @property
    def queue(self) -> int:
        """How many requests may wait for one worker."""
        return ceil(self.queued_requests / self.workers)

    def _share(self, of_the_machine: int) -> int:
        return max(1, ceil(of_the_machine / self.workers))

    @model_validator(mode="before")
    @classmethod
    def _with_the_environment(cls, given: Mapping[str, object]) -> Mapping[str, object]:
        return set_in_the_environment(cls.model_fields) | dict(given)

    @field_validator("trusted_proxies")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        for each in value.split():
            ip_network(each)
        return value
