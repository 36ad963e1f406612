"""The closed lists, and how their words are said."""

from pathlib import Path

import pytest

from escwg_map.records.theme import Theme
from escwg_map.sources.register import read_table
from escwg_map.vocabulary import Benefit, Kind, PartnerKind, Post, Role, Status


@pytest.fixture(scope="module")
def themes(shipped: Path) -> tuple[Theme, ...]:
    """The seven themes of the shipped register."""
    themes, problems = read_table(shipped.parent / "data" / "themes.csv", Theme)
    assert problems == []
    return themes


def test_police_come_before_fire_and_fire_before_ambulance() -> None:
    assert list(Kind) == ["police", "fire", "ambulance"]


def test_statuses_stand_in_the_order_of_a_project_s_life() -> None:
    assert list(Status) == ["live", "pilot", "planned", "exploring", "completed"]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (Kind.POLICE, "Police force"),
        (Kind.FIRE, "Fire and rescue authority"),
        (Kind.AMBULANCE, "Ambulance trust"),
        (PartnerKind.PCC, "police and crime commissioner"),
        (PartnerKind.HEALTH, "health body"),
        (PartnerKind.COUNCIL, "council"),
        (Status.LIVE, "Live"),
        (Benefit.FASTER_RESPONSE, "Faster response"),
    ],
)
def test_says_a_word_in_plain_english(
    word: Kind | PartnerKind | Status | Benefit, said: str
) -> None:
    assert word.label == said


@pytest.mark.parametrize("kind", Kind)
def test_names_the_areas_of_every_layer(kind: Kind) -> None:
    assert kind.areas_label.startswith(kind.label.lower())
    assert kind.areas_label.endswith(" areas")


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_service_is_a_kind_of_partner(kind: Kind) -> None:
    assert PartnerKind(kind.value).value == kind


def test_knows_the_roles_and_the_posts_of_the_overview() -> None:
    assert list(Role) == ["lead", "partner", "former", "inferred"]
    assert len(Post) == 4


def test_no_two_themes_look_alike(themes: tuple[Theme, ...]) -> None:
    assert len({theme.colour for theme in themes}) == 7
    assert len({theme.pattern for theme in themes}) == 7
