"""Cells that nobody surveyed: to work out by hand, or for hypothesis to make up."""

from hypothesis import strategies as st

from escwg_map.geography.cells import Cell


def cell(police: int, fire: int, ambulance: int, *, km2: float = 100, people: int = 1000) -> Cell:
    """A cell of police area 1 to 9, fire area 1 to 9 and ambulance area 1 to 9."""
    return Cell(
        police_code=f"E2300090{police}",
        fire_code=f"E3100090{fire}",
        ambulance_code=f"RZ{ambulance}",
        km2=km2,
        people=people,
    )


def lists_of_cells(*, smallest: int, largest: int, most: int) -> st.SearchStrategy[list[Cell]]:
    """Any cells of so many km2, no two the same ground; whole km2, so that sums are exact."""
    number = st.integers(1, 4)
    km2 = st.integers(smallest, largest).map(float)
    one = st.builds(cell, number, number, number, km2=km2, people=st.integers(0, 1_000_000))
    return st.lists(one, min_size=1, max_size=most, unique_by=lambda made: made.codes)


ANY_CELLS = lists_of_cells(smallest=1, largest=10_000, most=24)

# The smallest share there can be is 100 of 11 x 800 + 100 km2, which is over 1 %.
CELLS_WITHOUT_SPECKS = lists_of_cells(smallest=100, largest=800, most=12)
