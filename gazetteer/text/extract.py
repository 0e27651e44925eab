"""What a format's reader takes out of a file: its text and what the file says about itself."""

import re
from dataclasses import dataclass

TITLE_LENGTH = 200
"""Code points a title may have; a longer first line is a paragraph, of which the beginning is taken."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Extract:
    """A source's text with its own metadata; None where the source is silent.

    `date` is a full ISO date only when `date_precision` is "day"; `date_text` is the date as printed.
    """

    text: str
    title: str | None = None
    lang: str | None = None
    source: str | None = None
    url: str | None = None
    date: str | None = None
    date_precision: str = "unknown"
    date_text: str | None = None
    encoding: str | None = None


def storable(text: str) -> str:
    """Return `text` without control characters and lone surrogates, for formats whose text a reader makes."""
    return _SURROGATES.sub("\ufffd", _UNSTORABLE.sub("", text))


def as_title(line: str | None) -> str | None:
    """Return `line` on one line and at most `TITLE_LENGTH` code points long, None if it says nothing."""
    words = " ".join((line or "").split())
    if len(words) <= TITLE_LENGTH:
        return words or None
    return words[: TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def first_title(text: str) -> str | None:
    """Return the first line that reads like a headline; labels and numbers (`15668:`) are passed over."""
    lines = (line.strip() for line in text[:5000].splitlines())
    return as_title(next((line for line in lines if _reads_like_title(line)), None))


def _reads_like_title(line: str) -> bool:
    letters = sum(letter.isalpha() for letter in line)
    if letters < 3 or letters * 2 < len(line.replace(" ", "")):
        return False
    is_label = line.endswith(":") and len(line.split()) <= 2
    is_address = line.startswith(("http://", "https://", "www.")) and " " not in line
    return not (is_label or is_address)
