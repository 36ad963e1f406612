"""Publishing and serving."""

from pathlib import Path

import click

from escwg_map.cli.garbage import no_collecting
from escwg_map.cli.options import (
    FILE,
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
    """Do the slow work once, and print the folder of the finished publication.

    A server of the same inputs that is running switches to it.
    """
    with no_collecting():
        from escwg_map.publish.switching import publish_and_switch

        settings = settings_with(**options)
        with progress() as (tell, advance):
            folder = publish_and_switch(settings, tell, advance)
    click.echo(folder)


@click.command()
@click.option("--host", help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), help="Port to listen on; 0 takes a free one."
)
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that answer requests.")
@click.option(
    "--watch/--no-watch", default=None, help="Publish anew when the inputs change, and switch."
)
@click.option(
    "--demand", type=FILE, metavar="COUNTS", help="Counts of incidents to offer as a weight."
)
@click.option(
    "--exact", "demand_exact", is_flag=True, default=None, help="Show small counts, and round none."
)
@data_option
@boundaries_option
@published_option
def serve(**options: Path | str | int | None) -> None:
    """Serve the map; publishes first when the inputs have changed.

    SIGHUP publishes anew beside the running version. What is served changes only when nothing is
    wrong with the new one: until then, the last good one stays.
    """
    with no_collecting():
        from escwg_map.cli.port import port_to_serve
        from escwg_map.cli.publishing import counts_to_serve, folder_to_serve
        from escwg_map.cli.server import serve_publication
        from escwg_map.cli.watching import Watcher
        from escwg_map.demand.counts_file import check_codes
        from escwg_map.publish.publication import Publication

    settings = settings_with(**options)
    port_to_serve(settings)
    counts = counts_to_serve(settings)
    folder = folder_to_serve(settings)
    if counts:
        check_codes(counts, Publication(folder).atlas.land.codes)
    watcher = Watcher(settings, settings.watch_seconds if settings.watch else None)
    try:
        serve_publication(folder, settings, say, once_forked=watcher.start)
    finally:
        watcher.stop()
