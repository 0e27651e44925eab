"""Words of a text with exact offsets, and what joins them."""

import re
from typing import NamedTuple

# Initialisms keep their stops (U.S., EE.UU.); words keep inner apostrophes (Novoazovs'k, O'Fallon).
_WORD = re.compile(r"EE\.\s?UU\.?|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ´`][^\W\d_]+)*['’ʼ]?(?<=[\w.])|\d+(?:[.,]\d+)*")
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
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        elided = _ELIDED.match(word) or (_ELIDED_CAPITAL.match(word) if lang in _ELIDING else None)
        possessive = _POSSESSIVE.search(word)
        if possessive and len(word) > 3:
            word = word[: possessive.start()]
        gap = text[previous_end:start]
        initial = not tokens or bool(_SENTENCE_END.search(gap)) or bool(gap.strip(" -–’'"))
        if tokens and gap == ". " and _is_stopped(tokens[-1].text):
            initial = False
        if elided:
            tokens.append(Token(start, start + elided.end(), elided.group(), _capital(word[0]), initial))
            start, word, initial = start + elided.end(), word[elided.end() :], False
        tokens.append(Token(start, start + len(word), word, _capital(word[0]), initial))
        previous_end = start + len(word)
    return tokens


def _capital(letter: str) -> bool:
    return letter.isupper() or letter.istitle() or (letter.isalpha() and letter.lower() == letter.upper())


def _is_stopped(word: str) -> bool:
    return len(word) == 1 or word.lower() in _STOPPED


def joins(text: str, left: Token, right: Token) -> bool:
    """Say whether two neighbouring words may belong to one name."""
    gap = text[left.end : right.start]
    if gap in (" ", "-", "–", "‑", "\u00a0"):
        return True
    if not gap:
        return left.elided
    if gap == ". ":
        return _is_stopped(left.text)
    if gap == "\n":
        return left.end >= _WRAPPED_LINE and "\n" not in text[left.end - _WRAPPED_LINE : left.end]
    return False
