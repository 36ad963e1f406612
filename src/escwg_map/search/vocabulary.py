"""The distinct words of everything that can be found, and where each of them leads."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

Grades = NDArray[np.int8]
"""How well each entry matches, by its number: 0 is best, `MISSES` does not match."""

EXACT, PREFIX, MISSES = 0, 1, 100

_AFTER_ALL = "\U0010ffff"


class Vocabulary(Struct, frozen=True, eq=False):
    """The words in order; the entries of word n are `leads[starts[n]:starts[n + 1]]`."""

    words: tuple[str, ...]
    starts: NDArray[np.intp]
    leads: NDArray[np.intp]
    entries: int
    by_length: Mapping[int, Mapping[int, str]]
    """The words of each length by their number: a slip changes the length by one at most."""

    @classmethod
    def of(cls, entries: Iterable[set[str]]) -> "Vocabulary":
        """Collect the words of entries, which are numbered in the order given."""
        leads: dict[str, list[int]] = {}
        number = -1
        for number, words in enumerate(entries):
            for word in words:
                leads.setdefault(word, []).append(number)
        ordered = sorted(leads)
        lengths = [len(leads[word]) for word in ordered]
        by_length: dict[int, dict[int, str]] = {}
        for place, word in enumerate(ordered):
            by_length.setdefault(len(word), {})[place] = word
        return cls(
            words=tuple(ordered),
            starts=np.cumsum([0, *lengths], dtype=np.intp),
            leads=np.array([lead for word in ordered for lead in leads[word]], dtype=np.intp),
            entries=number + 1,
            by_length=by_length,
        )

    def spelt(self, word: str) -> Grades:
        """Grade the entries that have the word (0), or one that begins with it (1)."""
        grades: Grades = np.full(self.entries, MISSES, dtype=np.int8)
        first, after = (bisect_left(self.words, text) for text in (word, word + _AFTER_ALL))
        grades[self._leads(first, after)] = PREFIX
        if first < after and self.words[first] == word:
            grades[self._leads(first, first + 1)] = EXACT
        return grades

    def misspelt(self, word: str) -> Grades:
        """Grade the entries that have a word, or one that begins so, but for a slip or two.

        A slip is a letter too many, too few, another, or two that changed places. Each slip counts
        2, and 1 is added where only the beginning of a word with the same first letter is like it.
        """
        grades: Grades = np.full(self.entries, MISSES, dtype=np.int8)
        slips = slips_forgiven(word)
        if slips == 0:
            return grades
        graded = dict(self._beginnings(word, slips)) | dict(self._whole(word, slips))
        for number in sorted(graded, key=graded.__getitem__, reverse=True):
            grades[self._leads(number, number + 1)] = graded[number]
        return grades

    def _whole(self, word: str, slips: int) -> Iterator[tuple[int, int]]:
        for length in range(len(word) - slips, len(word) + slips + 1):
            for number, distance in _near(word, self.by_length.get(length, {}), slips):
                yield number, 2 * distance

    def _beginnings(self, word: str, slips: int) -> Iterator[tuple[int, int]]:
        first, after = (bisect_left(self.words, text) for text in (word[0], word[0] + _AFTER_ALL))
        for length in (len(word) + 1, len(word)):
            cut = [each[:length] for each in self.words[first:after]]
            for number, distance in _near(word, cut, slips):
                yield first + number, 2 * distance + 1

    def _leads(self, first: int, after: int) -> NDArray[np.intp]:
        return self.leads[self.starts[first] : self.starts[after]]


def _near(word: str, among: Sequence[str] | Mapping[int, str], slips: int) -> list[tuple[int, int]]:
    near = process.extract(word, among, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [(number, int(distance)) for _, distance, number in near if distance]


def slips_forgiven(word: str) -> int:
    """Say how many slips a word of its length may have: none in short ones and in codes."""
    if len(word) < 4 or any(letter.isdigit() for letter in word):
        return 0
    return 1 if len(word) < 8 else 2
