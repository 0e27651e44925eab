"""The article pane: exact text, mentions where they are, clicks and keys, both directions of reading."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from desktop.article.looks import Look, look_of
from desktop.article.shown import ShownText
from desktop.article.text import ArticleText
from desktop.article.view import ArticleView
from desktop.session import Session
from gazetteer.model import Group, Kind, SpellingStatus, Status
from gazetteer.project import queries
from gazetteer.project.edits import Confirm, RemoveDocuments
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import Changes, History
from gazetteer.project.rows import MentionMark
from gazetteer.project.span_edits import AddMention, RemoveMention
from gazetteer.project.store import Project
from tests.ui.review_samples import EXERCISE, HEBREW, TWO_CITIES


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> ArticleView:
    pane = ArticleView(session)
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def mention(session: Session, surface: str, nth: int = 0) -> str:
    assert session.project is not None
    return [row.mention_id for row in queries.mentions(session.project) if row.surface == surface][nth]


def document(session: Session, name: str) -> str:
    assert session.project is not None
    return next(row.document_id for row in queries.documents(session.project) if row.file_name == name)


def words_under(view: ArticleView, box_centre: QPointF) -> str:
    cursor = view.text.cursorForPosition(box_centre.toPoint())
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    return cursor.selectedText()


def test_without_a_selection_the_pane_says_what_to_do(view: ArticleView) -> None:
    assert view.document_id is None
    assert not view.text.isVisible()


def test_the_text_is_shown_exactly_markup_as_text(view: ArticleView, session: Session) -> None:
    session.select_document(document(session, "two_cities.txt"))
    assert view.text.toPlainText() == TWO_CITIES
    assert "<script>" in view.text.toPlainText()


def test_a_mention_after_an_emoji_is_drawn_at_its_own_letters(
    view: ArticleView, session: Session, qtbot: QtBot
) -> None:
    for surface, nth in (("Pabrati", 0), ("Pabrati", 1), ("Paris", 0), ("Teysin", 0)):
        wanted = mention(session, surface, nth)
        session.select_mention(wanted)
        view.grab()
        boxes = view.text.mention_boxes(wanted)
        assert boxes
        assert words_under(view, boxes[0].center()) == surface


def test_a_right_to_left_paragraph_stands_at_the_right_with_its_mentions(view: ArticleView, session: Session) -> None:
    session.select_document(document(session, "hebrew.txt"))
    view.grab()
    boxes = {mark.mention_id: view.text.mention_boxes(mark.mention_id) for mark in view.text.marks}
    assert all(len(found) == 1 and found[0].width() > 5 for found in boxes.values())
    paris, vilnius = (boxes[mark.mention_id][0] for mark in view.text.marks)
    assert paris.left() > vilnius.right(), "the text runs from the right to the left"
    assert paris.right() > view.text.viewport().width() / 2


def test_a_click_on_a_mention_selects_it_everywhere(view: ArticleView, session: Session, qtbot: QtBot) -> None:
    session.select_document(document(session, "exercise.txt"))
    view.grab()
    wanted = mention(session, "Vilnius")
    point = view.text.mention_boxes(wanted)[0].center().toPoint()
    with qtbot.waitSignal(session.selection_changed):
        qtbot.mouseClick(view.text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert session.selection.mention_id == wanted
    assert view.text.focus_mention == wanted


def test_a_click_beside_every_mention_selects_none(view: ArticleView, session: Session, qtbot: QtBot) -> None:
    session.select_document(document(session, "exercise.txt"))
    view.grab()
    with qtbot.assertNotEmitted(session.selection_changed):
        qtbot.mouseClick(view.text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 26))


def test_selecting_a_mention_of_another_article_opens_that_one(view: ArticleView, session: Session) -> None:
    session.select_document(document(session, "hebrew.txt"))
    session.select_mention(mention(session, "Teysin"))
    assert view.document_id == document(session, "exercise.txt")
    assert view.text.toPlainText() == EXERCISE


def test_arrows_walk_through_the_mentions_and_stop_at_the_ends(
    view: ArticleView, session: Session, qtbot: QtBot
) -> None:
    session.select_document(document(session, "exercise.txt"))
    walked = []
    for _ in range(10):
        qtbot.keyClick(view.text, Qt.Key.Key_Right)
        walked.append(session.selection.mention_id)
    ids = [mark.mention_id for mark in view.text.marks]
    assert walked == [*ids, ids[-1], ids[-1]]
    qtbot.keyClick(view.text, Qt.Key.Key_Left)
    assert session.selection.mention_id == ids[-2]


def test_a_mention_out_of_sight_is_scrolled_to(view: ArticleView, session: Session, qtbot: QtBot) -> None:
    mark = view_mark("m-far", 60_000, 60_004)
    view.text.set_article("line\n" * 20_000, [mark])
    view._pages.setCurrentIndex(1)
    assert view.text.mention_boxes("m-far") == []
    view.text.set_focus_mention("m-far")
    assert len(view.text.mention_boxes("m-far")) == 1


def view_mark(mention_id: str, start: int, end: int) -> MentionMark:
    return MentionMark(
        mention_id,
        start,
        end,
        Kind.LITERAL,
        Status.AUTO,
        Group.PLOTTED,
        SpellingStatus.EXACT,
        "geonames:1",
        "X",
        0.9,
        False,
    )


def test_only_the_mentions_in_view_are_worked_on(view: ArticleView) -> None:
    marks = [view_mark(f"m-{i}", i * 5, i * 5 + 4) for i in range(20_000)]
    view.text.set_article("line\n" * 20_000, marks)
    view._pages.setCurrentIndex(1)
    view.grab()
    assert 5 < len(view.text._pieces) < 60


def test_a_decision_changes_the_line_and_keeps_the_place_in_the_text(
    view: ArticleView, session: Session, qtbot: QtBot
) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    assert look(view, wanted) is Look.PROBLEM
    with qtbot.waitSignal(session.changed):
        session.do(Confirm(wanted))
    assert look(view, wanted) is Look.HUMAN
    assert view.text.focus_mention == wanted


def full_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the id of each article whose mentions are all read."""
    read: list[str] = []
    whole = queries.document_mentions

    def reading(project: Project, document_id: str) -> list[MentionMark]:
        read.append(document_id)
        return whole(project, document_id)

    monkeypatch.setattr(queries, "document_mentions", reading)
    return read


def shown_as_stored(view: ArticleView, session: Session) -> bool:
    """True where the pane's marks, and where they lie, are what a reading of the whole article gives."""
    assert session.project is not None
    assert view.document_id is not None
    ids = queries.mention_ids(session.project, MentionFilter(document_id=view.document_id))
    fresh = ArticleText()
    fresh.set_article(
        queries.document_text(session.project, view.document_id), queries.mention_marks(session.project, ids)
    )
    held = view.text
    same = (held._marks, held._starts, held._ends, held._index) == (
        *(fresh._marks, fresh._starts, fresh._ends, fresh._index),
    )
    fresh.deleteLater()
    return same


def test_a_decision_reads_only_its_mention_and_so_does_its_undo(
    view: ArticleView, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    read = full_reads(monkeypatch)
    with qtbot.waitSignal(session.changed):
        session.do(Confirm(wanted))
    assert look(view, wanted) is Look.HUMAN
    assert shown_as_stored(view, session)
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert look(view, wanted) is Look.PROBLEM
    assert shown_as_stored(view, session)
    assert read == []


def test_a_mention_taken_out_and_put_back_has_the_article_read(
    view: ArticleView, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    read = full_reads(monkeypatch)
    before = len(view.text.marks)
    with qtbot.waitSignal(session.changed):
        session.do(RemoveMention(wanted))
    assert len(view.text.marks) == before - 1
    assert shown_as_stored(view, session)
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert len(view.text.marks) == before
    assert shown_as_stored(view, session)
    assert len(read) == 2


def test_a_mention_added_beside_a_changed_one_is_not_missed(
    view: ArticleView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    assert session.project is not None
    assert view.document_id is not None
    start = EXERCISE.index("Tuesday")
    history = History(session.project, who="tester")
    changes = history.do(Confirm(wanted)) | history.do(AddMention(view.document_id, start, start + 7))
    view._changed(changes)
    assert look(view, wanted) is Look.HUMAN
    assert any(mark.start == start for mark in view.text.marks)
    assert shown_as_stored(view, session)


def test_a_mention_added_while_another_is_taken_out_is_not_missed(view: ArticleView, session: Session) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    assert session.project is not None
    assert view.document_id is not None
    start = EXERCISE.index("Tuesday")
    history = History(session.project, who="tester")
    changes = history.do(RemoveMention(wanted)) | history.do(AddMention(view.document_id, start, start + 7))
    view._changed(changes)
    assert not view.text.shows(wanted)
    assert any(mark.start == start for mark in view.text.marks)
    assert shown_as_stored(view, session)


def test_many_changed_mentions_have_the_article_read(
    view: ArticleView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.select_mention(mention(session, "Pabrati"))
    assert view.document_id is not None
    monkeypatch.setattr("desktop.article.view.FEW", 2)
    read = full_reads(monkeypatch)
    ids = [mark.mention_id for mark in view.text.marks]
    assert len(ids) > 2
    view._changed(Changes(frozenset({view.document_id}), frozenset(ids[:2])))
    assert read == []
    view._changed(Changes(frozenset({view.document_id}), frozenset(ids)))
    assert read == [view.document_id]


def test_changes_in_another_article_only_leave_this_one_alone(
    view: ArticleView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.select_document(document(session, "hebrew.txt"))
    read = full_reads(monkeypatch)
    elsewhere, here = mention(session, "Teysin"), document(session, "hebrew.txt")
    view._changed(Changes(frozenset({document(session, "exercise.txt")}), frozenset({elsewhere})))
    assert read == []
    view._changed(Changes(frozenset({here}), frozenset({elsewhere})))
    assert read == [here]


def look(view: ArticleView, mention_id: str) -> Look:
    mark = next(mark for mark in view.text.marks if mark.mention_id == mention_id)
    return look_of(mark.status, mark.group, mark.problem)


def test_an_article_that_is_removed_leaves_the_pane(view: ArticleView, session: Session, qtbot: QtBot) -> None:
    shown = document(session, "exercise.txt")
    session.select_document(shown)
    with qtbot.waitSignal(session.changed):
        session.do(RemoveDocuments((shown,)))
    assert view.document_id is None


SPAN_VERBS = ["add_mention", "move_ends", "split_mention", "remove_mention"]


def select(view: ArticleView, start: int, end: int) -> None:
    cursor = view.text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.text.setTextCursor(cursor)


def offered(view: ArticleView, spot: QPoint) -> dict[str, QAction]:
    menu = view.build_menu(spot)
    return {action.objectName(): action for action in menu.actions() if action.isEnabled()}


def surfaces(view: ArticleView) -> list[str]:
    return [view.text.stored(mark.start, mark.end) for mark in view.text.marks]


def test_the_ends_move_to_the_selected_words_also_from_a_menu_over_another_mention(
    view: ArticleView, session: Session, qtbot: QtBot
) -> None:
    session.select_mention(mention(session, "Vilnius"))
    wanted = mention(session, "Pabrati")
    at = view.text.mention_boxes(wanted)[0].center().toPoint()
    start = ShownText(EXERCISE).to_shown(EXERCISE.index("near Pabrati"))
    select(view, start, start + len("near Pabrati"))
    with qtbot.waitSignal(session.changed):
        offered(view, at)["move_ends"].trigger()
    qtbot.waitUntil(lambda: session.selection.mention_id not in (wanted, None))
    assert surfaces(view)[0] == "near Pabrati"
    assert not view.text.shows(wanted)
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert surfaces(view)[0] == "Pabrati"


def test_a_mention_is_split_at_the_click_or_around_what_is_selected(
    view: ArticleView, session: Session, qtbot: QtBot
) -> None:
    session.select_document(document(session, "two_cities.txt"))
    start = TWO_CITIES.index("Paris, Texas")
    select(view, start, start + len("Paris, Texas"))
    with qtbot.waitSignal(session.changed):
        view.spans.move_ends()
    qtbot.waitUntil(lambda: session.selection.mention_id is not None)
    whole = surfaces(view)
    select(view, start + 5, start + 7)
    with qtbot.waitSignal(session.changed):
        view.spans.split()
    assert surfaces(view)[:2] == ["Paris", "Texas"]
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert surfaces(view) == whole
    select(view, 0, 0)
    wanted = view.text.marks[0].mention_id
    box = view.text.mention_boxes(wanted)[0]
    spot = QPoint(round(box.left() + box.width() * 0.46), round(box.center().y()))
    with qtbot.waitSignal(session.changed):
        offered(view, spot)["split_mention"].trigger()
    assert surfaces(view)[:2] == ["Paris", "Texas"]


def test_the_menu_offers_what_is_possible_there(view: ArticleView, session: Session) -> None:
    session.select_document(document(session, "exercise.txt"))
    assert set(offered(view, QPoint(2, 2))) == set()
    wanted = mention(session, "Pabrati")
    view.grab()  # what was drawn can be clicked
    inside = view.text.mention_boxes(wanted)[0].center().toPoint()
    assert set(offered(view, inside)) == {"split_mention", "remove_mention"}
    start = ShownText(EXERCISE).to_shown(EXERCISE.index("Soldiers near"))
    select(view, start, start + len("Soldiers"))
    assert set(offered(view, QPoint(2, 2))) == {"", "add_mention"}


def test_what_cannot_be_done_to_the_words_is_said(view: ArticleView, session: Session, qtbot: QtBot) -> None:
    session.select_mention(mention(session, "Pabrati"))
    for verb in (view.spans.add, view.spans.move_ends, view.spans.split):
        with qtbot.waitSignal(view.spans.told), qtbot.assertNotEmitted(session.changed):
            verb()


def test_marked_words_become_a_mention_in_one_undo_step(view: ArticleView, session: Session, qtbot: QtBot) -> None:
    session.select_document(document(session, "exercise.txt"))
    start = EXERCISE.index("Tuesday")
    shown = ShownText(EXERCISE)
    select(view, shown.to_shown(start - 1), shown.to_shown(start + len("Tuesday")))
    assert view.text.selected_span() == (start, start + len("Tuesday"))
    with qtbot.waitSignal(session.changed):
        view.spans.add()
    qtbot.waitUntil(lambda: view.text.focus_mention is not None)
    assert any((mark.start, mark.end) == (start, start + 7) for mark in view.text.marks)
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert not any(mark.start == start for mark in view.text.marks)


def test_copying_gives_the_stored_letters_back(view: ArticleView, session: Session) -> None:
    session.select_document(document(session, "hebrew.txt"))
    view.text.selectAll()
    copied = view.text.createMimeDataFromSelection()
    assert copied.text() == HEBREW
    assert QGuiApplication.clipboard() is not None


def test_the_menu_offers_nothing_that_writes_in_a_read_only_project(
    view: ArticleView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.select_document(document(session, "exercise.txt"))
    assert [a.objectName() for a in view.build_menu(QPoint(0, 0)).actions()] == ["", *SPAN_VERBS]
    monkeypatch.setattr(Session, "read_only", property(lambda self: True))
    assert [a.objectName() for a in view.build_menu(QPoint(0, 0)).actions()] == [""]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_card_tells_place_confidence_and_spelling_as_plain_text(
    view: ArticleView, session: Session, qtbot: QtBot
) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    view.grab()
    view.text._set_hovered(wanted)
    view.text._show_card()
    assert view.text._card.words() == (
        "Pabradė, Vilnius County, Lithuania\nprobably misspelt · confidence 74 %\nSpelling: probable misspelling"
    )
    view.text._set_hovered(None)
    assert not view.text._card.isVisible()


def test_a_large_article_is_laid_out_only_where_it_is_seen(view: ArticleView) -> None:
    text = "слово " * 450_000
    view.text.set_article(text, [])
    view._pages.setCurrentIndex(1)
    view.grab()
    laid_out = 0
    block = view.text.document().firstBlock()
    while block.isValid():
        laid_out += block.layout().lineCount() > 0
        block = block.next()
    assert view.text.document().blockCount() > 100
    assert laid_out < 10


def test_every_state_has_a_look_of_its_own() -> None:
    looks = {
        look_of(Status.AUTO, Group.PLOTTED, False),
        look_of(Status.CORRECTED, Group.PLOTTED, False),
        look_of(Status.AUTO, Group.LINKED, False),
        look_of(Status.AUTO, Group.PLOTTED, True),
        look_of(Status.DEFERRED, Group.UNRESOLVED, False),
        look_of(Status.REJECTED, Group.NOT_A_PLACE, False),
    }
    assert looks == set(Look)
