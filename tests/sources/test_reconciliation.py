"""The overview's Service index against Toyshire's register, and against the real one."""

from pathlib import Path

from escwg_map.records.register import Register
from escwg_map.records.service_index import IndexEntry
from escwg_map.sources.reconciliation import reconcile, said
from escwg_map.sources.register import read_register


def register_of(toyshire: Path) -> Register:
    register, problems = read_register(toyshire / "data")
    assert problems == []
    return register


def test_a_page_of_the_index_alone_is_a_difference(toyshire: Path) -> None:
    found = reconcile(register_of(toyshire))

    # Southtoy Police takes part on pages 7 and 31; the index says 9 as well.
    assert ("E23000903", 9) in [(d.service, d.page) for d in found.explained if d.in_index]


def test_a_page_of_the_register_alone_is_a_difference(toyshire: Path) -> None:
    found = reconcile(register_of(toyshire))

    assert [(d.service, d.page) for d in found.explained if d.in_register] == [("E31000901", 44)]


def test_service_information_counts_as_recorded(toyshire: Path) -> None:
    found = reconcile(register_of(toyshire))

    # Midtoy's leaders stand on page 77, where the index has it, too.
    assert "E23000902" not in {d.service for d in (*found.explained, *found.unexplained)}


def test_a_difference_without_an_explanation_is_unsettled(toyshire: Path) -> None:
    register = register_of(toyshire)
    entry = IndexEntry(name_printed="Seaside", service="RZ2", pages=(20,))
    more = register.model_copy(update={"service_index": (*register.service_index, entry)})

    found = reconcile(more)

    assert [(d.service, d.page) for d in found.unexplained] == [("RZ2", 20)]
    assert not found.settled


def test_an_explanation_of_nothing_is_outdated(toyshire: Path) -> None:
    register = register_of(toyshire)
    none_left = tuple(e for e in register.service_index if e.service != "E23000903")
    right = IndexEntry(name_printed="Southtoy", service="E23000903", pages=(7, 31))
    mended = register.model_copy(update={"service_index": (*none_left, right)})

    assert [(d.service, d.page) for d in reconcile(mended).outdated] == [("E23000903", 9)]


def test_each_difference_is_said_with_its_explanation(toyshire: Path) -> None:
    register = register_of(toyshire)

    lines = list(said(reconcile(register), register))

    assert lines[0].startswith("Southtoy Police, page 9, the index only: The index is mistaken")
    assert lines[-1] == "2 differences explained, 0 unexplained, 0 explanations outdated"


def test_nothing_of_the_real_index_is_left_unexplained() -> None:
    register, _ = read_register(Path(__file__).parents[2] / "data")

    assert reconcile(register).settled


def test_a_register_without_an_index_differs_from_none(toyshire: Path) -> None:
    register = register_of(toyshire)
    bare = register.model_copy(update={"service_index": (), "index_differences": ()})

    found = reconcile(bare)

    assert found.differences == ()
    assert found.settled
