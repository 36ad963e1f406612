"""The order of a list of areas."""

from collections.abc import Mapping

from escwg_map.atlas import Atlas
from escwg_map.selection.ordering import Sort, SortKey, check_sort
from escwg_map.vocabulary import Kind

AREA_KEYS = (SortKey.NAME, SortKey.KM2, SortKey.PEOPLE, SortKey.TAKES_PART, SortKey.REACHES)
"""What areas are always sorted by; by incidents only where these are shown."""


def areas_in_order(
    atlas: Atlas,
    layer: Kind,
    sort: Sort | None = None,
    *,
    short_names: bool = False,
    incidents: Mapping[str, int] | None = None,
) -> list[str]:
    """Sort the codes of a layer's areas; by name where nothing else is asked for.

    Names are full ones, or the short ones where these are shown; `incidents` are the ranks of the
    numbers shown for each area, none where none are shown.

    Raises:
        BadSelection: areas are not sorted by that key.
    """
    check_sort(sort, AREA_KEYS if incidents is None else (*AREA_KEYS, SortKey.INCIDENTS))

    def name(code: str) -> str:
        service = atlas.services[code]
        return service.short_name if short_names else service.name

    codes = sorted(atlas.areas(layer), key=name)
    if sort is None:
        return codes
    if sort.key is SortKey.NAME:
        return codes[::-1] if sort.descending else codes
    if sort.key is SortKey.INCIDENTS and incidents is not None:
        return sorted(codes, key=lambda code: incidents[code], reverse=sort.descending)
    return sorted(
        codes, key=lambda code: _rank(atlas, layer, code, sort.key), reverse=sort.descending
    )


def _rank(atlas: Atlas, layer: Kind, code: str, key: SortKey) -> float:
    match key:
        case SortKey.KM2:
            return atlas.areas(layer)[code].km2
        case SortKey.PEOPLE:
            return atlas.areas(layer)[code].people
        case SortKey.TAKES_PART:
            return sum(meet.takes_part for meet in atlas.meets_in(layer, code))
        case _:
            return sum(meet.reaches for meet in atlas.meets_in(layer, code))
