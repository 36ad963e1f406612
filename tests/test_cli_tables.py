"""The derived tables and the sums, as they are typed."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from escwg_map.cli import main
from escwg_map.selection.filters import FILTERS
from escwg_map.settings import Settings
from escwg_map.vocabulary import Kind
from escwg_map.web import create_app
from sources.slips import cells, missing

SOUTHTOY, WESTOY = "E23000903", "E31000901"


class Toyshire:
    """Somebody at a terminal who works with Toyshire."""

    def __init__(self, settings: Settings) -> None:
        names = ("data", "boundaries", "published")
        self._folders = [f"--{name}={getattr(settings, name)}" for name in names]

    def types(self, *words: str) -> Result:
        """Type a command, the folders added."""
        return CliRunner().invoke(main, [*words, *self._folders])

    def takes(self, *words: str) -> list[dict[str, str]]:
        """Type a command that writes CSV, and read it back."""
        result = self.types(*words, "--format", "csv")
        assert result.exit_code == 0, result.output
        text = result.stdout_bytes.decode()
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture(scope="module")
def somebody(settings: Settings, toyshire_published: Path) -> Toyshire:
    assert toyshire_published.parent == settings.published
    return Toyshire(settings)


@pytest.fixture(scope="module")
def web(toyshire_published: Path) -> FlaskClient:
    """The app that serves Toyshire."""
    return create_app(toyshire_published).test_client()


def test_gaps_are_listed_for_a_terminal(somebody: Toyshire) -> None:
    result = somebody.types("gaps")

    heading, first, *rest = result.stdout.splitlines()
    assert result.exit_code == 0
    assert heading.split() == [
        *("layer", "code", "name", "theme", "takes_part", "reaches", "reached_share", "recorded")
    ]
    assert first.split()[:4] == ["police", "E23000901", "Northtoy", "Police"]
    assert len(rest) == 3 * 7 - 1


def test_gaps_are_read_back_as_csv(somebody: Toyshire) -> None:
    rows = somebody.takes("gaps")

    (southtoy,) = (r for r in rows if (r["code"], r["theme"]) == (SOUTHTOY, "demand"))
    assert southtoy == {
        "layer": "police",
        "code": SOUTHTOY,
        "name": "Southtoy Police",
        "theme": "demand",
        "takes_part": "1",
        "reaches": "1",
        "reached_share": "0.5",
        "recorded": "true",
    }


def test_gaps_are_read_back_as_json(somebody: Toyshire) -> None:
    rows = json.loads(somebody.types("gaps", "--layer", "fire", "--format", "json").stdout)

    (northtoy,) = (r for r in rows if (r["code"], r["theme"]) == ("E31000903", "demand"))
    assert (northtoy["takes_part"], northtoy["recorded"]) == (0, False)


@pytest.mark.parametrize(("layer", "areas"), [("police", 3), ("fire", 3), ("ambulance", 2)])
def test_gaps_are_of_the_layer_asked_for(somebody: Toyshire, layer: str, areas: int) -> None:
    rows = somebody.takes("gaps", "--layer", layer)

    assert {row["layer"] for row in rows} == {layer}
    assert len({row["code"] for row in rows}) == areas


def test_gaps_by_scheme_name_the_schemes(somebody: Toyshire) -> None:
    rows = somebody.takes("gaps", "--by", "scheme")

    assert [row["theme"] for row in rows[:5]] == [
        *("cardiac-arrest", "co-responding", "forced-entry", "joint-control-rooms", "shared-hq")
    ]
    assert len(rows) == 3 * 5


SELECTIONS: tuple[list[str], ...] = (
    [],
    ["theme=demand"],
    ["theme=demand", "theme=estates"],
    ["scheme=forced-entry"],
    ["status=live"],
    ["status=live", "status=pilot"],
    ["benefit=savings"],
    ["kind=police", "kind=fire"],
    [f"service={WESTOY}"],
    [f"area={SOUTHTOY}"],
    ["cell=E23000902-E31000902-RZ2"],
    ["from=2015"],
    ["to=2014"],
    ["q=headquarters"],
    ["theme=first-response", "status=live", f"area={SOUTHTOY}"],
)


@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda pairs: "&".join(pairs) or "everything")
@pytest.mark.parametrize("by", ["theme", "scheme"])
def test_gaps_are_those_of_the_web_for_the_same_selection(
    somebody: Toyshire, web: FlaskClient, selection: list[str], by: str
) -> None:
    what = "gaps" if by == "theme" else "gaps-by-scheme"
    options = [f"--{pair}" for pair in selection]

    typed = somebody.types("gaps", "--by", by, "--layer", "fire", *options, "--format", "csv")

    fetched = web.get(f"/export/{what}.csv?{'&'.join(['layer=fire', *selection])}")
    assert fetched.status_code == 200
    assert typed.stdout_bytes == fetched.data


def test_gaps_as_json_are_those_of_the_web_too(somebody: Toyshire, web: FlaskClient) -> None:
    typed = somebody.types("gaps", "--status", "live", "--format", "json")

    assert json.loads(typed.stdout) == web.get("/export/gaps.json?status=live").get_json()["rows"]


@pytest.mark.parametrize("command", ["gaps", "overlaps"])
@pytest.mark.parametrize("name", [filter_.name.rstrip("_") for filter_ in FILTERS])
def test_every_filter_of_the_map_is_an_option(command: str, name: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])

    assert f"--{name} " in result.output


def test_a_narrower_selection_records_less(somebody: Toyshire) -> None:
    before, after = (
        {(row["code"], row["theme"]) for row in rows if row["recorded"] == "true"}
        for rows in (somebody.takes("gaps"), somebody.takes("gaps", "--status", "planned"))
    )

    # The headquarters is in Midtoy alone.
    assert after == {("E23000902", "estates")}
    assert after < before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--status", "running"], "'running' is not a value of 'status'"),
        (["--theme", "demnd"], "There is no theme 'demnd' in the register. Did you mean 'demand'?"),
        (["--area", "Southtoy"], "'Southtoy' will not do for 'area'"),
        (["--area", "E23000099"], "There is no area 'E23000099' in the register."),
        (["--from", "last year"], "'last year' will not do for 'from'"),
        (["--q", "one", "--q", "two"], "'q' was given 2 times; it takes one value"),
    ],
    ids=["status", "theme", "no code", "unknown code", "year", "given twice"],
)
@pytest.mark.parametrize("command", [["gaps"], ["overlaps", "police", "fire"]], ids=lambda c: c[0])
def test_a_bad_filter_is_refused_with_the_selection_s_message(
    somebody: Toyshire, command: list[str], words: list[str], message: str
) -> None:
    result = somebody.types(*command, *words)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert message in result.stderr


def test_an_empty_filter_is_no_filter(somebody: Toyshire) -> None:
    assert somebody.takes("gaps", "--theme", "") == somebody.takes("gaps")


@pytest.mark.parametrize("words", [["gaps", "--layer", "coastguard"], ["gaps", "--by", "area"]])
def test_a_choice_that_there_is_not_is_refused(somebody: Toyshire, words: list[str]) -> None:
    result = somebody.types(*words)

    assert result.exit_code == 2
    assert "is not one of" in result.stderr


def test_overlaps_are_listed_for_a_terminal(somebody: Toyshire) -> None:
    result = somebody.types("overlaps", "police", "fire")

    heading, *lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert heading.split()[:4] == ["a_layer", "a_code", "a_name", "b_layer"]
    assert len(lines) == 5
    assert "Northtoy Police" in lines[0]
    assert "8,000" in lines[0]


def test_overlaps_are_read_back_as_csv(somebody: Toyshire) -> None:
    rows = somebody.takes("overlaps", "ambulance", "fire")

    (pair,) = (r for r in rows if (r["a_code"], r["b_code"]) == ("RZ2", "E31000902"))
    # Two of Seaside's three districts, and of Eastoy's four.
    assert (float(pair["share_of_a"]), float(pair["share_of_b"])) == pytest.approx(
        (2 / 3, 2 / 4), abs=1e-6
    )
    assert pair["people"] == "2000"


def test_overlaps_are_read_back_as_json(somebody: Toyshire) -> None:
    rows = json.loads(somebody.types("overlaps", "police", "fire", "--format", "json").stdout)

    assert (rows[0]["b_name"], rows[0]["share_of_a"]) == ("Northtoy Fire", 1)


def test_overlaps_of_the_three_pairs_of_layers_are_those_of_the_web(
    somebody: Toyshire, web: FlaskClient
) -> None:
    fetched = web.get("/export/overlaps.csv").text

    typed = [
        row
        for pair in (("police", "fire"), ("police", "ambulance"), ("fire", "ambulance"))
        for row in somebody.takes("overlaps", *pair)
    ]
    assert typed == list(csv.DictReader(io.StringIO(fetched, newline="")))


def test_overlaps_do_not_depend_on_the_projects(somebody: Toyshire) -> None:
    some = somebody.takes("overlaps", "police", "fire", "--status", "live")

    assert some == somebody.takes("overlaps", "police", "fire")


@pytest.mark.parametrize("layer", [kind.value for kind in Kind])
def test_two_layers_that_are_one_are_refused(somebody: Toyshire, layer: str) -> None:
    result = somebody.types("overlaps", layer, layer)

    assert result.exit_code == 2
    assert "areas of one layer do not overlap; name two layers" in result.stderr


def test_publishing_first_is_told_beside_the_table(settings: Settings, tmp_path: Path) -> None:
    fresh = settings.model_copy(update={"published": tmp_path})

    result = Toyshire(fresh).types("gaps", "--format", "csv")

    assert "Reading the register and the boundaries" in result.stderr
    assert result.stdout.startswith("layer,code,name,theme")


@pytest.fixture
def data(toyshire: Path, tmp_path: Path) -> Path:
    """Toyshire's data folder, for one test to spoil."""
    return Path(shutil.copytree(toyshire / "data", tmp_path / "data"))


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_summary_counts_the_projects_by_theme_and_status(data: Path) -> None:
    result = run("summary", "--data", data)

    heading, *lines = result.output.splitlines()
    assert result.exit_code == 0
    assert heading.split() == ["Live", "Pilot", "Planned", "Exploring", "Completed", "All"]
    assert lines[-1].split() == ["All", "themes", "2", "1", "1", "0", "0", "4"]


def test_summary_refuses_a_register_with_problems(data: Path) -> None:
    missing("figures")(data)

    result = run("summary", "--data", data)

    assert result.exit_code == 2
    assert "The register has problems that have to be mended first:" in result.stderr
    assert "figures.csv: is missing" in result.stderr


def test_check_compares_the_register_with_the_index(data: Path) -> None:
    result = run("check", "--index", "--data", data)

    index_only, register_only, numbers = result.output.splitlines()
    assert result.exit_code == 0
    assert index_only.startswith("Southtoy Police, page 9, the index only: The index is mistaken")
    assert register_only.startswith("Westoy Fire, page 44, the register only: A partner by infer")
    assert numbers == "2 differences explained, 0 unexplained, 0 explanations outdated"


def test_check_ends_with_1_when_a_difference_has_no_explanation(data: Path) -> None:
    # Eastoy and Seaside co-respond on page 12 alone; the index has pages 12 and 13 for both.
    cells("projects", 3, pages="12")(data)

    result = run("check", "--index", "--data", data)

    assert result.exit_code == 1
    assert "Eastoy Fire, page 13, the index only: UNEXPLAINED" in result.output
    assert result.output.endswith(
        "2 differences explained, 2 unexplained, 0 explanations outdated\n"
    )


def test_check_ends_with_1_when_an_explanation_is_outdated(data: Path) -> None:
    # The index no longer has the page that was explained.
    cells("service_index", 2, pages="7;31")(data)

    result = run("check", "--index", "--data", data)

    assert result.exit_code == 1
    assert "Southtoy Police, page 9: explained, yet no difference" in result.output
