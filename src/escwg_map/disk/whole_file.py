"""One file, wholly the old or wholly the new."""

import stat
from pathlib import Path

from escwg_map.disk.drafts import draft_beside
from escwg_map.disk.refusal import in_place, refusing
from escwg_map.disk.syncing import Body, sync_folder, write_synced


def write_file(path: Path, body: Body, cure: str = "") -> None:
    """Replace a file, or make it; when this returns, it is on the disk.

    Through a link the file that it leads to is replaced. A file keeps the permissions that it had.

    Raises:
        CannotWrite: the disk does not take it; the message adds `cure` to the usual one.
    """
    target = path.resolve()
    with refusing(path, cure), draft_beside(target, Path.touch) as draft:
        write_synced(draft, body)
        if target.exists():
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
        with in_place(path):
            sync_folder(target.parent)
