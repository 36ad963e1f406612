"""JSON as the app writes it: in UTF-8, and with no word that JSON does not have."""

import json


def json_text(value: object, *, indent: int | None = None) -> str:
    """Write a value as JSON.

    Raises:
        ValueError: it holds NaN or an infinity, which Python would write and nobody else reads.
    """
    separators = (",", ":") if indent is None else None
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
