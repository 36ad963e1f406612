"""Who near an area fills its gaps already, as people read it."""

from escwg_map.atlas import Atlas
from escwg_map.coverage.peers import Nearness, Peer, find_peers
from escwg_map.records.theme import Theme
from escwg_map.tables.columns import Cell, Column, Table, Target
from escwg_map.wording import listing

NEAREST = 5
"""How many peers a page lists for each gap; the download lists them all."""

_COLUMNS = (Column("Service"), Column("Why it is listed"), Column("Projects"))
_REASONS = {
    Nearness.SHARES_GROUND: "shares ground with this area",
    Nearness.SHARES_A_BORDER: "shares a border with this area",
    Nearness.SHARES_A_TRUST: "has the same ambulance trust",
}


def peers_table(atlas: Atlas, code: str, theme: Theme) -> Table:
    """List the services nearest to an area that take part in projects of a theme."""
    found = find_peers(code, theme.id, atlas.projects, atlas.register.partners, atlas.land)
    rows = tuple(
        (
            Cell(atlas.services[peer.code].name, Target("area", f"{peer.layer}/{peer.code}")),
            Cell(reason(peer)),
            Cell(listing([atlas.project(project).title for project in peer.projects])),
        )
        for peer in found[:NEAREST]
    )
    return Table(f"{theme.name}: who near this area does this already", _COLUMNS, rows)


def reason(peer: Peer) -> str:
    """Say why a peer is listed: `shares a border with this area`, `about 40 km away`."""
    return _REASONS.get(peer.nearness, f"about {peer.distance_km:,.0f} km away")
