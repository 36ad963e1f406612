"""The search itself: made once of an atlas, then asked again and again."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from msgspec import Struct
from rapidfuzz import fuzz, process

from escwg_map.atlas import Atlas
from escwg_map.search.entries import Entry, Subject, entries_of
from escwg_map.search.vocabulary import MISSES, Grades, Vocabulary
from escwg_map.search.words import folded

_WHOLE_NAME, _ALIAS = -2, -1
"""Grades better than that of words alone."""

_NEAR_IN_SPELLING = 70
"""Of 100: how like a name must be to be offered when nothing was found."""


class Index(Struct, frozen=True, eq=False):
    """Everything that can be found, ready to be looked through."""

    entries: tuple[Entry, ...]
    vocabulary: Vocabulary
    names: Mapping[str, tuple[int, ...]]
    aliases: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, atlas: Atlas) -> "Index":
        """Make the index of an atlas."""
        entries = entries_of(atlas)
        return cls(
            entries=entries,
            vocabulary=Vocabulary.of(entry.words for entry in entries),
            names=_numbers_by_name(entries, lambda entry: (entry.name, *entry.names)),
            aliases=_numbers_by_name(entries, lambda entry: entry.aliases),
        )

    def find(self, text: str) -> tuple[Entry, ...]:
        """Find the entries that have every word of a text, the best first.

        A whole name comes first, then an alias, then all words exact, beginnings of words, and
        words with slips; then services, districts, places, schemes, projects; then by name. Slips
        are forgiven in words that are spelt so nowhere, and in all when nothing else is found.
        """
        words = dict.fromkeys(folded(text).split())
        if not words or not self.entries:
            return ()
        graded = self._graded(words)
        graded[list(self.aliases.get(folded(text), ()))] = _ALIAS
        graded[list(self.names.get(folded(text), ()))] = _WHOLE_NAME
        found = np.flatnonzero(graded < MISSES)
        best_first = found[np.argsort(graded[found], kind="stable")]
        return tuple(self.entries[number] for number in best_first.tolist())

    def near(self, text: str, most: int = 5) -> tuple[str, ...]:
        """Offer names that are spelt nearly like a text of which nothing was found."""
        found = process.extract(
            folded(text),
            list(self.names),
            scorer=fuzz.ratio,
            score_cutoff=_NEAR_IN_SPELLING,
            limit=most,
        )
        return tuple(self._written(name) for name, _, _ in found)

    def examples(self) -> list[str]:
        """Give the shortest name of each subject that there is, in their order."""
        shortest: dict[Subject, str] = {}
        for entry in self.entries:
            known = shortest.get(entry.subject, entry.name)
            shortest[entry.subject] = min(known, entry.name, key=len)
        return list(shortest.values())

    def _written(self, name: str) -> str:
        entry = self.entries[self.names[name][0]]
        return next(each for each in (entry.name, *entry.names) if folded(each) == name)

    def _graded(self, words: Iterable[str]) -> Grades:
        spelt = {word: self.vocabulary.spelt(word) for word in words}
        misspelt = {word: self.vocabulary.misspelt(word) for word in spelt if _misses(spelt[word])}
        graded = _all_match(spelt | misspelt)
        if _misses(graded):
            others = {word: self.vocabulary.misspelt(word) for word in spelt.keys() - misspelt}
            lenient = {word: np.minimum(spelt[word], others[word]) for word in others}
            graded = _all_match(lenient | misspelt)
        return graded


def _all_match(grades: Mapping[str, Grades]) -> Grades:
    """Grade each entry by the word that it matches worst."""
    worst: Grades = np.max(list(grades.values()), axis=0)
    return worst


def _misses(grades: Grades) -> bool:
    return bool(grades.min() == MISSES)


def _numbers_by_name(
    entries: Iterable[Entry], names: Callable[[Entry], Iterable[str]]
) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = {}
    for number, entry in enumerate(entries):
        for name in names(entry):
            found.setdefault(folded(name), {})[number] = None
    return {name: tuple(numbers) for name, numbers in found.items()}
