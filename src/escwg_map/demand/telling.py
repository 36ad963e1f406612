"""What is told of a run to whoever started it: exact, and without any coordinate."""

from collections.abc import Iterator, Sequence

from escwg_map.demand.faults import Fault, Found
from escwg_map.demand.files import Part
from escwg_map.demand.tally import Tally
from escwg_map.wording import count, listing


def what_was_read(tally: Tally, files: Sequence[Part]) -> Iterator[str]:
    """Say how many rows were read and what became of them, then what was odd about some."""
    inside = tally.rows - tally.elsewhere - tally.faulty
    yield (
        f"{count(tally.rows, 'row')} read from {source(tally, files)}: {inside:,} in an area, "
        f"{tally.elsewhere:,} elsewhere, {tally.faulty:,} at fault"
    )
    yield from odd(tally, files)
    yield from (f"Left out: {reason}" for reason in tally.unreadable)


def source(tally: Tally, files: Sequence[Part]) -> str:
    """Say what was read, without paths: `3 files, 1 part left out`."""
    left_out = len(tally.unreadable)
    return count(len(files), "file") + (f", {count(left_out, 'part')} left out" if left_out else "")


def odd(tally: Tally, files: Sequence[Part]) -> Iterator[str]:
    """Say of each kind of oddity how many rows have it, which they are, and what would mend it."""
    for fault in Fault:
        if found := tally.found.get(fault):
            cure = f". To mend it: {fault.cure}" if fault.cure else ""
            yield f"  {count(found.rows, 'row')} {fault.label}{_examples(found, files)}{cure}"
    yield from (f"  {reason}" for reason in tally.unrecognised)


def _examples(found: Found, files: Sequence[Part]) -> str:
    by_file: dict[int, list[str]] = {}
    for example in found.examples:
        by_file.setdefault(example.file, []).append(f"{example.row:,}")
    named = [
        f"{files[file].name} row{'s' if len(rows) > 1 else ''} {listing(rows)}"
        for file, rows in by_file.items()
    ]
    return f": {listing(named)}" if named else ""
