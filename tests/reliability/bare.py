"""A machine with next to nothing: no /dev/shm, no network, no names of hosts, 64 descriptors."""

import fcntl
import shutil
import socket
import struct
import subprocess
from pathlib import Path

NONE = "this machine lets nobody take network and devices away (unshare)"
DESCRIPTORS = 64

_SET_FLAGS = 0x8914
_UP_AND_RUNNING = 0x41


def bare(devices: Path) -> list[str]:
    """What is typed before a command that shall have next to nothing; `devices` is made for it."""
    devices.mkdir()
    script = Path(__file__).with_name("bare.sh")
    words = ["unshare", "--map-root-user", "--mount", "--net", "sh", str(script), str(devices)]
    return words if shutil.which("unshare") else []


def is_possible(before: list[str]) -> bool:
    """Whether such a command can be run here."""
    return bool(before) and subprocess.run([*before, "true"], check=False).returncode == 0


def bring_up_loopback() -> None:
    """Let processes that have no network reach each other at 127.0.0.1."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        fcntl.ioctl(line, _SET_FLAGS, struct.pack("16sh14x", b"lo", _UP_AND_RUNNING))
