"""What on a page is not its article: menus, comment forms, appeals, subscriptions, copyright; and datelines."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import resources

MENU, COPYRIGHT = "menu", "copyright line"
_LONGEST, _LONGEST_SHORT, _LONGEST_ENTRY = 400, 60, 32
"""code points of a stretch that may be one, of a line that says nothing else, and of an entry of a menu"""
_LONGEST_HEAD, _LONGEST_OPENING = 48, 180
"""code points of a dateline, and of all that stands before its dash, with a title in the same line"""
_FEWEST_IN_LINE, _FEWEST_LINES, _SHARE = 3, 4, 0.4
"""entries of a menu in one line and in lines of their own, and the share of them that must be words menus have"""
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?…])\s+|(?<=\d[.!?…])\s+|(?<=[”»\")])\s+")
_SEPARATOR = re.compile(r"\s*[|•·»›>/]\s*|\s{3,}|\t")
_SEPARATED = re.compile(r"[|•·»›>/\t]|\s{3}")
_SPEECH = re.compile(r"[“”„«»\"]")
_DATELINE = re.compile(
    r"(?P<head>[^\W\d_][^\n–—()]{1,120}?)\s?(?P<agency>\([^)\n]{2,30}\))?\s?(?:--|[–—]|(?<=[\s)])-)(?=\s)"
)
_DASH = re.compile(r"[-–—]\s")
_DATED = re.compile(r"\d{1,2}\b|\d{4}")

Line = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch (code points) outside the article, and what it is: `copyright line`, `comment form`, `menu` ..."""

    start: int
    end: int
    what: str


def asides(text: str) -> list[Aside]:
    """Return the stretches of `text` that are not its article, in order, without overlaps.

    Only what a page says to its readers: quotations, paragraphs and lists without words of menus stay in the article.
    """
    lines = [(start, end) for start, end in _lines(text) if start < end]
    kinds = _hinted(text, lines)
    found = [aside for line in lines if (aside := _said(text, line, kinds)) is not None] if kinds else []
    taken = {aside.start for aside in found}
    found += [Aside(*line, MENU) for line in _menus(text, lines) if line[0] not in taken]
    return sorted(found, key=lambda aside: aside.start)


def datelines(text: str) -> list[Line]:
    """Return where lines begin with a dateline's place and date (`VILNIUS, Aug 14 (Reuters) -`), without the agency."""
    found = []
    for start, end in _lines(text) if _DASH.search(text) else ():
        match = _DATELINE.match(text, start, min(end, start + _LONGEST_OPENING))
        if match is None:
            continue
        head = match["head"]
        # some texts have their title in the same line
        head = head[_sentence_start(head, len(head)) :]
        if len(head) <= _LONGEST_HEAD and (
            match["agency"] or head.split(",")[0].isupper() or (", " in head and _DATED.search(head))
        ):
            found.append((match.end("head") - len(head), match.end("head")))
    return found


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(resources.path("data", "page_lines.json").read_text("utf-8"))
    return table


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of line: what some of its letters are, what it holds, and all that it says."""

    what: str
    hints: tuple[str, ...]
    always: re.Pattern[str]
    short: re.Pattern[str]


@lru_cache(maxsize=1)
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(what, tuple(one["hints"]), _any(one["always"], ""), _any(one.get("short", ["(?!)"]), r"\W*"))
        for what, one in _table().items()
        if isinstance(one, dict)
    )


def _hinted(text: str, lines: Sequence[Line]) -> list[tuple[_Kind, list[str]]]:
    """Return the kinds of line that a text may hold, each with the letters that say so: the patterns are slow, and most
    texts hold none of these letters where they would be read."""
    ends = "\n".join([text[max(start, end - _LONGEST) : end] for start, end in lines]).lower()
    short = "\n".join([text[start:end] for start, end in lines if end - start <= _LONGEST]).lower()
    kinds = [(kind, ends if kind.what == COPYRIGHT else short) for kind in _kinds()]
    return [(kind, hints) for kind, read in kinds if read and (hints := [hint for hint in kind.hints if hint in read])]


@lru_cache(maxsize=1)
def _entry() -> re.Pattern[str]:
    return _any(_table()["menu"], "")


def _any(forms: Sequence[str], around: str) -> re.Pattern[str]:
    return re.compile(around + "(?:" + "|".join(f"(?:{form})" for form in forms) + ")" + around, re.IGNORECASE)


def _lines(text: str) -> Iterator[Line]:
    """Yield each line without its break and the blanks around it."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        start += len(line)


def _said(text: str, line: Line, kinds: Sequence[tuple[_Kind, list[str]]]) -> Aside | None:
    """Return what a line is by its own words, None for one of the article; of a long one only the end may be one."""
    start, end = line
    whole = text[start:end]
    lowered = whole.lower()
    for kind, hints in kinds:
        if not any(hint in lowered for hint in hints):
            continue
        if len(whole) <= _LONGEST_SHORT and kind.short.fullmatch(whole):
            return Aside(start, end, kind.what)
        if len(whole) > _LONGEST and kind.what != COPYRIGHT:
            continue
        match = kind.always.search(whole, max(0, len(whole) - _LONGEST))
        if match is not None and (kind.what == COPYRIGHT or not _SPEECH.search(whole)):
            return Aside(start + _sentence_start(whole, match.start()), end, kind.what)
    return None


def _sentence_start(line: str, at: int) -> int:
    """Return where the sentence begins that holds a place of a line."""
    return max((found.end() for found in _SENTENCE.finditer(line, 0, at + 1) if found.end() <= at), default=0)


def _menus(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines that are menus: entries beside each other, or beneath each other between two words of menus."""
    run: list[Line] = []
    for line in [*lines, (0, 0)]:
        words = text[slice(*line)]
        if 0 < len(words) <= _LONGEST_ENTRY and words[-1] not in ".!?…:;,":
            run.append(line)
            continue
        yield from _menu(text, run)
        run = []
        # the pattern is slow, and most lines hold none of its marks
        beside = len(words) <= _LONGEST and _SEPARATED.search(words) is not None
        if beside and _is_menu([entry for entry in _SEPARATOR.split(words) if entry]):
            yield line


def _menu(text: str, run: Sequence[Line]) -> Sequence[Line]:
    """Return the part of a run of short lines that is a menu; none where it is too short or says other things."""
    known = [index for index, line in enumerate(run) if _entry().fullmatch(text[slice(*line)])]
    part = run[known[0] : known[-1] + 1] if known else []
    if len(part) >= _FEWEST_LINES and _is_menu([text[slice(*line)] for line in part]):
        return part
    return [line for line in run if _is_menu(_SEPARATOR.split(text[slice(*line)]))]


def _is_menu(entries: Sequence[str]) -> bool:
    if len(entries) < _FEWEST_IN_LINE or any(len(entry) > _LONGEST_ENTRY for entry in entries):
        return False
    return sum(_entry().fullmatch(entry.strip()) is not None for entry in entries) >= _SHARE * len(entries)
