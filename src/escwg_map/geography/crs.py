"""The two coordinate reference systems, and the ground that England and Wales can take up."""

BRITISH_NATIONAL_GRID = "EPSG:27700"
"""Metres east and north; areas and lengths are measured in it."""

WGS_84 = "EPSG:4326"
"""Degrees of longitude and latitude; what RFC 7946 asks of GeoJSON."""

# EPSG:1314, the Helmert transformation (stated accuracy 2 m). PROJ would choose the OSTN15 grid
# where a machine happens to have it, and the files built there would differ from those built here.
WGS_84_TO_GRID = (
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
    "+step +proj=push +v_3 +step +proj=cart +ellps=WGS84 "
    "+step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 "
    "+s=-20.489 +convention=position_vector "
    "+step +inv +proj=cart +ellps=airy +step +proj=pop +v_3 "
    "+step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
)
"""The way from WGS 84 degrees to British National Grid, as PROJ takes it."""

ENGLAND_AND_WALES_METRES = (80_000, 0, 660_000, 660_000)
"""A box in British National Grid, minx, miny, maxx, maxy, that holds England and Wales."""

SQUARE_METRES_PER_KM2 = 1_000_000
