"""What stands around Toyshire's projects: leaders, a national agreement, and a Service index.

The index gives Southtoy Police a page too many (9, explained) and leaves Westoy Fire out of the
page of the shared headquarters, where it is a partner by inference only (44, explained).
"""

from toyshire.tables import Cells

LEADERS = (
    ("E23000902", "chief_constable", "Alice Archer", "", "77", "Printed as Commissioner"),
    ("E23000902", "pcc", "Bob Baker", "Ind", "77", ""),
    ("E31000901", "chief_fire_officer", "Carol Carter", "", "77", ""),
)
AGREEMENTS = (
    (
        "toyshire-pledge",
        "A pledge to help each other",
        "Association of Toyshire Forces;Toyshire Fire Officers",
        "2015-07",
        "The two associations promise to help each other wherever help is wanted.",
        "68;69",
    ),
)
COMMITMENTS = (
    ("toyshire-pledge", "1", "Answer within a day.", "68"),
    ("toyshire-pledge", "2", "Meet every quarter.", "69"),
)
INDEX = (
    ("Southtoy Constabulary", "E23000903", "7;9;31"),
    ("Midtoy Constabulary", "E23000902", "31;44;77"),
    ("Westoy FRS", "E31000901", "31;77"),
    ("Eastoy FRS", "E31000902", "12;13"),
    ("Toyshire Ambulance Service", "RZ1", "7"),
    ("Seaside Ambulance Service", "RZ2", "12;13"),
)
DIFFERENCES = (
    ("E23000903", "9", "true", "false", "The index is mistaken: no project stands there."),
    ("E31000901", "44", "false", "true", "A partner by inference, whom the index leaves out."),
)


def front_matter() -> dict[str, list[Cells]]:
    """Give the tables by the names of their files."""
    return {
        "leaders": _rows(("area", "post", "name", "affiliation", "pages", "notes"), LEADERS),
        "national": _rows(("id", "title", "parties", "dated", "summary", "pages"), AGREEMENTS),
        "commitments": _rows(("agreement", "number", "commitment", "page"), COMMITMENTS),
        "service_index": _rows(("name_printed", "service", "pages"), INDEX),
        "index_differences": _rows(
            ("service", "page", "in_index", "in_register", "explanation"), DIFFERENCES
        ),
    }


def _rows(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[Cells]:
    return [dict(zip(columns, row, strict=True)) for row in rows]
