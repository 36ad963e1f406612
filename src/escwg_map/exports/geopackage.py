"""GeoPackage: one layer, with the metadata where GDAL and QGIS look for it."""

from escwg_map.exports.about import AS_OF
from escwg_map.exports.by_gdal import folder_for_gdal
from escwg_map.exports.export import Export


def geopackage(export: Export) -> bytes:
    """Write the layer with its whole names and texts."""
    import pyogrio

    from escwg_map.exports.frame import ground_of

    ground, subject = export.subject.ground, export.subject
    assert ground
    # The file says when it was changed; the clock would make each one different.
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{AS_OF}T00:00:00.000Z"})
    with folder_for_gdal() as folder:
        path = folder / "export.gpkg"
        pyogrio.write_dataframe(
            ground_of(export),
            path,
            layer=subject.name,
            driver="GPKG",
            geometry_type=ground.value,
            # What programs of the last ten years read without a warning.
            dataset_options={"VERSION": "1.2"},
            layer_metadata=dict(export.metadata),
            layer_options={
                "IDENTIFIER": export.metadata["title"],
                "DESCRIPTION": export.metadata["caution"],
            },
        )
        return path.read_bytes()
