"""KML, for globes: the rows as placemarks, the metadata as the description of the document."""

import tempfile
from pathlib import Path

from escwg_map.exports.export import Export


def kml(export: Export) -> bytes:
    """Write a placemark a row, named as people would name it; all columns stand with it."""
    import pyogrio

    from escwg_map.exports.frame import ground_of

    ground = export.subject.ground
    assert ground
    frame = ground_of(export)
    frame.insert(0, "Name", _names(export))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "export.kml")
        pyogrio.write_dataframe(
            frame,
            path,
            layer=export.subject.name,
            driver="LIBKML",
            geometry_type=ground.value,
            dataset_options={
                "NAME": export.metadata["title"],
                "DESCRIPTION": "\n".join(f"{k}: {text}" for k, text in export.metadata.items()),
            },
        )
        return path.read_bytes()


def _names(export: Export) -> list[str]:
    for column in ("title", "name"):
        if column in export.table.columns:
            place = export.table.columns.index(column)
            return [str(row[place]) for row in export.table.rows]
    return list(export.ids)
