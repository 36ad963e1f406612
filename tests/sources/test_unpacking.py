"""Zipped Shapefiles from outside: sizes are counted, and nothing is written where it should not."""

import stat
import struct
import warnings
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from msgspec.structs import replace

from escwg_map.sources.foreign import Asked, read_foreign
from escwg_map.sources.limits import LIMITS
from sources.foreign_files import SQUARE, refusal_of, written, zipped


@pytest.fixture
def archive(police: Path) -> Path:
    return zipped(police.parent / "police.zip", police)


def with_member(archive: Path, member: str | ZipInfo, content: bytes = b"") -> Path:
    with warnings.catch_warnings(action="ignore"), ZipFile(archive, "a") as opened:
        opened.writestr(member, content)
    return archive


def test_reads_a_zipped_shapefile(archive: Path) -> None:
    assert len(read_foreign(archive).frame) == 3


def test_reads_a_zip_made_on_a_mac(archive: Path) -> None:
    assert len(read_foreign(with_member(archive, "__MACOSX/._police.shp")).frame) == 3


def test_reads_a_shapefile_in_a_folder_of_the_zip(police: Path, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "police.zip", "w") as archive:
        for part in police.parent.iterdir():
            archive.write(part, f"areas/{part.name}")

    assert len(read_foreign(tmp_path / "police.zip").frame) == 3


@pytest.mark.parametrize(
    "member", ["../escaped.shp", "/escaped.shp", "C:\\escaped.shp", "areas\\escaped.shp"]
)
def test_f5_refuses_members_that_would_lie_outside(archive: Path, member: str) -> None:
    message = refusal_of(with_member(archive, member))

    assert f"police.zip: its member {member!a} would lie outside the folder" in message
    assert not list(archive.parent.parent.rglob("escaped*"))


def test_f5_refuses_a_null_in_the_name_of_a_member(archive: Path) -> None:
    content = with_member(archive, "police+.txt").read_bytes()
    archive.write_bytes(content.replace(b"police+.txt", b"police\0.txt"))

    assert "police.zip: " in refusal_of(archive)


def test_f5_refuses_a_link(archive: Path) -> None:
    link = ZipInfo("link.shp")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert "its member 'link.shp' is a link" in refusal_of(
        with_member(archive, link, b"/etc/passwd")
    )


@pytest.mark.parametrize("member", ["police.shp", "POLICE.shp"])
def test_f4_refuses_a_member_that_is_there_twice(archive: Path, member: str) -> None:
    assert f"its member '{member}' is there twice" in refusal_of(with_member(archive, member))


def test_refuses_an_encrypted_member(archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(content)

    assert "is encrypted" in refusal_of(archive)


def test_refuses_a_compression_it_does_not_know(archive: Path) -> None:
    member = ZipInfo("notes.txt")
    member.compress_type = ZIP_BZIP2

    message = refusal_of(with_member(archive, member, b"notes"))

    assert "its member 'notes.txt' is compressed in a way that is not read" in message


def test_f4_refuses_members_that_overlap(archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    content[second + 42 : second + 46] = bytes(4)
    archive.write_bytes(content)

    assert "overlaps another" in refusal_of(archive)


def test_f4_refuses_more_members_than_allowed(archive: Path) -> None:
    assert "it holds over 4 members" in refusal_of(archive, limits=replace(LIMITS, members=4))


def test_refuses_a_zip_larger_than_allowed(archive: Path) -> None:
    message = refusal_of(archive, limits=replace(LIMITS, zip_bytes=100))

    assert "police.zip: it is larger than" in message


def test_refuses_a_zip_that_declares_too_much(archive: Path) -> None:
    assert "it is larger than" in refusal_of(archive, limits=replace(LIMITS, unpacked_bytes=100))


def test_f4_counts_what_comes_out_rather_than_believe(tmp_path: Path) -> None:
    path = tmp_path / "police.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for ending in (".shp", ".shx", ".dbf"):
            archive.writestr(f"police{ending}", bytes(50_000))
    declared, believed = struct.pack("<I", 50_000), struct.pack("<I", 10)
    path.write_bytes(path.read_bytes().replace(declared, believed))

    message = refusal_of(path, limits=replace(LIMITS, unpacked_bytes=1_000))

    assert "police.zip: " in message


def test_f16_lists_several_shapefiles(archive: Path, tmp_path: Path) -> None:
    fire = written(tmp_path / "fire.shp", SQUARE)
    with ZipFile(archive, "a") as opened:
        for part in tmp_path.glob("fire.*"):
            opened.write(part, part.name)

    assert "police.zip: it holds 2 layers: police, fire" in refusal_of(archive)
    assert len(read_foreign(archive, asked=Asked(layer=fire.stem)).frame) == 1


def test_refuses_a_layer_that_is_not_there(archive: Path) -> None:
    message = refusal_of(archive, asked=Asked(layer="water"))

    assert "police.zip: it holds no layer 'water', only: police" in message


def test_f16_refuses_a_zip_without_a_shapefile(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "police.zip", "w") as archive:
        archive.writestr("police.gpkg", b"")

    assert "police.zip: it holds no Shapefile" in refusal_of(tmp_path / "police.zip")


def test_refuses_a_zip_that_lacks_a_part(police: Path) -> None:
    police.with_suffix(".dbf").unlink()

    message = refusal_of(zipped(police.parent / "police.zip", police))

    assert "police.zip: police.dbf is missing from it" in message


@pytest.mark.parametrize("keep", [30, 2_000])
def test_refuses_a_zip_that_was_cut_short(archive: Path, keep: int) -> None:
    archive.write_bytes(archive.read_bytes()[:keep])

    assert "police.zip: the zip is damaged" in refusal_of(archive)


def test_refuses_a_zip_with_a_changed_byte(archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    content[200] ^= 0xFF
    archive.write_bytes(content)

    assert "police.zip: " in refusal_of(archive)
