"""How much a boundary file from outside may ask of this machine."""

from dataclasses import dataclass

MIB = 1024**2
GIB = 1024**3


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, times in seconds; numbers from the import rows of the security limits."""

    zip_bytes: int = 200 * MIB
    unpacked_bytes: int = GIB
    members: int = 200
    features: int = 50_000
    vertices: int = 10_000_000
    memory: int = 2 * GIB
    cpu: int = 60
    wall: int = 120
    answer_bytes: int = GIB


LIMITS = Limits()
