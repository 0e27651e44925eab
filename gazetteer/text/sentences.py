"""Sentences of a stored text, as exact spans of code points."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sentencex import get_sentence_boundaries

from gazetteer.text.lines import blocks, paragraph_number

__all__ = ["paragraph_number", "sentence_at", "sentence_spans"]

_LONGEST_BLOCK = 200_000  # code points handed to the splitter at once
_LONGEST_SENTENCE = 2_000  # a longer one is no sentence; it is cut at blanks so that a list or a popup can show it
_BLANKS = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_INITIAL = re.compile(r"(?:^|[\s(„“«\"-])[А-ЯЁІЇЄҐŠŽČŪĖŁŚŻŹĆÖÄÜ]\.\s*$")
_ABBREVIATION = re.compile(  # what the splitter's own lists lack; none that often ends a sentence, none after a figure
    r"(?:^|(?<!\d)[\s(„“«\"])(?:"
    r"dr|prof|gen|st|św|ul|al|ks|płk|ppłk|kpt|por|inż|mgr|woj|gm|np|tzw|"
    r"м|с|смт|вул|просп|обл|ст|ім|ген|проф|др|акад|св|"
    r"г|ул|пос|дер|пр|им|тов|т\.\s?е|т\.\s?к|т\.\s?н|"
    r"šv|pvz|kun|plk|mjr|"
    r"bzw|ca|vgl|sog|inkl|geb|"
    r"mr|mrs|ms|sgt|lt|col|capt|rev|hon|gov|rep|mt|vs"
    r")\.\s*$",
    re.IGNORECASE,
)
_ORDINAL_DAY = re.compile(r"\d\d?\.\s*$")


def sentence_spans(text: str, lang: str | None) -> list[tuple[int, int]]:
    """Return the sentences of `text` as sorted, disjoint (start, end) without outer blanks.

    Every character that is not blank lies in exactly one; a headline, a list entry and a paragraph end theirs.
    """
    spans: list[tuple[int, int]] = []
    for start, end in blocks(text):
        for piece_start, piece_end in _pieces(text, start, end, _LONGEST_BLOCK):
            spans.extend(_sentences(text, piece_start, piece_end, lang or "en"))
    return spans


def sentence_at(spans: Sequence[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """Return the span that holds the code point at `offset`, or None between sentences."""
    index = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    if index < 0 or offset >= spans[index][1]:
        return None
    return spans[index]


def _sentences(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int]]:
    block = _BLANKS.sub(" ", text[start:end])
    cuts = sorted({boundary["start_index"] for boundary in get_sentence_boundaries(lang, block)} - {0})
    real = [cut for cut in cuts if cut < len(block) and not _runs_on(block, cut)]
    for left, right in zip([0, *real], [*real, len(block)], strict=True):
        for piece_left, piece_right in _pieces(block, left, right, _LONGEST_SENTENCE):
            trimmed = _trim(block, piece_left, piece_right)
            if trimmed:
                yield start + trimmed[0], start + trimmed[1]


def _runs_on(block: str, cut: int) -> bool:
    """Say whether the splitter's cut falls after an abbreviation or initial, or before a sentence's small letter."""
    before, after = block[max(0, cut - 40) : cut], block[cut : cut + 40].lstrip(" \t«„“\"'(")
    if _INITIAL.search(before) or _ABBREVIATION.search(before):
        return True
    if not after[:1].islower():
        return False
    return before.rstrip().endswith(".") or bool(_ORDINAL_DAY.search(before))


def _pieces(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """Yield consecutive (start, end) no longer than `longest`, cut at a blank where there is one."""
    while end - start > longest:
        cut = text.rfind(" ", start + longest // 2, start + longest) + 1 or start + longest
        yield start, cut
        start = cut
    yield start, end


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return (start + left, start + right) if left < right else None
