"""The data sets and the files that each can be had in: facts alone, for whatever vocabulary."""

from collections.abc import Iterator
from mimetypes import guess_type

from msgspec import Struct

from escwg_map.exports.formats import FORMATS, formats_of
from escwg_map.exports.subjects import SUBJECTS, Subject
from escwg_map.publish.publication import Publication
from escwg_map.selection import Selection
from escwg_map.vocabulary import Kind
from escwg_map.web import absolute, links

MIT = "https://opensource.org/license/mit"
OPEN_GOVERNMENT = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
PUBLISHER = "The escwg-map maintainers"
SOURCE = "Emergency Services Collaboration Working Group, National Overview, 2016"
ENDS = "2016"
"""The year of the overview: what it records had begun by then."""


class File(Struct, frozen=True):
    """A file of a data set; size in bytes and SHA-256 where it lies ready."""

    title: str
    address: str
    media_type: str
    size: int | None = None
    digest: str | None = None


class Dataset(Struct, frozen=True):
    """One data set; `name` is the end of its address in the catalogue."""

    name: str
    title: str
    description: str
    licences: tuple[str, ...]
    files: tuple[File, ...]


def datasets(served: Publication) -> list[Dataset]:
    """List the register, the boundaries, and everything that exports can be had of."""
    return [_register(served), _boundaries(served), *_exports()]


def extent(served: Publication) -> tuple[float, float, float, float]:
    """Give west, south, east, north of all ground, in degrees."""
    boxes = [shape.bbox for shape in served.shapes["cells"].values()]
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests), min(souths), max(easts), max(norths)


def begins(served: Publication) -> str:
    """Give the year of the earliest start that is stated; the overview's where none is."""
    return min((p.started[:4] for p in served.atlas.projects if p.started), default=ENDS)


def _register(served: Publication) -> Dataset:
    package, kinds = served.data_package, {"register.xlsx": FORMATS["xlsx"].media_type}
    tables = {each["path"]: each["title"] for each in package["resources"]}
    whole = {
        "register.xlsx": "All tables as a workbook",
        "register.zip": "All tables as CSV, with the data package",
        "datapackage.json": "The data package's description",
    }
    files = [
        _ready(served, name, title, kinds.get(name)) for name, title in (whole | tables).items()
    ]
    return Dataset(
        "register",
        package["title"],
        package["description"],
        (MIT, OPEN_GOVERNMENT),
        tuple(file for file in files if file),
    )


def _boundaries(served: Publication) -> Dataset:
    file = _ready(served, "boundaries.zip", "The three layers as shapefiles", None)
    return Dataset(
        "boundaries",
        "Police, fire and ambulance areas of England and Wales",
        "The areas of the three kinds of service in British National Grid, with common borders.",
        (OPEN_GOVERNMENT,),
        (file,) if file else (),
    )


def _ready(served: Publication, name: str, title: str, media_type: str | None) -> File | None:
    """Describe a file that publishing wrote, if it did."""
    path = f"register/{name}"
    if path not in served.digests:
        return None
    return File(
        title=title,
        address=absolute.to(links.register_file(name)),
        media_type=media_type or guess_type(name)[0] or "application/octet-stream",
        size=(served.folder / path).stat().st_size,
        digest=served.digests[path],
    )


def _exports() -> Iterator[Dataset]:
    for subject in SUBJECTS.values():
        for layer in Kind if subject.by_layer else (Kind.POLICE,):
            yield _export(subject, Selection(layer=layer))


def _export(subject: Subject, of: Selection) -> Dataset:
    title = f"{subject.title}: {of.layer.areas_label}" if subject.by_layer else subject.title
    return Dataset(
        f"{subject.name}-{of.layer}" if subject.by_layer else subject.name,
        title,
        f"Worked out from the register and the boundaries. One row is {subject.row}.",
        (MIT, OPEN_GOVERNMENT),
        tuple(
            File(
                f"{title} ({each.label})",
                absolute.to(links.export(subject.name, of, each.ending)),
                each.media_type,
            )
            for each in formats_of(subject.name)
        ),
    )
