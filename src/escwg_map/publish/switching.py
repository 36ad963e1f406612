"""Publishing beside what is being served, and switching when nothing is wrong."""

from contextlib import suppress
from pathlib import Path

from escwg_map.errors import CannotWrite, EscwgMapError, RefusedInput
from escwg_map.publish.pointer import point_to, pointer_file, record_failure
from escwg_map.publish.work import Advance, Say, published
from escwg_map.settings import Settings


def publish_and_switch(
    settings: Settings, say: Say = lambda _: None, advance: Advance = lambda _: None
) -> Path:
    """Publish these inputs if need be, and make that the current publication.

    When anything is wrong, the last good publication stays current, and the failure is recorded.

    Raises:
        EscwgMapError: as `published` does.
    """
    pointer = pointer_file(settings)
    try:
        folder = published(settings, say, advance)
    except (EscwgMapError, OSError) as error:
        problems = len(error.problems) if isinstance(error, RefusedInput) else 0
        with suppress(CannotWrite):
            record_failure(pointer, problems)
        raise
    point_to(pointer, folder.name)
    return folder
