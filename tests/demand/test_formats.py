"""The same points counted from every format, place and way of writing."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fsspec
import geopandas
import pyarrow as pa
import pytest
from pyarrow import parquet

from demand.made_up import Country, in_degrees, scattered, total, write
from escwg_map.demand.counts import Counts

ROWS = 3_000

Write = Callable[[pa.Table, Path], Path]


@pytest.fixture(scope="module")
def table() -> pa.Table:
    return scattered(ROWS)


@pytest.fixture(scope="module")
def expected(country: Country, table: pa.Table, tmp_path_factory: pytest.TempPathFactory) -> Counts:
    """What is counted of a plain Parquet file."""
    path = write(table, tmp_path_factory.mktemp("points") / "points.parquet")
    return country.counts(path).counts


def geoparquet(table: pa.Table, path: Path, **how: Any) -> Path:  # noqa: ANN401
    places = geopandas.points_from_xy(table["easting"], table["northing"])
    frame = geopandas.GeoDataFrame({"id": range(len(table))}, geometry=places, crs="EPSG:27700")
    frame.to_parquet(path, **how)
    return path


def grouped(table: pa.Table, path: Path) -> Path:
    parquet.write_table(table, path, row_group_size=100)
    return path


def texts(table: pa.Table, path: Path) -> Path:
    columns = table.select(["easting", "northing"])
    return write(columns.cast(pa.schema([(n, pa.string()) for n in columns.column_names])), path)


def separated(separator: str) -> Write:
    def write_so(table: pa.Table, path: Path) -> Path:
        write(table, path)
        path.write_text(path.read_text().replace(",", separator))
        return path

    return write_so


def encoded(encoding: str, newline: str = "\n") -> Write:
    def write_so(table: pa.Table, path: Path) -> Path:
        write(table, path)
        with path.open(newline="") as file:
            text = file.read().replace("cardiac", "cœur")
        path.write_bytes(text.replace("\n", newline).encode(encoding))
        return path

    return write_so


def in_two_members(table: pa.Table, path: Path) -> Path:
    write(table, path)
    body = gzip.decompress(path.read_bytes())
    path.write_bytes(gzip.compress(body[:20_000]) + gzip.compress(body[20_000:]))
    return path


WAYS: dict[str, tuple[str, Write]] = {
    "parquet in many row groups": ("p.parquet", grouped),
    "parquet of texts": ("p.parquet", texts),
    "geoparquet": ("p.geoparquet", geoparquet),
    "geoparquet with boxes": (
        "p.parquet",
        lambda table, path: geoparquet(table, path, write_covering_bbox=True),
    ),
    "geoparquet of numbers": (
        "p.parquet",
        lambda table, path: geoparquet(table, path, geometry_encoding="geoarrow"),
    ),
    "csv": ("p.csv", write),
    "csv.gz": ("p.csv.gz", write),
    "csv.gz in two members": ("p.csv.gz", in_two_members),
    "semicolons": ("p.csv", separated(";")),
    "tabs": ("p.csv", separated("\t")),
    "Windows-1252": ("p.csv", encoded("cp1252")),
    "UTF-16": ("p.csv", encoded("utf-16")),
    "UTF-8 with its mark, and CRLF": ("p.csv", encoded("utf-8-sig", "\r\n")),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_writing_points_gives_the_same_counts(
    country: Country, table: pa.Table, expected: Counts, tmp_path: Path, way: str
) -> None:
    name, write_so = WAYS[way]

    assert country.counts(write_so(table, tmp_path / name)).counts == expected


def test_degrees_give_the_same_counts(
    country: Country, table: pa.Table, expected: Counts, tmp_path: Path
) -> None:
    degrees = in_degrees(table)

    counted = country.counts(write(degrees, tmp_path / "p.parquet"))

    assert counted.counts == expected


def test_every_row_is_counted_once(expected: Counts) -> None:
    assert sum(row.points for row in expected.cells) + expected.elsewhere == ROWS


@pytest.fixture
def parts(table: pa.Table, tmp_path: Path) -> Path:
    """The points in three files of three formats."""
    write(table.slice(0, 1_000), tmp_path / "a.parquet")
    write(table.slice(1_000, 1_000), tmp_path / "b.csv")
    (tmp_path / "deep").mkdir()
    write(table.slice(2_000), tmp_path / "deep" / "c.csv.gz")
    return tmp_path


def test_a_folder_is_counted_as_one(country: Country, expected: Counts, parts: Path) -> None:
    counted = country.counts(parts).counts

    assert (counted.cells, counted.source) == (expected.cells, "3 files")


def test_patterns_are_counted_as_one(country: Country, expected: Counts, parts: Path) -> None:
    counted = country.counts(parts / "?.*", parts / "deep" / "*.gz").counts

    assert counted.cells == expected.cells


@pytest.fixture
def store(parts: Path) -> Iterator[str]:
    """The same files in a store that is no disk."""
    memory = fsspec.filesystem("memory")
    for path in parts.rglob("*.*"):
        memory.pipe_file(f"/incidents/{path.relative_to(parts)}", path.read_bytes())
    yield "memory://incidents"
    memory.rm("/incidents", recursive=True)


def test_a_store_is_counted_like_a_folder(country: Country, expected: Counts, store: str) -> None:
    counted = country.counts(store).counts

    assert (counted.cells, counted.source) == (expected.cells, "3 files")


def test_a_local_address_is_counted_like_a_file(
    country: Country, table: pa.Table, expected: Counts, tmp_path: Path
) -> None:
    path = write(table, tmp_path / "p.parquet")

    assert country.counts(f"file://{path}").counts == expected


def test_fields_may_hold_lines_and_separators(country: Country, tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text('"note, long",easting,northing\n"one\ntwo, three",405000,305000\n')

    assert total(country.counts(path)) == 1


def test_weights_and_months_add_up(country: Country, table: pa.Table, tmp_path: Path) -> None:
    path = write(table, tmp_path / "p.parquet")

    rows = country.counts(path, weight="minutes", by="day").counts.cells

    assert {row.category for row in rows} == {"2023-01", "2023-02", "2023-03"}
    everything = sum(row.weight for row in country.counts(path, weight="minutes").counts.cells)
    assert sum(row.weight for row in rows) == pytest.approx(everything, abs=1e-9)


def test_categories_of_every_format_are_the_same(
    country: Country, table: pa.Table, tmp_path: Path
) -> None:
    one, other = (write(table, tmp_path / name) for name in ("p.parquet", "p.csv"))

    assert country.counts(one, by="day").counts == country.counts(other, by="day").counts


def test_weights_do_not_depend_on_the_order_of_rows(country: Country, tmp_path: Path) -> None:
    table = scattered(2_000)
    backwards = table.take(list(range(1_999, -1, -1)))
    one, other = (
        country.counts(write(each, tmp_path / f"{name}.parquet"), weight="minutes").counts
        for name, each in (("one", table), ("other", backwards))
    )

    assert one == other
