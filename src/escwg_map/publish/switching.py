"""Publishing beside what is being served, and switching when nothing is wrong."""

from contextlib import suppress
from pathlib import Path

from escwg_map.disk.drafts import remove
from escwg_map.errors import CannotWrite, EscwgMapError, RefusedInput
from escwg_map.publish.pointer import point_to, pointer_file, read_pointer, record_failure
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
    before = read_pointer(pointer)
    try:
        folder = published(settings, say, advance)
    except (EscwgMapError, OSError) as error:
        problems = len(error.problems) if isinstance(error, RefusedInput) else 0
        with suppress(CannotWrite):
            record_failure(pointer, problems)
        raise
    point_to(pointer, folder.name)
    for name in before.names if before else ():
        _forget(folder.with_name(name))
    return folder


def _forget(folder: Path) -> None:
    """Take a publication away if no pointer names it any more: new data shall not fill the disk."""
    pointers = (read_pointer(file) for file in folder.parent.glob("current-*.json"))
    named = {name for each in pointers if each for name in each.names}
    if folder.name not in named and folder.is_dir():
        with suppress(OSError):
            # Under the name of a draft, what cannot be taken away now is swept the next time.
            remove(folder.rename(folder.with_name(f".{folder.name}.old.draft")))
