"""What the C library is asked to do with memory, where it is glibc: elsewhere nothing is asked.

Dozens of threads have a heap of their own each, and what was freed of a publication stays with the
one whose thread had read it: workers would grow with every switch.
"""

import ctypes
import gc
from contextlib import suppress

_M_ARENA_MAX, _M_MMAP_THRESHOLD = -8, -3
"""The numbers of the parameters, as `malloc.h` has them."""

_LARGE = 256 * 1024
"""Bytes from which on memory is the system's again as soon as it is free. Where nobody says so,
that grows to 32 MB once an export has been as large, and what lies between is kept."""


def keep_little() -> None:
    """Let all threads share one heap, and give back at once what is large.

    The interpreter lets one thread at a time allocate anyway.
    """
    with suppress(AttributeError):
        libc = ctypes.CDLL(None)
        libc.mallopt(_M_ARENA_MAX, 1)
        libc.mallopt(_M_MMAP_THRESHOLD, _LARGE)


def settle() -> None:
    """Let Python's collector leave alone what there is now: looking through it stops all threads.

    Once, at the start: of what is under way later, some refers to itself when it is let go, and
    would stay for ever. A publication needs no collector, so the first one goes nevertheless.
    """
    gc.collect()
    gc.freeze()


def give_back() -> None:
    """Give the system what nothing refers to any more."""
    gc.collect()
    trim()


def trim() -> None:
    """Give the system the whole pages that are free between what is used."""
    with suppress(AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
