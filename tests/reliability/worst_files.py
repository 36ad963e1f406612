"""Every file of the catalogue's part F, given to the real command: what it says and what it costs.

`PYTHONPATH=tests python -m reliability.worst_files` prints the table and keeps its maximum.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import toyshire as country
from escwg_map.sources.building import build_boundaries
from escwg_map.sources.exporting import export_workbook
from reliability.figures import record
from reliability.measured import Ran, run, tree
from reliability.worst_map_files import MAPS
from reliability.worst_table_files import TABLES
from reliability.worst_tables import Make

MOST_MIB, MOST_SECONDS = 512, 5
"""What the parent may take; the child that reads has caps of its own."""

_COMMANDS: dict[str, Sequence[str]] = {
    "register": ("register", "import"),
    "boundaries": ("boundaries", "import", "--layer", "fire"),
}


@dataclass(frozen=True)
class WorstFile:
    """One file: its row of the catalogue, what is wrong with it, and what is said of it."""

    row: str
    what: str
    command: str
    make: Make
    said: tuple[str, ...]
    status: int = 2


def _worst_files() -> Iterator[WorstFile]:
    for command, files in (("register", TABLES), ("boundaries", MAPS)):
        for row, what, make, said, *status in files:
            words = (said,) if isinstance(said, str) else said
            yield WorstFile(row, what, command, make, words, *status)


WORST_FILES = tuple(_worst_files())


def made_toyshire(folder: Path) -> Path:
    """Make Toyshire's `data/`, `boundaries/` and `register.xlsx`."""
    country.write_register(folder / "data")
    build_boundaries(
        country.write_districts(folder / "districts.geojson"),
        country.write_lookup(folder / "lookup.csv"),
        boundaries=folder / "boundaries",
        data=folder / "data",
    )
    export_workbook(folder / "data", folder / "register.xlsx")
    return folder


def faults(
    worst: WorstFile, toyshire: Path, folder: Path, *, patience: float = MOST_SECONDS
) -> tuple[Ran, list[str]]:
    """Give a file to the command, and list whatever is not as it should be then.

    Whatever it is, nothing may be written. The clock may be given more `patience` than the process
    where the machine has other work.
    """
    path = worst.make(folder, toyshire)
    before = tree(toyshire), sorted(folder.parent.rglob("*"))
    folders = ("--data", toyshire / "data", "--boundaries", toyshire / "boundaries")
    given = folders if worst.command == "boundaries" else folders[:2]
    # A sound file must not be written for want of an answer, and a bad one even with it.
    yes = ["--yes"] if worst.command == "register" or worst.status == 2 else []
    ran = run(*_COMMANDS[worst.command], str(path), *given, *yes)
    after = tree(toyshire), sorted(folder.parent.rglob("*"))
    wrong = {
        f"it ended with {ran.status}, not {worst.status}": ran.status != worst.status,
        "it wrote something": before != after,
        "it ended in a traceback": "Traceback" in ran.said,
        "it gave no cure": worst.status == 2 and "To mend it: " not in ran.said,
        f"it left {ran.left} behind": ran.left,
        f"it took {ran.mib:.0f} MiB": ran.mib > MOST_MIB,
        f"it took {ran.seconds:.1f} s": ran.seconds > patience,
        f"it worked for {ran.processor:.1f} s": ran.processor > MOST_SECONDS,
    }
    unsaid = [f"it did not say: {words}" for words in worst.said if words not in ran.said]
    return ran, [fault for fault, is_so in wrong.items() if is_so] + unsaid


def main() -> int:
    """Give each file to the command, print the table, and keep the worst of it."""
    ran: dict[str, Ran] = {}
    failed = 0
    with TemporaryDirectory() as folder:
        toyshire = made_toyshire(Path(folder, "toyshire"))
        for number, worst in enumerate(WORST_FILES):
            place = Path(folder, f"files-{number}", "file")
            place.mkdir(parents=True)
            cost, wrong = faults(worst, toyshire, place)
            ran[f"{worst.row} {worst.what}"] = cost
            failed += bool(wrong)
            name = f"{worst.row} {worst.what}"
            print(f"{name:<64}{cost.mib:>7.0f} MiB{cost.seconds:>6.2f} s  {'; '.join(wrong)}")  # noqa: T201
            if wrong and "-v" in sys.argv:
                print(cost.said)  # noqa: T201
    most, longest = max(c.mib for c in ran.values()), max(c.seconds for c in ran.values())
    print(f"{len(ran)} files, {failed} failed; at most {most:.0f} MiB and {longest:.2f} s")  # noqa: T201
    record(
        "worst files",
        files=len(ran),
        failed=failed,
        most_mib=round(most),
        most_seconds=round(longest, 2),
        bars={"mib": MOST_MIB, "seconds": MOST_SECONDS},
    )
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
