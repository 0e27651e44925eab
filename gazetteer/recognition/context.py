"""What a whole document says of its words: how a name is used elsewhere, what looks like a person's name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from gazetteer.recognition.frequency import zipf
from gazetteer.recognition.gaps import GAP
from gazetteer.recognition.inflection import has_cases, nominatives
from gazetteer.recognition.person_names import FIRST_NAME, Levels, of_sort
from gazetteer.recognition.sheaf import Sheaf
from gazetteer.recognition.spans import Scan, Span
from gazetteer.recognition.vocabulary import MARK, Flags, Numbers

_BREAK = re.compile("\n")
_AGE = re.compile(r", \d{1,2}(?:,|;| of | from )")
_AGE_BEFORE = re.compile(r"-year-old (?<=[\w-]-year-old )(?=[^\W\d_a-z])")
"""what follows a person's full name in news, and what stands before it: Melton Lewis Paris, 51, was found;
nine-year-old Georgia Stevens"""
_COMMON, _RARE = 5.0, 3.5
"""A word of this Zipf frequency is no first name, unless several countries bear it as one; nor is a less common one at
the start of a sentence, unless it is known as one."""
_OPENING = 2
"""words of a run before a surname, unless the last of them is a first name in several countries"""
_ABROAD = 2.3
"""Zipf frequency in English and French of a German first name."""
_NO_SURNAME = sum(MARK[kind] for kind in ("head_after", "head_before", "organisation", "direction"))
_NO_FIRST_NAME = _NO_SURNAME | MARK["article"] | MARK["connector"] | MARK["honorific"]

_FORM_BITS = 32

Runs = Numbers
"""two rows: of each word the first and the last one of the run of capitals it stands in, -1 where it stands in none"""


class Uses(NamedTuple):
    """How often each word is used in its text, as vectors along a sheaf's line: in runs of capitals, if nothing else is
    said."""

    lower: Numbers
    """in lower case"""
    every: Numbers
    person: Numbers
    locative: Numbers
    alone: Numbers
    said: Numbers
    named: Numbers
    """as what ends a first name and a surname"""


@dataclass(slots=True)
class Context:
    """What a whole document says, which single spans are judged by."""

    found: Scan
    folded: list[str]
    runs: Runs
    locative_uses: Numbers
    titled: set[str]
    """Words that a title stands before somewhere (`Mr Houston`), or that end a name before an age (`Ann Fox, 51,`)."""
    named: set[str]
    """Words that end what looks like a first name and a surname somewhere (`Ivan Korolev`)."""
    surnames: set[int]
    """where they do, by the numbers of the words"""
    caps_density: float = 0.0
    line_starts: list[int] = field(default_factory=lambda: [0])

    def run_at(self, index: int) -> tuple[int, int] | None:
        """Return the first and the last word of the run that a word stands in, None where it stands in none."""
        first, last = self.runs[0][index], self.runs[1][index]
        return None if first < 0 else (int(first), int(last))

    def run(self, span: Span) -> tuple[int, int]:
        """Return the first and the last word of the run that a span begins in, its own where it begins in none."""
        return self.run_at(span.first) or (span.first, span.last)

    def line(self, number: int) -> str:
        """Return a line, without its break."""
        after = number + 1
        end = self.line_starts[after] - 1 if after < len(self.line_starts) else len(self.found.text)
        return self.found.text[self.line_starts[number] : end]


@dataclass(frozen=True, slots=True)
class Contexts:
    """The contexts of a sheaf's texts, and along its line what they are read from."""

    sheaf: Sheaf
    each: list[Context]
    marks: Numbers
    uses: Uses
    runs: Runs


class _Runs:
    """The words in runs of capitals, as vectors: where they and the ends of their runs stand on the line."""

    def __init__(self, sheaf: Sheaf, marks: Numbers) -> None:
        self.sheaf, self.marks = sheaf, marks
        bounds = np.concatenate(
            [
                np.array(found.runs, dtype=np.int64).reshape(-1, 2) + words.start
                for found, words in zip(sheaf.scans, sheaf.words, strict=True)
            ]
        )
        lengths = bounds[:, 1] - bounds[:, 0] + 1
        self.first, self.last = np.repeat(bounds[:, 0], lengths), np.repeat(bounds[:, 1], lengths)
        begins = np.cumsum(lengths) - lengths
        self.at = self.first + np.arange(len(self.first)) - np.repeat(begins, lengths)
        self.reach = _reach(sheaf)

    def before(self, kind: str) -> Flags:
        """Say of each word whether the one before it is of a class of the lexicon."""
        return np.asarray(self.marks[self.at - 1] & MARK[kind] > 0)

    def after(self, kind: str) -> Flags:
        """Say the same of the one after it."""
        return np.asarray(self.marks[self.at + 1] & MARK[kind] > 0)

    def after_part_of_name(self) -> Flags:
        """Say of each word whether the one before it in its run may be part of a person's name: no place's name that
        reaches up to the word."""
        may_be: Flags = (self.at > self.first) & (self.reach[self.at - 1] < self.at)
        return may_be & self._before_is_name_abroad(may_be)

    def after_first_name(self) -> Flags:
        """Say of each word whether the one before it may be a first name: no place, demonym, title or common word; a
        kind of place is no surname."""
        steps = self.at - self.first
        before = self.at - 1
        borne = of_sort(self.sheaf.line(person_levels)[before], FIRST_NAME)
        may_be: Flags = (steps > 0) & ((steps <= _OPENING) | (borne > 1))
        may_be &= (self.marks[before] & _NO_FIRST_NAME) + (self.marks[self.at] & _NO_SURNAME) == 0
        may_be &= (self.sheaf.line(lambda found: found.columns.gaps)[self.at] & GAP["hyphen"]) == 0
        # ETA Rotterdam, CBC Toronto
        may_be &= (self.marks[before] & MARK["capitals"] == 0) | (self.marks[self.at] & MARK["capitals"] > 0)
        may_be &= (self.reach[before] <= before) & ~_well_known(self.sheaf)[before]
        may_be &= (borne > 1) | self._before_is_name_abroad(may_be)
        asked = np.zeros(len(self.marks), dtype=np.bool_)
        asked[before[may_be]] = True
        zipf = self.sheaf.zipf(asked)[before]
        # at the start of a sentence any word has a capital
        rare = np.where(self.sheaf.line(lambda found: found.columns.initial)[before], _RARE, _COMMON)
        # a word that nobody is known to bear is none, unless it may be a case: Historic Dublin, Environment Canada
        may_be_case = self.sheaf.line(lambda found: np.full(len(found.marks), has_cases(found.lang)))[self.at]
        may_be &= np.where(borne > 0, (zipf < _COMMON) | (borne > 1), may_be_case & (zipf < rare))
        return may_be

    def _before_is_name_abroad(self, asked: Flags) -> Flags:
        """Say of German words with a capital whether other languages know them, as first names but not as nouns."""
        known: Flags = asked
        for found, words in zip(self.sheaf.scans, self.sheaf.words, strict=True):
            if found.lang == "de":
                known = known.copy()
                for place in np.flatnonzero(asked & (self.at >= words.start) & (self.at < words.stop)).tolist():
                    word = found.written[self.at[place] - words.start - 1].lower()
                    known[place] = all(zipf(word, lang) >= _ABROAD for lang in ("en", "fr"))
        return known


def person_levels(found: Scan) -> Levels:
    """Return of each word of a text how widely it is borne as a person's name."""
    levels: Levels = found.vocabulary.person_names[found.columns.numbers]
    return levels


def context(found: Scan) -> Context:
    """Return the context of one text."""
    return contexts(Sheaf.of([found])).each[0]


def contexts(sheaf: Sheaf) -> Contexts:
    """Return what each text of a sheaf says as a whole."""
    marks = sheaf.line(lambda found: found.columns.marks)
    runs = _Runs(sheaf, marks)
    is_last = runs.at == runs.last
    after_first_name = runs.at[is_last & runs.after_first_name()]
    named = sheaf.apart(after_first_name)
    titled = sheaf.apart(runs.at[runs.before("title")])
    capital = marks & MARK["capital"] > 0
    uses = _uses(sheaf, runs, capital, after_first_name)
    run_of = np.full((2, sheaf.length), -1)
    run_of[:, runs.at] = runs.first, runs.last
    each = []
    for number, (found, words) in enumerate(zip(sheaf.scans, sheaf.words, strict=True)):
        own = run_of[:, words]
        each.append(
            Context(
                found,
                found.folded,
                np.where(own < 0, own, own - words.start),
                uses.locative[words],
                titled=_persons(
                    found, [*titled[number], *_aged(found, named[number], runs.reach[words] - words.start)]
                ),
                named=_persons(found, named[number]),
                surnames=set(named[number]),
                caps_density=int(capital[words].sum()) / max(1, len(found.marks)),
                line_starts=[0, *(match.end() for match in _BREAK.finditer(found.text))],
            )
        )
    return Contexts(sheaf, each, marks, uses, run_of)


def _uses(sheaf: Sheaf, runs: _Runs, capital: Flags, named: Numbers) -> Uses:
    """Return how often the words of each text are used how."""
    # noughts for what is no word, and for each text its own numbers
    forms = sheaf.line(lambda found: found.vocabulary.form[found.columns.numbers] + 1)
    is_word = forms > 0
    for number, words in enumerate(sheaf.words):
        forms[words] += number << _FORM_BITS
    distinct, form_of = np.unique(forms, return_inverse=True)

    def counted(places: Numbers | Flags) -> Numbers:
        """Return for each word how many of those that stand in some places are the same."""
        counts: Numbers = np.bincount(form_of[places], minlength=len(distinct))[form_of]
        return np.where(is_word, counts, 0)

    is_last = runs.at == runs.last
    person = is_last & (runs.before("honorific") | runs.after_part_of_name())
    return Uses(
        lower=counted(is_word & ~capital),
        every=counted(runs.at),
        person=counted(runs.at[person]),
        locative=counted(runs.at[(runs.at == runs.first) & runs.before("locative")]),
        alone=counted(runs.at[runs.first == runs.last]),
        said=counted(runs.at[is_last & runs.after("speech")]),
        named=counted(named),
    )


def _aged(found: Scan, named: Sequence[int], reach: Numbers) -> list[int]:
    """Return the last words of runs that an age follows and that begin with no known name of several words, and the
    first words of those that an age stands before and whose surname ends another name (`named`)."""
    after = {match.start() for match in _AGE.finditer(found.text)}
    before = {match.end() for match in _AGE_BEFORE.finditer(found.text)}
    if not after and not before:
        return []
    runs = [(first, last) for first, last in found.runs if first < last and reach[first] <= first]
    return [last for _, last in runs if found.ends[last] in after] + [
        first
        for first, last in runs
        if found.starts[first] in before and any(found.folded[at] == found.folded[last] for at in named if at != last)
    ]


def _persons(found: Scan, tokens: Sequence[int]) -> set[str]:
    """Return the words of some tokens, and what they may be cases of."""
    words = {found.folded[at] for at in tokens}
    return words.union(*(nominatives(word, found.lang or "en") for word in words))


def _reach(sheaf: Sheaf) -> Numbers:
    """Return for each word the last one of the longest known name that begins with it; -1 where none does."""
    reach = np.full(sheaf.length, -1)
    # names with one first word stand in the order of their length
    reach[sheaf.first[sheaf.known]] = sheaf.last[sheaf.known]
    return reach


def _well_known(sheaf: Sheaf) -> Flags:
    """Say of each word whether a name begins with it that is known the world over."""
    known = np.zeros(sheaf.length, dtype=np.bool_)
    known[sheaf.first[np.array([bearers.well_known for bearers in sheaf.bearers], dtype=np.bool_)[sheaf.bearer]]] = True
    return known
