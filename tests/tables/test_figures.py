"""How a figure is said."""

import pytest

from escwg_map.records.figure import Figure
from escwg_map.tables.figures import format_figure


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"value": "1500000", "unit": "GBP"}, "£1,500,000"),
        ({"value": "150", "unit": "incidents", "qualifier": "about"}, "about 150 incidents"),
        ({"value": "83", "unit": "percent", "qualifier": "up_to"}, "up to 83%"),
        ({"value": "4", "unit": "GBP", "qualifier": "at_least"}, "at least £4"),
        ({"value": "7.5", "unit": "minutes"}, "7.5 minutes"),
        ({"value": "12", "unit": "full_time_posts"}, "12 full time posts"),
        ({"value_text": "40/60", "unit": "percent"}, "40/60"),
        ({"value": "0", "unit": "GBP"}, "£0"),
        ({"value": "0", "unit": "percent"}, "0%"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_says_a_figure_with_its_qualifier_and_unit(cells: dict[str, str], said: str) -> None:
    usual = {"project": "shared-hq-midtoy", "measure": "cost", "page": "44"}

    assert format_figure(Figure.model_validate(usual | cells)) == said
