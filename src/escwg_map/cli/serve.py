"""Publishing and serving."""

from pathlib import Path

import click

from escwg_map.cli.options import (
    boundaries_option,
    data_option,
    progress,
    published_option,
    say,
    settings_with,
)


@click.command()
@data_option
@boundaries_option
@published_option
def publish(**options: Path | None) -> None:
    """Do the slow work once, and print the folder of the finished publication."""
    from escwg_map.publish.work import published

    settings = settings_with(**options)
    with progress() as (tell, advance):
        folder = published(settings, tell, advance)
    click.echo(folder)


@click.command()
@click.option("--host", help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), help="Port to listen on; 0 takes a free one."
)
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that answer requests.")
@data_option
@boundaries_option
@published_option
def serve(**options: Path | str | int | None) -> None:
    """Serve the map; publishes first when the inputs have changed."""
    from escwg_map.cli.server import port_to_serve, serve_publication
    from escwg_map.publish.work import published

    settings = settings_with(**options)
    port_to_serve(settings)
    with progress() as (tell, advance):
        folder = published(settings, tell, advance)
    serve_publication(folder, settings, say)
