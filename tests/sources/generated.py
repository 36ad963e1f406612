"""Registers that nobody wrote: awkward texts, empty cells and every letter that can be seen."""

from typing import Any

from hypothesis import strategies as st

from escwg_map.records.register import Register

AWKWARD = [
    *(
        "=1+1",
        "+44 1622",
        "-5",
        "@SUM(A1)",
        "'quoted'",
        '"',
        "#N/A",
        "#REF!",
        "TRUE",
        "2015",
        "7.0",
    ),
    *("1/2", "0012", "1e5", "_x0041_", "_x005F_x0041_", "a_x000D_b", "<&>", "]]>", "&amp;", "a  b"),
    *(
        "Gŵyr a Phen-y-bont ar Ogwr",
        "Ynys Môn \N{EN DASH} ŷ",
        "\N{FIRE ENGINE}",
        "a,b",
        "'=1+1",
        "''-5",
    ),
]
# Characters that cannot be seen are refused at the door, and two code points are none at all.
letters = st.characters(
    exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp"), exclude_characters=";\ufffe\uffff"
)
texts = st.one_of(st.sampled_from(AWKWARD), st.text(letters, min_size=1, max_size=40)).filter(
    lambda text: bool(text.strip())
)
stated = st.one_of(st.just(""), texts)
slugs = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
dates = st.sampled_from(["", "2015", "2015-11", "2016-02-29", "1999-12-31"])
truths = st.sampled_from(["true", "false"])
numbers = st.floats(allow_nan=False, allow_infinity=False).map(str)


def rows(**cells: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Make up to three rows of a table."""
    return st.lists(st.fixed_dictionaries(cells), max_size=3)


registers = st.fixed_dictionaries(
    {
        "themes": rows(
            id=slugs,
            name=texts,
            description=texts,
            colour=st.just("#1d70b8"),
            pattern=st.sampled_from(["dots", "rings"]),
        ),
        "services": rows(
            code=st.sampled_from(["RX7", "E23000001"]),
            kind=st.sampled_from(["police", "ambulance"]),
            name=texts,
            short_name=texts,
            aliases=st.lists(texts, max_size=3).map(";".join),
            notes=stated,
        ),
        "projects": rows(
            id=slugs,
            title=texts,
            theme=slugs,
            scheme=slugs,
            status=st.sampled_from(["live", "pilot"]),
            started=dates,
            date_printed=stated,
            areas=st.just("E23000001;RX7"),
            place=st.just("Toytown"),
            longitude=st.floats(-6, 1.5).map(str),
            latitude=st.floats(50, 55.5).map(str),
            summary=texts,
            benefits=st.sampled_from(["", "savings", "savings;effectiveness"]),
            pages=st.sampled_from(["7", "7;12"]),
            pages_inferred=truths,
            printed_under_future=truths,
            notes=stated,
        ),
        "figures": rows(
            project=slugs,
            measure=texts,
            value=numbers,
            value_text=stated,
            unit=st.sampled_from(["GBP", "people"]),
            qualifier=st.sampled_from(["", "about"]),
            period=stated,
            doubtful=stated,
            page=st.sampled_from(["1", "90"]),
        ),
    }
).map(Register.model_validate)
