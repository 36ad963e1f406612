"""What columns, tables and words mean: each is told, and nothing is told that is not there."""

import pytest

from escwg_map.sources.column_meanings import COLUMN_MEANINGS
from escwg_map.sources.register import TABLES
from escwg_map.sources.table_meanings import TABLE_MEANINGS
from escwg_map.sources.word_meanings import WORD_MEANINGS
from sources.closed_lists import words_of_column

SENTENCES = {
    f"{table}.{column}": meaning
    for table, columns in COLUMN_MEANINGS.items()
    for column, meaning in columns.items()
}


def test_every_table_has_its_meaning() -> None:
    assert list(COLUMN_MEANINGS) == list(TABLE_MEANINGS) == list(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_its_meaning_in_the_order_of_the_file(table: str) -> None:
    assert tuple(COLUMN_MEANINGS[table]) == TABLES[table].columns()


@pytest.mark.parametrize("column", SENTENCES)
def test_a_meaning_is_one_sentence(column: str) -> None:
    meaning = SENTENCES[column]

    assert meaning.endswith(".")
    assert ". " not in meaning


@pytest.mark.parametrize("table", TABLES)
def test_a_row_is_named_by_columns_that_have_to_be_filled(table: str) -> None:
    fields = TABLES[table].model_fields

    assert all(fields[column].is_required() for column in TABLE_MEANINGS[table].key)


def test_every_word_of_every_closed_list_has_its_meaning() -> None:
    closed = {
        (table, column): words
        for table, record in TABLES.items()
        for column in record.columns()
        if (words := words_of_column(record, column))
    }

    assert {place: set(words) for place, words in WORD_MEANINGS.items()} == closed
