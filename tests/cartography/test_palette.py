"""Outlines that can be told apart where borders coincide."""

from escwg_map.cartography.palette import OUTLINES
from escwg_map.vocabulary import Kind


def test_every_layer_has_an_outline() -> None:
    assert list(OUTLINES) == list(Kind)


def test_no_two_outlines_look_alike_in_any_way() -> None:
    outlines = OUTLINES.values()

    assert len({outline.colour for outline in outlines}) == 3
    assert len({outline.width for outline in outlines}) == 3
    assert len({outline.dashes for outline in outlines}) == 3
    assert len({outline.says for outline in outlines}) == 3


def test_the_lowest_outline_is_solid_and_the_widest() -> None:
    lowest, *above = OUTLINES.values()

    assert lowest.dashes is None
    assert all(outline.dashes and outline.width < lowest.width for outline in above)
