"""Drop-down lists, for columns that take a word of a closed list or the id of another table."""

from collections.abc import Mapping, Sequence
from typing import Literal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from escwg_map.sources.limits import TABLE_LIMITS
from escwg_map.sources.workbook.columns import Column

_LONGEST_LIST = 255
"""Characters of a list that is written into the rule itself."""

_IDS_OF = {"theme": "themes", "scheme": "schemes"}


def add_choices(
    sheet: Worksheet, table: str, columns: Sequence[Column], rows: Mapping[str, int]
) -> None:
    """Offer the words of each column's closed list, down to the last row that may be filled.

    Ids of another table are offered but not forced: a new one may be added to both in one go.
    """
    for place, column in enumerate(columns, start=1):
        ids = _IDS_OF.get(column.name, table)
        if ids != table and rows.get(ids):
            rule = _rule(f"{ids}!$A$2:$A${rows[ids] + 1}", column, style="warning")
        elif column.choices and not column.listed and _fits(column):
            rule = _rule(f'"{",".join(column.choices)}"', column, style="stop")
        else:
            continue
        letter = get_column_letter(place)
        rule.add(f"{letter}2:{letter}{TABLE_LIMITS.rows}")
        sheet.add_data_validation(rule)


def _fits(column: Column) -> bool:
    return len(",".join(column.choices)) <= _LONGEST_LIST


def _rule(formula: str, column: Column, *, style: Literal["stop", "warning"]) -> DataValidation:
    return DataValidation(
        type="list",
        formula1=formula,
        allow_blank=not column.required,
        showErrorMessage=True,
        errorStyle=style,
        errorTitle=column.name,
        error="Take one of the list.",
    )
