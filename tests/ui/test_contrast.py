"""Colours that can be told apart: WCAG 2.1 contrast of every text and sign with what it stands on."""

import re

import pytest
from PySide6.QtGui import QColor

import resources
from desktop.theme import DARK, LIGHT, Colours

TEXT, SIGN = 4.5, 3.0
"""WCAG 2.1 level AA: text, and signs or large text"""


def luminance(colour: str) -> float:
    channels = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "base", "raised"])
def test_text_is_read_on_every_ground(shown: Colours, ground: str) -> None:
    on = getattr(shown, ground)
    assert contrast(shown.text, on) >= 7
    assert contrast(shown.muted, on) >= TEXT
    assert contrast(shown.accent, on) >= TEXT
    for sign in ("plotted", "human", "problem", "unresolved", "not_a_place"):
        assert contrast(getattr(shown, sign), on) >= SIGN, sign


@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_chosen_marked_or_pressed_is_read(shown: Colours) -> None:
    for ground in (shown.selection, shown.hover, shown.mark):
        assert contrast(shown.text, ground) >= TEXT
    assert contrast(shown.on_accent, shown.accent) >= TEXT


def test_focus_is_drawn_for_everything_that_takes_it() -> None:
    sheet = resources.path("icons", "style.qss").read_text("utf-8")
    for kind in ("QPushButton", "QLineEdit", "QComboBox", "QToolButton", "QCheckBox"):
        assert re.search(rf"{kind}[^{{]*:focus", sheet), kind
