"""Streams of text as UTF-8."""

import io

import pytest

from escwg_map.demand.text import Utf8

WELSH = "Gŵyr, Ynys Môn"


def read(body: bytes, size: int = -1) -> bytes:
    text = Utf8(io.BytesIO(body))
    return b"".join(iter(lambda: text.read(size), b""))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_arrives_as_utf_8(encoding: str) -> None:
    assert read(WELSH.encode(encoding)) == WELSH.encode()


def test_bytes_that_are_no_utf_8_are_taken_for_windows_1252() -> None:
    mixed = "Môn £5".encode() + "é €".encode("cp1252") + "ŵ".encode()

    assert read(mixed) == "Môn £5é €ŵ".encode()


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_text_arrives_whole_in_pieces_of_any_size(size: int) -> None:
    assert read(WELSH.encode(), size) == WELSH.encode()


class InPieces(io.BytesIO):
    """A stream that gives less than it is asked for, as those of a network do."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size or 3, 3))


def test_a_letter_may_be_cut_by_the_stream() -> None:
    text = Utf8(InPieces(WELSH.encode()))

    assert b"".join(iter(lambda: text.read(100), b"")) == WELSH.encode()


def test_the_beginning_can_be_looked_at_and_left_out() -> None:
    text = Utf8(io.BytesIO(b"heading\nrow\n"))

    start = text.peek()
    text.skip(8)

    assert (start, text.read(), text.read()) == (b"heading\nrow\n", b"row\n", b"")


def test_a_letter_that_is_cut_off_at_the_end_is_kept_as_windows_has_it() -> None:
    assert read("é".encode()[:1]) == "Ã".encode()
