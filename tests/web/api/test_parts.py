"""Parts of lists, and the links between them."""

from urllib.parse import urlsplit

from web.api.conftest import Program


def rels(answer: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """The links of an answer, below the API's address."""
    found = {}
    for link in answer["links"]:
        address = urlsplit(link["href"])
        found[link["rel"]] = f"{address.path.removeprefix('/api/v1')}?{address.query}"
    return found


def test_a_part_says_how_much_there_is_in_all(program: Program) -> None:
    answer = program.read("/projects?limit=3")

    assert (answer["numberMatched"], answer["numberReturned"]) == (4, 3)
    assert len(answer["items"]) == 3


def test_following_next_gives_every_item_once(program: Program) -> None:
    address, seen = "/projects?limit=1", []
    while address:
        answer = program.read(address)
        seen += [item["id"] for item in answer["items"]]
        address = rels(answer).get("next", "")

    assert len(seen) == len(set(seen)) == 4


def test_prev_leads_back_and_the_first_has_none(program: Program) -> None:
    back = rels(program.read("/projects?limit=2&offset=2"))["prev"]

    assert back == "/projects?limit=2"
    assert "prev" not in rels(program.read(back))


def test_links_keep_the_filters(program: Program) -> None:
    answer = program.read("/projects?theme=first-response&theme=demand&limit=1")

    assert rels(answer)["next"] == "/projects?theme=first-response&theme=demand&limit=1&offset=1"


def test_beyond_the_end_there_is_nothing_but_a_way_back(program: Program) -> None:
    answer = program.read("/projects?limit=2&offset=50")

    assert answer["items"] == []
    assert rels(answer)["prev"] == "/projects?limit=2&offset=2"


def test_self_is_what_was_asked_for(program: Program) -> None:
    assert rels(program.read("/areas?layer=fire&q="))["self"] == "/areas?layer=fire"
