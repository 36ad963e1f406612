"""The page of the data: what to take away, what each column means, and how sure it is."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint

from escwg_map.selection import Selection
from escwg_map.sources.reconciliation import reconcile
from escwg_map.tables.quality import (
    differences_table,
    doubtful_table,
    inferred_table,
    left_open_table,
)
from escwg_map.web.catalogue.schema_org import dataset_markup
from escwg_map.web.contexts.about import DataPage, Described, DescribedColumn
from escwg_map.web.current import publication, refuse_parameters
from escwg_map.web.page import render
from escwg_map.web.register_files import files_with_sizes

data_page = Blueprint("data_page", __name__)

_TYPES = {"integer": "whole number", "boolean": "true or false", "string": "text"}


@data_page.get("/data")
def show_data() -> str:
    """Show what can be taken away, with the dictionary of the data and a report on its quality."""
    refuse_parameters()
    atlas, package, sizes = publication().atlas, publication().data_package, files_with_sizes()
    index = reconcile(atlas.register)
    return render(
        DataPage(
            title="Data",
            selection=Selection(),
            sizes=sizes,
            tables=[_described(each, atlas.register, sizes) for each in package["resources"]],
            package=package,
            left_open=left_open_table(atlas),
            inferred=inferred_table(atlas),
            doubtful=doubtful_table(atlas),
            differences=differences_table(atlas, index.differences),
            unexplained=len(index.unexplained),
            figures=len(atlas.register.figures),
            remarks=list(publication().remarks),
            markup=dataset_markup(publication()),
        )
    )


def _described(
    resource: Mapping[str, Any], register: object, sizes: Mapping[str, int]
) -> Described:
    name = resource["name"]
    return Described(
        file=resource["path"],
        title=resource["title"],
        one_row=resource["description"],
        rows=len(getattr(register, name)),
        size=sizes[resource["path"]],
        columns=tuple(_column(field) for field in resource["schema"]["fields"]),
    )


def _column(field: Mapping[str, Any]) -> DescribedColumn:
    limits = field.get("constraints", {})
    words = f": {', '.join(limits['enum'])}" if "enum" in limits else ""
    return DescribedColumn(
        name=field["name"],
        type=f"{_TYPES.get(field['type'], field['type'])}{words}",
        required=limits.get("required", False),
        meaning=field["description"],
    )
