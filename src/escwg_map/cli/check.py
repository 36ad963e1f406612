"""Checking the register and the boundaries, and summing the register up."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from escwg_map.cli.garbage import no_collecting
from escwg_map.cli.options import boundaries_option, data_option, printable, settings_with
from escwg_map.errors import MissingInput, RefusedInput
from escwg_map.wording import count

if TYPE_CHECKING:
    from escwg_map.records.register import Register
    from escwg_map.settings import Settings

    Found = tuple[Register, list[str], list[str]]
    """What was read, the problems, and the remarks."""


@click.command()
@data_option
@boundaries_option
@click.option(
    "--index", is_flag=True, help="Compare the register with the overview's Service index."
)
def check(data: Path | None, boundaries: Path | None, *, index: bool) -> None:
    """List every problem of the register and the boundaries; exit status 1 when there is one.

    What was published was checked before, so the same files are not checked again.
    """
    settings = settings_with(data=data, boundaries=boundaries)
    with no_collecting():
        sound = _check_index(settings) if index else _check_all(settings)
    sys.exit(0 if sound else 1)


def _check_all(settings: "Settings") -> bool:
    register, problems, remarks = _found_before(settings) or _found_now(settings)
    for problem in (*problems, *remarks):
        click.echo(printable(problem))
    projects, services = len(register.projects), len(register.services)
    read = f"{count(projects, 'project')} and {count(services, 'service')} read"
    also = f", {count(len(remarks), 'remark')}" if remarks else ""
    click.echo(f"{count(len(problems), 'problem')}{also}; {read}")
    return not problems


def _found_before(settings: "Settings") -> "Found | None":
    from escwg_map.publish.made_before import made_before

    with suppress(MissingInput):
        if folder := made_before(settings):
            from escwg_map.publish.publication import Publication

            kept = Publication(folder)
            return kept.atlas.register, [], list(kept.remarks)
    return None


def _found_now(settings: "Settings") -> "Found":
    from escwg_map.publish.checking import check as check_all

    checked = check_all(settings)
    problems, remarks = checked.problems, checked.remarks
    return checked.register, list(map(str, problems)), list(map(str, remarks))


def _check_index(settings: "Settings") -> bool:
    from escwg_map.sources.reconciliation import reconcile, said

    register = _sound_register(settings)
    found = reconcile(register)
    for line in said(found, register):
        click.echo(line)
    return found.settled


@click.command()
@data_option
def summary(data: Path | None) -> None:
    """Count the projects by theme and status."""
    from escwg_map.tables.summary import summary_lines

    for line in summary_lines(_sound_register(settings_with(data=data))):
        click.echo(line)


def _sound_register(settings: "Settings") -> "Register":
    from escwg_map.sources.register import read_register

    register, problems = read_register(settings.data)
    if problems:
        raise RefusedInput("The register has problems that have to be mended first:", problems)
    return register
