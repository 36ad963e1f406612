"""The picture that other sites show beside a link."""

import io

import pytest
import shapely
from PIL import Image

from escwg_map.atlas import Atlas
from escwg_map.cartography.palette import NOTHING_RECORDED, SEA
from escwg_map.cartography.preview import SIZE, preview

# Three police areas as Toyshire's rows, in metres; the northern one has nothing recorded.
AREAS = {
    "E23000903": shapely.box(0, 0, 40_000, 10_000),
    "E23000902": shapely.box(0, 10_000, 40_000, 20_000),
    "E23000901": shapely.box(0, 20_000, 40_000, 30_000),
}


@pytest.fixture(scope="module")
def picture(atlas: Atlas) -> Image.Image:
    """The picture of Toyshire."""
    return Image.open(io.BytesIO(preview(atlas, AREAS))).convert("RGB")


def colours(picture: Image.Image, row: int) -> set[str]:
    """The colours in the middle of an area, counted from the north; those of edges left out."""
    top = 80 + 155 * row
    part = picture.crop((700, top + 50, 1100, top + 100))
    found = part.getcolors(part.width * part.height) or []
    often = [colour for number, colour in found if number > 1_000 and isinstance(colour, tuple)]
    return {f"#{bytes(colour).hex()}" for colour in often}


def test_has_the_size_that_sites_ask_for(picture: Image.Image) -> None:
    assert picture.size == SIZE


def test_the_sea_is_round_the_land(picture: Image.Image) -> None:
    assert picture.getpixel((1195, 5)) == tuple(bytes.fromhex(SEA[1:]))


def test_an_area_of_several_themes_has_stripes_of_all(picture: Image.Image, atlas: Atlas) -> None:
    themes = [atlas.themes[theme].colour for theme in ("first-response", "demand")]

    assert {near(colour, colours(picture, 2)) for colour in themes} == {True}


def test_an_area_of_which_nothing_is_recorded_is_pale(picture: Image.Image) -> None:
    assert all(near(NOTHING_RECORDED, {found}) for found in colours(picture, 0))


def test_the_same_atlas_gives_the_same_bytes(atlas: Atlas) -> None:
    assert preview(atlas, AREAS) == preview(atlas, AREAS)


def near(colour: str, found: set[str]) -> bool:
    """Whether a colour is among those found; the palette of the file rounds it a little."""
    wanted = bytes.fromhex(colour[1:])
    return any(
        all(abs(a - b) <= 4 for a, b in zip(wanted, bytes.fromhex(each[1:]), strict=True))
        for each in found
    )
