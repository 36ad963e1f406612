"""Datasette with the map's own features: a table a collection, the geometry as text."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from bench.plan import peer
from bench.servers import peer_server
from reliability.processes import Server
from reliability.proxy import free_port

DATABASE = "bench"


@contextmanager
def datasette(files: Mapping[str, Path], folder: Path) -> Iterator[Server]:
    """Serve GeoJSON files, each as a table of its name, from a database that cannot change.

    It is one process, as Datasette runs.

    Raises:
        NotMeasuredError: its environment has not been made.
    """
    binary, database = peer("datasette"), folder / f"{DATABASE}.db"
    with closing(sqlite3.connect(database)) as line:
        for name, file in files.items():
            _write(line, name, json.loads(file.read_bytes())["features"])
        line.commit()
    port = free_port()
    command = [binary, "serve", "--immutable", str(database), "--port", str(port)]
    with peer_server(command, port) as server:
        yield server


def _write(line: sqlite3.Connection, name: str, features: list[dict[str, object]]) -> None:
    rows = [_row(feature) for feature in features]
    columns = ", ".join(f'"{column}"' for column in rows[0])
    line.execute(f'CREATE TABLE "{name}" ({columns})')
    places = ", ".join("?" for _ in rows[0])
    line.executemany(
        f'INSERT INTO "{name}" VALUES ({places})',  # noqa: S608 - names of our own
        [tuple(row.values()) for row in rows],
    )


def _row(feature: Mapping[str, object]) -> dict[str, object]:
    properties = feature["properties"]
    assert isinstance(properties, dict)
    cells = properties | {"geometry": feature["geometry"]}
    return {
        name: json.dumps(cell) if isinstance(cell, dict | list) else cell
        for name, cell in cells.items()
    }
