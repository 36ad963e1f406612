"""The values that a column may point at."""

from escwg_map.sources.known import MOST_SUGGESTIONS, Known

THEMES = ("demand", "estates", "first-response")


def test_knows_what_it_holds() -> None:
    known = Known(THEMES)

    assert "demand" in known
    assert "demands" not in known


def test_suggests_the_nearest() -> None:
    assert Known(THEMES).nearest("estate") == "estates"


def test_suggests_nothing_where_nothing_is_near() -> None:
    assert Known(THEMES).nearest("coastguard") is None


def test_does_not_suggest_the_value_itself() -> None:
    assert Known(THEMES).nearest("demand") is None


def test_stops_suggesting_in_a_file_that_is_wrong_as_a_whole() -> None:
    known = Known(THEMES)

    suggestions = [known.nearest("estate") for _ in range(MOST_SUGGESTIONS + 1)]

    assert suggestions[-2:] == ["estates", None]
