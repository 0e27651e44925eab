"""Words of a text with exact offsets."""

import re
from itertools import accumulate
from typing import NamedTuple

_LETTERS = r"(?:[A-Za-z]++|[^\W\d_]++)++"
_APOSTROPHE = "['’ʼ´`]"
# Most words are all of small Latin letters: these are tried first. Initialisms keep their stops (U.S., EE.UU., W.Va.);
# words keep inner apostrophes (Novoazovs'k, O'Fallon).
_WORD = re.compile(
    rf"([a-z]{{2,}}+(?![^\W_]|{_APOSTROPHE})|"
    r"(?=\w\.|EE\.)(?:EE\.\s?UU\.?|[A-Z]\.[A-Z][a-z]{1,3}\.|(?:[^\W\d_]\.){2,})|"
    rf"(?=\w)(?:{_LETTERS}(?:{_APOSTROPHE}{_LETTERS})*+|\d+(?:[.,]\d+)*))"
)
ELISION = "'’ʼ"
"""what stands for the letters that an article loses"""
# what French and Italian write before a name in one word with it: d'Agen, l'Yonne, dell'Aquila, Кот-д'Ивуар
_ELIDED = re.compile(rf"(?:[dlд]|dell|nell|all|dall|sull)[{ELISION}](?=[^\W\d_a-zß-ÿа-џґ])")
_ELIDED_CAPITAL = re.compile(rf"[DL][{ELISION}](?=[^\W\d_a-zß-ÿ])")
_ELIDING = frozenset({"fr", "it", "ca"})
_POSSESSIVE = re.compile(r"['’][sS]$")


class Words(NamedTuple):
    """The words of a text in order, as columns: where each begins and ends (code points), itself, and what stands
    before it."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    before: list[str]


def words_of(text: str, lang: str | None = None) -> Words:
    """Return the words and numbers of `text`, without overlaps; an elided article is a word of its own."""
    parts = _WORD.split(text)
    marks = [mark for mark in ELISION if mark in text]
    if marks:
        parts = _taken_apart(parts, marks, lang in _ELIDING)
    reached = list(accumulate(map(len, parts)))
    return Words(reached[:-1:2], reached[1::2], parts[1::2], parts[:-1:2])


def _taken_apart(parts: list[str], marks: list[str], eliding: bool) -> list[str]:
    """Return what stands between words and the words, in turn, with articles and possessive endings off the words."""
    apart: list[str] = []
    copied = 0
    marked = {at for mark in marks for at, word in enumerate(parts[1::2]) if mark in word}
    for at in [2 * word + 1 for word in sorted(marked)]:
        article, word = _parts(parts[at], eliding)
        apart += parts[copied:at]
        apart += (article, "", word) if article else (word,)
        parts[at + 1] = parts[at][len(article) + len(word) :] + parts[at + 1]
        copied = at + 1
    return apart + parts[copied:]


def _parts(written: str, eliding: bool) -> tuple[str, str]:
    """Return a word's elided article, and the word without it and its possessive ending."""
    elided = _ELIDED.match(written) or (_ELIDED_CAPITAL.match(written) if eliding else None)
    possessive = _POSSESSIVE.search(written)
    word = written[: possessive.start()] if possessive and len(written) > 3 else written
    article = elided.group() if elided else ""
    return article, word[len(article) :]


class _Capitals(dict[str, bool]):
    """Whether a letter is a capital or caseless, found out at its first use."""

    def __missing__(self, letter: str) -> bool:
        capital = letter.isupper() or letter.istitle() or (letter.isalpha() and letter.lower() == letter.upper())
        self[letter] = capital
        return capital


_CAPITALS = _Capitals()


def is_capital(word: str) -> bool:
    """Say whether a word begins with a capital or a caseless letter."""
    return _CAPITALS[word[0]]
