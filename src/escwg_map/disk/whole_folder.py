"""One folder of files, wholly the old or wholly the new."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, field

from escwg_map.disk.drafts import draft_beside
from escwg_map.disk.exchange import put_in_place, recover
from escwg_map.disk.manifest import digest, write_manifest
from escwg_map.disk.refusal import refusing
from escwg_map.disk.syncing import make_folder, sync_folder, write_synced


class Draft(Struct, frozen=True):
    """A folder that is being written, and the digests of what it holds so far."""

    folder: Path
    digests: dict[str, str] = field(default_factory=dict)

    def write(self, path: str, body: bytes) -> None:
        """Write one file, with the folders that it lies in."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        write_synced(target, body)
        self.digests[path] = digest(body)


@contextmanager
def whole_folder(target: Path, cure: str = "") -> Iterator[Draft]:
    """Give a draft to write to; it takes the target's place when all is written, and on the disk.

    What the target held before is then gone. When anything goes wrong, the target is as it was.

    Raises:
        CannotWrite: the disk does not take it; the message adds `cure` to the usual one.
    """
    with refusing(target, cure):
        make_folder(target.parent)
        recover(target)
        with draft_beside(target, Path.mkdir) as folder:
            draft = Draft(folder)
            yield draft
            write_manifest(folder, draft.digests)
            for path in (path for path in folder.rglob("*") if path.is_dir()):
                sync_folder(path)
            put_in_place(folder, target)
