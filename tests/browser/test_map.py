"""The map of England and Wales in a real browser."""

from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

AREAS = ".leaflet-areas-pane path"
PICTURE = ".app-map__picture"
HULL = (-0.335, 53.745)
GRIMSBY = (-0.08, 53.565)


GROUND = """() => {
    const paths = [...document.querySelectorAll(".leaflet-areas-pane path")];
    const boxes = paths.map(path => path.getBoundingClientRect());
    const least = side => Math.min(...boxes.map(box => box[side]));
    const most = side => Math.max(...boxes.map(box => box[side]));
    return [least("left"), least("top"), most("right"), most("bottom")];
}"""
"""Where the areas are drawn in the window: left, top, right, bottom."""

GROUND_OF_PICTURE = """() => {
    const beneath = document.querySelector("[data-map-beneath]");
    beneath.hidden = false;
    const image = beneath.querySelector(".app-map__picture");
    const room = image.getBoundingClientRect();
    const edges = 2 * parseFloat(getComputedStyle(image).paddingLeft);
    const { width, height } = image.viewBox?.baseVal
        ?? { width: image.naturalWidth, height: image.naturalHeight };
    const scale = Math.min((room.width - edges) / width, (room.height - edges) / height);
    const [x, y] = [room.x + room.width / 2, room.y + room.height / 2];
    const [across, down] = [width * scale / 2, height * scale / 2];
    return [x - across, y - down, x + across, y + down];
}"""
"""Where the ground lies in the picture, whose sides are the ground's."""


def ready(page: Page, number: int = 43) -> Page:
    """Wait until the areas are drawn."""
    expect(page.locator(AREAS)).to_have_count(number)
    return page


def click_at(page: Page, place: tuple[float, float]) -> None:
    """Click the map where a place is; markers are taken away first, so that none is in the way."""
    page.locator(".leaflet-marker-pane").evaluate("pane => pane.replaceChildren()")
    x, y = page.evaluate(
        """([longitude, latitude]) => {
            const point = escwgMap.map.latLngToContainerPoint([latitude, longitude]);
            const box = escwgMap.map.getContainer().getBoundingClientRect();
            return [box.x + point.x, box.y + point.y];
        }""",
        place,
    )
    page.mouse.click(x, y)


def areas_by_theme(page: Page) -> Counter[str]:
    """Count the shapes in which each theme's fill shows, by looking at what was drawn."""
    drawn: list[list[str]] = page.locator(AREAS).evaluate_all(
        """paths => paths.map(path => {
            const fill = path.getAttribute("fill");
            if (!fill.startsWith("url(")) return ["none"];
            const pattern = document.querySelector(fill.slice(4, -1));
            const bands = [...pattern.querySelectorAll("rect[fill^='url(']")];
            const ids = bands.map(band => band.getAttribute("fill").slice(5, -1));
            return ids.length ? ids : [pattern.id];
        })"""
    )
    return Counter(fill for fills in drawn for fill in fills)


def drawn(page: Page) -> list[dict[str, str]]:
    """Give every attribute of the shape of each area."""
    looks: list[dict[str, str]] = page.locator(AREAS).evaluate_all(
        """paths => paths.map(path => Object.fromEntries(
            [...path.attributes].map(({ name, value }) => [name, value])))"""
    )
    return looks


def legend(page: Page) -> dict[str, int]:
    """Read how many areas the legend gives each fill."""
    rows = page.locator("[data-fill]")
    pairs: list[list[str]] = rows.evaluate_all(
        "rows => rows.map(r => [r.dataset.fill, r.dataset.areas])"
    )
    return {fill: int(areas) for fill, areas in pairs}


@pytest.mark.browser
def test_draws_43_police_areas_filled_as_the_legend_says(
    open_page: Open, england_and_wales: str
) -> None:
    page = ready(open_page(england_and_wales))

    assert areas_by_theme(page) == {fill: n for fill, n in legend(page).items() if n}


@pytest.mark.browser
@pytest.mark.parametrize(("layer", "number"), [("fire", 48), ("ambulance", 12)])
def test_draws_the_other_layers_as_the_legend_says(
    open_page: Open, england_and_wales: str, layer: str, number: int
) -> None:
    page = ready(open_page(f"{england_and_wales}/?layer={layer}"), number)

    assert areas_by_theme(page) == {fill: n for fill, n in legend(page).items() if n}


@pytest.mark.browser
def test_an_area_with_nothing_recorded_is_pale_with_a_dotted_outline(
    open_page: Open, england_and_wales: str
) -> None:
    page = ready(open_page(england_and_wales))

    empty = page.locator(f"{AREAS}[fill='#f7f6f2'][stroke-dasharray='0.1 5']")
    expect(empty).to_have_count(legend(page)["none"])


@pytest.mark.browser
@pytest.mark.parametrize(
    ("place", "trust"),
    [(HULL, "Yorkshire Ambulance"), (GRIMSBY, "East Midlands Ambulance")],
    ids=["Hull", "Grimsby"],
)
def test_a_click_lists_the_three_services_and_the_projects(
    open_page: Open, england_and_wales: str, place: tuple[float, float], trust: str
) -> None:
    page = ready(open_page(england_and_wales))

    click_at(page, place)

    services = page.locator(".app-place__services a")
    expect(services).to_have_text(["Humberside Police", "Humberside Fire", trust])
    expect(page.locator("[data-place]")).to_contain_text("Emergency first response in Humberside")


@pytest.mark.browser
def test_a_click_takes_the_focus_to_what_it_found(open_page: Open, england_and_wales: str) -> None:
    page = ready(open_page(england_and_wales))

    click_at(page, HULL)

    expect(page.locator("#place-heading")).to_be_focused()


@pytest.mark.browser
def test_a_click_outlines_the_cell_and_its_three_areas(
    open_page: Open, england_and_wales: str
) -> None:
    page = ready(open_page(england_and_wales))

    click_at(page, HULL)

    expect(page.locator(".leaflet-selected-pane path")).to_have_count(4)


@pytest.mark.browser
def test_a_link_to_a_place_restores_it(open_page: Open, england_and_wales: str) -> None:
    page = ready(open_page(england_and_wales))
    click_at(page, HULL)
    expect(page.locator("[data-place]")).to_be_visible()

    again = ready(open_page(page.url))

    expect(again.locator(".app-place__services a").first).to_have_text("Humberside Police")


@pytest.mark.browser
def test_ticking_a_theme_keeps_only_its_projects(open_page: Open, england_and_wales: str) -> None:
    page = ready(open_page(england_and_wales))

    page.locator("#theme-control-rooms").check()

    expect(page.locator("[data-region=said]")).to_contain_text("theme Joint control rooms")
    assert "theme=control-rooms" in page.url
    assert set(areas_by_theme(page)) == {"fill-control-rooms", "none"}


@pytest.mark.browser
@pytest.mark.parametrize("choice", ["#theme-control-rooms", "#colour-gap", "#layer-fire"])
def test_a_view_is_drawn_alike_whatever_was_shown_before(
    open_page: Open, england_and_wales: str, choice: str
) -> None:
    page = ready(open_page(england_and_wales))
    before = page.url
    page.locator(choice).check()
    page.wait_for_function("before => location.href !== before", arg=before)
    after_another = drawn(ready(page, 48 if choice == "#layer-fire" else 43))

    page.reload()

    assert drawn(ready(page, len(after_another))) == after_another


@pytest.mark.browser
def test_the_back_button_takes_a_filter_back(open_page: Open, england_and_wales: str) -> None:
    page = ready(open_page(england_and_wales))
    page.locator("#theme-control-rooms").check()
    expect(page.locator("[data-region=said]")).to_contain_text("theme Joint control rooms")

    page.go_back()

    expect(page.locator("[data-region=said]")).to_contain_text("all projects")


@pytest.mark.browser
def test_the_borders_are_drawn_in_three_styles(open_page: Open, england_and_wales: str) -> None:
    page = ready(open_page(england_and_wales))

    panes = [f".leaflet-outline_{kind}-pane path" for kind in ("police", "fire", "ambulance")]
    dashes = [page.locator(pane).first.get_attribute("stroke-dasharray") for pane in panes]
    assert dashes == [None, "7 5", "0.1 7"]


@pytest.mark.browser
def test_borders_can_be_taken_away(open_page: Open, england_and_wales: str) -> None:
    page = ready(open_page(england_and_wales))

    page.locator("#outlines-fire").uncheck()

    expect(page.locator(".leaflet-outline_fire-pane path")).to_have_count(0)
    expect(page.locator(".leaflet-outline_police-pane path").first).to_be_attached()


@pytest.mark.browser
def test_a_marker_opens_the_project_in_short(open_page: Open, england_and_wales: str) -> None:
    page = ready(
        open_page(f"{england_and_wales}/?theme=first-response&service=E31000029&area=E23000035")
    )
    expect(page.locator("[data-region=said]")).to_contain_text("0 projects")

    page.goto(f"{england_and_wales}/?theme=control-rooms&area=E23000032")
    page.locator(".app-marker").first.click()

    card = page.locator(".leaflet-popup .app-project-card")
    for words in ("Joint control rooms", "Live in 2016", "Kent Police", "2016 overview, pages"):
        expect(card).to_contain_text(words)


@pytest.mark.browser
def test_every_project_has_a_marker(open_page: Open, england_and_wales: str) -> None:
    page = ready(open_page(england_and_wales))

    badges: list[int] = page.locator(".app-cluster").evaluate_all(
        "badges => badges.map(badge => parseInt(badge.textContent))"
    )
    assert page.locator(".app-marker").count() + sum(badges) == 102


@pytest.mark.browser
def test_looking_closely_brings_the_finer_shapes(open_page: Open, england_and_wales: str) -> None:
    page = ready(open_page(england_and_wales))

    with page.expect_response("**/map/detail.json") as answer:
        page.evaluate("() => void escwgMap.map.setView([53.7, -0.3], 10, { animate: false })")

    assert answer.value.ok
    ready(page)


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 768)], ids=["phone", "desk"])
def test_the_map_is_drawn_where_the_picture_of_it_lay(
    open_page: Open, england_and_wales: str, width: int, height: int
) -> None:
    page = ready(open_page(england_and_wales, width=width, height=height))

    expect(page.locator(PICTURE)).to_be_hidden()
    assert page.evaluate(GROUND) == pytest.approx(page.evaluate(GROUND_OF_PICTURE), abs=3)


def without(file: str, open_page: Open, address: str) -> Page:
    """Open the map where one of its files comes empty, and wait until the page says so."""
    page = open_page(f"{address}/gaps")
    page.route(f"**/map/{file}", lambda route: route.fulfill(status=200, body=""))
    page.goto(address)
    expect(page.locator("[data-map-message]")).to_contain_text("did not arrive")
    return page


@pytest.mark.browser
def test_without_its_shapes_the_page_says_so_and_keeps_the_table(
    open_page: Open, england_and_wales: str
) -> None:
    page = without("overview.json", open_page, england_and_wales)

    expect(page.locator(PICTURE)).to_be_visible()
    assert page.locator("#results tbody tr").count() == 102


@pytest.mark.browser
def test_without_its_script_the_page_says_so_and_all_else_works(
    open_page: Open, england_and_wales: str
) -> None:
    page = without("map.js", open_page, england_and_wales)

    expect(page.locator("[data-map-message]")).to_contain_text("The map did not arrive")
    page.locator("#theme-control-rooms").check()
    expect(page.locator("[data-region=said]")).to_contain_text("theme Joint control rooms")


@pytest.mark.browser
def test_without_its_script_no_picture_of_another_view_stays(
    open_page: Open, england_and_wales: str
) -> None:
    page = without("map.js", open_page, england_and_wales)
    expect(page.locator(PICTURE)).to_be_visible()

    page.locator("#theme-control-rooms").check()

    expect(page.locator(PICTURE)).to_be_hidden()


@pytest.mark.browser
def test_without_its_shapes_no_picture_of_another_view_stays(
    open_page: Open, england_and_wales: str
) -> None:
    page = without("overview.json", open_page, england_and_wales)

    page.locator("#theme-control-rooms").check()

    expect(page.locator("[data-region=said]")).to_contain_text("theme Joint control rooms")
    expect(page.locator(PICTURE)).to_be_hidden()


@pytest.mark.browser
def test_without_the_finer_shapes_the_map_stays_and_asks_again(
    open_page: Open, england_and_wales: str
) -> None:
    page = ready(open_page(england_and_wales))
    page.route("**/map/detail.json", lambda route: route.fulfill(status=200, body="not JSON"))
    page.evaluate("() => void escwgMap.map.setView([53.7, -0.3], 10, { animate: false })")
    expect(page.locator("[data-map-message]")).to_contain_text("The finer shapes of the map")
    ready(page)
    page.unroute("**/map/detail.json")

    page.evaluate("() => void escwgMap.map.setZoom(10.5, { animate: false })")

    expect(page.locator("[data-map-message]")).to_be_hidden()


@pytest.mark.browser
def test_without_script_the_page_says_what_to_do_instead(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(england_and_wales, script=False)

    expect(page.locator("[data-map-message]")).to_contain_text(
        "The table below gives the same answer"
    )


@pytest.mark.browser
def test_without_script_the_filters_still_work(open_page: Open, england_and_wales: str) -> None:
    page = open_page(england_and_wales, script=False)

    page.locator("#theme-control-rooms").check()
    page.get_by_role("button", name="Apply").click()

    expect(page.locator("[data-region=said]")).to_contain_text("theme Joint control rooms")
