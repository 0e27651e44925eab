"""Words of a text with exact offsets, and what joins them."""

import re
from typing import NamedTuple

# Initialisms keep their stops (U.S., EE.UU., W.Va.); words keep inner apostrophes (Novoazovs'k, O'Fallon).
_WORD = re.compile(
    r"EE\.\s?UU\.?|[A-Z]\.[A-Z][a-z]{1,3}\.|(?:[^\W\d_]\.){2,}|"
    r"[^\W\d_]+(?:['’ʼ´`][^\W\d_]+)*['’ʼ]?(?<=[\w.])|\d+(?:[.,]\d+)*"
)
# what French and Italian write before a name in one word with it: d'Agen, l'Yonne, dell'Aquila
_ELIDED = re.compile(r"(?:[dl]|dell|nell|all|dall|sull)['’](?=[^\W\d_a-zß-ÿ])")
_ELIDED_CAPITAL = re.compile(r"[DL]['’](?=[^\W\d_a-zß-ÿ])")
_ELIDING = frozenset({"fr", "it", "ca"})
_POSSESSIVE = re.compile(r"['’][sS]$")
_STOPPED = {"st", "ste", "mt", "ft", "pt", "dr", "no", "sankt"}
_SENTENCE_END = re.compile(r"[.!?…:;]|\n")
_WRAPPED_LINE = 50
"""A line this long (code points) before a single break is taken as wrapped prose."""


class Token(NamedTuple):
    """A word: code-point span, its text, and whether its first letter is a capital or caseless."""

    start: int
    end: int
    text: str
    capital: bool
    initial: bool
    """First word of a sentence, line, quotation or list entry: its capital says little."""

    @property
    def elided(self) -> bool:
        """Whether this is an article or preposition that lost its vowel before a name (`d'`)."""
        return self.text[-1] in "'’"


def tokenise(text: str, lang: str | None = None) -> list[Token]:
    """Return the words and numbers of `text`, in order, without overlaps; an elided article is a word of its own."""
    tokens: list[Token] = []
    previous_end = 0
    eliding = lang in _ELIDING
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        article = ""
        if "'" in word or "’" in word:
            article, word = _parts(word, eliding)
        gap = text[previous_end:start]
        # between most words of a sentence there is nothing else
        initial = gap != " " and _begins(gap, tokens[-1].text) if tokens else True
        if article:
            tokens.append(Token(start, start + len(article), article, _CAPITALS[article[0]], initial))
            start, initial = start + len(article), False
        previous_end = start + len(word)
        tokens.append(Token(start, previous_end, word, _CAPITALS[word[0]], initial))
    return tokens


def _parts(written: str, eliding: bool) -> tuple[str, str]:
    """Return a word's elided article, and the word without it and its possessive ending."""
    elided = _ELIDED.match(written) or (_ELIDED_CAPITAL.match(written) if eliding else None)
    possessive = _POSSESSIVE.search(written)
    word = written[: possessive.start()] if possessive and len(written) > 3 else written
    article = elided.group() if elided else ""
    return article, word[len(article) :]


def _begins(gap: str, before: str) -> bool:
    """Say whether what stands between two words ends a sentence, a line or a list's entry, or opens a quotation."""
    if gap == ". " and _is_stopped(before):
        return False
    return bool(_SENTENCE_END.search(gap) or gap.strip(" -–’'"))


class _Capitals(dict[str, bool]):
    """Whether a letter is a capital or caseless, found out at its first use."""

    def __missing__(self, letter: str) -> bool:
        capital = letter.isupper() or letter.istitle() or (letter.isalpha() and letter.lower() == letter.upper())
        self[letter] = capital
        return capital


_CAPITALS = _Capitals()


def _is_stopped(word: str) -> bool:
    return len(word) == 1 or word.lower() in _STOPPED


def joins(text: str, left: Token, gap: str) -> bool:
    """Say whether a word and the next, with `gap` between them, may belong to one name."""
    if gap in (" ", "-", "–", "‑", "\u00a0"):
        return True
    if not gap:
        return left.elided
    if gap == ". ":
        return _is_stopped(left.text)
    if gap == "\n":
        return left.end >= _WRAPPED_LINE and "\n" not in text[left.end - _WRAPPED_LINE : left.end]
    return False
