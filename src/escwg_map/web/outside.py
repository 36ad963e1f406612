"""How the app is seen from outside: by which host, at which path, by whom, through which proxy.

A client may write any host and any `X-Forwarded-…`. What is believed is decided once, here, and the
rest of the app sees only that: addresses are built from it, and the rest is taken away.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from escwg_map.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

REFUSED = "escwg_map.refused_host"
"""Set where a request named a host that is not trusted; its answer names another."""

THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]")
"""The names that a machine has for itself."""

_HOST = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)+")
_PREFIX = "HTTP_X_FORWARDED_"
_FORWARDED = tuple(
    f"{_PREFIX}{name}" for name in ("FOR", "HOST", "PORT", "PREFIX", "PROTO", "SERVER")
)

_SITES = 64
"""How many sites are remembered, of which most apps have one; a client may invent many."""


class Site(Struct, frozen=True):
    """What every address of the app begins with, and whether the request named it itself."""

    scheme: str
    host: str
    path: str
    is_trusted: bool


class Outside(Struct, frozen=True):
    """The app, seen as the settings say. Health is told whatever the host: probes know no name."""

    app: "WSGIApplication"
    proxies: tuple[IPv4Network | IPv6Network, ...]
    site: Callable[[str, str, str], Site]
    """Names the site that is asked for by a scheme, a host and a path before ours."""

    @classmethod
    def of(cls, app: "WSGIApplication", settings: Settings) -> "Outside":
        """See an app as the settings say."""
        public = urlsplit(settings.public_url).hostname or ""
        named = tuple(settings.trusted_hosts.lower().split())
        own = (f"[{public}]" if ":" in public else public,) if public else ()
        trusted = (*named, *own) or THIS_MACHINE
        proxies = tuple(map(ip_network, settings.trusted_proxies.split()))
        site = partial(_site, trusted, settings.public_url.rstrip("/"))
        return cls(app, proxies, lru_cache(_SITES)(site))

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request, its environment put right."""
        peer = environ.get("REMOTE_ADDR", "")
        said = {
            name.removeprefix(_PREFIX): environ.pop(name) for name in _FORWARDED if name in environ
        }
        if not self._is_proxy(peer):
            said = {}
            environ.pop("HTTP_X_REQUEST_ID", None)
        environ["REMOTE_ADDR"] = self._client(peer, said.get("FOR", ""))
        scheme = _last(said.get("PROTO", ""))
        site = self.site(
            scheme if scheme in ("http", "https") else environ["wsgi.url_scheme"],
            _last(said.get("HOST", "")) or environ.get("HTTP_HOST", ""),
            _last(said.get("PREFIX", "")),
        )
        environ[REFUSED] = not site.is_trusted
        _place(environ, site)
        return self.app(environ, start_response)

    def _is_proxy(self, address: str) -> bool:
        if not self.proxies:
            return False
        try:
            parsed = ip_address(address)
        except ValueError:
            return False
        return any(parsed in network for network in self.proxies)

    def _client(self, peer: str, forwarded: str) -> str:
        """Go back through the proxies that we know, to the first address that is none of them."""
        for each in reversed([text.strip() for text in forwarded.split(",") if text.strip()]):
            if not self._is_proxy(peer):
                break
            try:
                peer = str(ip_address(each))
            except ValueError:
                break
        return peer


def _place(environ: "WSGIEnvironment", site: Site) -> None:
    """Let addresses begin with the site; a proxy may have left its path before ours, or not."""
    environ["wsgi.url_scheme"], environ["HTTP_HOST"] = site.scheme, site.host
    environ["SCRIPT_NAME"] = site.path
    path = environ.get("PATH_INFO", "")
    if site.path and f"{path}/".startswith(f"{site.path}/"):
        environ["PATH_INFO"] = path.removeprefix(site.path) or "/"


def _site(trusted: tuple[str, ...], public_url: str, scheme: str, host: str, prefix: str) -> Site:
    is_trusted = _trusts(trusted, host)
    if not is_trusted:
        host = trusted[0].removeprefix("*.")
    path = prefix.rstrip("/")
    root = f"{scheme}://{host}{path if _PATH.fullmatch(path) else ''}"
    parts = urlsplit(public_url or root)
    return Site(parts.scheme, parts.netloc, parts.path, is_trusted)


def _trusts(trusted: tuple[str, ...], host: str) -> bool:
    if not (found := _HOST.fullmatch(host)):
        return False
    name = found[1].lower()
    return any(
        name == each or (each.startswith("*.") and name.endswith(each[1:])) for each in trusted
    )


def _last(text: str) -> str:
    """Take the last of a list: what the nearest proxy added."""
    return text.rpartition(",")[2].strip()
