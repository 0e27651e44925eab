"""What a scan finds: a text's words, and every span of them that might be a place name."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from gazetteer.recognition.bearers import NOBODY, Bearers
from gazetteer.recognition.hits import Hit
from gazetteer.recognition.lexicon import Lexicon
from gazetteer.recognition.vocabulary import MARK, Flags, Hashes, Numbers, Vocabulary

MAX_WORDS = 6
"""of a name"""


@dataclass(slots=True)
class Span:
    """A possible name: words `first` to `last` inclusive, code points `start` to `end`."""

    first: int
    last: int
    start: int
    end: int
    surface: str
    key: str
    bearers: Bearers = NOBODY
    headed: bool = False
    """Extended by a geographic head that the gazetteer does not know with it (`Teysin River`)."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self.bearers.hits

    @property
    def words(self) -> int:
        return self.last - self.first + 1

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


class WordColumns(NamedTuple):
    """The words of a text as vectors: what is asked of all of them at once."""

    numbers: Numbers
    """in the vocabulary"""
    marks: Numbers
    """bits of `MARK`"""
    gaps: Numbers
    """bits of `GAP` of what stands before each word"""
    gap_hashes: Hashes
    initial: Flags
    joined: Flags
    """one fewer"""


@dataclass(slots=True)
class Scan:
    """A text's words, runs of capitals (ranges of words, inclusive) and possible names in text order."""

    text: str
    lang: str | None
    words: Lexicon
    written: list[str]
    folded: list[str]
    starts: list[int]
    ends: list[int]
    vocabulary: Vocabulary
    columns: WordColumns
    marks: list[int]
    """bits of `MARK` of each word"""
    initial: list[bool]
    """the first word of a sentence, line, quotation or list entry"""
    joined: list[bool]
    """joined[i]: word i and i + 1 may belong to one name."""
    tied: frozenset[int]
    """words between hyphens (`Ashton-under-Lyne`)"""
    runs: list[tuple[int, int]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    bounds: Numbers = field(default_factory=lambda: np.zeros((6, 0), dtype=np.int64))
    """of each span its first and last word, its start and end, the number of its name among the text's, and that of its
    bearers"""
    name_count: int = 0
    """how many names the spans have"""
    bearers: list[Bearers] = field(default_factory=lambda: [NOBODY])
    """of the text's names, each once; first nobody"""

    def capital(self, index: int) -> bool:
        """Say whether a word begins with a capital or a caseless letter."""
        return self.marks[index] & MARK["capital"] > 0

    def stands_out(self, index: int) -> bool:
        """Say whether a word in capitals stands inside ordinary text."""
        if not self.marks[index] & MARK["capitals"]:
            return False
        around = [*range(max(0, index - 3), index), *range(index + 1, min(index + 4, len(self.marks)))]
        return any(self.written[at].isalpha() and not self.marks[at] & MARK["capitals"] for at in around)
