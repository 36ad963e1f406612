"""Zip files that can be written whatever the clock says."""

from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class UndatedZip(ZipFile):
    """A zip file whose members bear the earliest day that there is in one.

    It is for programs that would give them today's: no zip file knows a day before 1980, which
    machines without a battery begin with, or after 2107.
    """

    def __init__(self, file: IO[bytes]) -> None:
        """Write to a file from its start."""
        super().__init__(file, "w", ZIP_DEFLATED, strict_timestamps=False)

    def writestr(self, member: str | ZipInfo, content: str | bytes, *more: int | None) -> None:  # type: ignore[override]
        """Add a member; one that is given by its name alone gets no day."""
        undated = ZipInfo(member) if isinstance(member, str) else member
        if undated is not member:
            undated.compress_type = ZIP_DEFLATED
        super().writestr(undated, content, *more)
