"""Two servers that answer alike; and what a real proxy lets through."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reliability.processes import Server, started, status, until
from reliability.proxy import free_port

ROOT = Path(__file__).parents[2]
ADDRESSES = (
    *("/", "/projects", "/gaps?layer=fire", "/areas/police/E23000901", "/api/v1/projects", "/ogc/"),
    *("/feed.atom", "/sitemap.xml", "/export/areas.gpkg", "/export/gaps.xlsx", "/pictures/map.svg"),
    *("/export/areas.shp.zip", "/export/gaps.parquet", "/data/projects.csv", "/about"),
)


def without_time(answer: bytes) -> tuple[list[bytes], bytes]:
    """An answer without what names the moment and the request."""
    head, _, body = answer.partition(b"\r\n\r\n")
    kept = [x for x in head.split(b"\r\n") if not re.match(rb"(?i)(date|x-request-id):", x)]
    return kept, body


def test_two_servers_of_several_workers_answer_the_same_bytes(toyshire_published: Path) -> None:
    with (
        started(toyshire_published, workers=2) as one,
        started(toyshire_published, workers=1) as other,
    ):
        for address in ADDRESSES:
            answers = [one.get(address), one.get(address), one.get(address), other.get(address)]
            first, *rest = map(without_time, answers)
            assert status(answers[0]) == 200
            assert [each == first for each in rest] == [True] * 3, address
            if address not in ("/about",):
                assert any(line.lower().startswith(b"etag:") for line in first[0]) or (
                    b"text/html" in b"".join(first[0])
                )


@pytest.mark.skipif(not shutil.which("nginx"), reason="there is no nginx on this machine")
def test_n19_behind_nginx_what_is_ambiguous_does_not_arrive(
    toyshire_published: Path, tmp_path: Path
) -> None:
    port = free_port()
    known = {"trusted_proxies": "127.0.0.1", "trusted_hosts": "localhost"}
    with started(toyshire_published, **known) as server:
        (tmp_path / "nginx.conf").write_text(plain_nginx(server.port, port, tmp_path))
        nginx = subprocess.Popen(
            [shutil.which("nginx") or "", "-p", tmp_path, "-c", tmp_path / "nginx.conf"],
            stderr=subprocess.DEVNULL,
        )
        front = Server(server.process, port)
        try:
            assert until(lambda: _listens(front))
            both = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
            smuggled = b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n"
            answers = front.raw(both + smuggled, seconds=2)
        finally:
            nginx.terminate()
            nginx.wait(10)

    assert status(answers) == 400
    assert answers.count(b"HTTP/1.1 ") == 1


def _listens(front: Server) -> bool:
    try:
        return status(front.get("/about", 2)) == 200
    except OSError:
        return False


def plain_nginx(inner: int, outer: int, folder: Path) -> str:
    """The sample for nginx, without TLS, on ports of this test."""
    sample = (ROOT / "docs" / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    sample = sample.replace("127.0.0.1:8000", f"127.0.0.1:{inner}")
    head, *servers = re.split(r"\n    (?:# Whoever[^\n]*\n    )?server \{\n", sample)
    last = servers[-1].replace("listen 443 ssl http2;", f"listen 127.0.0.1:{outer};")
    last = re.sub(r" +ssl_[^\n]*\n", "", last).replace("map.example.org", "localhost")
    own = f"daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\n"
    temporary = "".join(
        f"    {kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"{own}{head}\n{temporary}    server {{\n{last}"
