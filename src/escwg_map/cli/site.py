"""Writing the map as a folder of files that needs no server."""

from pathlib import Path
from typing import Any

import click

from escwg_map.cli.options import (
    FOLDER,
    boundaries_option,
    data_option,
    progress,
    published_option,
    settings_with,
)


@click.command()
@click.argument("folder", type=FOLDER, metavar="OUT")
@data_option
@boundaries_option
@published_option
def site(folder: Path, **options: Any) -> None:  # noqa: ANN401
    """Write the whole map to the folder OUT, as files that any file host can serve.

    OUT is made, or written anew where this command made it before; any other folder is left alone.
    """
    from escwg_map.publish.work import published
    from escwg_map.static_site.work import write_site
    from escwg_map.wording import file_size

    settings = settings_with(**options)
    with progress() as (tell, advance):
        publication = published(settings, tell, lambda done: advance(done / 4))
        written = write_site(
            publication, folder.absolute(), tell, lambda done: advance(0.25 + done * 0.75)
        )
    size = file_size(written.bytes)
    click.echo(f"{written.files:,} files, {size}, written to {folder}: open index.html there")
