"""Two services on one map, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.pair import compare

Open = Callable[..., Page]


@pytest.mark.browser
def test_shows_the_ground_of_both_and_of_only_one(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/boundaries/E23000035/E31000011")

    grounds = page.locator(".leaflet-areas-pane path")
    expect(grounds).to_have_count(3)
    assert len({grounds.nth(part).get_attribute("fill") for part in range(3)}) == 3


@pytest.mark.browser
def test_draws_each_outline_in_its_own_style(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/boundaries/E23000012/RX9")

    expect(page.locator(".leaflet-outline_police-pane path")).to_have_count(1)
    dotted = page.locator(".leaflet-outline_ambulance-pane path")
    expect(dotted).to_have_attribute("stroke-dasharray", "0.1 7")


@pytest.mark.browser
def test_moves_to_the_two_services(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/boundaries/W15000003/W25000002")

    expect(page.locator(".leaflet-areas-pane path")).to_have_count(3)
    # Mid and West Wales takes up the window: the whole country would be at zoom 6 or so.
    assert page.evaluate("escwgMap.map.getZoom()") > 7


@pytest.mark.browser
def test_two_layers_show_both_their_borders(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/boundaries?layer=fire&other=ambulance")

    for kind, number in (("police", 0), ("fire", 1), ("ambulance", 1)):
        expect(page.locator(f".leaflet-outline_{kind}-pane path")).to_have_count(number)


@pytest.mark.browser
def test_two_services_can_be_picked_from_the_lists(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/boundaries")

    compare(page, "Humberside Police", "East Midlands Ambulance Service NHS Trust")

    expect(page.locator("h1")).to_have_text("Humberside Police and East Midlands Ambulance")


@pytest.mark.browser
def test_the_map_lies_in_the_middle_of_the_paper(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/boundaries")
    expect(page.locator(".leaflet-areas-pane path")).to_have_count(1)
    page.set_viewport_size({"width": 700, "height": 900})

    page.emulate_media(media="print")

    land = page.locator(".leaflet-areas-pane path").bounding_box()
    paper = page.locator(".app-map").bounding_box()
    assert land
    assert paper
    assert paper["x"] <= land["x"]
    assert land["x"] + land["width"] <= paper["x"] + paper["width"]
