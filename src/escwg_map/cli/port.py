"""The port that the map is served on."""

import socket

from escwg_map.errors import EscwgMapError
from escwg_map.settings import Settings

_LOOPBACK = ("localhost", "127.", "::1")


def port_to_serve(settings: Settings) -> int:
    """Find the port, before any work is done for a server that cannot serve.

    Raises:
        EscwgMapError: the port is taken, or nobody said by which names the map is known.
    """
    if not (settings.host.startswith(_LOOPBACK) or settings.trusted_hosts or settings.public_url):
        raise EscwgMapError(
            f"{settings.host} can be reached from other machines: set ESCWG_MAP_TRUSTED_HOSTS to "
            "the names by which the map may be asked for, such as map.example.org."
        )
    return _free_port(settings)


def _free_port(settings: Settings) -> int:
    """Try the port, so that a taken one is a message and not a worker that dies again and again."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise EscwgMapError(
                f"Port {settings.port} on {settings.host} cannot be used ({error.strerror}): "
                "name another with --port or PORT=."
            ) from error
        port: int = probe.getsockname()[1]
        return port
