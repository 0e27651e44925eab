"""An article's text as Qt shows it: UTF-16 positions, one step for a line break, no endless paragraphs."""

import re
from bisect import bisect_right
from itertools import accumulate

LONGEST_PARAGRAPH = 20_000
"""code points; Qt lays a paragraph out as a whole, so a longer one is shown as several"""

_SHIFTING = re.compile("\r\n|[\U00010000-\U0010ffff]")
_PARAGRAPH = re.compile("[^\n\r\u2029]+")


class ShownText:
    """The text to hand to Qt, and the way between code points of the stored text and positions in Qt's document.

    Nothing is lost or added for the eye but breaks in paragraphs of more than `LONGEST_PARAGRAPH` code points.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        pieces, inserted = _broken(text)
        self.shown = "".join(pieces)
        steps = [(position, 1) for position in inserted]
        for found in _SHIFTING.finditer(text):
            # the second half of an astral letter takes a position of its own, the \n of \r\n takes none
            steps.append((found.end(), -1 if found.group() == "\r\n" else 1))
        steps.sort()
        self._points = [position for position, _ in steps]
        self._shifts = [0, *accumulate(step for _, step in steps)]
        self._shown_points = [position + shift for position, shift in zip(self._points, self._shifts[1:], strict=True)]

    def to_shown(self, offset: int) -> int:
        """Return the position in Qt's document (UTF-16 units) of a code point offset."""
        return offset + self._shifts[bisect_right(self._points, offset)]

    def to_text(self, position: int) -> int:
        """Return the code point offset of a position in Qt's document."""
        return position - self._shifts[bisect_right(self._shown_points, position)]


def _broken(text: str) -> tuple[list[str], list[int]]:
    """Return the text in pieces with endless paragraphs broken, and the offsets before which a break was put in.

    A break takes the place of a blank where there is one, so that it moves no offset.
    """
    pieces: list[str] = []
    inserted: list[int] = []
    done = 0
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        while end - start > LONGEST_PARAGRAPH:
            blank = text.rfind(" ", start + LONGEST_PARAGRAPH // 2, start + LONGEST_PARAGRAPH)
            cut = blank if blank >= 0 else start + LONGEST_PARAGRAPH
            pieces += [text[done:cut], "\n"]
            if blank < 0:
                inserted.append(cut)
            done = start = cut + 1 if blank >= 0 else cut
    pieces.append(text[done:])
    return pieces, inserted
