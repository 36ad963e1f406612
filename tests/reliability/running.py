"""Whether a page would run code: what a parser that reads as browsers do makes of it."""

from collections.abc import Mapping

from bs4 import BeautifulSoup, Tag

DATA = ("application/json", "application/ld+json")
"""Types of script elements that hold data and are never run."""

ADDRESSES = ("href", "src", "action", "formaction", "data", "xlink:href")
_RUNNING = ("javascript:", "data:text/html", "vbscript:")


def what_would_run(text: str) -> list[str]:
    """List the elements of a page that run code that stands in the page itself."""
    page = BeautifulSoup(text, "html5lib")
    return [str(each)[:200] for each in page.select("*") if _runs(each)]


def _runs(element: Tag) -> bool:
    attributes = element.attrs
    addresses = [str(attributes.get(name, "")).strip().lower() for name in ADDRESSES]
    return (
        (element.name == "script" and not _is_ours(attributes))
        or any(name.startswith("on") or name == "srcdoc" for name in attributes)
        or any(address.startswith(_RUNNING) for address in addresses)
    )


def _is_ours(attributes: Mapping[str, object]) -> bool:
    ours = str(attributes.get("src", "")).startswith("/published/")
    return ours or attributes.get("type") in DATA
