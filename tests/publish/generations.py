"""Two generations of Toyshire side by side, and the pointer from one to the other."""

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from escwg_map.publish.pointer import point_to, pointer_file
from escwg_map.publish.work import published
from escwg_map.settings import Settings
from sources.slips import cells


@dataclass(frozen=True)
class Generations:
    """The publications of Toyshire before and after one title has changed; the first is current."""

    settings: Settings
    pointer: Path
    old: Path
    new: Path

    def switch(self, to: Path) -> None:
        """Make one of them current."""
        point_to(self.pointer, to.name)


def copy_of(toyshire: Path, folder: Path) -> Settings:
    """A copy of Toyshire, for one test to change."""
    for name in ("data", "boundaries"):
        shutil.copytree(toyshire / name, folder / name)
    return Settings(
        data=folder / "data", boundaries=folder / "boundaries", published=folder / "published"
    )


def two_generations(toyshire: Path, folder: Path) -> Generations:
    """Copy two publications of Toyshire into a folder."""
    settings, old, new = _published(toyshire)
    own = settings.model_copy(update={"published": folder / "published"})
    shutil.copytree(settings.published, own.published)
    found = Generations(own, pointer_file(own), own.published / old.name, own.published / new.name)
    found.switch(found.old)
    return found


@cache
def _published(toyshire: Path) -> tuple[Settings, Path, Path]:
    settings = copy_of(toyshire, toyshire.parent / f"{toyshire.name}-generations")
    old = published(settings)
    cells("projects", 2, title="Another title")(settings.data)
    return settings, old, published(settings)
