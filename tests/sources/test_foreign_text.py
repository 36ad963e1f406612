"""Welsh names come in as they were written, or not at all."""

from pathlib import Path

import pytest

from escwg_map.sources.foreign import Asked, read_foreign
from sources.foreign_files import SQUARE, refusal_of, written


def shapefile(folder: Path, *, name: str, encoding: str, cpg: str | None) -> Path:
    path = written(folder / "police.shp", SQUARE, name=name, encoding=encoding)
    path.with_suffix(".cpg").unlink(missing_ok=True)
    if cpg is not None:
        path.with_suffix(".cpg").write_text(cpg, encoding="ascii")
    return path


@pytest.mark.parametrize(
    ("name", "encoding", "cpg"),
    [
        ("Gŵyr", "utf-8", "UTF-8"),
        ("Gŵyr", "utf-8", "65001"),
        ("Gŵyr", "utf-8", None),
        ("Ynys Môn", "cp1252", "1252"),
        ("Ynys Môn", "cp1252", "ANSI 1252"),
        ("Ynys Môn", "cp1252", None),
        ("Ynys Môn", "iso-8859-1", "ISO-8859-1"),
        ("Ynys Môn", "iso-8859-1", "88591"),
    ],
)
def test_f13_reads_a_name_as_it_was_written(
    tmp_path: Path, name: str, encoding: str, cpg: str | None
) -> None:
    path = shapefile(tmp_path, name=name, encoding=encoding, cpg=cpg)

    assert read_foreign(path).frame["name"].item() == name


@pytest.mark.parametrize("cpg", ["1252", "ISO-8859-1"])
def test_f13_refuses_utf_8_that_its_cpg_calls_something_else(tmp_path: Path, cpg: str) -> None:
    path = shapefile(tmp_path, name="Gŵyr", encoding="utf-8", cpg=cpg)

    message = refusal_of(path)

    assert "police.shp, row 1, column name: 'GÅµyr' is garbled" in message
    assert "--encoding" in message


def test_f13_refuses_text_that_its_cpg_wrongly_calls_utf_8(tmp_path: Path) -> None:
    path = shapefile(tmp_path, name="Ynys Môn", encoding="cp1252", cpg="UTF-8")

    assert "police.shp: its text is not in utf-8" in refusal_of(path)


def test_f13_refuses_text_that_was_garbled_before(tmp_path: Path) -> None:
    path = shapefile(tmp_path, name="G\N{REPLACEMENT CHARACTER}yr", encoding="utf-8", cpg="UTF-8")

    assert "police.shp, row 1, column name: 'G\N{REPLACEMENT CHARACTER}yr' is garbled" in (
        refusal_of(path)
    )


def test_refuses_a_cpg_that_names_no_encoding(tmp_path: Path) -> None:
    path = shapefile(tmp_path, name="Gower", encoding="utf-8", cpg="klingon")

    assert "police.shp: the encoding in its .cpg is unknown: 'klingon'" in refusal_of(path)


def test_refuses_to_be_asked_for_an_unknown_encoding(police: Path) -> None:
    message = refusal_of(police, asked=Asked(encoding="klingon"))

    assert "the encoding asked for is unknown: 'klingon'" in message


def test_f13_takes_the_encoding_asked_for(tmp_path: Path) -> None:
    path = shapefile(tmp_path, name="Ynys Môn", encoding="cp1252", cpg="UTF-8")

    read = read_foreign(path, asked=Asked(encoding="cp1252"))

    assert read.frame["name"].item() == "Ynys Môn"
