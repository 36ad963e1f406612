"""One folder, wholly the old or wholly the new, with digests by which damage is found."""

from contextlib import suppress
from pathlib import Path

import pytest

from escwg_map.disk import exchange
from escwg_map.disk.manifest import MANIFEST, damage
from escwg_map.disk.whole_folder import whole_folder
from reliability.catalogue import row

FILES = {"atlas.json": bytes(range(256)), "map/map.js": b"//", "map/deep/er.css": b"a {}"}


def write(folder: Path, *, more: bytes = b"") -> Path:
    with whole_folder(folder) as draft:
        for path, body in FILES.items():
            draft.write(path, body + more)
    return folder


def test_holds_what_was_written_and_is_whole(tmp_path: Path) -> None:
    folder = write(tmp_path / "deep" / "target")

    assert {path: (folder / path).read_bytes() for path in FILES} == FILES
    assert damage(folder) == []


def test_takes_the_place_of_an_older_one_and_leaves_nothing(tmp_path: Path) -> None:
    write(tmp_path / "target")

    folder = write(tmp_path / "target", more=b"!")

    assert (folder / "map/map.js").read_bytes() == b"//!"
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_stays_as_it_was_when_the_work_stops_half_way(tmp_path: Path) -> None:
    write(tmp_path / "target")

    with suppress(KeyError), whole_folder(tmp_path / "target") as draft:
        draft.write("atlas.json", b"half")
        raise KeyError

    assert damage(tmp_path / "target") == []
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_two_renames_do_where_the_kernel_cannot_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_EXCHANGE", 1 << 30)  # A flag that no kernel knows.
    write(tmp_path / "target")

    folder = write(tmp_path / "target", more=b"!")

    assert (folder / "map/map.js").read_bytes() == b"//!"
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


def test_what_stopped_between_two_renames_is_put_back(tmp_path: Path) -> None:
    write(tmp_path / "target").rename(tmp_path / ".target.old")

    exchange.recover(tmp_path / "target")

    assert damage(tmp_path / "target") == []


@row(
    "P9",
    fault="a bit of a published file flips; a file is cut short, or gone",
    seen="it is refused by its digest and made anew, or the last good publication is served and "
    "readiness warns; with none, a message and exit status 3",
)
@pytest.mark.parametrize("file", [*FILES, MANIFEST])
def test_p9_a_flipped_bit_anywhere_is_found(tmp_path: Path, file: str) -> None:
    path = write(tmp_path / "target") / file
    sound = path.read_bytes()

    for place in range(len(sound)):
        spoilt = bytearray(sound)
        spoilt[place] ^= 0b100
        path.write_bytes(spoilt)
        # White space between digests may be any.
        assert damage(tmp_path / "target") or sound[place : place + 1].isspace(), place


@pytest.mark.parametrize("file", FILES)
def test_p9_a_file_that_is_cut_short_is_found(tmp_path: Path, file: str) -> None:
    path = write(tmp_path / "target") / file
    path.write_bytes(path.read_bytes()[:-1])

    assert damage(tmp_path / "target") == [file]


@pytest.mark.parametrize("file", [*FILES, MANIFEST])
def test_p9_a_file_that_is_gone_is_found(tmp_path: Path, file: str) -> None:
    (write(tmp_path / "target") / file).unlink()

    assert damage(tmp_path / "target") == [file]


def test_p9_a_file_that_was_never_published_is_found(tmp_path: Path) -> None:
    (write(tmp_path / "target") / "map" / "extra.js").touch()

    assert damage(tmp_path / "target") == ["map/extra.js"]
