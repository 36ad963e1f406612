"""Work that makes much of which little is garbage: modules, and all that a command makes."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """Look for no garbage meanwhile: the search takes a tenth of the time, and finds little.

    What is there at the end of it is never looked through: Python would once more when it ends,
    and in workers that are forked, looking would copy what they share.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
