"""What a whole document says of its words: how a name is used elsewhere, what looks like a person's name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from gazetteer.recognition.frequency import zipf
from gazetteer.recognition.gaps import GAP
from gazetteer.recognition.inflection import nominatives
from gazetteer.recognition.scan import Scan, Span
from gazetteer.recognition.vocabulary import MARK, Numbers

_BREAK = re.compile("\n")
_AGE = re.compile(r", \d{1,2}(?:,|;| of | from )")
_AGE_BEFORE = re.compile(r"-year-old (?<=[\w-]-year-old )(?=[^\W\d_a-z])")
"""what follows a person's full name in news, and what stands before it: Melton Lewis Paris, 51, was found;
nine-year-old Georgia Stevens"""
_COMMON = 5.0
"""A word of this Zipf frequency is no first name."""
_ABROAD = 2.3
"""Zipf frequency in English and French of a German first name."""
_NO_FIRST_NAME = sum(
    MARK[kind]
    for kind in ("head_after", "head_before", "organisation", "article", "connector", "honorific", "direction")
)

Flags = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Context:
    """Counts over a whole document that single spans are judged by.

    Counted are the uses of a folded word in runs of capitals, in vectors with a number for each word of the text.
    """

    found: Scan
    folded: list[str]
    run_of: dict[int, tuple[int, int]]
    lower_uses: Numbers
    """of the word in lower case"""
    uses: Numbers
    person_uses: Numbers
    locative_uses: Numbers
    alone_uses: Numbers
    said_uses: Numbers
    titled: set[str]
    """Words that a title stands before somewhere (`Mr Houston`), or that end a name before an age (`Ann Fox, 51,`)."""
    named: set[str]
    """Words that end what looks like a first name and a surname somewhere (`Ivan Korolev`)."""
    caps_density: float = 0.0
    line_starts: list[int] = field(default_factory=lambda: [0])

    def run(self, span: Span) -> tuple[int, int]:
        """Return the first and the last word of the run that a span begins in, its own where it begins in none."""
        return self.run_of.get(span.first, (span.first, span.last))

    def line(self, number: int) -> str:
        """Return a line, without its break."""
        after = number + 1
        end = self.line_starts[after] - 1 if after < len(self.line_starts) else len(self.found.text)
        return self.found.text[self.line_starts[number] : end]


class _Runs:
    """The words in runs of capitals, as vectors: their tokens, and where their runs begin and end."""

    def __init__(self, found: Scan) -> None:
        self.found = found
        bounds = np.array(found.runs, dtype=np.int64).reshape(-1, 2)
        lengths = bounds[:, 1] - bounds[:, 0] + 1
        self.first, self.last = np.repeat(bounds[:, 0], lengths), np.repeat(bounds[:, 1], lengths)
        begins = np.cumsum(lengths) - lengths
        self.at = self.first + np.arange(len(self.first)) - np.repeat(begins, lengths)
        # a word more at either end stands for none
        self._marks = np.concatenate(([0], found.vocabulary.marks[found.numbers], [0]))

    def before(self, kind: str) -> Flags:
        """Say of each word whether the one before it is of a class of the lexicon."""
        return np.asarray(self._marks[self.at] & MARK[kind] > 0)

    def after(self, kind: str) -> Flags:
        """Say the same of the one after it."""
        return np.asarray(self._marks[self.at + 2] & MARK[kind] > 0)

    def after_part_of_name(self) -> Flags:
        """Say of each word whether the one before it in its run may be part of a person's name: no place's name that
        reaches up to the word."""
        may_be: Flags = (self.at > self.first) & (_reach(self.found)[self.at - 1] < self.at)
        return may_be & self._before_is_name_abroad(may_be)

    def after_first_name(self) -> Flags:
        """Say of each word whether the one before it may be a first name: no place, demonym, title or common word."""
        steps = self.at - self.first
        before = self.at - 1
        may_be: Flags = (steps == 1) | (steps == 2)
        may_be &= (self._marks[self.at] & _NO_FIRST_NAME) == 0
        may_be &= (self.found.gaps[self.at] & GAP["hyphen"]) == 0
        may_be &= (_reach(self.found)[before] <= before) & ~_well_known(self.found)[before]
        may_be &= self._before_is_name_abroad(may_be)
        places = np.flatnonzero(may_be)
        may_be[places] = self.found.vocabulary.zipf(self.found.numbers[before[places]]) < _COMMON
        return may_be

    def _before_is_name_abroad(self, asked: Flags) -> Flags:
        """Say of German words with a capital whether other languages know them, as first names but not as nouns."""
        if self.found.lang != "de":
            return asked
        known = np.zeros(len(asked), dtype=np.bool_)
        for place in np.flatnonzero(asked).tolist():
            word = self.found.written[self.at[place] - 1].lower()
            known[place] = all(zipf(word, lang) >= _ABROAD for lang in ("en", "fr"))
        return known


def context(found: Scan) -> Context:
    """Return the document counts of a scan."""
    forms, form_of = np.unique(found.vocabulary.form[found.numbers], return_inverse=True)
    runs = _Runs(found)

    def counted(tokens: Numbers | Flags) -> Numbers:
        """Return for each token how many of some tokens are of its word."""
        counts: Numbers = np.bincount(form_of[tokens], minlength=len(forms))[form_of]
        return counts

    is_last = runs.at == runs.last
    named = runs.at[is_last & runs.after_first_name()].tolist()
    person = is_last & (runs.before("honorific") | runs.after_part_of_name())
    capital = found.vocabulary.marks[found.numbers] & MARK["capital"] > 0
    return Context(
        found,
        found.folded,
        {index: run for run in found.runs for index in range(run[0], run[1] + 1)},
        lower_uses=counted(~capital),
        uses=counted(runs.at),
        person_uses=counted(runs.at[person]),
        locative_uses=counted(runs.at[(runs.at == runs.first) & runs.before("locative")]),
        alone_uses=counted(runs.at[runs.first == runs.last]),
        said_uses=counted(runs.at[is_last & runs.after("speech")]),
        titled=_persons(found, [*runs.at[runs.before("title")].tolist(), *_aged(found, named)]),
        named=_persons(found, named),
        caps_density=int(capital.sum()) / max(1, len(capital)),
        line_starts=[0, *(match.end() for match in _BREAK.finditer(found.text))],
    )


def _aged(found: Scan, named: Sequence[int]) -> list[int]:
    """Return the last words of runs that an age follows and that begin with no known name of several words, and the
    first words of those that an age stands before and whose surname ends another name (`named`)."""
    after = {match.start() for match in _AGE.finditer(found.text)}
    before = {match.end() for match in _AGE_BEFORE.finditer(found.text)}
    if not after and not before:
        return []
    reach = _reach(found)
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


def _reach(found: Scan) -> Numbers:
    """Return for each token the last one of the longest known name that begins with it; -1 where none does."""
    reach = np.full(len(found.marks), -1)
    first, last = found.bounds[:2, found.bounds[5] > 0]
    # names with one first word stand in the order of their length
    reach[first] = last
    return reach


def _well_known(found: Scan) -> Flags:
    """Say of each token whether a name begins with it that is known the world over."""
    known = np.zeros(len(found.marks), dtype=np.bool_)
    known[[span.first for span in found.spans if span.bearers.well_known]] = True
    return known


def said_place(ctx: Context, span: Span) -> bool:
    """Say whether the words before call the span a kind of place (`the hamlet of X`, `Dorf X`, `у селі X`)."""
    words, before = ctx.found.words, span.first - 1
    if before >= 0 and ctx.folded[before] in words.connector:
        before -= 1
    if before < 0 or ctx.found.text[ctx.found.ends[before] : span.start].strip() not in (
        "",
        ctx.folded[span.first - 1],
    ):
        return False
    return ctx.folded[before] in words.head_before
