"""Everything read and checked: the register, the boundaries, and each against the other."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from msgspec import Struct

from escwg_map.errors import RefusedInput
from escwg_map.geography.layer import Boundaries
from escwg_map.geography.overlay import Overlay, overlay
from escwg_map.geography.people import people_by_cell
from escwg_map.records.problem import Problem
from escwg_map.records.register import Register
from escwg_map.settings import Settings
from escwg_map.sources.agreement import check_agreement
from escwg_map.sources.doubts import doubts
from escwg_map.sources.layers import read_layers
from escwg_map.sources.register import read_register


class Checked(Struct, frozen=True):
    """What was read, and every problem found; refused boundaries leave no ground.

    `remarks` are what one can live with: shapes that were mended, slivers that two areas both
    claim, projects that look alike, texts that may say who somebody is.
    """

    register: Register
    ground: Overlay | None
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...] = ()


def check(settings: Settings, layers_are_read: Callable[[], None] = lambda: None) -> Checked:
    """Read and check everything; half of the time has gone by when `layers_are_read` is called.

    Raises:
        MissingInput: a boundary file is not there.
    """
    with ThreadPoolExecutor(1) as beside:  # processes of their own read the boundaries
        reading = beside.submit(read_layers, settings.boundaries)
        register, problems = read_register(settings.data)
    try:
        boundaries, remarks = reading.result()
    except RefusedInput as refusal:
        refused = [problem for problem in refusal.problems if isinstance(problem, Problem)]
        return Checked(register, None, (*problems, *refused))
    layers_are_read()
    ground = _overlaid(register, boundaries, settings.sliver_width)
    agreement = [] if problems else check_agreement(register, boundaries, ground)
    doubtful = [] if problems else doubts(register)
    return Checked(register, ground, (*problems, *agreement), (*remarks, *doubtful))


def _overlaid(register: Register, boundaries: Boundaries, sliver_width: float) -> Overlay:
    people = people_by_cell(register.districts)
    return overlay(boundaries, people, sliver_width=sliver_width)
