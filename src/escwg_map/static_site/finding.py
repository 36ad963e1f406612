"""What the script of the search looks through: every name, and where each leads."""

from typing import Any

from escwg_map.atlas import Atlas
from escwg_map.search.index import Index
from escwg_map.search.words import folded
from escwg_map.static_site.whereabouts import Whereabouts
from escwg_map.web.findings import finding_of


def findings_of(index: Index, atlas: Atlas, whereabouts: Whereabouts) -> list[dict[str, Any]]:
    """List all that can be found, in the order of equally good finds; needs the app's context."""
    page = "places.html"
    found = []
    for entry in index.entries:
        each = finding_of(entry, atlas)
        found.append(
            {
                "names": sorted({folded(name) for name in (entry.name, *entry.names)}),
                "aliases": sorted({folded(alias) for alias in entry.aliases}),
                "words": sorted(entry.words),
                "name": each.name,
                "kind": each.kind,
                "detail": each.detail,
                "address": whereabouts.link(each.address, page),
                "map": whereabouts.link(each.on_map, page) if each.on_map else "",
                "links": [[text, whereabouts.link(to, page)] for text, to in each.links],
            }
        )
    return found
