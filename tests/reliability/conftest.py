"""The harnesses run what other tests cover, again and again: counting lines would slow them."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no lines while they run."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("no_cover")
