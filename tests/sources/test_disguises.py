"""A file that is not what its name says is refused, and nothing it points at is touched."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from escwg_map.errors import RefusedInput
from escwg_map.sources.file_kinds import GEOJSON, GEOPACKAGE, SHAPEFILE, FileKind
from escwg_map.sources.foreign import read_foreign
from escwg_map.sources.foreign_process import read_in_child
from escwg_map.sources.limits import LIMITS
from escwg_map.sources.private_copy import PrivateCopy
from sources.foreign_files import refusal_of

VRT = (
    '<OGRVRTDataSource><OGRVRTLayer name="police"><SrcDataSource>{source}</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>"
)


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A web server of our own: its address, and the paths that were asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_GET  # noqa: N815 - the name is the library's

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/police.shp", asked
        running.shutdown()


@pytest.mark.parametrize("ending", [".shp", ".gpkg", ".geojson", ".fgb", ".zip"])
def test_f9_a_vrt_under_another_name_is_no_map(tmp_path: Path, ending: str) -> None:
    disguised = tmp_path / f"police{ending}"
    disguised.write_text(VRT.format(source="/etc/passwd"), encoding="utf-8")

    assert f"police{ending}: its content is not that of a" in refusal_of(disguised)


@pytest.mark.parametrize("ending", [".csv", ".vrt", ".kml", ""])
def test_f9_a_vrt_under_the_name_of_no_map_is_refused(tmp_path: Path, ending: str) -> None:
    disguised = tmp_path / f"police{ending}"
    disguised.write_text(VRT.format(source="/etc/passwd"), encoding="utf-8")

    assert "give a Shapefile (.shp), zipped Shapefile (.zip), GeoPackage" in refusal_of(disguised)


@pytest.mark.parametrize("kind", [SHAPEFILE, GEOPACKAGE, GEOJSON], ids=lambda kind: kind.name)
@pytest.mark.parametrize("prefix", ["/vsicurl/", "/vsizip//vsicurl/", ""])
def test_f9_the_child_opens_no_vrt_and_asks_no_server(
    tmp_path: Path, server: tuple[str, list[str]], kind: FileKind, prefix: str
) -> None:
    address, asked = server
    path = tmp_path / f"copy{kind.endings[0]}"
    path.write_text(VRT.format(source=f"{prefix}{address}"), encoding="utf-8")

    with pytest.raises(RefusedInput, match=r"police: (GDAL cannot read it|it is not well-formed)"):
        read_in_child(
            PrivateCopy(path, kind, "police"), layer=None, encodings=[None], limits=LIMITS
        )
    assert asked == []


@pytest.mark.parametrize("prefix", ["", "/vsicurl/", "/vsizip//vsicurl/"])
def test_f10_an_address_is_refused_without_asking_the_server(
    server: tuple[str, list[str]], prefix: str
) -> None:
    address, asked = server

    with pytest.raises(RefusedInput, match="a local file is wanted"):
        read_foreign(f"{prefix}{address}")
    assert asked == []
