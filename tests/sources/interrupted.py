"""Replace files in a folder, and go down at the k-th step: for k = 1, 2, … until all is done.

Run as a script. For each k a process of its own is forked, in which every call that touches the
disk is counted and the k-th never happens. A line tells what the folder holds then, and what it
holds once the next start has tidied up.
"""

import os
import sys
import tempfile
from itertools import count
from pathlib import Path

from escwg_map.sources.replacing import STAGING, finish_replacement, replace_files

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.listdir", "os.scandir"}
OLD = {"police.shp": b"old police", "police.dbf": b"old names", "README.md": b"ours"}
NEW = {"police.shp": b"new police", "police.dbf": b"new names"}


def go_down_at(step: int) -> None:
    """Leave the process without a word at a step, as a power cut does."""
    steps = count(1)

    def watch(event: str, _: tuple[object, ...]) -> None:
        if event in STEPS and next(steps) == step:
            os._exit(1)

    sys.addaudithook(watch)


def interrupted(folder: Path, step: int) -> bool:
    """Replace the files in a child process that goes down at a step; say whether it did."""
    child = os.fork()
    if child == 0:
        go_down_at(step)
        replace_files(folder, NEW)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def state(folder: Path) -> str:
    """Tell old from new from a mixture, and whether anything else lies about."""
    hidden = {STAGING, f"{STAGING}.lock"}
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in hidden}
    if found == OLD:
        return "old"
    return "new" if found == OLD | NEW else "mixed"


def main() -> None:
    """Print a line for each step: its number, the state it left, and the state after tidying."""
    for step in count(1):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for file, content in OLD.items():
                (folder / file).write_bytes(content)
            went_down = interrupted(folder, step)
            left = state(folder)
            finish_replacement(folder)
            tidy = not (folder / STAGING).exists()
            sys.stdout.write(f"{step} {left} {state(folder)} {'tidy' if tidy else 'untidy'}\n")
        if not went_down:
            return


if __name__ == "__main__":
    main()
