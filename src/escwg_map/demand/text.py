"""A stream of text as UTF-8, whatever it was written in, and told how far it has come."""

import codecs
from typing import Protocol

_BLOCK = 4 * 2**20
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class _Readable(Protocol):
    def read(self, size: int) -> bytes: ...


def _as_windows_has_it(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("escwg-map-cp1252", _as_windows_has_it)


class Utf8:
    """A file to read from that gives UTF-8: bytes that are none are taken for Windows-1252.

    Files of UTF-16 are known by their mark. Text of plain letters, which is nearly all, passes
    through untouched.
    """

    closed = False

    def __init__(self, stream: _Readable) -> None:
        self._stream = stream
        self._held = stream.read(_BLOCK)
        mark = next((name for mark, name in _MARKS if self._held.startswith(mark)), "utf-8-sig")
        self._decoder = codecs.getincrementaldecoder(mark)("escwg-map-cp1252")
        self._is_plain = mark == "utf-8-sig"
        self._held = self._through(self._held)

    def peek(self) -> bytes:
        """Give the next bytes without going on; none at the end."""
        while not self._held:
            block = self._stream.read(_BLOCK)
            self._held = self._through(block)
            if not block:
                break
        return self._held

    def skip(self, size: int) -> None:
        """Leave out so many of the bytes that `peek` gave."""
        self._held = self._held[size:]

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes, as many as there are at hand; none at the end."""
        here = self.peek()
        wanted = size if size >= 0 else len(here)
        given, self._held = here[:wanted], here[wanted:]
        return given

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def close(self) -> None:
        """Nothing to do: whoever opened the stream closes it."""

    def _through(self, block: bytes) -> bytes:
        if self._is_plain and block.isascii() and not self._decoder.getstate()[0]:
            return block
        return self._decoder.decode(block, final=not block).encode()
