"""Making the boundary files, and taking official ones in."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from escwg_map.cli.options import (
    FILE,
    FOLDER,
    boundaries_option,
    data_option,
    printable,
    settings_with,
)
from escwg_map.vocabulary import Kind

if TYPE_CHECKING:
    from escwg_map.sources.importing_layers import PreparedLayer


@click.group()
def boundaries() -> None:
    """Make the boundary files of the three layers, or take official ones in."""


@boundaries.command()
@click.option("--districts", type=FILE, required=True, help="District polygons, any GIS format.")
@click.option(
    "--lookup", type=FILE, required=True, help="CSV: each district's police, fire and ambulance."
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
@click.option("--boundaries", "folder", type=FOLDER, help="Folder to write the shapefiles into.")
@data_option
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

    settings = settings_with(data=data, boundaries=folder)
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


@boundaries.command("import")
@click.argument("file", type=FILE)
@click.option(
    "--layer",
    type=click.Choice([kind.value for kind in Kind]),
    required=True,
    help="Layer to replace.",
)
@click.option("--code-column", help="Column of the codes, where it is none that is recognised.")
@click.option("--name-column", help="Column of the names, where it is none that is recognised.")
@click.option("--source-layer", help="Layer to read, where FILE holds several.")
@click.option("--crs", help="Coordinate system to read it in, such as EPSG:27700.")
@click.option("--encoding", help="Encoding of its attributes, such as cp1252.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--allow-shrink", is_flag=True, help="Let the layer lose 30 % of its areas or more.")
@boundaries_option
@data_option
def import_layer(  # noqa: PLR0913 - an option each
    *,
    file: Path,
    layer: str,
    code_column: str | None,
    name_column: str | None,
    source_layer: str | None,
    yes: bool,
    allow_shrink: bool,
    boundaries: Path | None,
    data: Path | None,
    **asked: str | None,
) -> None:
    """Replace one layer by FILE, as it was downloaded: Shapefile, zip, GeoPackage or GeoJSON.

    Shows what would change, and asks before it writes. The files of before are kept beside the new
    ones as .bak. Exit status: 0 done or nothing to do, 1 refused by you, 2 cannot be read.
    """
    from escwg_map.cli.layer_import import lines
    from escwg_map.sources.foreign import Asked
    from escwg_map.sources.importing_layers import prepare_layer
    from escwg_map.sources.official import Columns

    settings = settings_with(data=data, boundaries=boundaries)
    prepared = prepare_layer(
        Kind(layer),
        file,
        settings.boundaries,
        asked=Asked(layer=source_layer, **asked),
        columns=Columns(code=code_column, name=name_column),
    )
    for line in lines(prepared, settings.data):
        click.echo(printable(line))
    if prepared.files:
        _write(prepared, yes=yes, allow_shrink=allow_shrink)


def _write(prepared: "PreparedLayer", *, yes: bool, allow_shrink: bool) -> None:
    from escwg_map.sources.importing_layers import write_layer

    if prepared.shrinks and not allow_shrink:
        areas = f"{prepared.before} areas would become {len(prepared.layer.areas)}"
        click.echo(f"Nothing was written: {areas}.")
        click.echo("To mend it: look whether the file was cut off; if not, add --allow-shrink.")
        sys.exit(1)
    if not yes and not click.confirm(f"Write this to {prepared.folder}?"):
        click.echo("Nothing was written.")
        sys.exit(1)
    write_layer(prepared)
    click.echo(f"Written to {prepared.folder}; what was there before is in the .bak files.")
