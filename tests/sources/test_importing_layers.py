"""Official files become a layer: read as they were downloaded, compared, written all or none."""

from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from pyproj import CRS

from escwg_map.errors import MissingInput, RefusedInput
from escwg_map.sources.foreign import Asked
from escwg_map.sources.importing_layers import PreparedLayer, prepare_layer, write_layer
from escwg_map.sources.layers import PARTS, read_layers
from escwg_map.sources.official import Columns
from escwg_map.vocabulary import Kind
from sources.foreign_files import zipped

OURS = [f"police{part}" for part in PARTS]


def official(boundaries: Path, path: Path, code: str = "PFA23CD", name: str = "PFA23NM") -> Path:
    """Toyshire's police areas as the ONS would publish them, with columns of its own."""
    areas = gpd.read_file(boundaries / "police.shp").rename(columns={"code": code, "name": name})
    areas.insert(0, "OBJECTID", range(1, len(areas) + 1))
    areas.assign(Shape__Are=areas.area).to_file(path)
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def prepared(path: Path, boundaries: Path, **more: Asked | Columns) -> PreparedLayer:
    return prepare_layer(Kind.POLICE, path, boundaries, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("ending", ["shp", "gpkg", "geojson"])
@pytest.mark.parametrize(
    ("code", "name"), [("PFA16CD", "PFA16NM"), ("pfa16cd", "pfa16nm"), ("PFA23CD", "PFA23NM")]
)
def test_reads_official_files(
    boundaries: Path, tmp_path: Path, ending: str, code: str, name: str
) -> None:
    path = official(boundaries, tmp_path / f"PFA_Dec.{ending}", code, name)

    assert list(prepared(path, boundaries).layer.areas["name"]) == [
        "Northtoy",
        "Midtoy",
        "Southtoy",
    ]


def test_reads_a_zipped_shapefile(boundaries: Path, tmp_path: Path) -> None:
    path = zipped(tmp_path / "PFA_Dec.zip", official(boundaries, tmp_path / "PFA_Dec.shp"))

    assert len(prepared(path, boundaries).layer.areas) == 3


@pytest.mark.parametrize("kind", Kind)
def test_the_shipped_layer_over_itself_changes_nothing(shipped: Path, kind: Kind) -> None:
    found = prepare_layer(kind, shipped / f"{kind}.shp", shipped)

    assert found.files == {}
    assert not found.changes
    assert found.remarks == ()


def test_nothing_is_written_before_it_is_asked_for(boundaries: Path, tmp_path: Path) -> None:
    before = contents(boundaries)

    prepared(official(boundaries, tmp_path / "a.gpkg", name="Name1NM"), boundaries, columns=BY_HAND)

    assert contents(boundaries) == before


BY_HAND = Columns(name="name1nm")


def test_takes_the_columns_that_are_named(boundaries: Path, tmp_path: Path) -> None:
    path = official(boundaries, tmp_path / "areas.gpkg", "Code2", "Label")

    found = prepared(path, boundaries, columns=Columns(code="code2", name="Label"))

    assert list(found.layer.areas["code"]) == ["E23000901", "E23000902", "E23000903"]


def test_names_the_columns_that_are_there_when_the_one_asked_for_is_not(
    boundaries: Path, tmp_path: Path
) -> None:
    path = official(boundaries, tmp_path / "areas.gpkg")

    with pytest.raises(
        RefusedInput, match=r"no column holds the code \(OBJECTID, PFA23CD, .*--cod"
    ):
        prepared(path, boundaries, columns=Columns(code="PFA16CD"))


def renamed(boundaries: Path, tmp_path: Path) -> PreparedLayer:
    """An import in which Southtoy is called something else."""
    areas = gpd.read_file(boundaries / "police.shp").replace("Southtoy", "South Toyshire")
    areas.to_file(tmp_path / "new.gpkg")
    return prepared(tmp_path / "new.gpkg", boundaries)


def test_writes_the_layer_and_keeps_what_was_there(boundaries: Path, tmp_path: Path) -> None:
    before = contents(boundaries)

    write_layer(renamed(boundaries, tmp_path))

    after = contents(boundaries)
    assert {f"{name}.bak" for name in OURS} == after.keys() - before.keys()
    assert all(after[f"{name}.bak"] == before[name] for name in OURS)
    assert "South Toyshire" in set(read_layers(boundaries)[0].police.areas["name"])


def test_leaves_the_other_layers_alone(boundaries: Path, tmp_path: Path) -> None:
    before = contents(boundaries)

    write_layer(renamed(boundaries, tmp_path))

    after = contents(boundaries)
    assert all(after[name] == before[name] for name in before if name not in OURS)


def test_the_backup_imported_again_gives_back_the_same_bytes(
    boundaries: Path, tmp_path: Path
) -> None:
    before = contents(boundaries)
    write_layer(renamed(boundaries, tmp_path))
    for part in PARTS:
        (boundaries / f"police{part}.bak").rename(tmp_path / f"old{part}")

    write_layer(prepared(tmp_path / "old.shp", boundaries))

    assert {name: contents(boundaries)[name] for name in before} == before


def test_refuses_to_write_over_files_that_changed_meanwhile(
    boundaries: Path, tmp_path: Path
) -> None:
    waiting = renamed(boundaries, tmp_path)
    (boundaries / "police.cpg").write_text("cp1252", encoding="utf-8")

    with pytest.raises(RefusedInput, match="changed while the import waited"):
        write_layer(waiting)


def test_an_empty_folder_gets_its_first_layer(boundaries: Path, tmp_path: Path) -> None:
    found = prepared(official(boundaries, tmp_path / "a.gpkg"), tmp_path / "new")

    write_layer(found)

    assert found.changes is None
    assert set(contents(tmp_path / "new")) == set(OURS)


def test_a_present_layer_that_is_damaged_can_be_replaced(boundaries: Path, tmp_path: Path) -> None:
    path = official(boundaries, tmp_path / "a.gpkg")
    (boundaries / "police.dbf").unlink()

    found = prepared(path, boundaries)

    assert found.changes is None
    assert "the present layer cannot be read" in str(found.remarks[0])
    assert found.files


def drawn(path: Path, boundaries: Path, *shapes: shapely.Geometry, crs: CRS | None = None) -> Path:
    """Toyshire's police areas with other shapes, in another system where one is given."""
    areas = gpd.read_file(boundaries / "police.shp")
    areas = areas.set_geometry(gpd.GeoSeries([*shapes, *areas.geometry[len(shapes) :]], crs=27700))
    (areas.to_crs(crs) if crs else areas).to_file(path)
    return path


def square(west: float, south: float, east: float, north: float) -> shapely.Polygon:
    return shapely.box(1_000 * west, 1_000 * south, 1_000 * east, 1_000 * north)


def test_takes_any_system_that_is_defined(boundaries: Path, tmp_path: Path) -> None:
    lambert = CRS("+proj=lcc +lat_1=51 +lat_2=54 +lat_0=52 +lon_0=-2 +ellps=airy +units=m")
    path = drawn(tmp_path / "a.shp", boundaries, crs=lambert)

    areas = prepared(path, boundaries).layer.areas

    assert (areas.area / 1e6).tolist() == pytest.approx([400] * 3, rel=0.001)


def test_drops_heights_and_says_so(boundaries: Path, tmp_path: Path) -> None:
    high = shapely.force_3d(gpd.read_file(boundaries / "police.shp").geometry.to_numpy(), 7)
    path = drawn(tmp_path / "a.gpkg", boundaries, *high)

    found = prepared(path, boundaries)

    assert not found.layer.areas.has_z.any()
    assert "heights and measures were dropped" in str(found.remarks[0])


def test_f18_mends_a_ring_that_crosses_itself_and_says_so(boundaries: Path, tmp_path: Path) -> None:
    spike = shapely.Polygon(
        [
            *((400_000, 320_000), (440_000, 320_000), (440_000, 330_000), (440_010, 330_010)),
            *((440_010, 330_000), (440_000, 330_010), (400_000, 330_010)),
        ]
    )
    path = drawn(tmp_path / "a.gpkg", boundaries, spike)

    assert any(
        "crossed itself and was mended" in str(r) for r in prepared(path, boundaries).remarks
    )


def test_f20_reports_overlaps_and_gaps_with_their_areas(boundaries: Path, tmp_path: Path) -> None:
    # Midtoy reaches 1 km into Northtoy, and has a hole of 2 km² on its border with Southtoy.
    hole = square(410, 310, 412, 311)
    midtoy = square(400, 310, 440, 321) - hole
    path = drawn(tmp_path / "a.gpkg", boundaries, square(400, 320, 440, 330), midtoy)

    remarks = [str(remark) for remark in prepared(path, boundaries).remarks]

    assert any("E23000901 and E23000902 overlap by 40.000 km2" in remark for remark in remarks)
    assert any("E23000902 and E23000903 leave 2.000 km2 to nobody" in remark for remark in remarks)


def test_refuses_ground_outside_england_and_wales(boundaries: Path, tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.gpkg", boundaries, square(300, 700, 310, 710))

    with pytest.raises(RefusedInput, match="E23000901 reaches outside England and Wales"):
        prepared(path, boundaries)


def test_refuses_scottish_codes(boundaries: Path, tmp_path: Path) -> None:
    areas = gpd.read_file(boundaries / "police.shp").replace("E23000901", "S23000009")
    areas.to_file(tmp_path / "a.gpkg")

    with pytest.raises(RefusedInput, match="'S23000009' is not the code of a service"):
        prepared(tmp_path / "a.gpkg", boundaries)


def test_f16_picks_a_layer_of_several(boundaries: Path, tmp_path: Path) -> None:
    areas = gpd.read_file(boundaries / "police.shp")
    for name in ("PFA_full", "PFA_clipped"):
        areas.to_file(tmp_path / "a.gpkg", layer=name)

    with pytest.raises(RefusedInput, match=r"2 layers: PFA_full, PFA_clipped.*--source-layer"):
        prepared(tmp_path / "a.gpkg", boundaries)

    found = prepared(tmp_path / "a.gpkg", boundaries, asked=Asked(layer="PFA_clipped"))
    assert len(found.layer.areas) == 3


def test_misses_a_file_that_is_not_there(boundaries: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="there is no such file"):
        prepared(tmp_path / "nowhere.shp", boundaries)
