"""Which boundary files the catalogue has, and what is said of each."""

import shapely

from reliability.worst_maps import (
    DEGREES,
    GRID,
    WEB_MERCATOR,
    address,
    circle,
    cut,
    dangling,
    drawn,
    fewer_rows,
    garbled,
    geojson,
    many_parts,
    nothing,
    pipe,
    saying,
    spoilt,
    swapped_axes,
    twice,
    vertices,
    vrt,
    without,
    zip_with,
)
from reliability.worst_tables import overlapping

_NOT = "its content is not that of a"
_LOCAL = "a local file is wanted, not an address"
_CRS = ("fire.shp: its coordinate system is", "--crs EPSG:27700")
_ELSEWHERE = ("it does not lie in Great Britain: read as", "its box is (", "Great Britain's is (")
_GROUND = shapely.box(400_000, 300_000, 420_000, 320_000)
_BOW_TIE = shapely.Polygon(
    [(400_000, 300_000), (420_000, 320_000), (420_000, 300_000), (400_000, 320_000)]
)
_SPIKE = shapely.Polygon(
    [
        *((400_000, 300_000), (420_000, 300_000), (420_000, 320_000), (420_010, 320_010)),
        *((420_010, 320_000), (420_000, 320_010), (400_000, 320_000)),
    ]
)
_HOLE_OUTSIDE = shapely.Polygon(
    _GROUND.exterior.coords, [shapely.box(430_000, 330_000, 431_000, 331_000).exterior.coords]
)

_OUTSIDE = "would lie outside the folder"

MAPS = (
    ("F4", "members on top of each other, as a map", overlapping("fire.zip"),
     "fire.zip: it is larger than 200 MiB, or 1,024 MiB unpacked"),
    ("F5", "../ in a map's zip", zip_with("../escaped.shp"), _OUTSIDE),
    ("F5", "an absolute name in a map's zip", zip_with("/escaped.shp"), _OUTSIDE),
    ("F10", "an address in a zip", zip_with("/vsicurl/http://127.0.0.1:9/a.shp"), _OUTSIDE),
    ("F9", "a VRT named .shp", vrt("fire.shp", "/etc/passwd"), f"fire.shp: {_NOT} Shapefile"),
    ("F9", "a VRT named .gpkg", vrt("fire.gpkg", "/etc/passwd"), f"{_NOT} GeoPackage"),
    ("F9", "a VRT named .geojson", vrt("fire.geojson", "/etc/passwd"), f"{_NOT} GeoJSON"),
    ("F9", "a VRT named .csv", vrt("fire.csv", "/etc/passwd"), "'.csv' is no boundary file"),
    ("F10", "a URL", address("http://127.0.0.1:9/fire.shp"), _LOCAL),
    ("F10", "/vsicurl/", address("/vsicurl/http://127.0.0.1:9/fire.shp"), _LOCAL),
    ("F10", "/vsizip//vsicurl/", address("/vsizip//vsicurl/http://127.0.0.1:9/a.zip"), _LOCAL),
    ("F10", "GEOJSON:", address('GEOJSON:{"type":"FeatureCollection","features":[]}'), _LOCAL),
    ("F10", "MEM:::DATAPOINTER=", address("MEM:::DATAPOINTER=1"), _LOCAL),
    ("F11", "no .prj", spoilt(without(".prj")), _CRS),
    ("F11", "a .prj that says nothing", spoilt(saying(".prj", "garbage")), _CRS),
    ("F12", "metres as degrees", spoilt(saying(".prj", DEGREES)), _ELSEWHERE),
    ("F12", "27700 as 3857", spoilt(saying(".prj", WEB_MERCATOR)), _ELSEWHERE),
    ("F12", "degrees as metres", spoilt(saying(".prj", GRID), crs="EPSG:4326"), _ELSEWHERE),
    ("F12", "axes swapped", swapped_axes, _ELSEWHERE),
    ("F13", "UTF-8 that calls itself 1252", spoilt(garbled),
     ("fire.shp, row 1, column name: 'GÅµyr â€“ lâ€™Westoy' is garbled", "--encoding")),
    ("F13", "a .cpg of nothing", spoilt(saying(".cpg", "klingon")),
     ("the encoding in its .cpg is unknown: 'klingon'", "--encoding")),
    ("F14", "no .dbf", spoilt(without(".dbf")), "fire.dbf is missing beside it"),
    ("F14", "no .shx", spoilt(without(".shx")), "fire.shx is missing beside it"),
    ("F14", "a .dbf cut", spoilt(cut(".dbf")), "its .dbf is cut short or damaged"),
    ("F14", "a .dbf of one row", spoilt(fewer_rows), "3 in .shp, 3 in .shx, 1 in .dbf"),
    ("F14", "no .dbf in a zip", spoilt(without(".dbf"), zipped=True), "fire.dbf is missing from"),
    ("F15", "a .shp cut", spoilt(cut(".shp")), "fire.shp, row 3: its .shp is cut short"),
    ("F16", "two layers", spoilt(twice, zipped=True),
     ("fire.zip: it holds 2 layers: fire, fire_clipped", "--source-layer")),
    ("F16", "no layer", spoilt(nothing, zipped=True), "fire.zip: it holds no Shapefile (.shp)"),
    ("F18", "a bow tie", drawn(_BOW_TIE),
     ("row 1: E31000901 is not a valid polygon (Self-intersection", "mend its outline")),
    ("F18", "a hole outside", drawn(_HOLE_OUTSIDE), "row 1: E31000901 is not a valid polygon"),
    ("F18", "a spike", drawn(_SPIKE), "row 1: E31000901 crossed itself and was mended", 1),
    ("F18", "an empty shape", drawn(shapely.Polygon()), "row 1: the feature has no geometry"),
    ("F18", "a point among them", drawn(shapely.Point(410_000, 310_000)), "row 1: the feature is"),
    ("F18", "heights", drawn(shapely.force_3d(_GROUND, 7)), "heights and measures were dropped", 1),
    ("F18", "a mixture in one", drawn(
        shapely.GeometryCollection([_GROUND, shapely.Point(410_000, 310_000)])),
     "row 1: the feature is a GeometryCollection, not a polygon"),
    ("F19", "4,000,001 vertices", vertices(4_000_001), "it holds over 4,000,000 vertices"),
    ("F19", "4,000,001 vertices as GeoPackage", circle(4_000_001),
     "it holds over 4,000,000 vertices"),
    ("F19", "50,001 parts", many_parts(50_001), "it holds over 50,000 polygons"),
    ("F20", "a border 50 m off", drawn(shapely.box(400_000, 300_000, 420_050, 320_000)),
     "E31000901 and E31000902 overlap by 1.000 km2", 1),
    ("F20", "a border 50 m short", drawn(
        _GROUND - shapely.box(419_950, 305_000, 420_000, 315_000)),
     "E31000901 and E31000902 leave 0.500 km2 to nobody", 1),
    ("F26", "1e400", geojson("52.", "1e400, 52."), "it holds 1e400, which is no finite number"),
    ("F26", "NaN", geojson("52.", "NaN, 52."), "it holds NaN, which is no number in JSON"),
    ("F26", "200,000 deep", geojson('"Westoy"', "[" * 200_000 + "]" * 200_000), "too deeply"),
    ("F26", "a member twice", geojson('"code"', '"name": "Southtoy", "code"'),
     "it has the member 'name' twice in one object"),
    ("F26", "a member crs", geojson('"features"', '"crs": "http://127.0.0.1:9/", "features"'),
     "its member 'crs' is none that is understood"),
    ("F27", "a folder", lambda folder, _: folder, "it is a folder"),
    ("F27", "a pipe", pipe, "fire.shp: it is a pipe"),
    ("F27", "a device", address("/dev/zero"), "/dev/zero: it is a device"),
    ("F27", "a link to nothing", dangling, "there is no such file"),
)  # fmt: skip
