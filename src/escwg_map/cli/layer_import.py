"""What an import of boundaries says before it asks: doubts, changes, and what the register lacks.

Apart from the command, because it needs geography, which the command line loads when it must.
"""

from collections.abc import Iterator
from pathlib import Path

from escwg_map.errors import EscwgMapError
from escwg_map.geography.layer_changes import Gone, LayerChanges
from escwg_map.sources.agreement import check_codes
from escwg_map.sources.importing_layers import PreparedLayer
from escwg_map.sources.register import read_register
from escwg_map.wording import count, share


def lines(prepared: PreparedLayer, data: Path) -> Iterator[str]:
    """Say everything that a person should know before the layer is written."""
    yield from map(str, prepared.remarks)
    kind, areas = prepared.layer.kind, len(prepared.layer.areas)
    yield f"{count(areas, 'area')} read for the {kind} layer"
    if not prepared.files:
        yield "Nothing to change."
        return
    if prepared.changes is None:
        yield f"There is no {kind} layer to compare with: all areas are added."
    else:
        yield from _changes(prepared.changes)
    yield from _register(prepared, data)


def _changes(changes: LayerChanges) -> Iterator[str]:
    if not changes:
        yield "No area changes; the files are written in another form."
    yield from (f"  added    {code} {name}" for code, name in changes.added)
    yield from (f"  gone     {gone.code} {gone.name}{_heir(gone)}" for gone in changes.gone)
    yield from (f"  renamed  {each.code}: {each.old} -> {each.new}" for each in changes.renamed)
    for each in changes.moved:
        ground = f"gains {each.gained:,.2f} km², loses {each.lost:,.2f} km²"
        yield f"  moved    {each.code} {each.name}: {ground}"
    if changes.redrawn:
        yield f"  redrawn  {count(changes.redrawn, 'area')}, with less than 0.01 km² to and fro"


def _heir(gone: Gone) -> str:
    return f": {share(gone.share)} of its ground is now in {gone.heir}" if gone.heir else ""


def _register(prepared: PreparedLayer, data: Path) -> Iterator[str]:
    """List what will be problems of the register once the layer is written."""
    try:
        register, unsound = read_register(data)
    except EscwgMapError as error:
        yield f"The register was not compared: {error}"
        return
    if unsound:
        found = count(len(unsound), "problem")
        yield f"The register was not compared: it has {found}, see escwg-map check"
        return
    if problems := list(check_codes(register, prepared.layer)):
        yield f"With this layer the register will have {count(len(problems), 'problem')}:"
        yield from (f"  {problem}" for problem in problems)
