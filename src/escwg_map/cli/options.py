"""What the commands share: their common options, the settings they make, and how they speak."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from pydantic import ValidationError

from escwg_map.errors import EscwgMapError
from escwg_map.settings import Settings

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(path_type=Path)

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


def settings_with(**given: object) -> Settings:
    """Take the settings of the environment, with the options that were given in their place.

    Raises:
        EscwgMapError: a setting makes no sense.
    """
    options: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**options)
    except ValidationError as error:
        faults = [f"{fault['loc'][0]}: {fault['msg']}" for fault in error.errors()]
        raise EscwgMapError(f"The settings will not do: {'; '.join(faults)}") from error


def say(text: str) -> None:
    """Tell the person at the terminal, beside the output that another program may read."""
    click.echo(text, err=True)
