"""The main window over a real project: menus mirror the history, keys decide, map and lists share the focus."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import wants_window
from desktop.composition import build
from desktop.launch import Launch
from desktop.main_window import MainWindow
from desktop.settings import Settings
from gazetteer.model import Kind, Status
from gazetteer.project import queries
from gazetteer.project.edits import ChoosePlace, Confirm
from gazetteer.project.filters import MentionFilter
from gazetteer.project.rows import MentionDetail
from gazetteer.project.store import Project
from tests.ui.fake_annotator import FakeAnnotator
from tests.ui.review_samples import PABIRZE, PABRADE, VILNIUS

pytestmark = pytest.mark.webengine
PAINTED_MS = 30_000
TICKS = 20
"""times that the event loop is to be served once a large article is shown"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def empty_window(qapp: QApplication, qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    """The window with no project open."""
    window = build(qapp, Launch(size=(1200, 800)), settings)
    window.session._given = FakeAnnotator()
    window.show()
    yield window
    window.close()
    window.deleteLater()
    window.session.deleteLater()
    window.theme.deleteLater()
    qapp.processEvents()


@pytest.fixture
def window(empty_window: MainWindow, project_path: Path) -> MainWindow:
    assert empty_window.files.open(project_path)
    return empty_window


def mention_of(window: MainWindow, surface: str, nth: int = 0) -> str:
    assert window.session.project is not None
    rows = [row for row in queries.mentions(window.session.project) if row.surface == surface]
    return rows[nth].mention_id


def detail(window: MainWindow, mention_id: str) -> MentionDetail:
    assert window.session.project is not None
    found = queries.mention(window.session.project, mention_id)
    assert found is not None
    return found


# nothing open ---------------------------------------------------------------------------------------------------------


def test_without_a_project_the_start_page_shows(empty_window: MainWindow) -> None:
    assert empty_window.welcome.isVisible()
    assert not empty_window.commands["export"].isEnabled()
    assert not empty_window.commands["undo"].isEnabled()
    assert not any(dock.isVisible() for dock in empty_window.docks.all)


def test_closing_the_project_leads_back_to_the_start_page(window: MainWindow) -> None:
    assert window.work.isVisible()
    window.commands["close"].trigger()
    assert window.session.project is None
    assert window.welcome.isVisible()


def test_a_dropped_project_is_opened_and_remembered(empty_window: MainWindow, project_path: Path) -> None:
    _drop(empty_window, [project_path])
    assert empty_window.session.project is not None
    assert empty_window.settings.recent() == [project_path]
    assert "sample" in empty_window.windowTitle()


def test_dropped_articles_are_imported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    article = tmp_path / "dropped.txt"
    article.write_text("A kite was seen over Vilnius.", "utf-8")
    with qtbot.waitSignal(window.session.changed):
        _drop(window, [article])
    assert window.session.project is not None
    assert "dropped.txt" in {row.file_name for row in queries.documents(window.session.project)}


def _drop(window: MainWindow, paths: list[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), copy, mime, left, none))


def test_closing_the_window_stops_an_import_and_keeps_what_was_read(
    empty_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    empty_window.session._given = FakeAnnotator(pause_s=0.05)
    folder, project = tmp_path / "articles", tmp_path / "stopped.toposcope"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Article {number} tells of Vilnius.", "utf-8")
    assert empty_window.files.create(project)
    empty_window.files.import_paths([folder])
    qtbot.wait(300)
    empty_window.close()
    with Project.open(project) as kept:
        assert kept.integrity() == []
        assert 0 < queries.counts(kept).total < 60


# history --------------------------------------------------------------------------------------------------------------


def test_undo_and_redo_mirror_the_history_with_labels(window: MainWindow, qtbot: QtBot) -> None:
    mention = mention_of(window, "Pabrati")
    with qtbot.waitSignal(window.session.history_changed):
        window.session.do(ChoosePlace(mention, PABIRZE))
    assert "Pabrati" in window.commands["undo"].text()
    assert not window.commands["redo"].isEnabled()
    with qtbot.waitSignal(window.session.history_changed):
        window.commands["undo"].trigger()
    assert window.commands["redo"].isEnabled()
    assert "Pabrati" in window.commands["redo"].text()


def test_the_counts_add_up_and_follow_an_edit(window: MainWindow, qtbot: QtBot) -> None:
    label = window.statusBar().findChild(QLabel, "status_counts")
    assert isinstance(label, QLabel)
    assert window.session.project is not None
    counts = queries.counts(window.session.project)
    assert label.text().startswith(f"{counts.total} mentions = {counts.plotted} plotted")
    window.session.select_mention(mention_of(window, "Vilnius"))
    with qtbot.waitSignal(window.session.changed):
        window.commands["unidentified"].trigger()
    assert f"{counts.unresolved + 1} unresolved" in label.text()
    assert "saved" in window.statusBar().findChild(QLabel, "status_saved").text()


# keys -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "status", "kind"),
    [
        ("C", Status.CONFIRMED, Kind.LITERAL),
        ("U", Status.UNRESOLVED, Kind.LITERAL),
        ("D", Status.DEFERRED, Kind.LITERAL),
        ("2", Status.CORRECTED, Kind.LITERAL),
        ("NO", Status.REJECTED, Kind.ORGANISATION),
        ("NM", Status.CORRECTED, Kind.METONYM),
    ],
)
def test_letters_decide_in_a_review_pane(
    window: MainWindow, qtbot: QtBot, keys: str, status: Status, kind: Kind
) -> None:
    mention = mention_of(window, "Pabrati")
    window.session.select_mention(mention)
    window.docks.show_pane(window.mentions)
    target = window.mentions.view
    target.setFocus()
    with qtbot.waitSignal(window.session.changed):
        for key in keys:
            qtbot.keyClick(target, key)
    assert (detail(window, mention).status, detail(window, mention).kind) == (status, kind)
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(target, Qt.Key.Key_Backspace)
    assert detail(window, mention).status is Status.AUTO


def test_enter_accepts_and_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session.project is not None
    ids = queries.mention_ids(window.session.project)
    window.session.select_mention(ids[0])
    window.docks.show_pane(window.mentions)
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(window.mentions.view, Qt.Key.Key_Return)
    assert detail(window, ids[0]).status is Status.CONFIRMED
    assert window.session.selection.mention_id == ids[1]


def test_letters_typed_into_a_search_line_decide_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select_mention(mention_of(window, "Pabrati"))
    window.commands["find"].trigger()
    line = QApplication.focusWidget()
    assert line is not None
    with qtbot.assertNotEmitted(window.session.changed, wait=200):
        qtbot.keyClicks(line, "cud")
    assert line.text() == "cud"


def test_letters_can_be_turned_off(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select_mention(mention_of(window, "Pabrati"))
    window.docks.show_pane(window.mentions)
    window.commands["letters"].trigger()
    with qtbot.assertNotEmitted(window.session.changed, wait=200):
        qtbot.keyClick(window.mentions.view, "c")
    assert window.settings.read("letters", True) is False
    window.commands["letters"].trigger()
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(window.mentions.view, "c")


def test_next_and_previous_go_round_the_list(window: MainWindow) -> None:
    assert window.session.project is not None
    ids = queries.mention_ids(window.session.project)
    window.session.select_mention(ids[-1])
    window.commands["next"].trigger()
    assert window.session.selection.mention_id == ids[0]
    window.commands["previous"].trigger()
    assert window.session.selection.mention_id == ids[-1]


def test_next_follows_the_order_the_table_is_sorted_in(window: MainWindow) -> None:
    assert window.session.project is not None
    window.docks.show_pane(window.mentions)
    window.mentions.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    ids = queries.mention_ids(window.session.project, None, "surface", descending=True)
    assert ids != queries.mention_ids(window.session.project)
    window.session.select_mention(ids[0])
    window.commands["next"].trigger()
    assert window.session.selection.mention_id == ids[1]


def test_next_unresolved_finds_a_name_without_a_place(window: MainWindow) -> None:
    window.commands["next_unresolved"].trigger()
    mention_id = window.session.selection.mention_id
    assert mention_id is not None
    assert detail(window, mention_id).place is None


def test_f6_walks_through_the_panes(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.session.select_mention(mention_of(window, "Pabrati"))
    qtbot.waitUntil(lambda: window.article.text.isVisible())
    window.documents.setFocus()
    seen = set()
    for _ in range(5):
        window.commands["next_pane"].trigger()
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(next(pane.objectName() for pane in window.panes if pane is focus or pane.isAncestorOf(focus)))
    assert len(seen) == 5


# map ------------------------------------------------------------------------------------------------------------------


def at_rest(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.wiring.shows_everything, timeout=PAINTED_MS)


def test_the_map_follows_the_selection_and_the_selection_the_map(window: MainWindow, qtbot: QtBot) -> None:
    at_rest(window, qtbot)
    window.session.select_mention(mention_of(window, "Pabrati"))
    assert window.map._lasting["select"]["id"] == PABRADE.place_id
    ghosts = window.map._lasting["ghosts"]["ghosts"]
    assert [(ghost["id"], ghost["rank"]) for ghost in ghosts] == [(PABIRZE.place_id, 2)]
    window.map.picked.emit(VILNIUS.place_id)
    assert window.session.selection.place_id == VILNIUS.place_id
    assert window.map._lasting["select"]["fly"] is False


def test_a_ghost_is_taken_and_a_dragged_marker_becomes_a_pin(window: MainWindow, qtbot: QtBot) -> None:
    mention = mention_of(window, "Pabrati")
    window.session.select_mention(mention)
    with qtbot.waitSignal(window.session.changed):
        window.map.ghost_picked.emit(PABIRZE.place_id)
    taken = detail(window, mention).place
    assert taken is not None
    assert taken.place_id == PABIRZE.place_id
    with qtbot.waitSignal(window.session.changed):
        window.map.moved.emit(PABIRZE.place_id, 25.5, 55.25)
    place = detail(window, mention).place
    assert place is not None
    assert (place.longitude, place.latitude, place.name) == (25.5, 55.25, "Pabrati")


def test_a_pin_is_for_the_mention_it_was_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    mention = mention_of(window, "Teysin")
    window.session.select_mention(mention)
    window.commands["pin"].trigger()
    window.session.select_mention(mention_of(window, "Vilnius"))
    with qtbot.waitSignal(window.session.changed):
        window.map.pin_dropped.emit(30.0, 50.0, 2000)
    place = detail(window, mention).place
    assert place is not None
    assert (place.place_id.split(":")[0], place.radius_m) == ("project", 2000)


def test_esc_leaves_the_pin_and_a_later_click_drops_none(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select_mention(mention_of(window, "Teysin"))
    window.commands["pin"].trigger()
    window.map.pin_left.emit()
    with qtbot.assertNotEmitted(window.session.changed, wait=200):
        window.map.pin_dropped.emit(30.0, 50.0, 0)


def test_a_note_and_tags_are_written_by_keys_alone_which_then_go_on_deciding(window: MainWindow, qtbot: QtBot) -> None:
    window.docks.show_pane(window.mentions)
    mention = mention_of(window, "Pabrati")
    window.session.select_mention(mention)
    for action_id, line, words in (
        ("write_note", window.inspector.marks.note, "ask the author"),
        ("write_tags", window.inspector.marks.tags, "border, convoy"),
    ):
        window.activateWindow()
        window.mentions.view.setFocus()
        window.commands[action_id].trigger()
        assert line.hasFocus()
        QTest.keyClicks(line, words)
        with qtbot.waitSignal(window.session.changed):
            QTest.keyClick(line, Qt.Key.Key_Return)
        assert window.mentions.view.hasFocus()
    found = detail(window, mention)
    assert (found.note, found.tags) == ("ask the author", ("border", "convoy"))


def test_the_names_not_on_the_map_lead_to_their_list(window: MainWindow) -> None:
    window.map.offmap_clicked.emit()
    assert window.unresolved.isVisible()


# appearance, layout, second window ------------------------------------------------------------------------------------


def test_the_appearance_is_switched_everywhere_and_kept(window: MainWindow, settings: Settings) -> None:
    window.commands["theme_dark"].trigger()
    assert window.theme.dark
    assert window.palette().window().color().lightness() < 90
    assert window.map._lasting["dark"]["dark"] is True
    assert settings.read("appearance", "system") == "dark"
    window.commands["theme_light"].trigger()
    assert not window.theme.dark
    assert window.palette().window().color().lightness() > 200


def test_the_layout_comes_back(
    qapp: QApplication, window: MainWindow, settings: Settings, project_path: Path, qtbot: QtBot
) -> None:
    window.resize(1100, 700)
    mention = mention_of(window, "Paris")
    window.session.select_mention(mention)
    window.docks.right[1].close()
    window.close()
    again = build(qapp, Launch(), settings)
    again.show()
    again.files.open(project_path)
    assert again.session.selection.mention_id == mention
    assert again.settings.read("was_open", "") == str(project_path)
    assert not again.docks.right[1].isVisible()
    assert again.docks.right[0].isVisible()
    again.close()
    again.deleteLater()
    qapp.processEvents()


def test_a_second_window_reads_only_and_says_so(
    qapp: QApplication, window: MainWindow, project_path: Path, tmp_path: Path
) -> None:
    second = build(qapp, Launch(), Settings(tmp_path / "second.ini"))
    second.show()
    assert second.files.open(project_path)
    assert second.session.read_only
    assert "read only" in second.windowTitle()
    told = second.statusBar().findChild(QLabel, "status_saved")
    assert isinstance(told, QLabel)
    assert told.text() == "read only: another window writes this project"
    second.session.select_mention(mention_of(second, "Vilnius"))
    assert not second.commands["confirm"].isEnabled()
    assert not second.commands["undo"].isEnabled()
    second.close()
    second.deleteLater()
    qapp.processEvents()


def test_every_widget_of_ours_has_a_name(window: MainWindow) -> None:
    ours = [w for w in window.findChildren(QWidget) if type(w).__module__.startswith("desktop.")]
    assert len(ours) > 10
    assert [type(w).__name__ for w in ours if not w.objectName()] == []
    tools = window.findChild(QToolBar, "tool_bar")
    assert isinstance(tools, QToolBar)
    shown = [tools.widgetForAction(action) for action in tools.actions() if isinstance(action, QAction)]
    assert [w for w in shown if w is not None and w.isEnabled() and w.toolTip() and not w.accessibleName()] == []


# size -----------------------------------------------------------------------------------------------------------------


def test_a_five_megabyte_article_opens_without_freezing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    line = "The road from Vilnius to Pabradė was closed again. " + "Nobody knew why, and nobody asked for long. " * 60
    article = tmp_path / "long.txt"
    article.write_text("\n\n".join([line] * (5_000_000 // len(line))), "utf-8")
    assert article.stat().st_size > 4_900_000
    with qtbot.waitSignal(window.session.changed, timeout=120_000):
        window.session.import_files([article])
    assert window.session.project is not None
    row = next(row for row in queries.documents(window.session.project) if row.file_name == "long.txt")
    # while the article is shown the event loop is served again and again, however slow the machine
    shown: list[str | None] = []
    window.article.document_shown.connect(shown.append)
    served: list[bool] = []
    ticking = QTimer()
    ticking.timeout.connect(lambda: served.append(bool(shown)))
    ticking.start(0)
    window.session.select_document(row.document_id)
    qtbot.waitUntil(lambda: served.count(True) >= TICKS, timeout=60_000)
    ticking.stop()
    assert shown == [row.document_id]
    document = window.article.text.document()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    laid_out = sum(block.layout().lineCount() > 0 for block in blocks)
    assert 0 < laid_out < len(blocks) / 20, "what cannot be seen was laid out"
    assert window.article.text.toPlainText()[:40] == line[:40]
    last = queries.mention_ids(window.session.project)[-1]
    window.session.select_mention(last)


# arguments ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "window_wanted"),
    [
        ([], True),
        (["open", "x.toposcope"], True),
        (["demo", "--snapshot", "x.png"], True),
        (["x.toposcope"], True),
        (["--snapshot=x.png"], True),
        (["--dark"], True),
        (["run", "x.txt"], False),
        (["--help"], False),
        (["--version"], False),
        (["nonsense"], False),
    ],
)
def test_arguments_tell_the_window_from_the_command_line(arguments: list[str], window_wanted: bool) -> None:
    assert wants_window(arguments) is window_wanted


def test_a_click_beside_everything_clears_the_place(window: MainWindow) -> None:
    window.session.select_mention(mention_of(window, "Vilnius"))
    window.map.picked.emit(None)
    assert window.session.selection.place_id is None


def test_confirm_of_a_read_only_session_is_told(window: MainWindow, qtbot: QtBot) -> None:
    window.session._history = None
    window.session.select_mention(mention_of(window, "Vilnius"))
    with qtbot.waitSignal(window.session.failed):
        window.verbs._try(Confirm(mention_of(window, "Vilnius")))


def test_an_article_is_in_focus_when_a_project_opens_and_when_the_one_in_focus_goes(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.session
    assert session.project is not None
    titles = [row.document_id for row in queries.documents(session.project)]
    assert session.selection.document_id == titles[0]
    with qtbot.waitSignal(session.changed):
        window.remove_document()
    assert session.selection.document_id == titles[1]


def test_the_map_shows_what_the_filter_lets_through(window: MainWindow, qtbot: QtBot) -> None:
    everything = {point["name"] for point in window.feeds.points()}
    window.session.set_filter(MentionFilter(text="vilnius"))
    assert {point["name"] for point in window.feeds.points()} == {"Vilnius"} < everything
    assert not window.wiring.shows_everything
    at_rest(window, qtbot)
    window.session.set_filter(MentionFilter())
    assert {point["name"] for point in window.feeds.points()} == everything


def test_a_filter_is_told_in_the_status_line_and_taken_off_there(window: MainWindow, qtbot: QtBot) -> None:
    note = window.statusBar().findChild(QPushButton, "status_filter")
    assert note.isHidden()
    window.session.set_filter(MentionFilter(text="vilnius"))
    assert not note.isHidden()
    assert "shown" in note.text()
    at_rest(window, qtbot)
    qtbot.mouseClick(note, Qt.MouseButton.LeftButton)
    assert window.session.filter == MentionFilter()
    assert note.isHidden()
