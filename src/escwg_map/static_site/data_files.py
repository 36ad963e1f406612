"""The data of the site, as scripts: browsers give pages that were opened as files nothing else."""

import json
from collections.abc import Iterator, Mapping

from escwg_map.publish.publication import Publication
from escwg_map.static_site.answers import answers_of
from escwg_map.static_site.finding import findings_of
from escwg_map.static_site.rewriting import rewritten
from escwg_map.static_site.whereabouts import SEARCH, Whereabouts

_GEOMETRY = ("map/overview", "map/detail")
_PAGE = "index.html"
"""A page that lies where those lie that show what is in the data: links are relative to it."""


def data_files(
    served: Publication, whereabouts: Whereabouts, cards: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Give each data file with its body; needs the context of the app.

    `cards` are the projects in short by their ids, as the app writes them.
    """
    own = {project: rewritten(html, _PAGE, whereabouts) for project, html in cards.items()}
    yield "answers/atlas.js", _script("atlas", answers_of(served.atlas))
    yield SEARCH, _script("search", findings_of(served.index, served.atlas, whereabouts))
    yield "answers/cards.js", _script("cards", own)
    for name in _GEOMETRY:
        yield f"{name}.js", _script(name, json.loads(served.read(f"{name}.json")))


def _script(name: str, value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(self.escwgAnswers ??= {{}})[{json.dumps(name)}] = {text};\n".encode()
