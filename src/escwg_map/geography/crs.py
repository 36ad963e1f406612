"""The two coordinate reference systems, and the ground that England and Wales can take up."""

BRITISH_NATIONAL_GRID = "EPSG:27700"
"""Metres east and north; areas and lengths are measured in it."""

WGS_84 = "EPSG:4326"
"""Degrees of longitude and latitude; what RFC 7946 asks of GeoJSON."""

ENGLAND_AND_WALES_METRES = (80_000, 0, 660_000, 660_000)
"""A box in British National Grid, minx, miny, maxx, maxy, that holds England and Wales."""

SQUARE_METRES_PER_KM2 = 1_000_000
