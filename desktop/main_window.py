"""The main window: panes, map and article around one session."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSizePolicy, QSplitter, QStackedWidget, QWidget

from desktop.actions import Actions
from desktop.arrangement import Arrangement
from desktop.article.view import ArticleView
from desktop.backing_up import BackingUp
from desktop.core_words import said
from desktop.deciding import Deciding
from desktop.desk_panes import DeskPanes
from desktop.docks import Docks
from desktop.gazetteer_view.pane import GazetteerPane
from desktop.gazetteer_view.wiring import GazetteerWiring
from desktop.guide.wiring import Guide
from desktop.last_view import LastView
from desktop.map.scheme import MapFeeds
from desktop.map.widget import MapWidget
from desktop.map_pictures import MapPictures
from desktop.map_tools import MapTools
from desktop.map_wiring import Feeds, MapWiring
from desktop.menus import Menus
from desktop.palette.wiring import PaletteWiring
from desktop.problems import Problems
from desktop.project_files import ProjectFiles
from desktop.review.documents import DocumentsPane
from desktop.review.evidence import EvidencePane
from desktop.review.inspector import Inspector
from desktop.review.mentions import MentionsPane
from desktop.review.pane import TypingLine
from desktop.review.problems import ProblemsPane
from desktop.review.unresolved import UnresolvedPane
from desktop.review_verbs import ReviewVerbs
from desktop.rule_wiring import RuleWiring
from desktop.session import Selection, Session
from desktop.settings import Settings
from desktop.sheets import Sheets
from desktop.status_line import StatusLine
from desktop.theme import Theme, icon
from desktop.welcome import Welcome
from gazetteer.project.edits import RemoveDocuments

DEFAULT_SIZE = (1440, 900)
NOTE_MS = 6000


class MainWindow(QMainWindow):
    """One window over one session."""

    def __init__(self, session: Session, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAccessibleName(self.tr("Toposcope"))
        self.setWindowIcon(icon("toposcope", self.palette()))
        self.setAcceptDrops(True)
        self.session = session
        self.settings = settings
        self.theme = theme
        self.remembers = True
        self.problems = Problems(self)
        self.commands = Actions(self, settings)
        self._make_panes()
        self._make_centre()
        self.menus = Menus(self, self.commands, self.docks)
        self.arrangement = Arrangement(settings, theme, self.commands, self.docks, self.work, self._walked, self)
        self.verbs = ReviewVerbs(session, self.commands, self._mention_order, self)
        self.files = ProjectFiles(session, settings, self)
        self.wiring = MapWiring(session, self.map, self)
        self.deciding = Deciding(session, self.wiring, self)
        self.map_tools = MapTools(session, settings, self.commands, self.map, self)
        self.pictures = MapPictures(session, self.map, self)
        self.status = StatusLine(self.statusBar(), session)
        self.walking = GazetteerWiring(session, settings, self.docks, self.gazetteer, self.wiring, self)
        # before those that show themselves or bring something back once the panes are arranged
        self._connect_session()
        self.last_view = LastView(session, settings, self.article, self.map, self)
        self.guide = Guide(session, settings, self.commands, self.files, self.docks, self)
        self.backing_up = BackingUp(session, settings, self)
        self.rules = RuleWiring(session, self.commands, self)
        self.sheets = Sheets(session, settings, self.commands, self.backing_up, self)
        self.searching = PaletteWiring(session, self.commands, self.walking, self)
        self._connect_actions()
        self._connect_panes()
        self._appearance_changed(theme.dark)
        self._update_project_actions()
        self._mirror_history()
        self._show_recent()

    # making -------------------------------------------------------------------------------------------------------

    def _make_panes(self) -> None:
        self.documents = DocumentsPane(self.session, self)
        self.mentions = MentionsPane(self.session, self)
        self.board = ProblemsPane(self.session, self)
        self.unresolved = UnresolvedPane(self.session, self)
        self.gazetteer = GazetteerPane(self.session, self)
        self.inspector = Inspector(self.session, self)
        self.evidence = EvidencePane(self.session, self)
        self.article = ArticleView(self.session, self)
        self.feeds = Feeds(self.session, self)
        self.map = MapWidget(MapFeeds(self.feeds.points, self.feeds.towns), self)
        self.desk = DeskPanes(self.session, self.commands, self)

    def _make_centre(self) -> None:
        self.work = QSplitter(Qt.Orientation.Vertical, self)
        self.work.setObjectName("centre")
        self.work.setAccessibleName(self.tr("Map and article"))
        self.work.setChildrenCollapsible(True)
        self.work.addWidget(self.map)
        self.work.addWidget(self.article)
        self.welcome = Welcome(self)
        # else the welcome's width would be the least width of the map, too
        self.welcome.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.pages = QStackedWidget(self)
        self.pages.setObjectName("pages")
        self.pages.setAccessibleName(self.tr("Content"))
        self.pages.addWidget(self.welcome)
        self.centre = self.desk.around(self.work, self)
        self.pages.addWidget(self.centre)
        self.setCentralWidget(self.pages)
        self.docks = Docks(self, self.work)
        self.docks.add_left(
            [
                ("documents", self.tr("Articles"), self.documents),
                ("mentions", self.tr("Mentions"), self.mentions),
                ("places", self.tr("Places"), self.desk.places),
                ("problems", self.tr("Problems"), self.board),
                ("unresolved", self.tr("Unresolved"), self.unresolved),
                ("conflicts", self.tr("Conflicts"), self.desk.conflicts),
                ("steps", self.tr("Steps"), self.desk.steps),
                ("gazetteer", self.tr("Gazetteer"), self.gazetteer),
            ]
        )
        self.docks.add_right(
            [("inspector", self.tr("Mention"), self.inspector), ("evidence", self.tr("Evidence"), self.evidence)]
        )
        self.desk.add_docks(self.docks)

    @property
    def panes(self) -> list[QWidget]:
        """The panes in the order F6 walks through them."""
        centre = (self.desk.filter_bar, self.map, self.article, self.desk.timeline)
        left, right = ([dock.widget() for dock in docks] for docks in (self.docks.left, self.docks.right))
        return [*left, *centre, *right]

    def _walked(self) -> list[QWidget]:
        return self.panes

    # joining ------------------------------------------------------------------------------------------------------

    def _connect_session(self) -> None:
        session = self.session
        session.opened.connect(self._project_opened)
        session.closed.connect(self._project_closed)
        session.history_changed.connect(self._mirror_history)
        session.selection_changed.connect(self._selection_changed)
        session.failed.connect(self.problems.show_error)
        session.crashed.connect(self.problems.show_bug)
        self.theme.changed.connect(self._appearance_changed)
        self.files.told.connect(self.tell)
        self.files.recent_changed.connect(self._show_recent)
        self.verbs.told.connect(self.tell)

    def _connect_actions(self) -> None:
        for action_id, method in (
            ("quit", self.close),
            ("undo", self.undo),
            ("redo", self.redo),
            ("find", self.find_mention),
            ("remove_document", self.remove_document),
            ("gazetteer_pane", self.walking.browse),
            ("place_card", self.walking.show_card),
            ("own_place", self.walking.add_place),
            ("library", self.walking.show_library),
            ("zoom_to", self.wiring.zoom_to_selected),
            ("look_up", self.deciding.look_up),
            ("home", self.deciding.set_home),
            ("evidence", self._show_evidence),
            ("map_fit", self.map.fit),
            ("map_focus", self.map.setFocus),
            ("unresolved_list", self._show_unresolved),
            ("problems_list", self._show_problems),
            ("map_picture", self.pictures.choose),
            ("add_mention", self.article.spans.add),
            ("move_ends", self.article.spans.move_ends),
            ("split_mention", self.article.spans.split),
            ("remove_mention", self.article.spans.remove),
            ("write_note", self._write_note),
            ("write_tags", self._write_tags),
        ):
            self.commands[action_id].triggered.connect(method)
        self.desk.connect_actions()
        self.files.connect_actions(self.commands)

    def _connect_panes(self) -> None:
        for pane in (self.documents, self.mentions, self.board, self.unresolved, self.inspector, self.article):
            self.commands.add_review_pane(pane)
        self.commands.add_review_pane(self.evidence)
        for asker in (self.verbs, self.inspector, self.unresolved, self.board):
            asker.search_requested.connect(self.deciding.choose_place)
        for asker in (self.verbs, self.inspector, self.unresolved):
            asker.pin_requested.connect(self.deciding.start_pin)
        for asker in (self.verbs, self.inspector):
            asker.apply_all_requested.connect(self.deciding.apply_to_all)
        self.inspector.rule_requested.connect(self.rules.make_rule)
        for teller in (
            self.walking,
            self.map_tools,
            self.pictures,
            self.backing_up,
            self.desk,
            self.deciding,
            self.article.spans,
        ):
            teller.told.connect(self.tell)
        self.backing_up.reopen_wanted.connect(self.files.open)
        self.files.map_dropped.connect(self.map_tools.add_own_map)
        self.pictures.failed.connect(self.problems.show_error)
        for shower in (self.walking, self.desk.places):
            shower.evidence_wanted.connect(self._show_evidence)
        self.map.offmap_clicked.connect(self._show_unresolved)
        self.map.failed.connect(self.tell)
        self.map.refused.connect(self.status.set_refused)
        self.welcome.folder_requested.connect(self.files.open_folder)
        self.welcome.import_requested.connect(self.files.import_articles)
        self.unresolved.teach_requested.connect(self.walking.teach)
        self.board.describe_wanted.connect(self.desk.describe)
        self.welcome.new_requested.connect(self.files.new)
        self.welcome.open_requested.connect(self.files.choose)
        self.welcome.demo_requested.connect(self.files.open_demo)
        self.welcome.recent_requested.connect(self.files.open)

    # what the person does -----------------------------------------------------------------------------------------

    def tell(self, note: str) -> None:
        """Show a short note in the status bar."""
        self.statusBar().showMessage(note, NOTE_MS)

    def undo(self) -> None:
        if self.session.can_undo:
            self.session.undo()

    def redo(self) -> None:
        if self.session.can_redo:
            self.session.redo()

    def find_mention(self) -> None:
        """Go to the list of mentions and its search line."""
        self.docks.show_pane(self.mentions)
        self.mentions.focus_search()

    def remove_document(self) -> None:
        """Take the selected article out of the project; undo brings it back."""
        document_id = self.session.selection.document_id
        if document_id is None or self.session.read_only:
            return
        self.session.do(RemoveDocuments((document_id,)))

    def _write_note(self) -> None:
        self._write(self.inspector.marks.note)

    def _write_tags(self) -> None:
        self._write(self.inspector.marks.tags)

    def _write(self, line: TypingLine) -> None:
        """Put the keyboard into a line of the mention; Enter or Esc there gives it back."""
        before = QApplication.focusWidget()
        self.docks.show_pane(self.inspector)
        line.borrow_keyboard(before)

    def _show_evidence(self) -> None:
        self.docks.show_pane(self.evidence)

    def _show_problems(self) -> None:
        self.docks.show_pane(self.board)

    def _show_unresolved(self) -> None:
        self.docks.show_pane(self.unresolved)

    def _mention_order(self) -> tuple[str, bool]:
        return self.mentions.model.order

    # what follows -------------------------------------------------------------------------------------------------

    def _project_opened(self) -> None:
        project = self.session.project
        if project is None:
            return
        name = Path(project.path).stem
        read_only = self.tr(" (read only)") if self.session.read_only else ""
        self.setWindowTitle(f"{name}{read_only}[*] – Toposcope")
        self.pages.setCurrentWidget(self.centre)
        if self.remembers:
            self.arrangement.bring_back()
        else:
            self.arrangement.start_anew()
        self._update_project_actions()

    def _project_closed(self) -> None:
        if self.remembers:
            self.arrangement.remember()
        self.setWindowTitle("Toposcope")
        self.pages.setCurrentWidget(self.welcome)
        for dock in self.docks.all:
            dock.hide()
        self._update_project_actions()
        self._mirror_history()

    def _update_project_actions(self) -> None:
        opened = self.session.project is not None
        self.commands.set_enabled(
            [
                *("export", "close", "backups", "find_sources", "merge", "find", "remove_document", "evidence"),
                *("map_fit", "unresolved_list", "problems_list", "folder", "home"),
            ],
            opened,
        )
        self.desk.enable(opened)
        if not opened:
            self.pages.setCurrentWidget(self.welcome)
            for dock in self.docks.all:
                dock.hide()
            self.setWindowTitle("Toposcope")

    def _selection_changed(self, selection: Selection) -> None:
        self.commands["zoom_to"].setEnabled(selection.mention_id is not None or selection.place_id is not None)

    def _mirror_history(self) -> None:
        session = self.session
        for action_id, can, label, empty, full in (
            ("undo", session.can_undo, session.undo_label, self.tr("&Undo"), self.tr("&Undo: {label}")),
            ("redo", session.can_redo, session.redo_label, self.tr("&Redo"), self.tr("&Redo: {label}")),
        ):
            action = self.commands[action_id]
            action.setEnabled(can)
            action.setText(full.format(label=said(label).replace("&", "&&")) if can and label else empty)

    def _appearance_changed(self, dark: bool) -> None:
        self.commands.update_icons()
        self.menus.kind_button.setIcon(icon("kind", self.palette()))
        self.welcome.update_icons()
        self.map.set_dark(dark)

    def _show_recent(self) -> None:
        paths = self.settings.recent()
        self.menus.show_recent(paths, self.files.open)
        self.welcome.show_recent(paths)

    # opening and closing ------------------------------------------------------------------------------------------

    def restore(self) -> None:
        """Take the size and the place the window had when it was last closed."""
        if not self.restoreGeometry(self.settings.read_bytes("geometry")):
            self.resize(*DEFAULT_SIZE)

    def remember(self) -> None:
        """Write the size and the open project down for the next start."""
        self.settings.write_bytes("geometry", self.saveGeometry())
        self.settings.write("was_open", str(self.session.project.path) if self.session.project else "")
        self.settings.sync()

    def come_forward(self, project: Path | None) -> None:
        """Show the window to a person who started the program again, and open the project they named."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        if project is not None:
            self.files.open_named(project)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.remembers:
            self.remember()
        self.walking.shutdown()
        self.gazetteer.shutdown()
        self.session.shutdown()
        self.map.shutdown()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.files.take_dropped(paths)
