"""The servers that are measured, each on loopback and a free port, and ended afterwards."""

import os
import pwd
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.plan import ROOT, program
from escwg_map.settings import Settings
from reliability.processes import Server, launched
from reliability.proxy import free_port
from reliability.servers import running

_NGINX = """
user {user};
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    access_log {folder}/access.log;
    gzip_static on;
    types {{ }}
    default_type application/octet-stream;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port} reuseport;
        root {files};
    }}
}}
"""
"""Two workers and an access log, as the map has; the compressed copies are sent as they are."""


@contextmanager
def the_map(settings: Settings, log: Path, *words: str) -> Iterator[Server]:
    """Serve the map as `escwg-map serve` does, its log in a file."""
    with running(settings, *words, log=log) as server:
        yield server


@contextmanager
def on_the_maps_server(module: str, *words: str) -> Iterator[Server]:
    """Serve another app with the map's own server and settings."""
    port = free_port()
    command = [sys.executable, "-m", f"bench.peers.{module}", str(port), *words]
    with _on(port, command) as server:
        yield server


@contextmanager
def nginx(files: Path, folder: Path) -> Iterator[Server]:
    """Serve a folder of files with nginx.

    Raises:
        NotMeasuredError: there is no nginx.
    """
    port, binary = free_port(), program("nginx", "nginx")
    text = _NGINX.format(
        user=pwd.getpwuid(os.getuid()).pw_name, folder=folder, port=port, files=files
    )
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    command = [binary, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    with _on(port, command) as server:
        yield server


@contextmanager
def peer_server(command: Sequence[str], port: int, **more: str) -> Iterator[Server]:
    """Run a peer's own program on a port."""
    with _on(port, command, **more) as server:
        yield server


@contextmanager
def _on(port: int, command: Sequence[str], **more: str) -> Iterator[Server]:
    paths = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": paths, **more}
    with launched(command, environment, log=Path(os.devnull), port=port) as server:
        yield server
