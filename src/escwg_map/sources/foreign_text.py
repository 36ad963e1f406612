"""The encoding of a foreign file's text: what to try, and how a wrong guess shows."""

import codecs
from collections.abc import Mapping, Sequence

from escwg_map.errors import RefusedInput
from escwg_map.records.problem import Problem
from escwg_map.sources.private_copy import PrivateCopy
from escwg_map.sources.refusal import refusal

# With no .cpg, a file that decodes as UTF-8 is UTF-8; cp1252 is what older desktop programs write.
_GUESSES = ("utf-8", "cp1252")

_CURE = "name the right encoding with --encoding, for example --encoding cp1252"


def encodings_to_try(copy: PrivateCopy, encoding: str | None) -> Sequence[str | None]:
    """List encodings in the order to try them: the one asked for, the .cpg's, or two guesses.

    None leaves it to the format, which for all but Shapefiles is UTF-8. Raises RefusedInput when
    the encoding asked for or named in the .cpg is unknown.
    """
    if encoding is not None:
        return (_known(encoding, copy.name, "the encoding asked for"),)
    if copy.path.suffix != ".shp":
        return (None,)
    cpg = copy.part(".cpg")
    if not cpg.exists():
        return _GUESSES
    named = cpg.read_bytes()[:40].decode("ascii", "replace").strip()
    return (_known(named, copy.name, "the encoding in its .cpg"),)


def refuse_garbled(columns: Mapping[str, Sequence[object]], *, file: str) -> None:
    """Refuse text that was decoded with the wrong encoding, listing every such cell.

    It shows by U+FFFD, or by UTF-8 read as cp1252 or Latin-1: `GÅµyr`, which turns into `Gŵyr` when
    the mistake is undone.
    """
    problems = [
        Problem(file=file, row=row, column=column, message=f"'{cell}' is garbled", cure=_CURE)
        for column, cells in columns.items()
        for row, cell in enumerate(cells, start=1)
        if isinstance(cell, str) and _is_garbled(cell)
    ]
    if problems:
        raise RefusedInput(f"{file} is refused: its text was read in the wrong encoding", problems)


def _is_garbled(text: str) -> bool:
    if text.isascii():
        return False
    return "\N{REPLACEMENT CHARACTER}" in text or any(
        _is_utf_8_read_as(encoding, text) for encoding in ("cp1252", "latin-1")
    )


def _is_utf_8_read_as(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding).decode("utf-8")
    except UnicodeError:
        return False
    return True


def _known(encoding: str, file: str, whose: str) -> str:
    # A .cpg may give the number of a code page: `1252`, `ANSI 1252`, `65001`, `88591`.
    number = encoding.upper().removeprefix("ANSI").strip()
    name = {"65001": "utf-8", "88591": "iso-8859-1", "": "?"}.get(number, number)
    for candidate in (name, f"cp{name}"):
        try:
            return codecs.lookup(candidate).name
        except (LookupError, ValueError):
            continue
    raise refusal(file, f"{whose} is unknown: {encoding!a}", _CURE)
