"""Taking the register out as a workbook, and bringing a workbook or a folder of CSVs back in."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from escwg_map.cli.options import FILE, data_option, printable, settings_with
from escwg_map.wording import count

if TYPE_CHECKING:
    from escwg_map.sources.changes import FieldChange, TableChanges
    from escwg_map.sources.importing import Prepared


@click.group()
def register() -> None:
    """Take the register out as a workbook, and bring it back in."""


@register.command("export")
@click.argument("workbook", type=FILE)
@data_option
def export_register(workbook: Path, data: Path | None) -> None:
    """Write the register as one WORKBOOK (.xlsx), a sheet a table; an old one is kept as .bak."""
    from escwg_map.sources.exporting import export_workbook

    exported = export_workbook(settings_with(data=data).data, workbook)
    for problem in exported.problems:
        click.echo(printable(str(problem)))
    if exported.problems:
        click.echo(f"{count(len(exported.problems), 'problem')}; nothing was written")
        sys.exit(1)
    rows = sum(exported.rows.values())
    click.echo(f"{count(rows, 'row')} of {len(exported.rows)} tables written to {workbook}")


@register.command("import")
@click.argument("source", type=FILE)
@data_option
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--allow-shrink", is_flag=True, help="Let a table lose 30 % of its rows or more.")
def import_register(source: Path, data: Path | None, *, yes: bool, allow_shrink: bool) -> None:
    """Check SOURCE, a workbook or a folder of CSVs, show what would change, and write it.

    All tables are written or none; each file's previous bytes are kept beside it as .bak.
    """
    from escwg_map.sources.importing import prepare_import

    prepared = prepare_import(source, settings_with(data=data).data)
    for line in _said(prepared):
        click.echo(printable(line))
    if prepared.problems:
        sys.exit(1)
    if not prepared.files:
        click.echo("Nothing to change.")
        return
    if prepared.shrinking and not allow_shrink:
        tables = ", ".join(f"{c.table} ({c.before:,} to {c.after:,})" for c in prepared.shrinking)
        click.echo(f"Nothing was written: so many rows would go from {tables}.")
        click.echo("To mend it: look whether the file was cut off; if not, add --allow-shrink.")
        sys.exit(1)
    _write(prepared, yes=yes)


def _write(prepared: "Prepared", *, yes: bool) -> None:
    from escwg_map.sources.importing import write_import

    if not yes and not click.confirm(f"Write this to {prepared.folder}?"):
        click.echo("Nothing was written.")
        return
    write_import(prepared)
    click.echo(f"Written to {prepared.folder}; what was there before is in the .bak files.")


def _said(prepared: "Prepared") -> Iterator[str]:
    yield from map(str, prepared.remarks)
    yield from map(str, prepared.problems)
    read = ", ".join(
        f"{rows:,} {table}{_refused(prepared, table)}" for table, rows in prepared.rows.items()
    )
    yield f"{count(len(prepared.problems), 'problem')}; rows read: {read}"
    for changes in prepared.changes:
        yield from _changes(changes)


def _refused(prepared: "Prepared", table: str) -> str:
    refused = prepared.refused.get(table)
    return f" ({refused:,} refused)" if refused else ""


def _changes(changes: "TableChanges") -> Iterator[str]:
    counted = f"{len(changes.added)} added, {len(changes.changed)} changed"
    moved = ", their order changed" if changes.reordered else ""
    yield f"{changes.table}: {counted}, {len(changes.removed)} removed{moved}"
    yield from (f"  added    {name}" for name in changes.added)
    for row in changes.changed:
        yield f"  changed  {row.name}"
        yield from (f"    {_field(field)}" for field in row.fields)
    yield from (f"  removed  {name}" for name in changes.removed)


def _field(field: "FieldChange") -> str:
    return f"{field.column}: {field.old or '(empty)'} -> {field.new or '(empty)'}"
