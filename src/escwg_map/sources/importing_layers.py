"""Importing one layer: an official file is read, compared with the present layer, and written."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from escwg_map.errors import RefusedInput
from escwg_map.geography.gaps_between import gaps_between
from escwg_map.geography.layer import Layer
from escwg_map.geography.layer_changes import LayerChanges, layer_changes
from escwg_map.records.problem import Problem
from escwg_map.sources.changes import shrinks
from escwg_map.sources.foreign import NOTHING_ASKED, Asked
from escwg_map.sources.layers import PARTS, layer_files, read_layer
from escwg_map.sources.official import FOUND_BY_PATTERN, Columns
from escwg_map.sources.refusal import refusal
from escwg_map.sources.replacing import BACKUP, finish_replacement, replace_files
from escwg_map.vocabulary import Kind


class PreparedLayer(Struct, frozen=True, eq=False):
    """What an import would do: write `files`; none when the layer stays as it is.

    `remarks` are repairs, overlaps and gaps; `changes` is None where no present layer can be read.
    `found` is what the layer's files held when they were compared.
    """

    folder: Path
    layer: Layer
    remarks: tuple[Problem, ...]
    changes: LayerChanges | None
    found: Mapping[str, bytes | None]
    files: Mapping[str, bytes]

    @property
    def before(self) -> int:
        """The number of areas of the present layer, as far as it could be read."""
        if self.changes is None:
            return 0
        return len(self.layer.areas) - len(self.changes.added) + len(self.changes.gone)

    @property
    def shrinks(self) -> bool:
        """Whether the layer loses 30 % of its areas or more, as one that was cut off does."""
        return shrinks(self.before, len(self.layer.areas))


def prepare_layer(
    kind: Kind,
    source: Path,
    folder: Path,
    *,
    asked: Asked = NOTHING_ASKED,
    columns: Columns = FOUND_BY_PATTERN,
) -> PreparedLayer:
    """Read a boundary file as the new layer of one kind, and compare it with the one in a folder.

    Nothing is written. Raises MissingInput or RefusedInput as `read_layer` does.
    """
    if folder.is_dir():
        finish_replacement(folder)
    layer, remarks = read_layer(kind, source, asked=asked, columns=columns)
    found = _found(folder, kind)
    files = layer_files([layer])
    changes, unread = _compared(layer, folder)
    return PreparedLayer(
        folder=folder,
        layer=layer,
        remarks=(*remarks, *_gaps(layer, source.name), *unread),
        changes=changes,
        found=found,
        files={} if files == found else files,
    )


def write_layer(prepared: PreparedLayer) -> None:
    """Replace the five files of the layer all or none, each beside a `.bak` of what it held before.

    Raises RefusedInput, with nothing written, when the files are no longer those that were
    compared, or cannot be written.
    """
    now = _found(prepared.folder, prepared.layer.kind)
    if now != prepared.found:
        message = f"{prepared.layer.kind}.shp changed while the import waited"
        raise refusal(str(prepared.folder), message, "import once more, and look at the changes")
    backups = {f"{name}{BACKUP}": content for name, content in now.items() if content is not None}
    replace_files(prepared.folder, {**backups, **prepared.files})


def _found(folder: Path, kind: Kind) -> dict[str, bytes | None]:
    paths = [folder / f"{kind}{part}" for part in PARTS]
    return {path.name: path.read_bytes() if path.is_file() else None for path in paths}


def _compared(layer: Layer, folder: Path) -> tuple[LayerChanges | None, list[Problem]]:
    present = folder / f"{layer.kind}.shp"
    if not present.is_file():
        return None, []
    try:
        old, _ = read_layer(layer.kind, present)
    except RefusedInput as refused:
        message = "the present layer cannot be read, so that nothing could be compared"
        why = "; ".join(str(problem) for problem in refused.problems)
        return None, [Problem(file=present.name, message=f"{message} ({why})", cure="replace it")]
    return layer_changes(old, layer), []


def _gaps(layer: Layer, file: str) -> list[Problem]:
    return [
        Problem(
            file=file,
            message=f"{' and '.join(gap.codes)} leave {gap.km2:.3f} km2 to nobody",
            cure="draw their common border once",
        )
        for gap in gaps_between(layer.areas)
    ]
