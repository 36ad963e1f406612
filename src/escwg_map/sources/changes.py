"""What importing tables would change: rows added, changed field by field, and removed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from escwg_map.records.row import Row
from escwg_map.sources.writing import KEPT_AS_GIVEN, naming_columns


def shrinks(before: int, after: int) -> bool:
    """Say whether 30 % or more of what there was goes."""
    return 10 * (before - after) >= 3 * before > 0


class FieldChange(Struct, frozen=True):
    """One cell, as its file has it and as it would have it."""

    column: str
    old: str
    new: str


class ChangedRow(Struct, frozen=True):
    """A row that stays, and the cells of it that do not."""

    name: str
    fields: tuple[FieldChange, ...]


class TableChanges(Struct, frozen=True):
    """The changes of one table; rows are named by the columns that tell them apart.

    `before` and `after` count rows, those of the old file that could not be read included.
    """

    table: str
    before: int
    after: int
    added: tuple[str, ...] = ()
    changed: tuple[ChangedRow, ...] = ()
    removed: tuple[str, ...] = ()
    reordered: bool = False

    def __bool__(self) -> bool:
        """Say whether anything changes."""
        return bool(self.added or self.changed or self.removed or self.reordered)

    @property
    def shrinks(self) -> bool:
        """Whether the table loses 30 % of its rows or more, as one that was cut off does."""
        return shrinks(self.before, self.after)


def table_changes(
    table: str, old: Sequence[Row], new: Sequence[Row], *, before: int
) -> TableChanges:
    """Compare the records of a table; `before` is the number of rows in its old file."""
    pairs = list(_pairs(_by_name(table, old), _by_name(table, new)))
    changed = [
        ChangedRow(_name(table, after), _fields(was, after))
        for was, after in pairs
        if was and after and was != after
    ]
    changes = TableChanges(
        table,
        before,
        len(new),
        added=tuple(_name(table, after) for was, after in pairs if after and not was),
        changed=tuple(changed),
        removed=tuple(_name(table, was) for was, after in pairs if was and not after),
    )
    reordered = table in KEPT_AS_GIVEN and _is_reordered(table, old, new, changes)
    return replace(changes, reordered=reordered)


def _is_reordered(
    table: str, old: Sequence[Row], new: Sequence[Row], changes: TableChanges
) -> bool:
    was, after = _by_name(table, old), _by_name(table, new)
    moved = [name for name in was if name in after] != [name for name in after if name in was]
    return moved or (not changes and tuple(old) != tuple(new))


def _pairs(
    old: Mapping[str, list[Row]], new: Mapping[str, list[Row]]
) -> Iterator[tuple[Row | None, Row | None]]:
    """Pair rows of one name: first those that are the same, then the others in their order."""
    for name in dict.fromkeys([*old, *new]):
        same: dict[Row, list[Row]] = defaultdict(list)
        for row in new.get(name, []):
            same[row].append(row)
        was = []
        for row in old.get(name, []):
            if same.get(row):
                yield row, same[row].pop()
            else:
                was.append(row)
        yield from zip_longest(was, [row for rows in same.values() for row in rows])


def _by_name(table: str, records: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for record in records:
        found[_name(table, record)].append(record)
    return found


def _name(table: str, record: Row) -> str:
    cells = record.cells()
    return ", ".join(cells[column] for column in naming_columns(table))


def _fields(was: Row, after: Row) -> tuple[FieldChange, ...]:
    old, new = was.cells(), after.cells()
    return tuple(
        FieldChange(column, old[column], new[column])
        for column in old
        if old[column] != new[column]
    )
