"""How much one address may ask of this worker: a bucket that fills again, a token a request."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from threading import Lock
from time import monotonic

from flask import Flask, request
from werkzeug.exceptions import TooManyRequests

from escwg_map.settings import Settings
from escwg_map.web.health_paths import asks_for_health

COUNTED = "escwg_map.counted"
"""Set where a request was counted."""

_KEY = "escwg_map_buckets"
_MOST_CLIENTS = 20_000
"""Clients that are remembered; the one that asked longest ago is forgotten first."""


@dataclass
class Buckets:
    """A bucket a client, full at the start: a minute's requests may come at once."""

    per_minute: int
    clock: Callable[[], float] = monotonic
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, client: str) -> float:
        """Take a token, or say how many seconds it is until there is one."""
        now, a_second = self.clock(), self.per_minute / 60
        with self._lock:
            tokens, then = self._left.pop(client, (float(self.per_minute), now))
            tokens = min(self.per_minute, tokens + (now - then) * a_second)
            there = tokens >= 1
            self._left[client] = (tokens - there, now)
            if len(self._left) > _MOST_CLIENTS:
                self._left.popitem(last=False)
        return 0.0 if there else (1 - tokens) / a_second

    def wait_of(self, address: str) -> float:
        """Take a token of the client at an address; this machine needs none."""
        client = client_of(address)
        return self.wait(client) if client else 0.0


def client_of(address: str) -> str:
    """Name a client: an IPv6 network of 64 bits is one household; this machine is nobody's."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if parsed.is_loopback:
        return ""
    return str(ip_network(f"{address}/64", strict=False)) if parsed.version == 6 else address


def init_app(app: Flask, settings: Settings) -> None:
    """Refuse who asks more often than the settings allow."""
    app.extensions[_KEY] = buckets = Buckets(settings.rate_limit) if settings.rate_limit else None
    if buckets is None:
        return

    @app.before_request
    def count() -> None:
        if request.blueprint == "assets" or asks_for_health():
            return
        request.environ[COUNTED] = True
        if seconds := buckets.wait_of(request.remote_addr or ""):
            raise TooManyRequests(retry_after=int(seconds) + 1)


def buckets_of(app: Flask) -> Buckets | None:
    """Give what counts the requests of an app; none where nobody does."""
    found: Buckets | None = app.extensions[_KEY]
    return found
