"""What pages tell of themselves to sites where somebody shares a link to them."""

import io

import pytest
from PIL import Image

from web.fetched import Visitor

PAGES = {
    "/": "/",
    "/?layer=police&theme=": "/",
    "/?view=map&theme=wider&theme=demand": "/?theme=demand&theme=wider",
    "/projects?limit=2&offset=0": "/projects?limit=2",
    "/places?q=toytown&at=": "/places?q=toytown",
    "/boundaries?layer=fire&other=ambulance": "/boundaries?layer=fire&other=ambulance",
    "/embed?layer=fire": "/?layer=fire",
}


@pytest.mark.parametrize(("asked", "canonical"), PAGES.items())
def test_a_page_has_one_address_however_it_was_asked_for(
    visitor: Visitor, asked: str, canonical: str
) -> None:
    (link,) = visitor.page(asked).select("link[rel=canonical]")

    assert link["href"] == f"http://localhost{canonical}"


def shared(visitor: Visitor, address: str) -> dict[str, str]:
    """The Open Graph members of a page."""
    found = visitor.page(address).select("meta[property^='og:']")
    return {str(each["property"]): str(each["content"]) for each in found}


def test_a_project_is_shared_with_its_title_and_first_sentence(visitor: Visitor) -> None:
    said = shared(visitor, "/projects/cardiac-arrest-southtoy")

    assert said["og:title"] == "Police officers answer cardiac arrests in Southtoy"
    assert said["og:description"].startswith("When somebody collapses in Southtoy")
    assert said["og:description"].endswith("as well as for its own crew.")


def test_an_area_is_shared_with_its_service(visitor: Visitor) -> None:
    assert "Midtoy Police" in shared(visitor, "/areas/police/E23000902")["og:description"]


def test_the_picture_is_there_and_has_the_size_that_is_said(visitor: Visitor) -> None:
    said = shared(visitor, "/")

    answer = visitor.answer(said["og:image"].removeprefix("http://localhost"))
    picture = Image.open(io.BytesIO(answer.data))
    assert answer.content_type == "image/png"
    assert picture.format == "PNG"
    assert picture.size == (int(said["og:image:width"]), int(said["og:image:height"]))


def test_what_is_not_there_is_not_for_sharing(visitor: Visitor) -> None:
    page = visitor.page("/nonsense", status=404)

    assert not page.select("link[rel=canonical], meta[property^='og:']")


def test_a_host_that_is_markup_stays_text(visitor: Visitor) -> None:
    answer = visitor.client.get("/about", headers={"Host": 'a"><script>alert(1)</script>'})

    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("address", ["/projects/shared-hq-midtoy", "/areas/fire/E31000901"])
def test_a_record_leads_programs_to_the_same_for_them(visitor: Visitor, address: str) -> None:
    link = visitor.page(address).select_one('link[rel=alternate][type="application/json"]')

    assert link
    answer = visitor.answer(str(link["href"]).removeprefix("http://localhost")).json
    assert answer
    assert f"http://localhost{address}" in [each["href"] for each in answer["links"]]
