"""What is known of each distinct word, found out once for all texts, which are then read as numbers of words.

Most words of an article stood in others before: what does not depend on the text around them is kept here, in one table
a language, and gathered for a whole article at once.
"""

from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache
from threading import Lock
from zlib import crc32

import numpy as np
import numpy.typing as npt

from gazetteer.places.folding import fold
from gazetteer.recognition.frequency import zipf
from gazetteer.recognition.lexicon import Lexicon, lexicon
from gazetteer.recognition.person_names import levels
from gazetteer.recognition.tokens import ELISION, is_capital

_ROOM = 60_000
"""words of a language that are kept; where there are more, all are found out anew"""
_LANGUAGES = 8
_AND = frozenset(("and", "und", "и", "і", "та", "ir", "i", "et", "y"))
_PARTY = frozenset(("d", "r", "i", "dfl", "ndp"))
"""how English-language news writes a member's party before the place they were elected in: D-Raleigh, R-Ohio"""
_LOOKS = ("and", "party", "capital", "capitals", "digit", "figure", "single", "elided")
MARK = {name: 1 << bit for bit, name in enumerate((*(field.name for field in fields(Lexicon)), *_LOOKS))}
"""bits of a word: its classes in the lexicon, `and`, the letter of a party, a capital at its start, capitals
throughout, a digit at its start, one at the start of its folded form, a single letter, an elided article"""

NOT_ASKED = -9
"""in `vector_rows`: of a word that nobody asked about yet"""

Numbers = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]


def text_hash(text: str, begun: int = 0) -> int:
    """Return the hash of a text, or of one that begins with what gave `begun`."""
    return crc32(text.encode("utf-8", "surrogatepass"), begun)


class Vocabulary(dict[str, int]):
    """The words of a language that were seen, each with its number, which is its row in the tables."""

    def __init__(self, lang: str, room: int) -> None:
        self.lang, self.room = lang, room
        self.written: list[str] = []
        self.folded: list[str] = []
        self.form = np.zeros(room, dtype=np.int64)
        """the number of the folded word"""
        self.marks = np.zeros(room, dtype=np.int64)
        """bits of `MARK`"""
        self.hashes = np.zeros((room, 4), dtype=np.uint32)
        """of the folded word with its language, of its last three and four letters and of its first three"""
        self.plain_hash = np.zeros(room, dtype=np.uint32)
        """of the folded word alone"""
        self.person_names = np.zeros(room, dtype=np.uint8)
        """whether the folded word is one (`person_names.levels`)"""
        self.vector_rows = np.full(room, NOT_ASKED, dtype=np.int64)
        """of the folded word in the table of vectors, for `meaning` to find out"""
        self._zipf = np.full(room, np.nan)
        self._forms: dict[str, int] = {}
        self._begun = text_hash(lang)
        self._kinds = _kinds(lang)

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        self.written.append(word)
        return number

    def numbers(self, words: Sequence[str]) -> Numbers:
        """Return the number of each of some words; the new ones get their rows."""
        known = len(self)
        found = np.fromiter(map(self.__getitem__, words), np.int64, len(words))
        if len(self) > known:
            self._fill(self.written[known:], slice(known, len(self)))
        return found

    def _fill(self, words: Sequence[str], rows: slice) -> None:
        # most words are plain, and need not be looked up
        folded = [word.lower() if word.isascii() and word.isalpha() else fold(word) for word in words]
        self.folded += folded
        self.form[rows] = [self._forms.setdefault(one, len(self._forms)) for one in folded]
        kinds = self._kinds
        self.marks[rows] = [kinds.get(one, 0) | _look(word, one) for word, one in zip(words, folded, strict=True)]
        self.hashes[rows] = [self._hashes(one) for one in folded]
        self.plain_hash[rows] = list(map(text_hash, folded))
        self.person_names[rows] = levels(self.plain_hash[rows])

    def _hashes(self, folded: str) -> list[int]:
        if folded.isascii():
            # encoded once, for a letter is a byte
            letters = folded.encode()
            return [crc32(part, self._begun) for part in (letters, letters[-3:], letters[-4:], letters[:3])]
        return [self.hash(part) for part in (folded, folded[-3:], folded[-4:], folded[:3])]

    def hash(self, text: str) -> int:
        """Return the hash of a folded text with its language."""
        return text_hash(text, self._begun)

    def zipf(self, numbers: Numbers) -> npt.NDArray[np.float64]:
        """Return the Zipf frequencies of some words; each is looked up when it is first asked for."""
        found: npt.NDArray[np.float64] = self._zipf[numbers]
        for at in np.flatnonzero(np.isnan(found)).tolist():
            number = int(numbers[at])
            found[at] = self._zipf[number] = zipf(self.written[number].lower(), self.lang)
        return found


_vocabularies: dict[str, Vocabulary] = {}
_one_at_a_time = Lock()


def numbered(words: Sequence[str], lang: str | None) -> tuple[Vocabulary, Numbers]:
    """Return the vocabulary of a language (of English for none), and the number of each of some words in it.

    Whoever reads a text keeps its vocabulary: a full one gives way to a new one.
    """
    lang = lang or "en"
    with _one_at_a_time:
        held = _vocabularies.get(lang)
        if held is None or len(held) + len(words) > held.room:
            while len(_vocabularies) >= _LANGUAGES:
                del _vocabularies[next(iter(_vocabularies))]
            held = _vocabularies[lang] = Vocabulary(lang, max(_ROOM, len(words)))
        return held, held.numbers(words)


def _look(word: str, folded: str) -> int:
    """Return the bits of what a word looks like."""
    if word == folded and len(word) > 1 and word.isascii() and word.isalpha():
        return 0
    return (
        MARK["capital"] * is_capital(word)
        | MARK["capitals"] * word.isupper()
        | MARK["digit"] * word[0].isdigit()
        | MARK["figure"] * folded[:1].isdigit()
        | MARK["single"] * (len(word) == 1)
        | MARK["elided"] * (word[-1] in ELISION)
    )


@lru_cache(maxsize=64)
def _kinds(lang: str) -> dict[str, int]:
    """Return folded word -> the bits of its classes in a language."""
    words = lexicon(lang)
    classes = {"and": _AND, "party": _PARTY, **{field.name: getattr(words, field.name) for field in fields(Lexicon)}}
    kinds: dict[str, int] = {}
    for name, members in classes.items():
        for word in members:
            kinds[word] = kinds.get(word, 0) | MARK[name]
    return kinds
