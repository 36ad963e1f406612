"""What people see when they ask for something that is not there, or ask for it wrongly."""

import pytest
from flask import Flask

from escwg_map.web import create_app
from escwg_map.web.current import switch
from web.fetched import Visitor, text_of

NOT_THERE = {
    "no such page": ("/nonsense", "no page at this address"),
    "unknown project": ("/projects/forced-entry-mars", "'forced-entry-mars'"),
    "unknown card": ("/projects/forced-entry-mars/card", "'forced-entry-mars'"),
    "unknown area": ("/areas/fire/E31999999", "'E31999999'"),
    "area of another layer": ("/areas/fire/E23000901", "'E23000901'"),
    "unknown layer": ("/areas/coastguard/E31000901", "'coastguard'"),
    "unknown export": ("/export/secrets.geojson", "'secrets'"),
    "path traversal": ("/published/x/../../etc/passwd", "no page at this address"),
}

WRONG = {
    "unknown parameter": ("/?limt=5", "There is no parameter 'limt'"),
    "near miss": ("/?layr=fire", "Did you mean 'layer'?"),
    "unknown layer": ("/?layer=coastguard", "police, fire and ambulance"),
    "unknown theme": ("/?theme=firstresponse", "Did you mean 'first-response'?"),
    "twice": ("/?layer=fire&layer=police", "2 times"),
    "half a place": ("/?at=1", "longitude,latitude"),
    "not a number": ("/?at=nan,nan", "longitude,latitude"),
    "off the globe": ("/?at=52,191", "longitude,latitude"),
    "swapped years": ("/projects?from=216", "a year such as 2014"),
    "unknown cell": ("/gaps?cell=E23000901-E31000901-RZ1", "There is no cell"),
    "parameter where none is taken": ("/projects/forced-entry-westoy?x=1", "no parameters"),
    "export of a bad selection": ("/export/areas.geojson?status=dead", "'dead'"),
    "markup": ("/?q=a&<script>alert(1)</script>=b", "<script>alert(1)</script>"),
}


@pytest.mark.parametrize(("address", "said"), NOT_THERE.values(), ids=NOT_THERE)
def test_what_is_not_there_is_a_plain_404(visitor: Visitor, address: str, said: str) -> None:
    page = visitor.page(address, status=404)

    assert said in text_of(page, "main")


@pytest.mark.parametrize(("address", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_parameter_is_a_400_that_says_what_would_do(
    visitor: Visitor, address: str, said: str
) -> None:
    page = visitor.page(address, status=400)

    assert said in text_of(page, "main")


def test_nothing_can_be_sent(visitor: Visitor) -> None:
    response = visitor.client.post("/", data={"a": "b"})

    assert response.status_code == 405
    assert "can only be read" in response.text


def test_a_fault_of_ours_shows_no_traceback(app: Flask) -> None:
    broken = create_app(switch(app).current.folder)
    broken.add_url_rule("/broken", "broken", lambda: str(1 / 0))

    response = broken.test_client().get("/broken")

    assert response.status_code == 500
    assert "ZeroDivisionError" not in response.text
    assert "The fault is ours" in response.text


def test_a_fault_of_ours_is_a_problem_to_a_program(app: Flask) -> None:
    broken = create_app(switch(app).current.folder)
    broken.add_url_rule("/ogc/broken", "broken", lambda: str(1 / 0))

    response = broken.test_client().get("/ogc/broken")

    assert (response.status_code, response.mimetype) == (500, "application/problem+json")
    assert "ZeroDivisionError" not in response.text
