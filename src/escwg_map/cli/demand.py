"""Where demand falls: somebody's own points laid over the register."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from escwg_map.cli.counting import counting
from escwg_map.cli.options import FILE, printable, say
from escwg_map.cli.tables import filter_options, publication_of, selection_of

if TYPE_CHECKING:
    from escwg_map.demand.work import Counted
    from escwg_map.exports.export import Export
    from escwg_map.publish.publication import Publication
    from escwg_map.selection import Selection

_PER = ("all", "police", "fire", "ambulance", "cell")
_FORMATS = ("table", "csv", "json", "parquet")


@click.command()
@click.argument("points", nargs=-1, required=True)
@click.option("--x", help="Column of eastings or longitudes, where it is none that is recognised.")
@click.option("--y", help="Column of northings or latitudes.")
@click.option("--crs", help="Coordinate system of the points, such as EPSG:27700 or EPSG:4326.")
@click.option("--weight", help="Column of a number that each point weighs.")
@click.option("--by", help="Column of categories; dates count by month.")
@click.option(
    "--of",
    type=click.Choice(["theme", "scheme"]),
    default="theme",
    show_default=True,
    help="What the points are inside or outside of.",
)
@click.option(
    "--per",
    type=click.Choice(_PER),
    multiple=True,
    default=("all",),
    show_default=True,
    help="Ground that a row is about.",
)
@click.option("--format", "format_", type=click.Choice(_FORMATS), help="How to write the report.")
@click.option("--output", type=FILE, help="File to write the report to; replaced if it is there.")
@click.option("--counts", type=FILE, help="File to write the exact counts to, .json or .parquet.")
@click.option("--enrich", type=FILE, help="File or folder to write the points to, with codes.")
@click.option("--exact", is_flag=True, help="Show every count as it is, even of few people.")
@click.option("--scheduler", help="Address of a Dask scheduler, such as tcp://host:8786.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes of a local Dask cluster.")
@click.option("--skip-bad-files", is_flag=True, help="Leave out files that cannot be read.")
@filter_options
def demand(**options: Any) -> None:  # noqa: ANN401
    """Count points by where projects operate: how many fell where none is recorded?

    POINTS are Parquet, GeoParquet, CSV or CSV.gz: files, folders, patterns such as 'jan*.csv', or
    addresses such as s3://bucket/folder. Columns called longitude and latitude, lon and lat, or
    easting and northing are recognised, and x and y with --crs. A point on a border counts to the
    cell whose codes come first. What was odd is told beside the report, with the numbers of rows;
    no coordinate is.
    """
    _refuse_what_does_not_go_together(options)
    format_ = _format(options["format_"], options["output"])
    publication, asked = publication_of(options), selection_of(options)
    asked.apply(publication.atlas)  # what it names and the register does not hold is refused first
    counted = _counted(publication, options)
    for line in counted.told:
        say(printable(line))
    if options["counts"]:
        from escwg_map.demand.writing import write_counts

        write_counts(options["counts"], counted.counts)
        say(f"Exact counts written to {options['counts']}: keep them to yourself")
    if options["enrich"]:
        say(f"Points written to {options['enrich']}")
    _write(_report(counted, publication, asked, options), format_, options["output"])


def _refuse_what_does_not_go_together(options: dict[str, Any]) -> None:
    if bool(options["x"]) != bool(options["y"]):
        raise click.UsageError("--x and --y go together: name both columns.")
    if options["scheduler"] and options["workers"]:
        raise click.UsageError(
            "--scheduler names a cluster, --workers makes one: give one of them."
        )
    if options["enrich"] and (options["scheduler"] or options["workers"]):
        raise click.UsageError(
            "--enrich writes on this machine alone: leave out --scheduler and --workers."
        )
    if options["counts"] and options["counts"].suffix.lower() not in (".json", ".parquet"):
        raise click.BadParameter("its name has to end in .json or .parquet", param_hint="--counts")


def _format(asked: str | None, output: Path | None) -> str:
    ending = output.suffix.lower().removeprefix(".") if output else ""
    chosen = asked or (ending if ending in _FORMATS else "" if output else "table")
    if not chosen:
        raise click.BadParameter("its name does not end in one of them", param_hint="--format")
    if chosen == "parquet" and not output:
        raise click.UsageError("Parquet is not for terminals: name a file with --output.")
    return chosen


def _counted(publication: "Publication", options: dict[str, Any]) -> "Counted":
    from escwg_map.demand.columns import Wanted
    from escwg_map.demand.kept_grid import grid_over
    from escwg_map.demand.work import Asked, count_points

    wanted = Wanted(*(options[name] for name in ("x", "y", "crs", "weight", "by")))
    names = ("skip_bad_files", "enrich", "scheduler", "workers")
    asked = Asked(options["points"], wanted, **{name: options[name] for name in names})
    with counting() as (tell, telling):
        tell("Making the grid over the cells ready")
        grid = grid_over(publication.cells_drawn(), publication.folder.parent)
        return count_points(asked, publication.atlas.cells, grid, telling)


def _report(
    counted: "Counted", publication: "Publication", asked: "Selection", options: dict[str, Any]
) -> "Export":
    from escwg_map.coverage.grouping import by_scheme, by_theme
    from escwg_map.demand.disclosure import Disclosure
    from escwg_map.demand.incidents import rule_set
    from escwg_map.demand.report import Per, report
    from escwg_map.demand.rule import EXACT
    from escwg_map.exports.demand import Asked, export_of
    from escwg_map.settings import Settings

    rule = EXACT if options["exact"] else rule_set(Settings())
    disclosed = Disclosure.of(counted.counts, rule)
    key = by_scheme if options["of"] == "scheme" else by_theme
    per = [Per(name) for name in options["per"]]
    rows = report(asked.apply(publication.atlas), disclosed, per, key=key)
    known = Asked(asked, publication.atlas, publication.name)
    return export_of(rows, counted.counts, disclosed, known)


def _write(export: "Export", format_: str, output: Path | None) -> None:
    from escwg_map.exports.demand import pieces

    body = pieces(export, format_)
    if output is None:
        for piece in body:
            click.echo(piece, nl=False)
        return
    from escwg_map.disk.whole_file import write_file

    write_file(output, body, "name another place with --output")
    say(f"{len(export.rows):,} rows written to {output}")
