"""The closed lists as the models have them, found without the code under test."""

from enum import Enum
from typing import Literal, get_args, get_origin

from escwg_map.records.row import Row


def words_of(annotation: object) -> set[str]:
    """The words that a field takes, wherever they stand in its type; none for an open field."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return {word.value for word in annotation}
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {word for part in get_args(annotation) for word in words_of(part)}


def words_of_column(record: type[Row], column: str) -> set[str]:
    """The words that a column takes."""
    return words_of(record.model_fields[column].annotation)
