"""How a count is followed: a bar with the rate and the time left on a terminal, else nothing."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

Told = Callable[[int, float], None]


@contextmanager
def counting() -> Iterator[tuple[Callable[[str], None], Callable[[int], Told]]]:
    """Give two ways to report: what is being done, and, for so many bytes, how far it has come."""
    if not sys.stderr.isatty():
        yield lambda _: None, lambda _: lambda *_: None
        return
    bars: list[_Bar] = []

    def telling(size: int) -> Told:
        bars.append(_Bar(size))
        return bars[-1].told

    try:
        yield lambda text: click.echo(text, err=True), telling
    finally:
        for bar in bars:
            bar.end()


class _Bar:
    """A bar of bytes that says how many rows there were and how many there are a second."""

    def __init__(self, size: int) -> None:
        self._bar: ProgressBar[int] = click.progressbar(
            length=max(1, size),
            file=sys.stderr,
            show_eta=True,
            item_show_func=lambda _: self._rate(),
        )
        self._lock = Lock()
        self._rows, self._bytes, self._since = 0, 0.0, time.monotonic()

    def told(self, rows: int, size: float) -> None:
        """Come on by so many rows and bytes; any thread may say so."""
        with self._lock:
            self._rows += rows
            self._bytes += size
            self._bar.update(max(0, int(self._bytes) - self._bar.pos))

    def end(self) -> None:
        """Leave the line."""
        self._bar.render_finish()

    def _rate(self) -> str:
        seconds = max(time.monotonic() - self._since, 0.001)
        return f"{self._rows:,} rows, {self._rows / seconds:,.0f} a second" if self._rows else ""
