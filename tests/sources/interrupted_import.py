"""Import a changed table, and go down at the k-th step: for k = 1, 2, … until all is done.

Run as a script with the folder of a register and a folder with the changed one. A line tells what
the folder holds once somebody reads it again: all old, all new, or a mixture.
"""

import os
import shutil
import sys
import tempfile
from itertools import count
from pathlib import Path

from escwg_map.sources.importing import prepare_import, write_import
from escwg_map.sources.register import read_register
from escwg_map.sources.replacing import BACKUP
from sources.interrupted import go_down_at


def content(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def interrupted(folder: Path, changed: Path, step: int) -> bool:
    """Import in a child process that goes down at a step of the writing; say whether it did."""
    prepared = prepare_import(changed, folder)
    child = os.fork()
    if child == 0:
        go_down_at(step)
        write_import(prepared)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def main() -> None:
    """Print a line for each step: its number, and the state that a reader finds."""
    register, changed = Path(sys.argv[1]), Path(sys.argv[2])
    old = content(register)
    new = content(changed) | {f"{name}{BACKUP}": data for name, data in old.items()}
    for step in count(1):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(shutil.copytree(register, Path(name) / "data"))
            went_down = interrupted(folder, changed, step)
            read_register(folder)
            found = content(folder)
        state = "old" if found == old else "new" if found == new else "mixed"
        sys.stdout.write(f"{step} {state}\n")
        if not went_down:
            return


if __name__ == "__main__":
    main()
