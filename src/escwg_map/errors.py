"""What stops us. Each message names the thing at fault and what would cure it.

A fault in one row of data is no exception: it is a `Problem`, collected and shown with the others.

    EscwgMapError
    ├── MissingInput      a file or folder that must be there is not
    ├── RefusedInput      files that were read and found wanting; carries every problem found
    ├── CannotWrite       the disk does not take what was to be written; nothing has changed
    ├── Damaged           a file of a publication is not what was published
    ├── BadSelection      a parameter that cannot be understood; carries the parameter's name
    ├── BadPlace          a coordinate or a grid reference, typed by somebody, that leads nowhere
    └── NotRecorded       a code or an id that the register does not hold
"""

from collections.abc import Sequence


class EscwgMapError(Exception):
    """Something stopped the work; the message is written for the person who can cure it."""


class MissingInput(EscwgMapError):
    """A file or folder that must be there is not."""


class RefusedInput(EscwgMapError):
    """Input was read and refused; every problem found is listed, not the first only."""

    def __init__(self, what: str, problems: Sequence[object]) -> None:
        self.what = what
        self.problems = tuple(problems)
        super().__init__("\n".join([what, *(f"  {problem}" for problem in self.problems)]))


class CannotWrite(EscwgMapError):
    """Something could not be written, and everything is as it was before."""


class Damaged(EscwgMapError):
    """A publication's files are not those that were published, and none can take its place."""


class BadSelection(EscwgMapError):
    """A query parameter or option cannot be understood."""

    def __init__(self, parameter: str, message: str) -> None:
        self.parameter = parameter
        super().__init__(message)


class BadPlace(EscwgMapError):
    """A typed coordinate or grid reference names no place in the British Isles."""


class NotRecorded(EscwgMapError):
    """The register holds no such code or id."""
