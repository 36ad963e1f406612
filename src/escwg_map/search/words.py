"""Text as the search compares it: without case, accents and punctuation."""

import re
import unicodedata

_APOSTROPHES = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}`]")
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")


def folded(text: str) -> str:
    """Write text as plain words with one space between them.

    >>> folded("Ynys Môn"), folded("King's Lynn & West-Norfolk"), folded(" Hull,  City of ")
    ('ynys mon', 'kings lynn and west norfolk', 'hull city of')
    """
    plain = unicodedata.normalize("NFKD", text).casefold().replace("&", " and ")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _BETWEEN_WORDS.sub(" ", _APOSTROPHES.sub("", plain)).strip()
