"""The publication of some inputs where there is one: found without all that makes one."""

from pathlib import Path

from escwg_map.disk.manifest import damage
from escwg_map.publish.inputs import publication_name
from escwg_map.settings import Settings


def made_before(settings: Settings) -> Path | None:
    """Find the folder of the publication of these inputs.

    It was made of the same files by the same code, so nothing was wrong with them. One whose files
    are not those that were published counts as none.

    Raises:
        MissingInput: the data or the boundaries folder is not there.
    """
    folder = settings.published / publication_name(settings)
    return None if damage(folder) else folder
