"""The board of possible conflicts, and two articles side by side."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.article.comparison import Comparison
from desktop.review.conflicts import ConflictsPane
from desktop.session import Session
from gazetteer.project.filters import MentionFilter
from tests.core.test_project_conflicts import RETOLD, TOLD, project_of

ONE, OTHER = TOLD.format(place="Pabradė", when=""), RETOLD.format(place="Vilnius", when="")


@pytest.fixture
def contradicting(qapp: object, tmp_path: Path) -> Iterator[Session]:
    """A session over two articles that contradict each other, and a third."""
    history = project_of(tmp_path, (ONE, "2023-08-15"), (OTHER, "2023-08-16"), ("Rain fell in Paris all day.", None))
    history.project.close()
    session = Session()
    session.open_project(history.project.path)
    yield session
    session.shutdown()
    session.deleteLater()


def shown(qtbot: QtBot, session: Session) -> ConflictsPane:
    pane = ConflictsPane(session)
    qtbot.addWidget(pane)
    pane.resize(360, 500)
    pane.show()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    return pane


def test_both_sentences_are_there_and_the_filter_knows_them(qtbot: QtBot, contradicting: Session) -> None:
    pane = shown(qtbot, contradicting)
    words = str(pane.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert words.startswith("Possibly another place: ")
    assert ONE in words
    assert OTHER in words
    pane.view.setCurrentIndex(pane.model.index(0))
    first, second = pane.model.rows[0].mention_ids
    assert contradicting.selection.mention_id == first
    pane.show_other()
    assert contradicting.selection.mention_id == second
    pane.show_other()
    assert contradicting.selection.mention_id == first
    contradicting.set_filter(MentionFilter(conflicts_only=True))
    pane.view.grab()


def test_ignored_is_gone_and_undo_brings_it_back(qtbot: QtBot, contradicting: Session) -> None:
    pane = shown(qtbot, contradicting)
    pane.view.setCurrentIndex(pane.model.index(0))
    pane.ignore()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 0)
    qtbot.waitUntil(lambda: not contradicting.background.busy)
    assert pane.model.rowCount() == 0
    assert contradicting.undo_label is not None
    assert contradicting.undo_label.startswith("Ignore: ")
    contradicting.undo()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)


def test_side_by_side_shows_both_articles_and_selects(qtbot: QtBot, contradicting: Session) -> None:
    pane = shown(qtbot, contradicting)
    pane.view.setCurrentIndex(pane.model.index(0))
    with qtbot.waitSignal(pane.compare_wanted) as wanted:
        pane.compare()
    comparison = Comparison(contradicting, pane)
    comparison.show_pair(*wanted.args[0])
    comparison.show()
    qtbot.waitExposed(comparison)
    texts = {side.text.toPlainText() for side in (comparison.left, comparison.right)}
    assert texts == {ONE, OTHER}
    assert comparison.left.text.focus_mention != comparison.right.text.focus_mention
    third = comparison.left.choice.findText("2.txt")
    comparison.left.choice.setCurrentIndex(third)
    assert comparison.left.text.toPlainText() == "Rain fell in Paris all day."
    QTest.keyClick(comparison, Qt.Key.Key_F6)
    comparison.close()
