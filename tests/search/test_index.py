"""The search, over Toyshire and over England and Wales."""

import pytest

from escwg_map.atlas import Atlas
from escwg_map.geography.land import Land
from escwg_map.records.register import Register
from escwg_map.search.entries import Entry, Subject
from escwg_map.search.index import Index
from escwg_map.settings import beside_the_package
from escwg_map.sources.register import read_register


@pytest.fixture(scope="module")
def toy(atlas: Atlas) -> Index:
    """Toyshire, ready to be looked through."""
    return Index.of(atlas)


@pytest.fixture(scope="module")
def real() -> Index:
    """The register that we ship."""
    register, _ = read_register(beside_the_package("data"))
    return Index.of(Atlas(register, Land.of([]), (), ()))


def names(found: tuple[Entry, ...]) -> list[str]:
    return [entry.name for entry in found]


def subjects(found: tuple[Entry, ...]) -> list[Subject]:
    return [entry.subject for entry in found]


def test_finds_whatever_has_a_name(toy: Index) -> None:
    assert subjects(toy.find("Southtoy Police"))[0] is Subject.SERVICE
    assert subjects(toy.find("Sandhaven")) == [Subject.DISTRICT]
    assert subjects(toy.find("Joint Control Rooms")) == [Subject.SCHEME]
    assert subjects(toy.find("open doors")) == [Subject.PROJECT]


def test_equally_good_finds_stand_in_the_order_of_subjects(toy: Index) -> None:
    # Toytown is a district, the place that the door project names, and a word of the project.
    assert subjects(toy.find("toytown")) == [Subject.DISTRICT, Subject.PLACE, Subject.PROJECT]


def test_every_word_must_match(toy: Index) -> None:
    assert names(toy.find("southtoy ambulance")) == [
        "Police officers answer cardiac arrests in Southtoy"
    ]
    assert toy.find("southtoy sandhaven") == ()


def test_the_beginning_of_a_word_will_do(toy: Index) -> None:
    assert names(toy.find("sandh")) == ["Sandhaven"]


@pytest.mark.parametrize("slip", ["Sandhavn", "Sandhavven", "Sandhsven", "Sandahven", "snadhaven"])
def test_a_slip_is_forgiven(toy: Index, slip: str) -> None:
    assert names(toy.find(slip)) == ["Sandhaven"]


def test_a_slip_is_forgiven_while_a_word_is_being_typed(toy: Index) -> None:
    assert names(toy.find("Coldharv")) == ["Coldharbour"]


@pytest.mark.parametrize("text", ["xyz", "sad", "E07990099", "", "  ", "'", "-"])
def test_finds_nothing_where_nothing_is_like_it(toy: Index, text: str) -> None:
    assert toy.find(text) == ()


def test_a_code_finds_its_service(toy: Index) -> None:
    assert names(toy.find("rz1")) == ["Toyshire Ambulance"]


def test_a_district_is_found_by_its_code(toy: Index) -> None:
    assert names(toy.find("E07990001")) == ["Sandhaven"]


def test_nothing_at_all_can_be_looked_through() -> None:
    assert Index.of(Atlas(Register(), Land.of([]), (), ())).find("essex") == ()


def test_the_same_question_gets_the_same_answer(real: Index) -> None:
    assert real.find("fire and rescue") == real.find("fire and rescue")


def test_an_abbreviation_of_two_services_offers_both(real: Index) -> None:
    assert names(real.find("HFRS")) == [
        "Hampshire Fire and Rescue Service",
        "Humberside Fire and Rescue Service",
    ]


def test_what_is_nearer_to_the_slip_comes_first(real: Index) -> None:
    found = names(real.find("Northumbia"))

    assert found[0] == "Northumbria Police"
    assert found.index("Northumberland") > found.index("SafetyWorks centre in Northumbria")


def test_a_whole_name_comes_before_longer_names(real: Index) -> None:
    assert names(real.find("devon"))[0] == "Devon and Cornwall Police"
    assert names(real.find("east devon"))[0] == "East Devon"


@pytest.mark.parametrize("text", ["kings lynn & west norfolk", "King's Lynn and West-Norfolk"])
def test_a_name_is_found_however_it_is_written(real: Index, text: str) -> None:
    assert names(real.find(text)) == ["King's Lynn and West Norfolk"]


def test_an_old_name_finds_the_service(real: Index) -> None:
    assert "Cleveland Police" in names(real.find("Cleveland Constabulary"))


def test_a_short_name_is_a_whole_name(real: Index) -> None:
    assert names(real.find("Suffolk Police"))[0] == "Suffolk Constabulary"


def test_words_that_are_right_do_not_bring_words_like_them(real: Index) -> None:
    found = real.find("wales")

    # Swale is a district of Kent, and a slip away.
    assert "South Wales Police" in names(found)
    assert all("wales" in entry.words for entry in found)


def test_words_that_are_right_may_be_slips_together(toy: Index) -> None:
    # Northtoy is there, but no cardiac arrest project; Southtoy is two letters away.
    assert names(toy.find("northtoy cardiac arrests")) == [
        "Police officers answer cardiac arrests in Southtoy"
    ]


def test_names_spelt_nearly_so_are_offered_when_nothing_is_found(real: Index) -> None:
    assert real.find("Umberzide Pollize") == ()
    assert "Humberside Police" in real.near("Umberzide Pollize")


def test_nothing_is_offered_for_what_is_like_no_name(real: Index) -> None:
    assert real.near("qqqqqqqqqq") == ()
