"""A partner's kind is that of its code."""

import pytest
from pydantic import ValidationError

from escwg_map.records.partner import Partner

PROJECT = "forced-entry-westoy"


def partner(**cells: str) -> Partner:
    return Partner.model_validate({"project": PROJECT, "name": "Bob", "role": "partner"} | cells)


@pytest.mark.parametrize(
    ("service", "kind"), [("E23000902", "police"), ("E31000901", "fire"), ("RZ1", "ambulance")]
)
def test_a_service_is_of_the_kind_of_its_code(service: str, kind: str) -> None:
    assert partner(service=service, kind=kind).kind.value == kind


@pytest.mark.parametrize("kind", ["council", "health", "pcc", "charity", "other"])
def test_a_body_without_a_code_is_no_service(kind: str) -> None:
    assert partner(kind=kind).service is None


@pytest.mark.parametrize(
    ("service", "kind"),
    [("E23000902", "fire"), ("RZ1", "health"), ("E31000901", "council")],
    ids=["another service", "trust as health body", "authority as council"],
)
def test_refuses_the_kind_of_another_code(service: str, kind: str) -> None:
    with pytest.raises(ValidationError) as refused:
        partner(service=service, kind=kind)
    assert f"kind '{kind}' does not go with service '{service}'" in str(refused.value)


def test_refuses_a_service_without_its_code() -> None:
    with pytest.raises(ValidationError) as refused:
        partner(kind="police")
    assert "kind 'police' does not go with service '(none)'" in str(refused.value)


@pytest.mark.parametrize("role", ["lead", "partner", "former", "inferred"])
def test_plays_one_of_four_parts(role: str) -> None:
    assert partner(kind="council", role=role).role.value == role


def test_refuses_any_other_part() -> None:
    with pytest.raises(ValidationError, match="should be 'lead', 'partner', 'former' or 'inferred"):
        partner(kind="council", role="chief")
