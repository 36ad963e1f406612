"""What is known of one area, as its page and its briefing tell it."""

from msgspec import Struct

from escwg_map.atlas import Atlas
from escwg_map.errors import NotRecorded
from escwg_map.geography.cells import Ground
from escwg_map.records.leader import Leader
from escwg_map.records.service import Service
from escwg_map.records.theme import Theme
from escwg_map.tables.areas import area_projects_table
from escwg_map.tables.columns import GroupedTable, Table
from escwg_map.tables.peers import peers_table
from escwg_map.tables.sharing import sharing_table
from escwg_map.vocabulary import Kind


class AreaFacts(Struct, frozen=True):
    """One area: how large it is, what is recorded there, what is not, who shares it.

    `takes_part` and `reaching` are numbers of projects; `gaps` are the themes of which nothing is
    recorded, and `peers` who near the area does those.
    """

    layer: Kind
    service: Service
    ground: Ground
    takes_part: int
    reaching: int
    themes: int
    projects: GroupedTable
    gaps: tuple[Theme, ...]
    peers: GroupedTable
    neighbours: Table
    leaders: tuple[Leader, ...]


def area_facts(atlas: Atlas, layer: Kind, code: str) -> AreaFacts:
    """Gather what is known of an area.

    Raises:
        NotRecorded: the layer has no such area.
    """
    service = atlas.area(layer, code)
    meets = atlas.meets_in(layer, code)
    recorded = atlas.themes_by_area(layer)[code]
    gaps = tuple(theme for theme in atlas.themes.values() if theme.id not in recorded)
    return AreaFacts(
        layer=layer,
        service=service,
        ground=atlas.areas(layer)[code],
        takes_part=sum(meet.takes_part for meet in meets),
        reaching=sum(meet.reaches for meet in meets),
        themes=len(atlas.themes) - len(gaps),
        projects=area_projects_table(atlas, layer, code),
        gaps=gaps,
        peers=peers_table(atlas, code, gaps),
        neighbours=sharing_table(atlas, layer, code),
        leaders=tuple(atlas.leaders_of(code)),
    )


def layer_named(layer: str) -> Kind:
    """Read the layer in an address.

    Raises:
        NotRecorded: there is no such layer.
    """
    if layer not in list(Kind):
        raise NotRecorded(f"There is no layer '{layer}': areas are police, fire or ambulance.")
    return Kind(layer)
