"""Which line breaks end something and which only wrap a line of running prose."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_LIST_MARK = re.compile(r"[ \t]*(?:[-*+•‣◦▪–—·>#|]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]")
_TERMINAL = (".", "!", "?", "…", ":", ";", "。", "؟")
_CLOSING = "\"'»”’“)]*_ \t"
_WIDEST_WRAP = 130  # code points; longer lines are whole paragraphs, never wrapped ones
_NARROWEST_WRAP = 40


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each stretch of prose: lines that flow into each other stay together.

    Together the blocks hold every character that is not blank; a blank line always separates.
    """
    for paragraph in _paragraphs(text):
        width = max(end - start for start, end in paragraph)
        block_start, previous = paragraph[0][0], paragraph[0]
        for line in paragraph[1:]:
            if not _flows(text, previous, line, width):
                yield block_start, previous[1]
                block_start = line[0]
            previous = line
        yield block_start, previous[1]


def unwrap(text: str) -> str:
    """Return `text` with wrapped lines joined and words divided at a line's end made whole, for made text."""
    whole = re.sub(r"(?<=[^\W\d_])[\u00ad\u2010-][ \t]*\r?\n[ \t]*(?=[a-zß-öø-ÿā-žа-яёіїєґ])", "", text)
    whole = whole.replace("\u00ad", "")
    pieces: list[str] = []
    last = 0
    for start, end in blocks(whole):
        gap = len(_BREAK.findall(whole[last:start])) if pieces else 0
        pieces.append("\n" * min(gap, 2))
        pieces.append(" ".join(_BREAK.sub(" ", whole[start:end]).split()))
        last = end
    return "".join(pieces)


def paragraph_number(text: str, offset: int) -> int:
    """Return the number, from 1, of the paragraph at `offset`; a headline and a list entry are paragraphs too.

    0 for blanks before the first paragraph; blanks after a paragraph count with it.
    """
    return bisect_right(_block_starts(text), offset)


@lru_cache(maxsize=4)
def _block_starts(text: str) -> list[int]:
    """Return where the blocks begin, kept for the few texts in hand: an export asks once a mention."""
    return [start for start, _ in blocks(text)]


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield runs of lines that are not blank, each line as (start, end) without its break."""
    run: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if text[start:end].strip():
            run.append((start, end))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _flows(text: str, above: tuple[int, int], below: tuple[int, int], width: int) -> bool:
    """Say whether the line `above` only wraps into `below`, in a paragraph whose longest line has `width` letters."""
    if _LIST_MARK.match(text, *below):
        return False
    line = text[above[0] : above[1]].rstrip(_CLOSING)
    following = text[below[0] : below[1]].lstrip()
    if following[:1].islower() and not line.endswith(_TERMINAL):
        return True
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    # a writer or program that wraps at `width` breaks only where the next word would not have fitted
    return above[1] - above[0] + 1 + len(following.split(maxsplit=1)[0]) > width
