"""What a command asks of the kernel, in order (strace), and what a power cut would then take back.

The trace is replayed: contents that were written and names that were given are at risk until an
fsync of the file, or of the folder, has come back.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

_CALLS = (
    *("open", "openat", "creat", "mkdir", "write", "writev", "pwrite64", "ftruncate"),
    *("fsync", "fdatasync", "rename", "renameat", "renameat2", "link", "unlink"),
)
_STRACE = ("strace", "-f", "-y", "-qq", "--seccomp-bpf", "-s", "300", "-e", "signal=none")
_CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+)(?:<(.*)>)?")
_FILE = re.compile(r"^\d+<(/[^>]*)>")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SAID = re.compile(r"^[12]<")
_WRITING = re.compile(r"O_CREAT|O_TRUNC")


@dataclass(frozen=True)
class Call:
    """A call that succeeded: its name, its arguments as strace writes them, and what it opened."""

    name: str
    arguments: str
    opened: str | None

    @property
    def file(self) -> str:
        """The file that its first argument, a descriptor, stands for."""
        found = _FILE.match(self.arguments)
        return found[1] if found else ""

    @property
    def named(self) -> list[str]:
        """The names among its arguments."""
        return _QUOTED.findall(self.arguments)


def cannot_trace() -> str:
    """Why nothing can be traced here, if so."""
    if not shutil.which("strace"):
        return "there is no strace on this machine"
    tried = subprocess.run([*_STRACE, "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "this machine lets nobody trace processes"


def traced(command: Sequence[str], environment: Mapping[str, str]) -> list[Call]:
    """Run a command, which must succeed, and give its calls and its children's, in order."""
    with TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        words = [*_STRACE, "-o", str(trace), "-e", f"trace={','.join(_CALLS)}", *command]
        ran = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        return list(_calls(trace.read_text(errors="replace")))


def _calls(text: str) -> Iterator[Call]:
    begun: dict[str, str] = {}
    for line in text.splitlines():
        process, _, said = line.partition(" ")
        said = said.strip()
        if said.endswith("<unfinished ...>"):
            begun[process] = said.removesuffix("<unfinished ...>")
            continue
        if said.startswith("<... "):
            said = begun.pop(process, "") + said.partition(" resumed>")[2]
        found = _CALL.match(said)
        if found and int(found[3]) >= 0:
            yield Call(found[1], found[2], found[4])


@dataclass
class PowerCut:
    """What would be lost of a folder by a power cut at any moment of a trace."""

    folder: str
    faults: list[str] = field(default_factory=list)
    """What was given its name, or said to be done, before it was on the disk."""
    said: int = 0
    """How many messages there were that say that something is done."""
    renamed: int = 0
    calls: int = 0
    _contents: set[str] = field(default_factory=set)
    _names: set[str] = field(default_factory=set)

    def replay(self, calls: Sequence[Call], done: str) -> "PowerCut":
        """Go through a trace; messages that match `done` say that all before is on the disk."""
        self.calls += len(calls)
        for call in calls:
            if call.name == "write" and _SAID.match(call.arguments):
                self._hear(call, done)
            elif call.name in ("write", "writev", "pwrite64", "ftruncate"):
                self._contents.add(call.file)
            elif call.name in ("fsync", "fdatasync"):
                self._contents.discard(call.file)
                self._names -= {name for name in self._names if _parent(name) == call.file}
            elif call.name.startswith("rename"):
                self._rename(*call.named, exchanged="EXCHANGE" in call.arguments)
            elif call.name == "unlink":
                self._names -= set(call.named)
                self._contents -= set(call.named)
            elif call.name in ("mkdir", "creat", "link") or _WRITING.search(call.arguments):
                self._names.add(call.opened or call.named[-1])
        return self

    def _rename(self, old: str, new: str, *, exchanged: bool) -> None:
        self.renamed += new.startswith(self.folder)
        at_risk = [path for path in self._contents | self._names if _is_in(path, old)]
        self.faults += [
            f"{new} got its name before {path} was on the disk" for path in at_risk if path != old
        ]
        if old in self._contents:
            self.faults.append(f"{new} got its name before its content was on the disk")
        self._names = {name for name in self._names if not _is_in(name, old)} | {new}
        self._contents = {path for path in self._contents if not _is_in(path, old)}
        if exchanged:
            self._names.add(old)

    def _hear(self, call: Call, done: str) -> None:
        if not re.search(done, call.arguments):
            return
        self.said += 1
        message = call.named[0].removesuffix("\\n")
        at_risk = sorted(filter(self._is_seen, self._contents | self._names))
        self.faults += [f"{message} was said before {path} was kept" for path in at_risk]

    def _is_seen(self, path: str) -> bool:
        """Whether it lies in the folder, and is no draft or lock."""
        inside = _is_in(path, self.folder) and path != self.folder
        return inside and "/." not in path.removeprefix(self.folder)


def _parent(path: str) -> str:
    return str(PurePath(path).parent)


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")
