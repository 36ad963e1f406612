"""The parts of a workbook as XML, parsed by expat under our own rules.

Runs in the child, so it imports the standard library alone.
"""

import re
from functools import cache
from xml.parsers import expat

from escwg_map.sources.capped_child import RefusedError

AGAIN = "open it in the spreadsheet program and save it again as .xlsx"

Attributes = dict[str, str]


def local_name(name: str) -> str:
    """Take the prefix off the name of an element or attribute."""
    return name.rsplit(":", 1)[-1]


def parse(xml: bytes, part: str, parser: expat.XMLParserType | None = None) -> None:
    """Run an XML parser over a part, letting no document type in: entities come with one."""
    parser = parser or expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise RefusedError(f"its part {part!a} declares a document type", AGAIN)

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - the argument has no name
    except expat.ExpatError as error:
        raise RefusedError(f"its part {part!a} is damaged ({error})", AGAIN) from error


def elements(xml: bytes, part: str) -> list[tuple[str, Attributes]]:
    """List the elements of a small part with their attributes, names without prefixes."""
    found: list[tuple[str, Attributes]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: found.append(
        (local_name(name), {local_name(key): value for key, value in attributes.items()})
    )
    parse(xml, part, parser)
    return found


def refuse_count(xml: bytes, most: int) -> None:
    """Refuse shared strings that claim to be more than any sheet has cells for."""
    parser = expat.ParserCreate()

    def start(name: str, attributes: Attributes) -> None:
        if local_name(name) == "sst":
            for key in ("count", "uniqueCount"):
                if not re.fullmatch(r"\d{1,9}", claim := attributes.get(key, "0")) or (
                    int(claim) > most
                ):
                    message = f"its list of texts claims to hold {claim[:20]} of them"
                    raise RefusedError(message, AGAIN)

    parser.StartElementHandler = start
    parse(xml, "xl/sharedStrings.xml", parser)


@cache
def column_number(letters: str) -> int:
    """Count a column as spreadsheets name it: `A` is 1, `XFD` 16,384."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@cache
def column_letters(number: int) -> str:
    """Name a column as spreadsheets do: 1 is `A`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
