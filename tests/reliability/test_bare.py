"""A server that has next to nothing serves, and looks for nobody."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from publish.generations import two_generations
from reliability.bare import NONE, bare, is_possible
from reliability.catalogue import row
from reliability.servers import environment
from reliability.traced import cannot_trace

PATHS = ("/", "/projects", "/areas", "/readyz", "/places?q=toy", "/export/areas.gpkg")

SERVING = """
import json, os, resource, socket, sys
from escwg_map.settings import Settings
from reliability.bare import bring_up_loopback
from reliability.processes import status
from reliability.servers import running
bring_up_loopback()
trace, *paths = sys.argv[1:]
before = ["strace", "-D", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect", "-o", trace]
with running(Settings(), "--workers", "2", before=before if trace else ()) as server:
    statuses = [status(server.get(path)) for path in paths * 5]
print(json.dumps({
    "statuses": statuses,
    "port": server.port,
    "shm": os.path.exists("/dev/shm"),
    "interfaces": [name for _, name in socket.if_nameindex()],
    "names": open("/etc/resolv.conf").read(),
    "descriptors": resource.getrlimit(resource.RLIMIT_NOFILE)[1],
}))
"""


@pytest.fixture(scope="module")
def served(toyshire: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What was found of a server with next to nothing, and the connections that it tried."""
    folder = tmp_path_factory.mktemp("bare")
    before = bare(folder / "devices")
    if not is_possible(before):
        pytest.skip(NONE)
    generations = two_generations(toyshire, folder)
    trace = "" if cannot_trace() else str(folder / "trace")
    paths = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run(
        [*before, sys.executable, "-c", SERVING, trace, *PATHS],
        env=environment(generations.settings, **paths),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(ran.stdout)
    calls = Path(trace).read_text().splitlines() if trace else []
    found["connections"] = [call for call in calls if "AF_INET" in call]
    return found


@row(
    "P15",
    fault="only 64 descriptors may be open; there is no /dev/shm, no network and no DNS",
    seen="it works, and no connection to anywhere is tried",
)
def test_p15_serves_with_next_to_nothing(served: dict[str, Any]) -> None:
    assert set(served["statuses"]) == {200}
    assert (served["shm"], served["names"], served["descriptors"]) == (False, "", 64)
    assert served["interfaces"] == ["lo"]


@pytest.mark.skipif(bool(cannot_trace()), reason=cannot_trace())
def test_p15_a_server_tries_no_connection_but_to_itself(served: dict[str, Any]) -> None:
    itself = f'sin_port=htons({served["port"]}), sin_addr=inet_addr("127.0.0.1")'

    assert served["connections"]
    assert [call for call in served["connections"] if itself not in call] == []
