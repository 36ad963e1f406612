"""Postcodes, which are not known here: told from the grid references that they look like."""

import re

from escwg_map.errors import BadPlace

_AREA = (
    "A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|"
    "K[ATWY]|L[ADELNSU]?|M[EKL]|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|"
    "UB|W[ACDFNRSV]?|YO|ZE"
)
"""The letters that postcodes begin with; not M alone, with which motorways begin, too."""

_WHOLE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?\s*[0-9][A-Z]{2}")
_DISTRICT = re.compile(rf"(?:{_AREA})[0-9][0-9A-Z]?")


def refuse_postcode(text: str) -> None:
    """Refuse a postcode such as `HU1 3DX`, or its first half alone.

    Raises:
        BadPlace: it looks like one; the message says what to type instead.
    """
    typed = text.strip().upper()
    if _WHOLE.fullmatch(typed) or _DISTRICT.fullmatch(typed):
        raise BadPlace(
            "Postcodes are not known here. Type the name of a town, a district or a service, "
            "or a place such as 53.745, -0.335 or TA 09 28."
        )
