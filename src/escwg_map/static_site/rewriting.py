"""Pages as the app wrote them, with every address made relative to the file of the page."""

import re
from html import escape, unescape

from escwg_map.static_site.whereabouts import Whereabouts

_ATTRIBUTES = "href|src|srcset|action|data-address|data-action|data-suggestions|data-library"
_ADDRESS = re.compile(rf' ({_ATTRIBUTES})="(/[^"]*)"')
"""Templates write attributes in double quotes, and escape these in all text."""


def rewritten(html: str, page: str, whereabouts: Whereabouts) -> str:
    """Write the page for the file that it goes to.

    Raises:
        NotRecorded: it names an address for which the site has nothing.
    """

    def relative(found: re.Match[str]) -> str:
        link = whereabouts.link(unescape(found[2]), page, found[1])
        return f' {found[1]}="{escape(link)}"'

    return _ADDRESS.sub(relative, html)
