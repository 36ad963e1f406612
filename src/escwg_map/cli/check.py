"""Checking the register and the boundaries, and summing the register up."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from escwg_map.cli.options import boundaries_option, data_option, printable, settings_with
from escwg_map.errors import RefusedInput
from escwg_map.wording import count

if TYPE_CHECKING:
    from escwg_map.records.register import Register
    from escwg_map.settings import Settings


@click.command()
@data_option
@boundaries_option
@click.option(
    "--index", is_flag=True, help="Compare the register with the overview's Service index."
)
def check(data: Path | None, boundaries: Path | None, *, index: bool) -> None:
    """List every problem of the register and the boundaries; exit status 1 when there is one."""
    settings = settings_with(data=data, boundaries=boundaries)
    sys.exit(0 if (_check_index(settings) if index else _check_all(settings)) else 1)


def _check_all(settings: "Settings") -> bool:
    from escwg_map.publish.checking import check as check_all

    checked = check_all(settings)
    for problem in (*checked.problems, *checked.remarks):
        click.echo(printable(str(problem)))
    projects, services = len(checked.register.projects), len(checked.register.services)
    read = f"{count(projects, 'project')} and {count(services, 'service')} read"
    remarks = f", {count(len(checked.remarks), 'remark')}" if checked.remarks else ""
    click.echo(f"{count(len(checked.problems), 'problem')}{remarks}; {read}")
    return not checked.problems


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
