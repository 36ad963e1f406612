"""Real files spoilt at random: bytes turned over, cut, doubled, and members of zips exchanged."""

import io
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile


def spoilt(content: bytes, header: int, random: Random, number: int) -> bytes:
    """Spoil a file; every other time a byte of its first `header`, each of them in turn."""
    if number % 2 == 0:
        place = (number // 2) % min(header, len(content))
        return _with(content, place, random.randrange(1, 256))
    return random.choice((_flip, _flip, _cut, _double, _blank, _swap, _insert))(content, random)


def spoilt_zip(content: bytes, header: int, random: Random, number: int) -> bytes:
    """Spoil a zip: itself, or one of its members in a zip that is sound."""
    if number % 4 == 0:
        return spoilt(content, header, random, number // 4)
    with ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    if number % 4 == 1:
        return _zipped(_exchanged(members, random))
    name = random.choice(sorted(members))
    return _zipped(members | {name: spoilt(members[name], header, random, number // 4)})


def _zipped(members: dict[str, bytes]) -> bytes:
    body = io.BytesIO()
    with ZipFile(body, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return body.getvalue()


def _exchanged(members: dict[str, bytes], random: Random) -> dict[str, bytes]:
    one, other = random.sample(sorted(members), 2)
    if random.random() < 0.3:
        return {name: content for name, content in members.items() if name != one}
    return members | {one: members[other], other: members[one]}


def _with(content: bytes, place: int, change: int) -> bytes:
    if not content:
        return content
    return content[:place] + bytes([content[place] ^ change]) + content[place + 1 :]


def _flip(content: bytes, random: Random) -> bytes:
    for _ in range(random.choice((1, 2, 8))):
        place = random.randrange(len(content) or 1)
        content = _with(content, place, random.randrange(1, 256))
    return content


def _span(content: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(content) + 1)
    return start, min(len(content), start + random.choice((1, 4, 60, 1_000)))


def _cut(content: bytes, random: Random) -> bytes:
    start, end = _span(content, random)
    return content[:start] if random.random() < 0.5 else content[:start] + content[end:]


def _double(content: bytes, random: Random) -> bytes:
    start, end = _span(content, random)
    return content[:end] + content[start:]


def _blank(content: bytes, random: Random) -> bytes:
    start, end = _span(content, random)
    return content[:start] + random.choice((b"\0", b"\xff")) * (end - start) + content[end:]


def _swap(content: bytes, random: Random) -> bytes:
    (a, b), (c, d) = sorted((_span(content, random), _span(content, random)))
    return (
        content if b > c else content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]
    )


def _insert(content: bytes, random: Random) -> bytes:
    odd = random.choice(
        (b'"', b"\r", b"\xef\xbb\xbf", b"1e400", b"<!DOCTYPE", b";", b"\xed\xa0\x80")
    )
    start, _ = _span(content, random)
    return content[:start] + odd + content[start:]
