"""What one leaves on mentions and articles, steps to go back to, teaching a place, pasting, care with quotes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.describing import DescribeDialog
from desktop.dialogs.exporting import ExportDialog
from desktop.gazetteer_view.own_place_dialog import OwnPlaceDialog
from desktop.main_window import MainWindow
from gazetteer.model import Status
from gazetteer.project import queries
from gazetteer.project.edits import Confirm, Defer
from gazetteer.project.filters import MentionFilter
from gazetteer.project.mark_edits import DescribeDocument
from gazetteer.project.rows import DocumentRow, MentionDetail
from gazetteer.project.states import IMPOSSIBLE_DATE

pytestmark = pytest.mark.webengine


def detail(window: MainWindow, mention_id: str) -> MentionDetail:
    assert window.session.project is not None
    found = queries.mention(window.session.project, mention_id)
    assert found is not None
    return found


def article(window: MainWindow, title: str) -> DocumentRow:
    assert window.session.project is not None
    return queries.documents(window.session.project, title)[0]


def first(window: MainWindow) -> str:
    assert window.session.project is not None
    return queries.mention_ids(window.session.project, MentionFilter(text="vilnius"))[0]


def opened(window: MainWindow, kind: type[QWidget]) -> QWidget:
    return next(one for one in window.findChildren(kind) if one.isVisible())


def test_star_and_tags_of_a_mention_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    wanted = first(window)
    window.session.select_mention(wanted)
    window.commands["star"].trigger()
    qtbot.waitUntil(lambda: detail(window, wanted).starred)
    qtbot.waitUntil(lambda: window.inspector.marks.star.isChecked())
    tags = window.inspector.marks.tags
    tags.setFocus()
    QTest.keyClicks(tags, "range, check ,range")
    QTest.keyClick(tags, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: detail(window, wanted).tags == ("range", "check"))
    window.session.set_filter(MentionFilter(tags=frozenset({"check"}), starred=True))
    window.docks.show_pane(window.mentions)
    assert window.mentions.model.rowCount() == 1
    window.commands["star"].trigger()
    qtbot.waitUntil(lambda: not detail(window, wanted).starred)
    qtbot.waitUntil(lambda: window.mentions.model.rowCount() == 0)


def test_an_article_is_described_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    row = article(window, "two_cities")
    window.session.select_document(row.document_id)
    window.commands["describe"].trigger()
    dialog = opened(window, DescribeDialog)
    assert isinstance(dialog, DescribeDialog)
    assert row.sha256 in dialog.findChild(QLabel, "describe_known").text()
    dialog.form.date.setText("someday")
    dialog.save.click()
    assert dialog.isVisible()
    assert "no full date" in dialog.trouble.text()
    dialog.form.date.setText("3 May 2022")
    dialog.form.source.setText("Courier")
    dialog.marked.setChecked(True)
    dialog.save.click()
    qtbot.waitUntil(lambda: article(window, "two_cities").date == "2022-05-03")
    found = article(window, "two_cities")
    assert (found.source, found.marked, found.title) == ("Courier", True, row.title)
    window.commands["cite"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Courier, “two_cities.txt”, 2022-05-03")
    window.undo()
    qtbot.waitUntil(lambda: article(window, "two_cities") == row)


def test_one_goes_back_to_a_step_and_forth(window: MainWindow, qtbot: QtBot) -> None:
    wanted = first(window)
    pane = window.desk.steps
    window.commands["steps_list"].trigger()
    for number, edit in enumerate((Confirm(wanted), Defer(wanted)), start=1):
        window.session.do(edit)
        qtbot.waitUntil(lambda number=number: pane.model.rowCount() == 1 + number)
    assert pane.model.rows[0].label == "Defer “Vilnius”"
    pane.view.setCurrentIndex(pane.model.index(2))
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.model.rows[2].present)
    assert detail(window, wanted).status is Status.AUTO
    assert [row.undone for row in pane.model.rows] == [True, True, False]
    pane.go_to(pane.model.rows[0])
    qtbot.waitUntil(lambda: pane.model.rows[0].present)
    assert detail(window, wanted).status is Status.DEFERRED


def test_a_place_is_taught_to_a_whole_group_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.unresolved
    window.docks.show_pane(pane)
    number = next(n for n, group in enumerate(pane.model.rows) if group.surface == "Teysin")
    pane.view.setCurrentIndex(pane.model.index(number))
    ids = pane.model.rows[number].mention_ids
    assert len(ids) == 2
    before = window.session.project.state_hash()  # type: ignore[union-attr]
    pane.teach()
    dialog = opened(window, OwnPlaceDialog)
    assert isinstance(dialog, OwnPlaceDialog)
    assert dialog.name.text() == "Teysin"
    dialog.position.setText("48.2, 38.1")
    dialog.save.click()
    qtbot.waitUntil(lambda: all(detail(window, one).status is Status.CORRECTED for one in ids))
    qtbot.waitUntil(lambda: all(group.surface != "Teysin" for group in pane.model.rows))
    assert window.session.undo_label is not None
    assert window.session.undo_label.startswith("Teach Teysin: 2 mentions")
    window.undo()
    qtbot.waitUntil(lambda: detail(window, ids[0]).status is Status.UNRESOLVED)
    assert window.session.project.state_hash() == before  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not window.session.background.busy)


def test_the_clipboard_becomes_an_article(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("  ")
    window.commands["paste_article"].trigger()
    assert not window.session.background.busy
    QGuiApplication.clipboard().setText("Vilnius again\n\nNobody went to Vilnius this time.\n")
    window.commands["paste_article"].trigger()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(DescribeDialog)), timeout=10_000)
    dialog = opened(window, DescribeDialog)
    assert isinstance(dialog, DescribeDialog)
    assert dialog.form.title.text() == article(window, "pasted").title
    dialog.reject()
    window.undo()
    assert window.session.project is not None
    qtbot.waitUntil(lambda: not queries.documents(window.session.project, "pasted"))  # type: ignore[arg-type]


def test_quotes_of_a_marked_article_leave_only_after_a_warning(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    row = article(window, "two_cities")
    window.session.do(DescribeDocument(row.document_id, {"marked": True}))
    qtbot.waitUntil(lambda: article(window, "two_cities").marked)
    dialog = ExportDialog(window.session, window.settings, window)
    dialog._line.setText(str(tmp_path / "out"))
    dialog.show()
    start = dialog.findChild(QPushButton, "export_start")
    start.click()
    assert "two_cities.txt" in dialog._problem.text()
    assert not (tmp_path / "out").exists()
    start.click()
    qtbot.waitUntil(lambda: (tmp_path / "out").exists() and not window.session.background.busy, timeout=20_000)
    dialog.close()


def test_a_date_that_cannot_be_is_set_from_the_board(window: MainWindow, qtbot: QtBot) -> None:
    row = article(window, "two_cities")
    window.session.do(DescribeDocument(row.document_id, {"date": "2199-01-01"}))
    board = window.board
    window.docks.show_pane(board)
    qtbot.waitUntil(lambda: any(one.problem == IMPOSSIBLE_DATE for one in board.model.rows))
    number = next(n for n, one in enumerate(board.model.rows) if one.problem == IMPOSSIBLE_DATE)
    board.view.setCurrentIndex(board.model.index(number))
    assert window.session.selection.document_id == row.document_id
    assert board.current is not None
    board.fix()
    dialog = opened(window, DescribeDialog)
    assert isinstance(dialog, DescribeDialog)
    dialog.reject()
    board.ignore()
    qtbot.waitUntil(lambda: all(one.problem != IMPOSSIBLE_DATE for one in board.model.rows))
