"""Texts to scan: folded, with the places where a capitalised word begins."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gazetteer.places.folding import fold_once

_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it stands, folded, the starts of its capitalised words there, and how many words it has."""

    written: str
    folded: str
    starts: list[int]
    words: int


def texts(corpus: Path) -> Iterator[Text]:
    """Yield the texts of a JSON-lines file."""
    with corpus.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield prepared(json.loads(line)["text"])


def prepared(written: str) -> Text:
    """Return a text folded word by word, so that each word's place is known."""
    starts: list[int] = []
    parts: list[str] = []
    at = 0
    words = written.split()
    for word in words:
        folded = fold_once(word)
        if not folded:
            continue
        if next((letter for letter in word if letter.isalpha()), "a").isupper():
            starts.append(at)
        parts.append(folded)
        at += len(folded) + 1
    return Text(written, " ".join(parts), starts, len(words))


def longest_matches(text: Text, prefixes: Callable[[str], list[str]]) -> int:
    """Return how many capitalised words or word groups of a text are names, the longest of each start taken."""
    folded, end, found = text.folded, 0, 0
    size = len(folded)
    for start in text.starts:
        if start < end:
            continue
        for name in reversed(prefixes(folded[start : start + _LONGEST])):
            stop = start + len(name)
            if stop >= size or folded[stop] == " ":
                found += 1
                end = stop
                break
    return found
