"""Who near an area fills its gaps already, as people read it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from escwg_map.atlas import Atlas
from escwg_map.coverage.peers import Nearness, Peer, ProjectPeer, find_peers, find_project_peers
from escwg_map.records.project import Project
from escwg_map.records.theme import Theme
from escwg_map.tables.columns import Cell, Column, Group, GroupedTable, Table, Target
from escwg_map.wording import listing

NEAREST = 5
"""How many peers a page lists for each gap; the download lists them all."""

_COLUMNS = (Column("Service"), Column("Why listed"), Column("Projects"))
_PLURALS = {"shares": "share", "has": "have"}
_OTHERS = (Column("Project"), Column("Status"), Column("Why listed"), Column("Partners"))
_REASONS = {
    Nearness.SHARES_GROUND: "shares ground with this area",
    Nearness.SHARES_A_BORDER: "shares a border with this area",
    Nearness.SHARES_A_TRUST: "has the same ambulance trust",
}


def peers_table(
    atlas: Atlas, code: str, themes: Sequence[Theme], nearest: int = NEAREST
) -> GroupedTable:
    """List the services nearest to an area that take part in projects of each theme.

    Services that are listed for the same reason with the same projects share a row.
    """
    groups = tuple(Group(theme, tuple(_rows(atlas, code, theme, nearest))) for theme in themes)
    return GroupedTable(
        "Who near this area does already what is not recorded here",
        _COLUMNS,
        tuple(group for group in groups if group.rows),
    )


def _rows(atlas: Atlas, code: str, theme: Theme, nearest: int) -> Iterator[tuple[Cell, ...]]:
    found = find_peers(code, theme.id, atlas.projects, atlas.register.partners, atlas.land)
    alike = groupby(found[:nearest], key=lambda peer: (reason(peer), peer.projects))
    for (why, projects), group in alike:
        peers = list(group)
        yield (
            Cell.listing(
                Cell(atlas.services[p.code].name, Target("area", f"{p.layer}/{p.code}"))
                for p in peers
            ),
            Cell(_of_several(why) if len(peers) > 1 else why),
            Cell.listing(
                Cell(atlas.project(project).title, Target("project", project))
                for project in projects
            ),
        )


def _of_several(why: str) -> str:
    verb, _, rest = why.partition(" ")
    return f"{_PLURALS.get(verb, verb)} {rest}"


def project_peers_table(atlas: Atlas, project: Project) -> Table:
    """List the projects of the same theme that are nearest to one, with the reason."""
    found = find_project_peers(project, atlas.projects, atlas.land)
    rows = tuple(
        (
            Cell(peer.project.title, Target("project", peer.project.id)),
            Cell(peer.project.status.label),
            Cell(reason(peer).replace("this area", "this one")),
            Cell(listing([partner.name for partner in atlas.partners_of(peer.project)])),
        )
        for peer in found[:NEAREST]
    )
    return Table(f"The nearest other projects of {atlas.themes[project.theme].name}", _OTHERS, rows)


def reason(peer: Peer | ProjectPeer) -> str:
    """Say why a peer is listed: `shares a border with this area`, `about 40 km away`."""
    return _REASONS.get(peer.nearness, f"about {peer.distance_km:,.0f} km away")
