"""The command line: thin shells over the rooms, each a command that people can find with --help.

Imports stand inside the commands, so that `--help` and a mistyped option answer at once.
"""

import sys
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from escwg_map import __version__
from escwg_map.errors import EscwgMapError
from escwg_map.settings import Settings

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(path_type=Path)


class _Commands(click.Group):
    """The commands, with our own errors told in plain words and exit status 2."""

    def invoke(self, context: click.Context) -> object:
        """Run a command; what stops us is a message, never a traceback."""
        try:
            return super().invoke(context)
        except EscwgMapError as error:
            click.echo(f"Error: {error}", err=True)
            context.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Emergency services collaboration in England and Wales: check, publish and serve the map."""


@main.command()
@click.option("--data", type=_FOLDER, help="Folder of the register's CSV files.")
@click.option("--boundaries", type=_FOLDER, help="Folder of the three shapefiles.")
def check(data: Path | None, boundaries: Path | None) -> None:
    """List every problem of the register and the boundaries; exit status 1 when there is one."""
    from escwg_map.publish.checking import check as check_all
    from escwg_map.wording import count

    checked = check_all(_settings(data=data, boundaries=boundaries))
    for problem in (*checked.problems, *checked.remarks):
        click.echo(problem)
    projects, services = len(checked.register.projects), len(checked.register.services)
    read = f"{count(projects, 'project')} and {count(services, 'service')} read"
    remarks = f", {count(len(checked.remarks), 'remark')}" if checked.remarks else ""
    click.echo(f"{count(len(checked.problems), 'problem')}{remarks}; {read}")
    sys.exit(1 if checked.problems else 0)


@main.command()
@click.option("--data", type=_FOLDER, help="Folder of the register's CSV files.")
@click.option("--boundaries", type=_FOLDER, help="Folder of the three shapefiles.")
@click.option("--published", type=_FOLDER, help="Folder to write the publication into.")
def publish(data: Path | None, boundaries: Path | None, published: Path | None) -> None:
    """Do the slow work once, and print the folder of the finished publication."""
    from escwg_map.publish.work import published as publish_when_needed

    settings = _settings(data=data, boundaries=boundaries, published=published)
    click.echo(publish_when_needed(settings, _say))


@main.command()
@click.option("--host", help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), help="Port to listen on; 0 takes a free one."
)
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that answer requests.")
@click.option("--data", type=_FOLDER, help="Folder of the register's CSV files.")
@click.option("--boundaries", type=_FOLDER, help="Folder of the three shapefiles.")
@click.option("--published", type=_FOLDER, help="Folder of publications.")
def serve(**options: Path | str | int | None) -> None:
    """Serve the map; publishes first when the inputs have changed."""
    from escwg_map.cli.server import serve_publication
    from escwg_map.publish.work import published as publish_when_needed

    settings = _settings(**options)
    serve_publication(publish_when_needed(settings, _say), settings, _say)


@main.group()
def boundaries() -> None:
    """Make the boundary files of the three layers."""


@boundaries.command()
@click.option("--districts", type=_FILE, required=True, help="District polygons, any GIS format.")
@click.option(
    "--lookup", type=_FILE, required=True, help="CSV: district to police, fire, ambulance."
)
@click.option("--layer", help="Layer to read, where the file holds several.")
@click.option("--crs", help="Coordinate system to read it in, such as EPSG:27700.")
@click.option("--encoding", help="Encoding of its attributes, such as cp1252.")
@click.option(
    "--tolerance",
    type=click.FloatRange(0, 10_000),
    default=100.0,
    show_default=True,
    help="Detail in metres.",
)
@click.option("--boundaries", "folder", type=_FOLDER, help="Folder to write the shapefiles into.")
@click.option("--data", type=_FOLDER, help="Folder to write districts.csv into.")
def build(
    *,
    districts: Path,
    lookup: Path,
    tolerance: float,
    folder: Path | None,
    data: Path | None,
    **asked: str | None,
) -> None:
    """Dissolve districts to police, fire and ambulance areas whose borders coincide."""
    from escwg_map.sources.building import build_boundaries
    from escwg_map.sources.foreign import Asked

    settings = _settings(data=data, boundaries=folder)
    report = build_boundaries(
        districts,
        lookup,
        boundaries=settings.boundaries,
        data=settings.data,
        tolerance=tolerance,
        asked=Asked(**asked),
    )
    for repair in report.repairs:
        click.echo(repair)
    click.echo(
        f"{report.districts} districts dissolved to {report.police} police, {report.fire} fire and "
        f"{report.ambulance} ambulance areas ({report.cells} cells): {report.vertices_before:,} "
        f"vertices drawn with {report.vertices_after:,}, {report.km2_before:,.2f} km² of ground "
        f"with {report.km2_after:,.2f} km²."
    )


def _settings(**given: object) -> Settings:
    """Take the settings of the environment, with the options that were given in their place."""
    options: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**options)
    except ValidationError as error:
        faults = [f"{fault['loc'][0]}: {fault['msg']}" for fault in error.errors()]
        raise EscwgMapError(f"The settings will not do: {'; '.join(faults)}") from error


def _say(text: str) -> None:
    click.echo(text, err=True)
