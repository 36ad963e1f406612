"""Pages on paper: printed to A4 by a real browser, and read back."""

import re
from collections.abc import Callable
from io import BytesIO
from unicodedata import normalize
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

Open = Callable[..., Page]

A4 = (595, 842)
FULLEST = 6
"""How many of the 103 briefings are printed: those with most text."""

NAVIGATION = ("Skip to main content", "Boundaries\nNational", "Print this page")


def printed(page: Page) -> PdfReader:
    """Print a page as its style sheet wants it."""
    page.wait_for_load_state("networkidle")
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def text_of(sheet: PdfReader) -> str:
    """Read all that is printed, white space folded and ligatures taken apart."""
    read = " ".join(page.extract_text() for page in sheet.pages)
    return " ".join(normalize("NFKC", read).split())


def fetched(address: str) -> str:
    with urlopen(address, timeout=30) as answer:
        return str(answer.read().decode())


@pytest.fixture(scope="module")
def briefings(england_and_wales: str) -> list[str]:
    """The addresses of all briefings, the fullest first."""
    addresses = {
        f"{england_and_wales}{found}/briefing"
        for layer in ("police", "fire", "ambulance")
        for found in re.findall(
            rf'"(/areas/{layer}/\w+)"', fetched(f"{england_and_wales}/areas?layer={layer}")
        )
    }
    return sorted(addresses, key=lambda address: (-len(fetched(address)), address))


@pytest.mark.browser
def test_the_fullest_briefings_take_two_pages_at_most(
    open_page: Open, briefings: list[str]
) -> None:
    assert len(briefings) == 103
    for address in briefings[:FULLEST]:
        sheet = printed(open_page(address))
        assert len(sheet.pages) <= 2, address


@pytest.mark.browser
def test_most_briefings_take_one_page(open_page: Open, briefings: list[str]) -> None:
    sheet = printed(open_page(briefings[len(briefings) // 2]))

    (page,) = sheet.pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == A4


@pytest.mark.browser
def test_a_briefing_is_printed_whole(open_page: Open, england_and_wales: str) -> None:
    text = text_of(printed(open_page(f"{england_and_wales}/areas/police/E23000012/briefing")))

    # The first words, a project, who shares the ground, who near does what is not recorded, a
    # leader, and the last words.
    for words in (
        "Humberside Police: briefing",
        "Joint police and fire vehicle workshop",
        "Yorkshire Ambulance Service NHS Trust",
        "Braunstone Blues project",
        "Keith Hunter",
        "whether services work together.",
    ):
        assert words in text


@pytest.mark.browser
def test_the_picture_of_the_area_is_on_the_paper(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/areas/police/E23000012/briefing")

    # A picture's words can be read on paper, since it is drawn there, not photographed.
    text = text_of(printed(page))
    assert "20 km" in text
    assert "East Midlands Ambulance" in text.replace("East Midlands Ambulance Service", "")


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["/areas/police/E23000012/briefing", "/projects/forced-entry-essex", "/gaps", "/print"]
)
def test_no_navigation_is_printed(open_page: Open, england_and_wales: str, path: str) -> None:
    sheet = printed(open_page(england_and_wales + path))

    text = "\n".join(page.extract_text() for page in sheet.pages)
    assert [words for words in NAVIGATION if words in text] == []


@pytest.mark.browser
def test_a_long_table_repeats_its_headings_on_every_page(
    open_page: Open, england_and_wales: str
) -> None:
    sheet = printed(open_page(f"{england_and_wales}/print"))

    texts = [page.extract_text() for page in sheet.pages]
    assert len(texts) > 3
    assert all("Partners" in text for text in texts[1:-1])


@pytest.mark.browser
def test_every_project_of_the_view_is_printed(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/print?theme=estates")
    titles = page.locator("tbody th[scope=row]").all_inner_texts()

    text = text_of(printed(page))

    assert len(titles) == 27
    assert [title for title in titles if title not in text] == []


@pytest.mark.browser
def test_the_paper_says_when_and_from_where_it_was_printed(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/print?layer=fire")
    today = page.evaluate(
        "new Date().toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric'})"
    )

    text = text_of(printed(page))

    assert f"Printed on {today}" in text
    assert f"{england_and_wales}/?layer=fire" in text


@pytest.mark.browser
def test_addresses_of_links_are_not_printed(open_page: Open, england_and_wales: str) -> None:
    text = text_of(printed(open_page(f"{england_and_wales}/areas/police/E23000012")))

    assert "/areas/fire/" not in text
    assert "nationalarchives.gov.uk" not in text


@pytest.mark.browser
def test_the_button_prints(open_page: Open, england_and_wales: str) -> None:
    page = open_page(f"{england_and_wales}/areas/police/E23000012/briefing")
    page.evaluate("window.print = () => { window.printed = true; }")

    page.get_by_role("button", name="Print this page").click()

    assert page.evaluate("window.printed")


@pytest.mark.browser
def test_without_script_there_is_no_button_and_all_else(
    open_page: Open, england_and_wales: str
) -> None:
    page = open_page(f"{england_and_wales}/areas/police/E23000012/briefing", script=False)

    assert page.get_by_role("button").count() == 0
    assert page.locator("img.app-picture__image").is_visible()
