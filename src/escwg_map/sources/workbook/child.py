"""The process that lets calamine at a workbook: little memory, little time, a clean copy.

Run as a script by `process`, never imported. The answer is JSON alone: the sheets' names, and of
each table's sheet the rows from A1 on, what is wrong in it and what is worth knowing.
"""

import posixpath
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from escwg_map.sources.capped_child import Answer, RefusedError, Request, answer
from escwg_map.sources.workbook.scan import SMALLER, SheetScan
from escwg_map.sources.workbook.xml_parts import AGAIN, elements, parse, refuse_count

# An answer is JSON in ASCII: `\u0175` for a letter such as ŵ.
_BYTES_A_LETTER = 6

_WORKBOOK, _TEXTS = "xl/workbook.xml", "xl/sharedStrings.xml"


def _read(request: Request) -> Answer:
    with ZipFile(request["path"]) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    book = elements(parts[_WORKBOOK], _WORKBOOK)
    sheets = [attributes for name, attributes in book if name == "sheet"]
    targets = _targets(parts, _WORKBOOK)
    wanted = {each["name"]: each for each in sheets if each.get("name") in request["tables"]}
    if len(wanted) < sum(each.get("name") in request["tables"] for each in sheets):
        raise RefusedError("two of its sheets have one name", AGAIN)
    places = {name: _place(targets, each, parts) for name, each in wanted.items()}
    _look_through(parts, set(places.values()), request)
    scans = {name: _scan(parts[place], place, name, request) for name, place in places.items()}
    rows = _rows(request, list(wanted))
    head = {
        "names": [each.get("name", "") for each in sheets],
        "date1904": any(name == "workbookPr" and _is_1904(each) for name, each in book),
        "sheets": {
            name: {
                "rows": rows[name],
                "faults": scans[name].faults,
                "notes": _notes(scans[name], wanted[name], _targets(parts, place)),
            }
            for name, place in places.items()
        },
        "links": any(name.startswith("xl/externalLinks/") for name in parts),
    }
    return head, []


def _is_1904(attributes: dict[str, str]) -> bool:
    return attributes.get("date1904") in ("1", "true")


def _targets(parts: dict[str, bytes], part: str) -> dict[str, str]:
    """Map the relations of a part to what they point at; comments go by their kind."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in parts:
        return {}
    found = {}
    for element, attributes in elements(parts[relations], relations):
        if element == "Relationship":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            found[attributes.get("Id", "")] = target.lstrip("/")
    return found


def _place(targets: dict[str, str], sheet: dict[str, str], parts: dict[str, bytes]) -> str:
    place = targets.get(sheet.get("id", ""), "")
    if place not in parts:
        raise RefusedError(f"sheet {sheet['name']!a} is not in it", AGAIN)
    return place


def _look_through(parts: dict[str, bytes], scanned: set[str], request: Request) -> None:
    """Refuse a document type in any part, and a list of texts that claims to be endless."""
    for name, xml in parts.items():
        if name not in scanned:
            parse(xml, name)
    if _TEXTS in parts:
        refuse_count(parts[_TEXTS], 10 * int(request["cells"]))


def _scan(xml: bytes, part: str, sheet: str, request: Request) -> SheetScan:
    scan = SheetScan(sheet, request)
    scan.run(xml, part)
    return scan


def _rows(request: Request, sheets: list[str]) -> dict[str, list[list[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - capped by now

    try:
        book = CalamineWorkbook.from_path(Path(request["path"]))
        read = {sheet: book.get_sheet_by_name(sheet) for sheet in sheets}
    except CalamineError as error:
        raise RefusedError(f"it cannot be read ({str(error)[:200]!a})", AGAIN) from error
    left = int(request["answer_bytes"]) // _BYTES_A_LETTER
    rows: dict[str, list[list[Any]]] = {}
    for name, sheet in read.items():
        # Rows come from the first on, but without the columns that are empty on the left.
        indent = [""] * (sheet.start or (0, 0))[1]
        rows[name] = []
        for row in sheet.iter_rows():
            left -= sum(len(cell) for cell in row if isinstance(cell, str))
            if left < 0:
                raise RefusedError("it holds far more text than any register", SMALLER)
            rows[name].append([*indent, *map(_value, row)])
    return rows


def _value(cell: object) -> object:
    """Make a cell JSON: what is a moment in time becomes a list of its sort and its ISO text."""
    match cell:
        case datetime() | date():
            return ["date", cell.isoformat()]
        case time() | timedelta():
            return ["time", str(cell)]
        case _:
            return cell


def _notes(scan: SheetScan, sheet: dict[str, str], targets: dict[str, str]) -> list[str]:
    comments = any("comment" in target.lower() for target in targets.values())
    found = {
        "is hidden": sheet.get("state", "visible") != "visible",
        "has hidden rows": scan.hidden_rows,
        "has hidden columns": scan.hidden_columns,
        "has a filter that hides rows": scan.filtered,
        "has comments, which are not read": comments,
        f"has formulas ({scan.formulas}), of which only the results are read": scan.formulas,
    }
    return [note for note, is_so in found.items() if is_so]


if __name__ == "__main__":
    answer(_read, smaller=SMALLER)
