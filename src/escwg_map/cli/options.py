"""What the commands share: their common options, the settings they make, and how they speak."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from escwg_map.errors import EscwgMapError

if TYPE_CHECKING:
    from escwg_map.settings import Settings

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(path_type=Path)

_STEPS = 100
"""Steps of a progress bar, from nothing to all."""

F = TypeVar("F", bound=Callable[..., Any])


def data_option(command: F) -> F:
    """Let a command be given another register."""
    return click.option("--data", type=FOLDER, help="Folder of the register's CSV files.")(command)


def boundaries_option(command: F) -> F:
    """Let a command be given other boundaries."""
    option = click.option("--boundaries", type=FOLDER, help="Folder of the three shapefiles.")
    return option(command)


def published_option(command: F) -> F:
    """Let a command be given another place for publications."""
    return click.option("--published", type=FOLDER, help="Folder of publications.")(command)


def settings_with(**given: object) -> "Settings":
    """Take the settings of the environment, with the options that were given in their place.

    Raises:
        EscwgMapError: a setting makes no sense, or there is none of that name.
    """
    from pydantic import ValidationError

    from escwg_map.environment import refuse_unknown_variables
    from escwg_map.settings import Settings

    refuse_unknown_variables(Settings.model_fields)
    options: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**options)
    except ValidationError as error:
        faults = [f"{fault['loc'][0]}: {fault['msg']}" for fault in error.errors()]
        raise EscwgMapError(
            f"The settings will not do: {'; '.join(faults)}. See docs/settings.md for all."
        ) from error


def say(text: str) -> None:
    """Tell the person at the terminal, beside the output that another program may read.

    Where it goes to a disk that is full, the work goes on unheard.
    """
    with suppress(OSError):
        click.echo(text, err=True)


def printable(text: str) -> str:
    """Show what a terminal would obey, which names and cells from outside may hold."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text
    )


@contextmanager
def progress() -> Iterator[tuple[Callable[[str], None], Callable[[float], None]]]:
    """Give two ways to report: what is being done, and which part of it all is done (0 to 1).

    On a terminal the second one draws a bar; elsewhere the words alone are written.
    """
    if not sys.stderr.isatty():
        yield say, lambda _: None
        return
    bar = click.progressbar(length=_STEPS, file=sys.stderr, show_eta=False)

    def tell(text: str) -> None:
        bar.label = text
        bar.render_progress()

    try:
        yield tell, lambda done: bar.update(round(done * _STEPS) - bar.pos)
    finally:
        # Nothing was drawn where nothing was to do; a bar that was drawn shall not stay unfinished.
        if bar.label:
            bar.render_finish()
