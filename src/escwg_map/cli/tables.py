"""The derived tables on the command line, with the same filters as the map."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from escwg_map.cli.options import (
    boundaries_option,
    data_option,
    published_option,
    say,
    settings_with,
)
from escwg_map.tables.data import DataTable
from escwg_map.vocabulary import Kind

if TYPE_CHECKING:
    from escwg_map.atlas import Atlas
    from escwg_map.publish.publication import Publication
    from escwg_map.selection import Selection
    from escwg_map.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])

LAYERS = click.Choice([kind.value for kind in Kind])

_FILTERS = {
    "theme": "Id of a theme; repeat for several.",
    "scheme": "Id of a scheme; repeat for several.",
    "status": "live, pilot, planned, exploring or completed; repeat for several.",
    "benefit": "A benefit, such as savings; repeat for several.",
    "kind": "Kind of service that takes part; repeat to ask for both.",
    "service": "Code of a service that takes part.",
    "area": "Code of an area that the projects reach.",
    "cell": "Id of a cell that the projects reach.",
    "from": "Year of start, or later.",
    "to": "Year of start, or earlier.",
    "q": "Words in title, summary, place or partners.",
}


def filter_options(command: F) -> F:
    """Let a command be given the filters of the map, each as an option of the same name."""
    for name, meaning in reversed(_FILTERS.items()):
        command = click.option(f"--{name}", f"filter_{name}", multiple=True, help=meaning)(command)
    for option in (published_option, boundaries_option, data_option):
        command = option(command)
    return command


def table_options(command: F) -> F:
    """Let a command that writes to the terminal be given the filters, and a format."""
    format_ = click.Choice(["table", "csv", "json"])
    return click.option(
        "--format",
        "format_",
        type=format_,
        default="table",
        show_default=True,
        help="How to write the rows.",
    )(filter_options(command))


@click.command()
@click.option(
    "--layer",
    type=LAYERS,
    default="police",
    show_default=True,
    help="Layer to list the areas of.",
)
@click.option(
    "--by",
    type=click.Choice(["theme", "scheme"]),
    default="theme",
    show_default=True,
    help="What a row is about, beside its area.",
)
@table_options
def gaps(*, layer: str, by: str, format_: str, **options: Any) -> None:  # noqa: ANN401
    """List what is recorded of each theme in each area of a layer, and where nothing is."""
    from escwg_map.coverage.grouping import by_scheme, by_theme
    from escwg_map.tables import derived

    atlas = _narrowed_atlas(options)
    key = by_scheme if by == "scheme" else by_theme
    _print(derived.gaps(atlas, Kind(layer), key=key), format_)


@click.command()
@click.argument("one", type=LAYERS)
@click.argument("other", type=LAYERS)
@table_options
def overlaps(*, one: str, other: str, format_: str, **options: Any) -> None:  # noqa: ANN401
    """List how the areas of two layers share the ground: km², people, and shares of either."""
    from escwg_map.tables import derived

    if one == other:
        raise click.BadParameter("areas of one layer do not overlap; name two layers")
    _print(derived.overlaps(_narrowed_atlas(options), Kind(one), Kind(other)), format_)


def publication_of(options: dict[str, Any]) -> "Publication":
    """Open the publication of the folders among the options, publishing first when it must be."""
    from escwg_map.publish.made_before import made_before
    from escwg_map.publish.publication import Publication

    folders = {name: options[name] for name in ("data", "boundaries", "published")}
    settings = settings_with(**folders)
    return Publication(made_before(settings) or _published_now(settings))


def _published_now(settings: "Settings") -> Path:
    """Publish: what that needs takes longer to load than most commands take."""
    from escwg_map.publish.work import publish

    return publish(settings, say)


def selection_of(options: dict[str, Any], **more: str) -> "Selection":
    """Read what the filters among the options ask for, and more of it by name.

    Raises:
        BadSelection: an option's value cannot be understood.
    """
    from escwg_map.selection import Selection

    asked = [(name, text) for name in _FILTERS for text in options[f"filter_{name}"]]
    return Selection.from_query([*more.items(), *asked])


def _narrowed_atlas(options: dict[str, Any]) -> "Atlas":
    asked = selection_of(options)
    return asked.apply(publication_of(options).atlas)


def _print(table: DataTable, format_: str) -> None:
    write = {"table": table.as_text, "csv": table.as_csv, "json": table.as_json}[format_]
    click.echo(write(), nl=False)
