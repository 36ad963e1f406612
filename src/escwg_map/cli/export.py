"""Taking a selection away as a file, as the download links of the pages do."""

from codecs import BOM_UTF8
from itertools import chain
from pathlib import Path
from typing import Any

import click

from escwg_map.cli.options import FILE
from escwg_map.cli.tables import LAYERS, filter_options, publication_of, selection_of
from escwg_map.errors import EscwgMapError
from escwg_map.exports.subjects import SUBJECTS


@click.command()
@click.argument("what", type=click.Choice(list(SUBJECTS)), metavar="WHAT")
@click.option("--output", type=FILE, required=True, help="File to write; replaced if it is there.")
@click.option("--format", "ending", help="One of the formats; by default what FILE's name ends in.")
@click.option(
    "--layer", type=LAYERS, default="police", show_default=True, help="Layer whose areas are meant."
)
@click.option("--bom", is_flag=True, help="Begin CSV with a byte order mark, as Excel asks for it.")
@filter_options
def export(
    *,
    what: str,
    output: Path,
    ending: str | None,
    layer: str,
    bom: bool,
    **options: Any,  # noqa: ANN401
) -> None:
    """Write a part of a selection to a file.

    WHAT is projects (as points), footprints (their ground), areas, cells, overlaps, gaps, coverage,
    figures or partners; or strangers, lonely-cells, meets, coterminosity, gaps-by-scheme or
    coverage-by-scheme.

    Formats are csv, json, xlsx and parquet; of what has a geometry also geojson, gpkg, shp.zip and
    kml.
    """
    from escwg_map.disk.refusal import refusing
    from escwg_map.disk.whole_file import write_file
    from escwg_map.exports.drawing import Known, draw
    from escwg_map.exports.formats import format_of

    _refuse_what_is_no_file(output)
    chosen = format_of(what, ending or _ending_of(output))
    if bom and chosen.ending != "csv":
        raise click.BadParameter("only CSV begins with a byte order mark", param_hint="--bom")
    asked, known = selection_of(options, layer=layer), publication_of(options)
    drawn = draw(what, asked, Known(known.atlas, known.grounds, known.name))
    cure = "name another place with --output"
    with refusing(output, cure):
        write_file(output, chain([BOM_UTF8 if bom else b""], chosen.pieces(drawn)), cure)
    click.echo(f"{drawn.metadata['counts']} written to {output}")


def _ending_of(path: Path) -> str:
    from escwg_map.exports.formats import FORMATS

    for ending in FORMATS:
        if path.name.lower().endswith(f".{ending}"):
            return ending
    raise click.BadParameter(f"'{path.name}' does not end in one; name it", param_hint="--format")


def _refuse_what_is_no_file(path: Path) -> None:
    if path.exists() and not path.is_file():
        raise EscwgMapError(f"{path} is no file: name a file to write with --output.")
