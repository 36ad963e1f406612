"""Taking the register out of its folder, as one workbook."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from escwg_map.disk.refusal import refusing
from escwg_map.errors import MissingInput
from escwg_map.records.problem import Problem
from escwg_map.sources.refusal import refusal
from escwg_map.sources.register import TABLES, read_register
from escwg_map.sources.regular_file import refuse_address
from escwg_map.sources.replacing import BACKUP, replace_files
from escwg_map.sources.workbook.writing import workbook_bytes


class Exported(Struct, frozen=True):
    """The number of rows written of each table; or the problems for which nothing was written."""

    problems: tuple[Problem, ...]
    rows: Mapping[str, int] = field(default_factory=dict)


def export_workbook(folder: Path, workbook: Path) -> Exported:
    """Write the register of a folder as a workbook; one of that name is kept with `.bak` added.

    A register with problems is not exported: the rows that cannot be read would be missing from the
    workbook, and gone after its import. Raises MissingInput when there is no such folder, and
    RefusedInput for a name that is no workbook's or a text that no cell can hold.
    """
    refuse_address(workbook)
    if workbook.suffix.lower() != ".xlsx":
        raise refusal(str(workbook), "it is no name for a workbook", "end it in .xlsx")
    if not folder.is_dir():
        raise MissingInput(f"There is no folder {folder}: name the register's with --data.")
    register, problems = read_register(folder)
    if problems:
        return Exported(tuple(problems))
    with refusing(workbook):
        new = {workbook.name: workbook_bytes(register)}
    if workbook.is_file() and (old := workbook.read_bytes()) != new[workbook.name]:
        new[f"{workbook.name}{BACKUP}"] = old
    replace_files(workbook.parent, new)
    return Exported((), {name: len(getattr(register, name)) for name in TABLES})
