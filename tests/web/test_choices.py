"""Groups of boxes and buttons, written out as the components of GOV.UK write them."""

import pytest
from bs4 import BeautifulSoup
from flask import Flask, render_template_string

from escwg_map.web.filters import Choice

CHOICES = (
    Choice("a", "Air & sea", chosen=True, number=3),
    Choice("b", 'Boats "b"', chosen=False),
)
OURS = """
{% from "components/choices.html" import choices %}
{{ choices("Means", "means", options, type=type) }}
"""
THEIRS = """
{% from "govuk_frontend_jinja/components/checkboxes/macro.html" import govukCheckboxes %}
{% from "govuk_frontend_jinja/components/radios/macro.html" import govukRadios %}
{{ (govukCheckboxes if type == "checkbox" else govukRadios)(params) }}
"""


@pytest.mark.parametrize("type_", ["checkbox", "radio"])
def test_choices_are_what_the_component_of_govuk_would_be(app: Flask, type_: str) -> None:
    count = ' <span class="app-choices__count" data-region="count-means-a">(3)</span>'
    label = {"classes": "app-choices__label"}
    params = {
        "name": "means",
        "idPrefix": "means",
        "items": [
            {
                "id": "means-a",
                "value": "a",
                "html": f"Air &amp; sea{count}",
                "checked": True,
                "label": label,
            },
            {"id": "means-b", "value": "b", "text": 'Boats "b"', "label": label},
        ],
        "classes": "govuk-checkboxes--small" if type_ == "checkbox" else "govuk-radios--small",
        "formGroup": {"classes": "app-choices"},
        "fieldset": {"legend": {"text": "Means", "classes": "govuk-fieldset__legend--s"}},
    }

    with app.test_request_context():
        ours = render_template_string(OURS, options=CHOICES, type=type_)
        theirs = render_template_string(THEIRS, params=params, type=type_)

    assert elements(ours) == elements(theirs)


def elements(html: str) -> list[tuple[str, object, list[str]]]:
    """Take a fragment apart: names, attributes and the text inside, whatever the white space."""
    fragment = BeautifulSoup(html, "html5lib").body
    assert fragment
    return [
        (element.name, dict(element.attrs), list(element.stripped_strings))
        for element in fragment.select("*")
    ]
