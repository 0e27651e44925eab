"""Every widget of the panes has a name for tests and one for screen readers; every sign and word table is whole."""

import pytest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.article.looks import Look, look_word
from desktop.article.view import ArticleView
from desktop.review import words
from desktop.review.documents import DocumentsPane
from desktop.review.evidence import EvidencePane
from desktop.review.inspector import Inspector
from desktop.review.mentions import MentionsPane
from desktop.review.problems import ProblemsPane
from desktop.review.unresolved import UnresolvedPane
from desktop.session import Session
from gazetteer.model import Group, Kind, Place, Precision, SpellingStatus, Status
from gazetteer.project import queries
from tests.ui.review_samples import ARAPIVKA, LITHUANIA, VILNIUS

PANES = (DocumentsPane, MentionsPane, ProblemsPane, UnresolvedPane, Inspector, EvidencePane, ArticleView)
SPEAKING = (QPushButton, QToolButton, QLineEdit, QComboBox, QAbstractItemView)


def is_ours(widget: QWidget) -> bool:
    if widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar):
        return False
    # what Qt builds inside its own widgets: viewports, the button in a line edit, the list of a combo box
    made_by_qt = widget.metaObject().className() in ("QFrame", "QComboBoxListView", "QComboBoxPrivateContainer")
    return not made_by_qt and not isinstance(widget.parentWidget(), (QLineEdit, QComboBox, QAbstractScrollArea))


@pytest.mark.parametrize("pane_class", PANES)
def test_widgets_are_named(session: Session, qtbot: QtBot, pane_class: type) -> None:
    pane = pane_class(session)
    qtbot.addWidget(pane)
    pane.show()
    assert session.project is not None
    session.select_mention(queries.mention_ids(session.project)[0])
    assert pane.accessibleName()
    for widget in [child for child in pane.findChildren(QWidget) if is_ours(child)]:
        told = f"{widget.metaObject().className()} in {widget.parentWidget().objectName()}"
        assert widget.objectName() or not isinstance(widget, (*SPEAKING, QLabel)), told
        assert widget.accessibleName() or not isinstance(widget, SPEAKING), told


def test_the_names_of_the_signs_are_all_different() -> None:
    assert len({look_word(look) for look in Look}) == len(Look)


def test_every_kind_status_group_and_spelling_has_a_word() -> None:
    assert len({words.kind_word(kind) for kind in Kind}) == len(Kind)
    assert len({words.status_word(status) for status in Status}) == len(Status)
    assert len({words.group_word(group) for group in Group}) == len(Group)
    assert len({words.spelling_word(spelling) for spelling in SpellingStatus}) == len(SpellingStatus)


def test_places_are_told_by_class_and_precision() -> None:
    assert words.feature_word(VILNIUS) == "capital"
    assert words.feature_word(LITHUANIA) == "country"
    assert words.precision_note(VILNIUS) is None
    assert words.precision_note(LITHUANIA) == "an area, not a point"
    assert words.precision_note(ARAPIVKA) == "known by its municipality, within about 23 km"
    assert words.feature_word(Place("x:1", "X", 0, 0, "?", "", Precision.POINT)) == "place"


def test_numbers_languages_and_times_read_well() -> None:
    assert words.number(542366) == "542,366"
    assert words.population_word(2_138_551) == "2.1 M"
    assert words.population_word(0) is None
    assert words.language_word("lt") == "Lithuanian"
    assert words.language_word("tlh-zz") == "tlh-zz"
    assert words.language_word(None) is None
    assert words.when_word("not a time") == "not a time"
    assert len(words.when_word("2026-11-23T20:56:07Z")) == 16
