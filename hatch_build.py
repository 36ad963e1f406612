"""Pack what stands beside the package into the wheel, so that it serves the same map elsewhere."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKED = ("templates", "static", "data", "boundaries")


class PackBesides(BuildHookInterface[Any]):
    """Put the folders into the wheel; an editable installation reads them where they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the folders to pack.

        Raises:
            FileNotFoundError: the front-end assets have not been built.
        """
        if version == "editable":
            return
        if not Path(self.root, "static", "vendor").is_dir():
            raise FileNotFoundError("static/vendor is missing: run 'make assets' before building")
        build_data["force_include"] |= {
            str(path): f"escwg_map/packed/{path.relative_to(self.root).as_posix()}"
            for folder in PACKED
            for path in sorted(Path(self.root, folder).rglob("*"))
            if path.is_file() and path.suffix != ".bak"  # what an import keeps is nobody else's
        }
