"""Remarks: a project that is probably there twice, and texts that say who somebody is."""

from pathlib import Path

import pytest

from escwg_map.sources.doubts import doubts
from escwg_map.sources.importing import prepare_import
from escwg_map.sources.register import read_register
from reliability.catalogue import row
from sources.slips import again, cells
from sources.workbooks import edited, put


def told(data: Path) -> list[str]:
    register, problems = read_register(data)
    assert problems == []
    return [str(doubt) for doubt in doubts(register)]


@pytest.mark.parametrize(
    "title",
    [
        "shared  HEADQUARTERS, in Midtoy",
        "Shared\N{NO-BREAK SPACE}headquarters in Midtoy",
        "Sh\N{CYRILLIC SMALL LETTER A}red headquarters in Midtoy",
        "Sha\N{COMBINING ACUTE ACCENT}red headquarters in Midtoy",
    ],
    ids=["capitals", "a space that does not break", "a letter of another script", "an accent"],
)
@row(
    "D3",
    fault="an id stands twice, or one project under two spellings",
    seen="the id is refused in both its rows; the second spelling is a remark that names the first",
)
def test_d3_a_project_under_another_spelling_is_remarked_on(data: Path, title: str) -> None:
    cells("projects", 5, title="Shared headquarters in Midtoy")(data)
    again("projects", 5, id="another", title=title)(data)
    again("partners", 11, project="another")(data)

    (remark,) = told(data)

    assert remark.startswith("projects.csv, row 6, column title: ")
    assert "is probably the project of row 5. To mend it: keep one row" in remark


def test_d3_an_id_that_stands_twice_is_refused_in_both_rows(data: Path) -> None:
    again("projects", 5)(data)

    _, problems = read_register(data)

    assert {(p.row, p.message) for p in problems} == {
        (5, "'shared-hq-midtoy' stands 2 times"),
        (6, "'shared-hq-midtoy' stands 2 times"),
    }


PERSONAL = {
    "fred.bloggs@toyshire.example": "an e-mail address",
    "call 01632 960 983": "a telephone number",
    "+44 1632 960983": "a telephone number",
    "ask Sgt Bloggs": "the name of a person",
    "PC 1234 Smith": "the name of a person",
    "Mrs Bloggs": "the name of a person",
}


@pytest.mark.parametrize(("text", "what"), PERSONAL.items(), ids=PERSONAL)
@row(
    "D12",
    fault="a free text holds a telephone number, an e-mail address or the name of a person",
    seen="a remark with the cell and what it looks like, before the question whether to write",
)
def test_d12_what_says_who_somebody_is_is_remarked_on(
    workbook: Path, data: Path, text: str, what: str
) -> None:
    prepared = prepare_import(edited(workbook, put("projects", "S3", f"See {text} there")), data)

    (remark,) = map(str, prepared.remarks)

    assert remark.startswith("register.xlsx, sheet projects, row 3, column notes: ")
    assert f" looks like {what}. To mend it: take it out" in remark
    assert prepared.files


@pytest.mark.parametrize(
    "text", ["In 2015/16 it saved £1,062,500,000.", "Chief Constable Bloggs", "12,000 000", "PCC"]
)
def test_d12_a_figure_or_a_public_post_is_none_of_that(data: Path, text: str) -> None:
    cells("projects", 2, notes=text)(data)

    assert told(data) == []


def test_d12_what_we_ship_leaves_nothing_to_remark(shipped: Path) -> None:
    assert told(shipped.parent / "data") == []
