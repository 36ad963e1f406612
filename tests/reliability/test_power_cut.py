"""What a command says that it did is on the disk: told by the calls that the kernel saw."""

import os
import sys
from pathlib import Path

import pytest

from reliability.catalogue import row
from reliability.power_cut import DONE, prepared, replayed, short_ones
from reliability.traced import PowerCut, cannot_trace, traced

WHY_NOT = cannot_trace()
pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)

CARELESS = """
import os, sys
def write(name, content, synced):
    with open(name + ".new", "w") as file:
        file.write(content)
        file.flush()
        if synced: os.fsync(file.fileno())
    os.rename(name + ".new", name)
write(sys.argv[1] + "/a.csv", "a", synced=False)
os.fsync(os.open(sys.argv[1], os.O_RDONLY))
print("Written to a", flush=True)
write(sys.argv[1] + "/b.csv", "b", synced=True)
print("Written to b", flush=True)
open(sys.argv[1] + "/a.csv", "w").write("in place")
print("Written to a", flush=True)
"""


@row(
    "P17",
    fault="the power goes after a command said that it was done",
    seen="what was written is there: file and folder were on the disk before the message",
)
def test_p17_what_is_said_to_be_done_is_on_the_disk(toyshire: Path, tmp_path: Path) -> None:
    commands = short_ones(tmp_path)

    cut = replayed(prepared(toyshire, tmp_path), tmp_path, commands)

    assert cut.faults == []
    assert cut.said == len(commands)
    assert cut.renamed > len(commands)


def test_p17_a_writer_that_forces_nothing_to_the_disk_is_found_out(tmp_path: Path) -> None:
    calls = traced([sys.executable, "-S", "-c", CARELESS, str(tmp_path)], os.environ)

    a, b = tmp_path / "a.csv", tmp_path / "b.csv"
    assert PowerCut(str(tmp_path)).replay(calls, DONE).faults == [
        f"{a} got its name before its content was on the disk",
        f"Written to b was said before {b} was kept",
        f"Written to a was said before {a} was kept",
        f"Written to a was said before {b} was kept",
    ]
