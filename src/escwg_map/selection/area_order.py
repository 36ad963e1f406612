"""The order of a list of areas."""

from escwg_map.atlas import Atlas
from escwg_map.selection.ordering import Sort, SortKey, check_sort
from escwg_map.vocabulary import Kind

AREA_KEYS = (SortKey.NAME, SortKey.KM2, SortKey.PEOPLE, SortKey.TAKES_PART, SortKey.REACHES)


def areas_in_order(atlas: Atlas, layer: Kind, sort: Sort | None = None) -> list[str]:
    """Sort the codes of a layer's areas; by name where nothing else is asked for.

    Raises:
        BadSelection: areas are not sorted by that key.
    """
    check_sort(sort, AREA_KEYS)
    codes = sorted(atlas.areas(layer), key=lambda code: atlas.services[code].name)
    if sort is None:
        return codes
    return sorted(
        codes, key=lambda code: _rank(atlas, layer, code, sort.key), reverse=sort.descending
    )


def _rank(atlas: Atlas, layer: Kind, code: str, key: SortKey) -> str | float:
    match key:
        case SortKey.KM2:
            return atlas.areas(layer)[code].km2
        case SortKey.PEOPLE:
            return atlas.areas(layer)[code].people
        case SortKey.TAKES_PART:
            return sum(meet.takes_part for meet in atlas.meets_in(layer, code))
        case SortKey.REACHES:
            return sum(meet.reaches for meet in atlas.meets_in(layer, code))
        case _:
            return atlas.services[code].name
