"""Code points and Qt's positions: there and back for every kind of text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from desktop.article.shown import LONGEST_PARAGRAPH, ShownText

LETTERS = st.text(alphabet=st.sampled_from(list("aé漢😀𝔘\n\r\u2029 א")), max_size=60)


@given(LETTERS)
@settings(max_examples=200, deadline=None)
def test_every_code_point_finds_its_way_back(text: str) -> None:
    shown = ShownText(text)
    for offset in range(len(text) + 1):
        if text[max(0, offset - 1) : offset + 1] != "\r\n":
            assert shown.to_text(shown.to_shown(offset)) == offset


@pytest.mark.parametrize("text", ["a😀b", "one\r\ntwo\r\n😀 three", "אב 🚁\nגד", "x\ry\u2029z"])
def test_positions_are_those_of_qts_document(qapp: object, text: str) -> None:
    shown = ShownText(text)
    document = QTextDocument()
    document.setPlainText(shown.shown)
    for offset, letter in enumerate(text):
        if letter not in "\r\n\u2029" and letter <= "\uffff":
            assert document.characterAt(shown.to_shown(offset)) == letter


def test_an_endless_paragraph_is_broken_at_a_blank_without_moving_anything() -> None:
    text = "word " * LONGEST_PARAGRAPH
    shown = ShownText(text)
    assert max(len(line) for line in shown.shown.split("\n")) <= LONGEST_PARAGRAPH
    assert shown.shown.replace("\n", " ") == text
    assert shown.to_shown(len(text)) == len(text)


def test_an_endless_word_is_broken_too_and_offsets_follow() -> None:
    text = "x" * (3 * LONGEST_PARAGRAPH) + "END"
    shown = ShownText(text)
    assert shown.shown.replace("\n", "") == text
    start = shown.to_shown(text.index("END"))
    assert shown.shown[start : start + 3] == "END"
    assert shown.to_text(start) == text.index("END")
