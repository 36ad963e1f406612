"""Making the boundary files."""

from pathlib import Path

import click

from escwg_map.cli.options import FILE, FOLDER, data_option, settings_with


@click.group()
def boundaries() -> None:
    """Make the boundary files of the three layers."""


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
