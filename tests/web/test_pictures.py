"""Pictures as they are sent: sound XML, and nothing that the policy would refuse."""

import re
from xml.etree import ElementTree as ET

import pytest

from web.fetched import Visitor

SVG = "{http://www.w3.org/2000/svg}"
ADDRESSES = [
    "/pictures/map.svg",
    "/pictures/map-with-key.svg?layer=fire&at=-1.85,52.7",
    "/pictures/map.svg?theme=wider&outlines=none",
    "/pictures/map.svg?q=%00%1b%ef%bf%bf",
    "/pictures/first-view.svg?layer=fire&colour=gap",
    "/pictures/areas/police/E23000902.svg",
    "/pictures/projects/forced-entry-westoy.svg",
]


def drawn(visitor: Visitor, address: str) -> ET.Element:
    """Fetch a picture and read it as XML."""
    answer = visitor.answer(address)
    assert answer.status_code == 200
    return ET.fromstring(answer.text)  # noqa: S314 - our own answer


@pytest.mark.parametrize("address", ADDRESSES)
def test_is_sound_and_described_in_words(visitor: Visitor, address: str) -> None:
    picture = drawn(visitor, address)

    assert picture.tag == f"{SVG}svg"
    assert (picture.findtext(f"{SVG}title") or "").startswith("Map of")
    assert "Crown copyright" in (picture.findtext(f"{SVG}desc") or "")


@pytest.mark.parametrize("address", ADDRESSES)
def test_holds_no_style_no_script_and_no_other_host(visitor: Visitor, address: str) -> None:
    picture = drawn(visitor, address)

    for element in picture.iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}image")
        for name, value in element.attrib.items():
            assert name != "style"
            assert not name.startswith("on")
            assert "//" not in value


@pytest.mark.parametrize("address", ADDRESSES)
def test_refers_only_to_fills_that_it_defines(visitor: Visitor, address: str) -> None:
    text = visitor.answer(address).text

    used = set(re.findall(r"url\(#([\w-]+)\)", text)) | set(re.findall(r'href="#([\w-]+)"', text))
    assert used <= set(re.findall(r'<pattern id="([\w-]+)"', text))


def test_draws_one_path_an_area(visitor: Visitor) -> None:
    picture = drawn(visitor, "/pictures/map.svg?layer=ambulance")

    codes = [
        path.get("data-code") for path in picture.iter(f"{SVG}path") if "data-code" in path.attrib
    ]
    assert codes == ["RZ1", "RZ2"]


def test_has_its_own_type_and_is_not_sent_twice(visitor: Visitor) -> None:
    answer = visitor.answer("/pictures/map.svg")

    again = visitor.client.get(
        "/pictures/map.svg", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert answer.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/pictures/map.svg?colour=nonsense", 400),
        ("/pictures/areas/police/E23999999.svg", 404),
        ("/pictures/areas/sea/E23000901.svg", 404),
        ("/pictures/areas/police/E23000901.svg?at=1,1", 400),
        ("/pictures/projects/nonsense.svg", 404),
    ],
)
def test_what_is_not_there_is_said_so(visitor: Visitor, address: str, status: int) -> None:
    assert visitor.answer(address).status_code == status
