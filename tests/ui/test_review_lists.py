"""The lists at the left: articles, mentions, problems, unresolved names."""

import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.review.documents import DocumentModel, DocumentsPane, counts_line
from desktop.review.mention_model import CONFIDENCE, NAME, MentionModel
from desktop.review.mentions import MentionsPane
from desktop.review.paging import PAGE, PAGES_KEPT
from desktop.review.painting import ROW_ROLE
from desktop.review.problems import ProblemsPane
from desktop.review.unresolved import UnresolvedPane
from desktop.session import Session
from gazetteer.model import Group, Status
from gazetteer.project import queries
from gazetteer.project.edits import AddDocuments, Confirm
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import History
from gazetteer.project.rows import Problem
from gazetteer.project.store import Project
from tests.ui.review_samples import ARAPIVKA, PARIS_TX, annotated, annotation, document


def shown(pane: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(pane)
    pane.resize(360, 480)
    pane.show()
    qtbot.waitExposed(pane)


def mention(session: Session, surface: str, nth: int = 0) -> str:
    assert session.project is not None
    return [row.mention_id for row in queries.mentions(session.project) if row.surface == surface][nth]


@dataclass
class Crowd:
    """A project with many articles, each naming Paris."""

    project: Project

    @classmethod
    def make(cls, path: Path, articles: int, mentions: int) -> "Crowd":
        project = Project.create(path)
        text = "Paris. " * mentions
        made = []
        for number in range(articles):
            body = f"{number}\n{text}"
            found = tuple(annotation(body, "Paris", nth, PARIS_TX) for nth in range(mentions))
            made.append(annotated(document(body, f"a{number:05}.txt", lang="en"), found))
        History(project, "tester").do(AddDocuments(tuple(made)))
        return cls(project)


# articles -----------------------------------------------------------------------------------------------------------


def test_articles_show_their_counts_which_add_up(session: Session, qtbot: QtBot) -> None:
    pane = DocumentsPane(session)
    shown(pane, qtbot)
    rows = [pane.model.index(i).data(ROW_ROLE) for i in range(pane.model.rowCount())]
    assert [row.label for row in rows] == ["Drones over the range", "two_cities.txt", "הודעה קצרה"]
    assert counts_line(rows[0]) == "8 = 5 plotted + 1 linked + 1 unresolved + 1 not a place"
    assert not pane.grab().isNull()


def test_choosing_an_article_selects_it_and_following_selects_nothing(session: Session, qtbot: QtBot) -> None:
    pane = DocumentsPane(session)
    shown(pane, qtbot)
    told: list[object] = []
    session.selection_changed.connect(told.append)
    pane.view.setCurrentIndex(pane.model.index(1))
    assert session.selection.document_id == pane.model.index(1).data(ROW_ROLE).document_id
    session.select_mention(mention(session, "Pabrati"))
    assert pane.view.currentIndex().row() == 0
    assert len(told) == 2, "following must not select again"


def test_the_filter_line_and_the_order_are_sqls(session: Session, qtbot: QtBot) -> None:
    pane = DocumentsPane(session)
    shown(pane, qtbot)
    pane._line.setText("drones")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    pane._line.setText("no such article")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 0)
    assert pane.content.isVisible(), "a filter that finds nothing must not hide the filter"
    pane._line.clear()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    pane._sort.setCurrentIndex(pane._sort.findText("Problems"))
    assert pane.model.index(0).data(ROW_ROLE).problems == 2


def test_many_articles_are_read_a_page_at_a_time(qtbot: QtBot, tmp_path: Path) -> None:
    crowd = Crowd.make(tmp_path / "crowd.toposcope", 450, 1)
    parent = QWidget()
    qtbot.addWidget(parent)
    model = DocumentModel(parent)
    model.load(crowd.project, "", "file", False)
    assert model.rowCount() == 450
    assert model.pages_held == 0
    last = queries.documents(crowd.project, order="file", descending=True, limit=1)[0]
    assert model.row_of(last.document_id) == 449
    assert model.index(449).data() == "a00449.txt"
    assert model.pages_held == 1
    crowd.project.close()


def test_an_empty_project_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session()
    session.new_project(tmp_path / "new.toposcope")
    pane = DocumentsPane(session)
    shown(pane, qtbot)
    assert pane.empty.isVisible()
    assert "Ctrl+I" in pane.empty.text()
    session.close_project()
    assert pane.empty.text() == "No project is open."
    session.shutdown()


# mentions -----------------------------------------------------------------------------------------------------------


def test_mentions_are_shown_in_text_order_and_sorted_by_sql(session: Session, qtbot: QtBot) -> None:
    pane = MentionsPane(session)
    shown(pane, qtbot)
    names = [pane.model.index(i, NAME).data() for i in range(pane.model.rowCount())]
    assert names[:4] == ["Pabrati", "Vilnius", "Lithuania", "Lithuanian"]
    session.select_mention(mention(session, "Teysin"))
    pane.view.sortByColumn(CONFIDENCE, Qt.SortOrder.AscendingOrder)
    assert pane.model.index(0, CONFIDENCE).data() == "71 %"
    focus = pane.view.currentIndex().row()
    assert pane.model.index(focus, NAME).data() == "Teysin", "the mention in focus stays in focus"
    assert not pane.grab().isNull()


def test_a_row_selects_its_mention_once(session: Session, qtbot: QtBot) -> None:
    pane = MentionsPane(session)
    shown(pane, qtbot)
    told: list[object] = []
    session.selection_changed.connect(told.append)
    pane.view.setCurrentIndex(pane.model.index(1, NAME))
    assert session.selection.mention_id == mention(session, "Vilnius")
    pane.view.setCurrentIndex(pane.model.index(1, CONFIDENCE))
    assert len(told) == 1
    session.select_mention(mention(session, "Paris"))
    assert pane.model.id_at(pane.view.currentIndex().row()) == mention(session, "Paris")
    assert len(told) == 2


def test_the_controls_and_the_sessions_filter_are_one(session: Session, qtbot: QtBot) -> None:
    pane = MentionsPane(session)
    shown(pane, qtbot)
    pane._line.setText("paris")
    qtbot.waitUntil(lambda: session.filter.text == "paris")
    assert pane.model.rowCount() == 5
    pane._group.setCurrentIndex(pane._group.findData(Group.NOT_A_PLACE))
    assert session.filter.groups == frozenset({Group.NOT_A_PLACE})
    assert pane.model.rowCount() == 1
    session.set_filter(MentionFilter(statuses=frozenset({Status.UNRESOLVED})))
    assert pane._line.text() == ""
    assert pane._group.currentIndex() == 0
    assert pane._status.currentData() == Status.UNRESOLVED
    assert pane.model.rowCount() == 2
    session.set_filter(MentionFilter(problems_only=True))
    assert pane._group.currentText() == "Problems"
    assert pane.model.rowCount() == 2


def test_this_article_follows_the_article(session: Session, qtbot: QtBot) -> None:
    pane = MentionsPane(session)
    shown(pane, qtbot)
    session.select_mention(mention(session, "Pabrati"))
    pane._here.setChecked(True)
    assert pane.model.rowCount() == 8
    hebrew = next(
        row.mention_id
        for row in queries.mentions(session.project)
        if row.surface == "פריז"  # type: ignore[arg-type]
    )
    session.select_mention(hebrew)
    assert session.filter.document_id == session.selection.document_id
    assert pane.model.rowCount() == 2
    assert pane.view.currentIndex().row() == 0
    pane._here.setChecked(False)
    assert pane.model.rowCount() == 14


def test_a_table_holds_only_the_rows_it_shows(qtbot: QtBot, tmp_path: Path) -> None:
    crowd = Crowd.make(tmp_path / "crowd.toposcope", 60, 100)
    parent = QWidget()
    qtbot.addWidget(parent)
    model = MentionModel(parent)
    model.load(crowd.project, MentionFilter())
    assert model.rowCount() == 6000
    assert model.pages_read == 0
    assert model.index(5000, NAME).data() == "Paris"
    assert model.pages_read == 1
    for row in range(0, 6000, PAGE):
        model.index(row, NAME).data()
    assert model.pages_read == PAGES_KEPT
    crowd.project.close()


def test_an_edit_refreshes_the_row_and_keeps_focus(session: Session, qtbot: QtBot) -> None:
    pane = MentionsPane(session)
    shown(pane, qtbot)
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    with qtbot.waitSignal(session.changed):
        session.do(Confirm(wanted))
    row = pane.view.currentIndex().row()
    assert pane.model.id_at(row) == wanted
    assert pane.model.index(row, 5).data() == "confirmed"


def test_a_hidden_pane_reads_when_it_comes_to_be_shown(session: Session, qtbot: QtBot) -> None:
    pane = MentionsPane(session)
    qtbot.addWidget(pane)
    session.set_filter(replace(session.filter, text="teysin"))
    assert pane.model.rowCount() == 0
    shown(pane, qtbot)
    assert pane.model.rowCount() == 2


# problems -----------------------------------------------------------------------------------------------------------


def read(pane: ProblemsPane, qtbot: QtBot) -> None:
    """Wait until the board has been read, which is not done in the window's thread."""
    qtbot.waitUntil(lambda: not pane.reader.busy)


def test_the_board_is_read_in_another_thread_and_only_the_newest_answer_is_shown(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def slowly(project: Project) -> list[Problem]:
        threads.append(threading.get_ident())
        time.sleep(0.05)
        return queries.problems(project)

    pane = ProblemsPane(session)
    pane.reader._read = slowly
    answers: list[object] = []
    pane.reader.found.connect(answers.append)
    shown(pane, qtbot)
    for _ in range(5):
        pane.refresh()
    read(pane, qtbot)
    assert threading.get_ident() not in threads
    assert len(threads) < 6, "readings that had not begun were done all the same"
    assert len(answers) == 1
    pane.refresh()
    session.close_project()
    qtbot.wait(100)
    assert len(answers) == 1, "an answer came after the project was closed"


def test_problems_are_told_with_their_letters(session: Session, qtbot: QtBot) -> None:
    pane = ProblemsPane(session)
    shown(pane, qtbot)
    read(pane, qtbot)
    assert pane.model.rowCount() == 2
    assert not pane.grab().isNull()
    session.select_mention(mention(session, "Pabrati", 1))
    assert pane.current is not None
    assert pane.current.surface == "Pabrati"
    assert pane._fix.text() == "Take Pabradė"


def test_fix_takes_the_probable_place_for_all_in_one_step(session: Session, qtbot: QtBot) -> None:
    pane = ProblemsPane(session)
    shown(pane, qtbot)
    read(pane, qtbot)
    pane.view.setCurrentIndex(pane.model.index(0))
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(pane._fix, Qt.MouseButton.LeftButton)
    assert session.project is not None
    statuses = {row.status for row in queries.mentions(session.project) if row.surface == "Pabrati"}
    assert statuses == {Status.CONFIRMED}
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    with qtbot.waitSignal(session.changed):
        session.undo()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    assert not session.can_undo or session.undo_label != "Confirm"


def test_ignore_is_kept_and_another_place_is_asked_for(session: Session, qtbot: QtBot) -> None:
    pane = ProblemsPane(session)
    shown(pane, qtbot)
    read(pane, qtbot)
    pane.view.setCurrentIndex(pane.model.index(0))
    with qtbot.waitSignal(pane.search_requested) as asked:
        qtbot.mouseClick(pane._other, Qt.MouseButton.LeftButton)
    assert asked.args == [mention(session, "Pabrati")]
    with qtbot.waitSignal(session.changed):
        pane.ignore()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)


def test_one_name_with_two_places_can_be_made_one(session: Session, qtbot: QtBot) -> None:
    pane = ProblemsPane(session)
    shown(pane, qtbot)
    read(pane, qtbot)
    pane.view.setCurrentIndex(pane.model.index(1))
    texas = next(action for action in pane._menu.actions() if "Texas" in action.text())
    with qtbot.waitSignal(session.changed):
        texas.trigger()
    assert session.project is not None
    placed = {row.place_id for row in queries.mentions(session.project) if row.document_label == "two_cities.txt"}
    assert placed == {PARIS_TX.place_id, None}


# unresolved ---------------------------------------------------------------------------------------------------------


def test_unresolved_names_are_grouped_with_their_nearest(session: Session, qtbot: QtBot) -> None:
    pane = UnresolvedPane(session)
    shown(pane, qtbot)
    assert pane.model.rowCount() == 1
    group = pane.model.index(0).data(ROW_ROLE)
    assert (group.surface, group.mentions, group.documents) == ("Teysin", 2, 2)
    assert not pane.grab().isNull()


def test_a_choice_is_for_the_whole_group_and_one_step(session: Session, qtbot: QtBot) -> None:
    pane = UnresolvedPane(session)
    shown(pane, qtbot)
    pane.view.setCurrentIndex(pane.model.index(0))
    assert session.selection.mention_id == mention(session, "Teysin")
    with qtbot.waitSignal(session.changed):
        pane.choose(ARAPIVKA)
    assert pane.model.rowCount() == 0
    assert pane.empty.isVisible()
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert pane.model.rowCount() == 1


@pytest.mark.parametrize(("verb", "status"), [("cannot_identify", Status.UNRESOLVED), ("defer", Status.DEFERRED)])
def test_groups_can_be_put_aside(session: Session, qtbot: QtBot, verb: str, status: Status) -> None:
    pane = UnresolvedPane(session)
    shown(pane, qtbot)
    pane.view.setCurrentIndex(pane.model.index(0))
    with qtbot.waitSignal(session.changed):
        getattr(pane, verb)()
    assert session.project is not None
    assert {row.status for row in queries.mentions(session.project) if row.surface == "Teysin"} == {status}


def test_search_and_pin_are_asked_for(session: Session, qtbot: QtBot) -> None:
    pane = UnresolvedPane(session)
    shown(pane, qtbot)
    assert not pane._search.isEnabled()
    pane.view.setCurrentIndex(pane.model.index(0))
    with qtbot.waitSignals([pane.search_requested, pane.pin_requested]):
        qtbot.mouseClick(pane._search, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(pane._pin, Qt.MouseButton.LeftButton)


def test_closing_the_project_empties_every_list(session: Session, qtbot: QtBot) -> None:
    panes = [DocumentsPane(session), MentionsPane(session), ProblemsPane(session), UnresolvedPane(session)]
    for pane in panes:
        shown(pane, qtbot)
    session.close_project()
    assert all(pane.empty.text() == "No project is open." for pane in panes)
    assert all(pane.model.rowCount() == 0 for pane in panes)
