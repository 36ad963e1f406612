"""How the app is seen from outside: by which host, at which path, by whom, through which proxy.

A client may write any host and any `X-Forwarded-…`. What is believed is decided once, here, and the
rest of the app sees only that: addresses are built from it, and the rest is taken away.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from escwg_map.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

REFUSED = "escwg_map.refused_host"
"""Set where a request named a host that is not trusted; its answer names another."""

THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]")
"""The names that a machine has for itself."""

_HOST = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)+")
_FORWARDED = ("FOR", "HOST", "PORT", "PREFIX", "PROTO", "SERVER")


@dataclass(frozen=True)
class Outside:
    """The app, seen as the settings say. Health is told whatever the host: probes know no name."""

    app: "WSGIApplication"
    trusted: tuple[str, ...]
    proxies: tuple[IPv4Network | IPv6Network, ...]
    public_url: str

    @classmethod
    def of(cls, app: "WSGIApplication", settings: Settings) -> "Outside":
        """See an app as the settings say."""
        public = urlsplit(settings.public_url).hostname or ""
        named = tuple(settings.trusted_hosts.lower().split())
        own = (f"[{public}]" if ":" in public else public,) if public else ()
        trusted = (*named, *own) or THIS_MACHINE
        proxies = tuple(map(ip_network, settings.trusted_proxies.split()))
        return cls(app, trusted, proxies, settings.public_url.rstrip("/"))

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request, its environment put right."""
        said = {name: environ.pop(f"HTTP_X_FORWARDED_{name}", "") for name in _FORWARDED}
        if not self._is_proxy(environ.get("REMOTE_ADDR", "")):
            said = dict.fromkeys(_FORWARDED, "")
            environ.pop("HTTP_X_REQUEST_ID", None)
        environ["REMOTE_ADDR"] = self._client(environ.get("REMOTE_ADDR", ""), said["FOR"])
        host = _last(said["HOST"]) or environ.get("HTTP_HOST", "")
        environ[REFUSED] = not self._trusts(host)
        if environ[REFUSED]:
            host = self.trusted[0].removeprefix("*.")
        scheme = _last(said["PROTO"])
        seen = f"{scheme if scheme in ('http', 'https') else environ['wsgi.url_scheme']}://{host}"
        prefix = _last(said["PREFIX"]).rstrip("/")
        self._place(environ, self.public_url or seen + (prefix if _PATH.fullmatch(prefix) else ""))
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

    def _trusts(self, host: str) -> bool:
        if not (found := _HOST.fullmatch(host)):
            return False
        name = found[1].lower()
        return any(
            name == each or (each.startswith("*.") and name.endswith(each[1:]))
            for each in self.trusted
        )

    def _place(self, environ: "WSGIEnvironment", root: str) -> None:
        """Let addresses begin with this one; a proxy may have left its path before ours, or not."""
        parts = urlsplit(root)
        environ["wsgi.url_scheme"], environ["HTTP_HOST"] = parts.scheme, parts.netloc
        environ["SCRIPT_NAME"] = parts.path
        path = environ.get("PATH_INFO", "")
        if parts.path and f"{path}/".startswith(f"{parts.path}/"):
            environ["PATH_INFO"] = path.removeprefix(parts.path) or "/"


def _last(text: str) -> str:
    """Take the last of a list: what the nearest proxy added."""
    return text.rpartition(",")[2].strip()
