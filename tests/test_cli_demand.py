"""Where demand falls, as it is asked for at a terminal."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner, Result
from pyarrow import parquet

from demand.made_up import CELLS, SALTNESS, SANDHAVEN, TOYTOWN, points, scattered, write, write_text
from escwg_map.cli import main
from escwg_map.exports.demand import COLUMNS
from escwg_map.settings import Settings

Rows = list[dict[str, str]]


def read_csv(path: Path) -> Rows:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


class Somebody:
    """Somebody at a terminal who has incidents in Toyshire."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        names = ("data", "boundaries", "published")
        self.options = [f"--{name}={getattr(settings, name)}" for name in names]
        self.folder = folder
        self.file = str(write(points(*CELLS, SANDHAVEN), folder / "incidents.csv"))

    def types(self, *words: str, file: str | Path | None = None) -> Result:
        """Type the command."""
        read = str(file or self.file)
        return CliRunner().invoke(main, ["demand", read, *words, *self.options])

    def takes(self, *words: str, file: str | Path | None = None) -> Rows:
        """Type the command for CSV, and read it back."""
        result = self.types(*words, "--exact", "--format", "csv", file=file)
        assert result.exit_code == 0, result.output
        return list(csv.DictReader(io.StringIO(result.stdout, newline="")))


@pytest.fixture
def somebody(settings: Settings, toyshire_published: Path, tmp_path: Path) -> Somebody:
    assert toyshire_published.parent == settings.published
    return Somebody(settings, tmp_path)


def test_a_table_says_what_is_inside_and_outside(somebody: Somebody) -> None:
    result = somebody.types("--exact")

    heading, first, *_ = result.stdout.splitlines()
    assert result.exit_code == 0, result.output
    assert heading.split() == [
        *("theme", "status", "layer", "projects", "points", "inside", "outside", "inside_share")
    ]
    # Southtoy has Sandhaven twice, Toybridge and Saltness; Eastoy adds Kingsmere and Cliffsea.
    assert first.split() == ["first-response", "live", "all", "2", "9", "6", "3", "0.667"]
    assert "These counts are exact: none is hidden, and none is rounded." in result.stdout


def test_what_was_read_is_told_beside_the_report(somebody: Somebody) -> None:
    result = somebody.types()

    assert result.stderr == "9 rows read from 1 file: 9 in an area, 0 elsewhere, 0 at fault\n"


def test_csv_has_every_column(somebody: Somebody) -> None:
    rows = somebody.takes()

    assert list(rows[0]) == [column.name for column in COLUMNS]


def test_grounds_are_those_asked_for(somebody: Somebody) -> None:
    rows = somebody.takes("--per", "police", "--per", "cell")

    layers = [row["layer"] for row in rows if (row["theme"], row["status"]) == ("wider", "any")]
    assert layers == ["police"] * 3 + ["cell"] * 8


def test_schemes_take_the_place_of_themes(somebody: Somebody) -> None:
    rows = somebody.takes("--of", "scheme")

    assert rows[0]["theme"] == "cardiac-arrest"


FILTERS = (
    (["--status", "live"], {"first-response": "6"}),
    (["--theme", "demand"], {"demand": "3"}),
    (["--scheme", "cardiac-arrest"], {"first-response": "4"}),
    (["--benefit", "savings"], {"demand": "3", "estates": "3"}),
    (["--kind", "ambulance"], {"first-response": "6"}),
    (["--service", "RZ2"], {"first-response": "5"}),
    (["--area", "E23000902"], {"first-response": "5", "demand": "4", "estates": "3"}),
    (["--q", "headquarters"], {"estates": "3"}),
)


@pytest.mark.parametrize("words", [words for words, _ in FILTERS], ids=lambda words: words[0])
def test_filters_narrow_the_projects_as_coverage_has_them(
    somebody: Somebody, words: list[str]
) -> None:
    found = {(row["theme"], row["status"]): row["projects"] for row in somebody.takes(*words)}

    output = somebody.folder / "coverage.csv"
    command = ["export", "coverage", f"--output={output}", *words, *somebody.options]
    assert CliRunner().invoke(main, command).exit_code == 0
    rows = read_csv(output)
    assert found == {(row["theme"], row["status"]): row["projects"] for row in rows}


def test_a_bad_filter_is_refused_before_anything_is_counted(somebody: Somebody) -> None:
    result = somebody.types("--theme", "demnd", file="nowhere.csv")

    assert result.exit_code == 2
    assert "Did you mean 'demand'?" in result.stderr


def test_categories_and_weights_are_shown_where_they_are_asked_for(somebody: Somebody) -> None:
    path = write(scattered(500), somebody.folder / "p.parquet")

    result = somebody.types("--by", "day", "--weight", "minutes", "--exact", file=path)

    heading, *lines = result.stdout.splitlines()
    assert heading.split()[3:4] == ["category"]
    assert heading.split()[-3:] == ["weight", "weight_inside", "weight_outside"]
    assert ["2023-01" in line for line in lines[:4]] == [False, True, False, False]


def test_a_category_that_a_spreadsheet_would_run_is_made_harmless(somebody: Somebody) -> None:
    path = write(points(SANDHAVEN, kind=["=1+1"]), somebody.folder / "p.parquet")

    categories = {row["category"] for row in somebody.takes("--by", "kind", file=path)}

    assert categories == {"", "'=1+1"}


@pytest.mark.parametrize("ending", ["csv", "json", "parquet"])
def test_the_report_is_written_in_the_format_of_its_name(somebody: Somebody, ending: str) -> None:
    output = somebody.folder / f"report.{ending}"

    result = somebody.types("--exact", "--output", str(output))

    assert (result.exit_code, result.stdout) == (0, "")
    assert f"rows written to {output}" in result.stderr
    if ending == "json":
        rows = json.loads(output.read_text(encoding="utf-8"))["rows"]
    elif ending == "parquet":
        rows = parquet.read_table(output).to_pylist()
    else:
        rows = read_csv(output)
    assert int(rows[0]["inside"]) == 6


@pytest.mark.parametrize("ending", ["json", "parquet"])
def test_a_report_says_by_which_rule_it_is_and_what_it_leaves_out(
    somebody: Somebody, ending: str
) -> None:
    output = somebody.folder / f"report.{ending}"

    somebody.types("--exact", "--status", "live", "--output", str(output))

    if ending == "json":
        said = json.loads(output.read_text(encoding="utf-8"))["metadata"]
    else:
        metadata = parquet.read_schema(output).metadata
        said = {name.decode(): text.decode() for name, text in metadata.items()}
    assert said["disclosure"] == "These counts are exact: none is hidden, and none is rounded."
    assert (said["points_in_no_area"], said["rows_at_fault"]) == ("0", "0")
    assert (said["selection"], said["points_from"]) == ("status live", "1 file")


@pytest.mark.parametrize(("words", "said"), [((), "false"), (("--exact",), "true")])
def test_every_row_of_a_csv_says_whether_its_counts_are_exact(
    somebody: Somebody, words: tuple[str, ...], said: str
) -> None:
    result = somebody.types(*words, "--format", "csv")
    rows = csv.DictReader(io.StringIO(result.stdout, newline=""))
    assert {row["exact"] for row in rows} == {said}


def test_counts_are_written_and_called_exact(somebody: Somebody) -> None:
    output = somebody.folder / "counts.json"

    result = somebody.types("--counts", str(output))

    assert f"Exact counts written to {output}: keep them to yourself" in result.stderr
    rows = json.loads(output.read_text(encoding="utf-8"))["rows"]
    assert sum(row["points"] for row in rows) == 9


def test_points_are_written_back(somebody: Somebody) -> None:
    output = somebody.folder / "out.csv"

    result = somebody.types("--enrich", str(output))

    assert f"Points written to {output}" in result.stderr
    assert [row["ambulance_code"] for row in read_csv(output)].count("RZ2") == 3


def test_workers_give_the_same_report(somebody: Somebody) -> None:
    alone, together = somebody.types("--exact"), somebody.types("--exact", "--workers", "2")

    assert together.exit_code == 0, together.output
    assert together.stdout == alone.stdout


def test_files_that_cannot_be_read_are_left_out_where_that_is_asked_for(
    somebody: Somebody,
) -> None:
    bad = somebody.folder / "bad.parquet"
    bad.write_bytes(b"no parquet")

    refused, skipped = somebody.types(str(bad)), somebody.types(str(bad), "--skip-bad-files")

    assert refused.exit_code == 2
    assert "bad.parquet cannot be read: it is damaged" in refused.stderr
    assert skipped.exit_code == 0
    assert "9 rows read from 2 files, 1 part left out" in skipped.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--x", "easting"], "--x and --y go together"),
        (["--scheduler", "tcp://a:1", "--workers", "2"], "give one of them"),
        (["--enrich", "out.csv", "--workers", "2"], "--enrich writes on this machine alone"),
        (["--counts", "counts.csv"], "has to end in .json or .parquet"),
        (["--format", "parquet"], "name a file with --output"),
        (["--output", "report.txt"], "its name does not end in one of them"),
        (["--workers", "0"], "0 is not in the range"),
        (["--crs", "EPSG:1"], "'EPSG:1' is no coordinate system of a map"),
        (["--x", "a", "--y", "b"], "There is no column 'a' among 'easting' and 'northing'"),
        (["--by", "kind"], "There is no column 'kind'"),
    ],
    ids=lambda each: each[0] if isinstance(each, list) else "",
)
def test_what_cannot_be_is_refused_with_the_cure(
    somebody: Somebody, words: list[str], said: str
) -> None:
    result = somebody.types(*words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_file_that_is_not_there_is_told_of(somebody: Somebody) -> None:
    result = somebody.types(file="nowhere.csv")

    assert result.exit_code == 2
    assert "nowhere.csv: there is no file that can be read. To mend it: name" in result.stderr


def test_nothing_that_a_terminal_would_obey_is_told(somebody: Somebody) -> None:
    path = write_text(somebody.folder / "\x1b[2J.csv", "easting,northing", "1,x", "405000,305000")

    result = somebody.types(file=path)

    assert "\\x1b[2J.csv row 2" in result.stderr
    assert "\x1b" not in result.output


def test_dask_is_asked_for_where_it_is_not_installed(
    somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("escwg_map.demand.cluster", raising=False)
    monkeypatch.delitem(sys.modules, "escwg_map.demand.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "dask", None)

    result = somebody.types("--workers", "2")

    assert result.exit_code == 2
    assert "pip install 'escwg-map[cluster]'" in result.stderr


def test_a_terminal_sees_the_rate_and_the_time_left(somebody: Somebody) -> None:
    path = write(scattered(300_000), somebody.folder / "p.parquet")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "escwg_map", "demand", str(path), *somebody.options]

    with subprocess.Popen(command, stderr=theirs, stdout=subprocess.DEVNULL) as running:
        os.close(theirs)
        seen = b""
        while chunk := read(ours):
            seen += chunk
        assert running.wait(timeout=60) == 0
    os.close(ours)

    shown = seen.decode()
    assert "rows," in shown
    assert "a second" in shown
    assert "100%" in shown


def read(terminal: int) -> bytes:
    """What comes from a terminal; nothing once the program has ended."""
    try:
        return os.read(terminal, 65_536)
    except OSError:
        return b""


def test_incidents_of_one_place_are_found_by_its_fire_service(somebody: Somebody) -> None:
    path = write(points(TOYTOWN, TOYTOWN, SALTNESS), somebody.folder / "p.csv")

    rows = somebody.takes("--per", "fire", "--theme", "demand", "--status", "pilot", file=path)

    found = {
        row["name"]: (row["inside"], row["outside"]) for row in rows if row["theme"] == "demand"
    }
    assert found == {
        "Westoy Fire": ("2", "0"),
        "Eastoy Fire": ("0", "1"),
        "Northtoy Fire": ("0", "0"),
    }


def test_the_report_of_many_is_the_sum_of_the_reports_of_each(somebody: Somebody) -> None:
    table = scattered(2_000)
    whole = write(table, somebody.folder / "whole.parquet")
    halves = [
        write(pa.Table.from_batches(batches), somebody.folder / f"{n}.parquet")
        for n, batches in enumerate(
            [table.slice(0, 700).to_batches(), table.slice(700).to_batches()]
        )
    ]

    rows = somebody.takes(file=whole)
    parts = [somebody.takes(file=half) for half in halves]

    for row, one, other in zip(rows, *parts, strict=True):
        assert int(row["inside"]) == int(one["inside"]) + int(other["inside"])
