"""A publication is written whole, with copies that are smaller and digests that are right."""

import gzip
import hashlib
import json
from pathlib import Path

import brotli
import pytest

from escwg_map.disk.manifest import MANIFEST
from escwg_map.errors import CannotWrite
from escwg_map.publish.artefacts import with_compressed, write_publication
from escwg_map.publish.publication import Publication

LONG = b'{"name":"Toytown"}' * 100
FILES = {"map/overview.json": LONG, "map/map.html": LONG, "atlas.json": LONG, "static/a.js": b"a"}


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_writes_every_file_under_the_name(tmp_path: Path) -> None:
    folder = write_publication(tmp_path, "name", FILES)

    assert folder == tmp_path / "name"
    assert {path: (folder / path).read_bytes() for path in FILES} == FILES


def test_the_manifest_holds_the_digest_of_every_other_file(publication: Publication) -> None:
    files = names(publication.folder) - {MANIFEST}

    assert set(publication.digests) == files
    for path in files:
        body = (publication.folder / path).read_bytes()
        assert publication.digests[path] == hashlib.sha256(body).hexdigest(), path


def test_compressed_copies_hold_what_the_file_holds(publication: Publication) -> None:
    copies = [path for path in publication.folder.rglob("*") if path.suffix in {".gz", ".br"}]

    assert copies
    for copy in copies:
        unpack = gzip.decompress if copy.suffix == ".gz" else brotli.decompress
        assert unpack(copy.read_bytes()) == copy.with_suffix("").read_bytes(), copy.name


def test_compresses_text_that_browsers_fetch_and_nothing_else() -> None:
    assert with_compressed(FILES).keys() - FILES == {"map/overview.json.gz", "map/overview.json.br"}


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (write_publication(tmp_path, name, FILES) for name in ("one", "other"))

    assert (one / MANIFEST).read_bytes() == (other / MANIFEST).read_bytes()


def test_leaves_nothing_behind_when_it_is_interrupted(tmp_path: Path) -> None:
    # The second file would have to lie inside the first.
    impossible = {"atlas.json": b"{}", "atlas.json/more.json": b"{}"}

    with pytest.raises(CannotWrite, match="cannot be written"):
        write_publication(tmp_path, "name", impossible)

    assert list(tmp_path.iterdir()) == []


def test_writing_the_same_publication_twice_is_fine(tmp_path: Path) -> None:
    first, second = (write_publication(tmp_path, "name", FILES) for _ in range(2))

    assert first == second
    assert [path.name for path in tmp_path.iterdir()] == ["name"]


def test_does_not_write_over_what_is_no_publication(tmp_path: Path) -> None:
    (tmp_path / "name").mkdir()
    (tmp_path / "name" / "mine.txt").write_bytes(b"mine")

    with pytest.raises(CannotWrite, match=r"holds mine\.txt"):
        write_publication(tmp_path, "name", FILES)

    assert names(tmp_path) == {"name/mine.txt"}


def test_everybody_may_read_the_publication(tmp_path: Path) -> None:
    folder = write_publication(tmp_path, "name", FILES)

    assert folder.stat().st_mode & 0o777 == 0o755


def test_the_manifest_is_json(tmp_path: Path) -> None:
    folder = write_publication(tmp_path, "name", FILES)

    assert FILES.keys() <= json.loads((folder / MANIFEST).read_bytes()).keys()


def test_says_where_nothing_can_be_written(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")

    with pytest.raises(CannotWrite, match="set ESCWG_MAP_PUBLISHED"):
        write_publication(in_the_way, "name", {"map/map.js": b"//"})
