"""pygeoapi with the map's own features, on the same server with the same settings."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.plan import peer
from bench.servers import peer_server
from escwg_map.settings import Settings
from reliability.processes import Server
from reliability.proxy import free_port

PROVIDERS = {
    "GeoJSON provider": "GeoJSON",
    "in memory": "memory_provider.MemoryProvider",
}
"""Its own provider for GeoJSON files, and one of ours that reads them once.

Its provider for GeoPackages needs a Python whose SQLite loads extensions, which many are not.
"""


@contextmanager
def pygeoapi(files: Mapping[str, Path], provider: str, folder: Path) -> Iterator[Server]:
    """Serve GeoJSON files, each as a collection of its name.

    Raises:
        NotMeasuredError: its environment has not been made.
    """
    port = free_port()
    configuration, document = folder / "pygeoapi.json", folder / "openapi.json"
    configuration.write_text(json.dumps(_configuration(files, provider, port)), encoding="utf-8")
    settings = {
        "PYGEOAPI_CONFIG": str(configuration),
        "PYGEOAPI_OPENAPI": str(document),
        "PYTHONPATH": str(Path(__file__).parent),
    }
    write = [peer("pygeoapi"), "openapi", "generate", str(configuration)]
    write += ["--output-file", str(document), "--format", "json"]
    subprocess.run(write, check=True, capture_output=True, env=settings)
    with peer_server(_served("pygeoapi.flask_app:APP", port), port, **settings) as server:
        yield server


def _served(app: str, port: int) -> list[str]:
    own = Settings()
    threads = own.places + own.export_places
    words = {"--workers": own.workers, "--blocking-threads": threads, "--port": port}
    given = [str(word) for pair in words.items() for word in pair]
    return [peer("granian"), app, "--interface", "wsgi", "--host", "127.0.0.1", *given]


def _configuration(files: Mapping[str, Path], provider: str, port: int) -> dict[str, object]:
    extent = {"spatial": {"bbox": [-7, 49, 2, 56]}}
    about = {
        "title": "Bench",
        "description": "Bench",
        "keywords": ["bench"],
        "terms_of_service": "none",
        "url": "http://localhost",
    }
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": port},
            "url": f"http://127.0.0.1:{port}",
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "languages": ["en-US"],
            "limits": {"default_items": 10, "max_items": 1000},
            "map": {"url": "", "attribution": ""},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": about,
            "license": {"name": "none", "url": "http://localhost"},
            "provider": {"name": "Bench", "url": "http://localhost"},
            "contact": {"name": "Bench"},
        },
        "resources": {
            name: {
                "type": "collection",
                **{key: about[key] for key in ("title", "description", "keywords")},
                "links": [],
                "extents": extent,
                "providers": [
                    {"type": "feature", "name": provider, "data": str(file), "id_field": "id"}
                ],
            }
            for name, file in files.items()
        },
    }
