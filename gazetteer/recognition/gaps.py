"""What stands between the words of a text: what it joins, what it ends."""

import re
from collections.abc import Sequence
from threading import Lock

import numpy as np

from gazetteer.recognition.tokens import ELISION, Words
from gazetteer.recognition.vocabulary import Flags, Hashes, Numbers, text_hash

_BITS = ("near", "comma first", "only a comma", "divides", "stop", "joins", "may join", "hyphen", "dash", "ends")
GAP = {name: 1 << bit for bit, name in enumerate(_BITS)}
"""bits of a gap; `ends`: it ends a sentence or a line; `divides`: or a list's entry, or opens a quotation"""
_KEPT = 4_096
_STOPPED = {"st", "ste", "mt", "ft", "pt", "dr", "no", "sankt"}
_SENTENCE_END = re.compile(r"[.!?…:;]|\n")
_STOP = ". "
_DASH = re.compile(r"[\s)](?:[-–—]|--)\s|—")
_JOINING, _PERHAPS_JOINING = (" ", "-", "–", "‑", "\u00a0"), ("", _STOP, "\n")
_WRAPPED_LINE = 50
"""A line this long (code points) before a single break is taken as wrapped prose."""


class _Gaps(dict[str, int]):
    """The gaps that were seen, each with its number, which is its row in the tables."""

    def __init__(self, room: int = _KEPT) -> None:
        self.marks = np.zeros(room, dtype=np.int64)
        self.hashes = np.zeros(room, dtype=np.uint32)

    def __missing__(self, gap: str) -> int:
        number = len(self)
        self.marks[number] = (
            GAP["near"] * (len(gap) <= 2 and not any(mark in gap for mark in "\n.;:!?"))
            | GAP["comma first"] * gap.startswith(",")
            | GAP["only a comma"] * (gap.strip() == ",")
            | GAP["divides"] * bool(_SENTENCE_END.search(gap) or gap.strip(" -–’'"))
            | GAP["stop"] * (gap == _STOP)
            | GAP["joins"] * (gap in _JOINING)
            | GAP["may join"] * (gap in _PERHAPS_JOINING)
            | GAP["hyphen"] * (gap == "-")
            | GAP["dash"] * bool(_DASH.search(gap))
            | GAP["ends"] * bool(_SENTENCE_END.search(gap))
        )
        self.hashes[number] = text_hash(gap.strip()[:3])
        self[gap] = number
        return number


_known = _Gaps()
_one_at_a_time = Lock()


def gap_table(gaps: Sequence[str]) -> tuple[Numbers, Hashes]:
    """Return the bits of `GAP` and the hashes of some gaps; they are found out once for all texts."""
    global _known
    with _one_at_a_time:
        if len(_known) + len(gaps) > len(_known.marks):
            # most gaps are blanks: only an odd text fills the tables
            _known = _Gaps(max(_KEPT, len(gaps)))
        numbers = np.fromiter(map(_known.__getitem__, gaps), np.int64, len(gaps))
        return _known.marks[numbers], _known.hashes[numbers]


def initials(words: Words, marks: Numbers) -> Flags:
    """Say of each word whether it is the first of a sentence, line, quotation or list entry: its capital says little.

    `marks`: the bits of what stands before each word.
    """
    initial: Flags = (marks & GAP["divides"]) > 0
    initial[:1] = True
    for at in np.flatnonzero(marks[1:] & GAP["stop"]).tolist():
        if _is_stopped(words.texts[at]):
            initial[at + 1] = False
    return initial


def joins(text: str, words: Words, marks: Numbers) -> Flags:
    """Say of each word but the last whether it and the next may belong to one name."""
    joined: Flags = (marks[1:] & GAP["joins"]) > 0
    for at in np.flatnonzero(marks[1:] & GAP["may join"]).tolist():
        joined[at] = _may_join(text, words, at)
    return joined


def _may_join(text: str, words: Words, at: int) -> bool:
    gap, end = words.before[at + 1], words.ends[at]
    if not gap:
        return words.texts[at][-1] in ELISION
    if gap == _STOP:
        return _is_stopped(words.texts[at])
    return words.texts[at][-1] != "." and end >= _WRAPPED_LINE and "\n" not in text[end - _WRAPPED_LINE : end]


def _is_stopped(word: str) -> bool:
    return len(word) == 1 or word.lower() in _STOPPED
