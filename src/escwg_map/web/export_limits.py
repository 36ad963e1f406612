"""How large an export may be, and how long writing it may take: no place is held for ever.

What goes too far is refused before the answer begins, with what would make it smaller.
"""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from flask import Flask, current_app
from msgspec import Struct

from escwg_map.settings import Settings
from escwg_map.web.request_limits import Refused

_KEY = "escwg_map_export_limits"
_CURE = "Choose fewer by filters, or take the register itself as it is on the page about the data."


class Limits(Struct, frozen=True):
    """The most bytes of an export, and the most seconds for writing it."""

    size: int
    seconds: float
    clock: Callable[[], float] = monotonic

    def keep(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Hand pieces on.

        Raises:
            Refused: they are too many, or take too long.
        """
        began, written = self.clock(), 0
        late = f"Writing this file takes over {self.seconds:g} seconds. {_CURE}"
        try:
            for piece in pieces:
                written += len(piece)
                if written > self.size:
                    raise Refused(
                        f"This file would be larger than {_megabytes(self.size)}. {_CURE}"
                    )
                if self.clock() - began > self.seconds:
                    raise Refused(late)
                yield piece
        except TimeoutError as error:
            raise Refused(late) from error


def init_app(app: Flask, settings: Settings) -> None:
    """Let exports be as large as the settings allow."""
    app.extensions[_KEY] = Limits(settings.export_bytes, settings.export_seconds)


def export_limits() -> Limits:
    """Give the limits of this app."""
    limits: Limits = current_app.extensions[_KEY]
    return limits


def _megabytes(size: int) -> str:
    return f"{size / 1e6:g} MB"
