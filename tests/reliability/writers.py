"""Everything that writes, ready to be interrupted: each with a state before and a state after.

What takes long (reading, checking, drawing) is done once, when the workshop is made; a writer then
only writes, so that it can be interrupted at each of its hundreds of steps.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import toyshire as country
from escwg_map.cli import main
from escwg_map.disk.manifest import damage, digest, files_of
from escwg_map.errors import EscwgMapError
from escwg_map.exports.formats import FORMATS
from escwg_map.publish.artefacts import write_publication
from escwg_map.publish.inputs import publication_name
from escwg_map.publish.pointer import point_to, pointer_file, read_pointer
from escwg_map.publish.work import artefacts, published
from escwg_map.settings import Settings
from escwg_map.sources.building import build_boundaries
from escwg_map.sources.exporting import export_workbook
from escwg_map.sources.importing import prepare_import, write_import
from escwg_map.sources.importing_layers import prepare_layer, write_layer
from escwg_map.sources.layers import layer_files, read_layers
from escwg_map.sources.replacing import finish_replacement, replace_files
from escwg_map.static_site.folder import replacing
from escwg_map.static_site.work import write_site
from escwg_map.vocabulary import Kind
from sources.slips import cells

State = dict[str, str]
"""What a reader finds: a digest for every file."""


@dataclass(frozen=True)
class Writer:
    """Something that writes into a folder: from what, how, and how a reader sees the outcome."""

    name: str
    before: Path
    write: Callable[[Path], object]
    seen: Callable[[Path], State]


def content(folder: Path) -> State:
    """Read all files of a folder, those below it and hidden ones included.

    Of a pointer only that it is there: it holds the time.
    """
    return {
        path: "" if path.startswith("current-") else digest((folder / path).read_bytes())
        for path in files_of(folder)
    }


def visible(folder: Path) -> State:
    """Read the files that people see: what begins with a dot is a draft or a lock."""
    found = content(folder).items()
    return {path: known for path, known in found if not path.startswith(".")}


def settings_in(folder: Path) -> Settings:
    """The settings of somebody who keeps everything in one folder."""
    places = ("data", "boundaries", "published")
    return Settings(**{name: folder / name for name in places})


def make_toyshire(folder: Path) -> Settings:
    """Toyshire's data and boundaries in a folder."""
    country.write_register(folder / "data")
    build_boundaries(
        country.write_districts(folder / "districts.geojson"),
        country.write_lookup(folder / "lookup.csv"),
        boundaries=folder / "boundaries",
        data=folder / "data",
    )
    return settings_in(folder)


def writers(workshop: Path, scene: Path) -> Iterator[Writer]:
    """Prepare every writer; `scene` is where it will write, and `workshop` where we prepare."""
    settings = make_toyshire(workshop / "old")
    changed = Path(shutil.copytree(settings.data, workshop / "changed"))
    cells("projects", 2, title="Another title")(changed)
    cells("themes", 2, name="Another name")(changed)
    yield _register_import(workshop, settings, changed, scene)
    yield _boundary_import(workshop, settings, scene)
    yield _boundary_build(workshop, settings)
    yield from _publishing(workshop, settings, changed)
    yield from _exports(workshop, settings)
    yield _workbook(workshop, changed)
    yield _site(workshop, settings)


def _fresh(before: Path, scene: Path) -> None:
    shutil.rmtree(scene, ignore_errors=True)
    shutil.copytree(before, scene)


def _settled(folder: Path) -> State:
    finish_replacement(folder)
    return visible(folder)


def _register_import(workshop: Path, settings: Settings, changed: Path, scene: Path) -> Writer:
    before = Path(shutil.copytree(settings.data, workshop / "import"))
    _fresh(before, scene)
    prepared = prepare_import(changed, scene)
    shutil.rmtree(scene)
    return Writer("register import", before, lambda _: write_import(prepared), _settled)


def _boundary_import(workshop: Path, settings: Settings, scene: Path) -> Writer:
    before = Path(shutil.copytree(settings.boundaries, workshop / "layer"))
    _fresh(before, scene)
    # Only that the bytes are others matters here: Westoy's ground under the codes of the police.
    prepared = prepare_layer(Kind.POLICE, _renamed(settings, workshop), scene)
    assert prepared.files
    shutil.rmtree(scene)
    return Writer("boundary import", before, lambda _: write_layer(prepared), _settled)


def _renamed(settings: Settings, workshop: Path) -> Path:
    boundaries, _ = read_layers(settings.boundaries)
    areas = boundaries.police.areas.replace({"name": {"Midtoy": "Middletoy"}})
    areas.to_file(workshop / "renamed.gpkg")
    return workshop / "renamed.gpkg"


def _boundary_build(workshop: Path, settings: Settings) -> Writer:
    before = Path(shutil.copytree(settings.boundaries, workshop / "build"))
    for file in before.iterdir():
        file.write_bytes(b"older")
    boundaries, _ = read_layers(settings.boundaries)
    files = layer_files((boundaries.police, boundaries.fire, boundaries.ambulance))
    return Writer("boundary build", before, lambda to: replace_files(to, files), _settled)


def _publishing(workshop: Path, settings: Settings, changed: Path) -> Iterator[Writer]:
    point_to(pointer_file(settings), published(settings).name)
    before = Path(shutil.copytree(settings.published, workshop / "published"))
    newer = settings.model_copy(update={"data": changed})
    files, name = artefacts(newer), publication_name(newer)
    file = pointer_file(settings).name

    def publish(folder: Path) -> None:
        write_publication(folder, name, files)
        point_to(folder / file, name)

    def served(folder: Path) -> State:
        pointer = read_pointer(folder / file)
        assert pointer
        current = folder / pointer.publication
        return {"damaged": str(damage(current))} | content(current)

    yield Writer("publish", before, publish, served)
    both = Path(shutil.copytree(before, workshop / "both"))
    write_publication(both, name, files)
    yield Writer("pointer switch", both, lambda to: point_to(to / file, name), served)


def _exports(workshop: Path, settings: Settings) -> Iterator[Writer]:
    folders = [f"--{name}={getattr(settings, name)}" for name in ("data", "boundaries")]
    for ending in FORMATS:
        before = workshop / f"export-{ending}"
        before.mkdir()
        (before / f"areas.{ending}").write_bytes(b"what was exported before")
        yield Writer(f"export {ending}", before, _export(ending, folders, settings), visible)


def _export(ending: str, folders: list[str], settings: Settings) -> Callable[[Path], object]:
    published_to = f"--published={settings.published}"

    def export(folder: Path) -> None:
        output = f"--output={folder / f'areas.{ending}'}"
        words = ["export", "areas", output, published_to, *folders]
        if main.main(words, standalone_mode=False) == 2:
            raise EscwgMapError

    return export


def _workbook(workshop: Path, changed: Path) -> Writer:
    before = workshop / "workbook"
    before.mkdir()
    (before / "register.xlsx").write_bytes(b"an older workbook")

    def export(folder: Path) -> None:
        # Run again it would keep the new workbook as the backup: it then has nothing to do.
        if _settled(folder).keys() != {"register.xlsx", "register.xlsx.bak"}:
            export_workbook(changed, folder / "register.xlsx")

    return Writer("register workbook", before, export, _settled)


def _site(workshop: Path, settings: Settings) -> Writer:
    write_site(published(settings), workshop / "site" / "map")
    before = workshop / "site"
    files = {path: (before / "map" / path).read_bytes() for path in files_of(before / "map")}
    files.pop("manifest.json")

    def write(folder: Path) -> None:
        with replacing(folder / "map", "newer") as draft:
            for path, body in files.items():
                draft.write(path, body + b"\n" if path.endswith(".html") else body)

    return Writer("static site", before, write, lambda folder: content(folder / "map"))


def naive(workshop: Path, *, slowly: bool = False) -> Writer:
    """One that writes in place, as writers do that were never interrupted."""
    before = workshop / "naive"
    before.mkdir(parents=True, exist_ok=True)
    pieces = 20_000 if slowly else 2
    for name in ("one.csv", "two.csv"):
        (before / name).write_bytes(b"old\n" * pieces)

    def write(folder: Path) -> None:
        for name in ("one.csv", "two.csv"):
            with (folder / name).open("wb", buffering=0) as file:
                for _ in range(pieces):
                    file.write(b"new\n")

    return Writer("naive", before, write, visible)


def silenced() -> None:
    """Let what a command says go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
