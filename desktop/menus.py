"""Menu bar and tool bar, built from the actions."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop.actions import KIND_ACTIONS, Actions
from desktop.docks import Docks

DECIDE = ("confirm", "search_place", "pin", "kinds", "unidentified", "defer", "reset", "apply_all")
BAR = ("import", "export", None, "undo", "redo", None, *DECIDE)
"""the tool bar; None is a line between groups"""
WITH_TEXT = ("import", "export", "search_all")
BREAK_BEFORE = (
    *("import", "close", "quit", "find", "remove_document", "filter_text", "star", "timeline_pane", "layout_triage"),
    *(
        "next_pane",
        "accept",
        "kinds",
        "zoom_to",
        "about",
        "add_mention",
        "write_note",
        "conflicts_list",
        "area_box",
        "measure",
        "heat_mentions",
        "background",
    ),
)


class Menus(QObject):
    """The menus of one window and the parts of them that change."""

    def __init__(self, window: QMainWindow, actions: Actions, docks: Docks) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._on_recent: Callable[[Path], object] | None = None
        self.kinds = QMenu(self.tr("&Not a place, or another kind"), window)
        self.kinds.setObjectName("menu_kinds")
        self.recent = QMenu(self.tr("Open &recent"), window)
        self.recent.setObjectName("menu_recent")
        self._fill(docks)
        self._appearance_group()
        self.tool_bar = self._tool_bar()

    def show_recent(self, paths: list[Path], opened: Callable[[Path], object]) -> None:
        """List the projects last opened; `opened` is called with the one chosen."""
        self._on_recent = opened
        self.recent.clear()
        for path in paths:
            entry = self.recent.addAction(path.stem)
            entry.setToolTip(str(path))
            entry.setData(str(path))
            entry.triggered.connect(self._recent_chosen)
        self.recent.setEnabled(bool(paths))

    def _recent_chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction) and self._on_recent is not None:
            self._on_recent(Path(sender.data()))

    def _fill(self, docks: Docks) -> None:
        for title, specs in self._actions.menus:
            menu = self._window.menuBar().addMenu(title)
            menu.setObjectName(f"menu_{title.replace('&', '').lower()}")
            menu.setToolTipsVisible(False)
            for spec in specs:
                self._add(menu, spec.id)
            if specs[0].id == "theme_system":
                menu.addSeparator()
                menu.addActions([dock.toggleViewAction() for dock in docks.all])

    def _add(self, menu: QMenu, action_id: str) -> None:
        if action_id in KIND_ACTIONS:
            if self.kinds.isEmpty():
                menu.addSeparator()
                menu.addMenu(self.kinds)
            self.kinds.addAction(self._actions[action_id])
            return
        if action_id in BREAK_BEFORE:
            menu.addSeparator()
        menu.addAction(self._actions[action_id])
        if action_id == "open":
            menu.addMenu(self.recent)

    def _appearance_group(self) -> None:
        group = QActionGroup(self)
        for action_id in ("theme_system", "theme_light", "theme_dark"):
            group.addAction(self._actions[action_id])

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar(self.tr("Tool bar"), self._window)
        bar.setObjectName("tool_bar")
        bar.setAccessibleName(self.tr("Tool bar"))
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        for action_id in BAR:
            if action_id is None:
                bar.addSeparator()
            elif action_id == "kinds":
                bar.addWidget(self._kind_button(bar))
            else:
                self._add_button(bar, action_id)
        bar.addWidget(_spacer(bar))
        self._add_button(bar, "search_all")
        self._window.addToolBar(bar)
        return bar

    def _add_button(self, bar: QToolBar, action_id: str) -> None:
        bar.addAction(self._actions[action_id])
        button = bar.widgetForAction(self._actions[action_id])
        button.setObjectName(f"tool_{action_id}")
        button.setAccessibleName(self._actions[action_id].toolTip())
        if isinstance(button, QToolButton) and action_id in WITH_TEXT:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _kind_button(self, bar: QToolBar) -> QToolButton:
        self.kind_button = QToolButton(bar)
        self.kind_button.setObjectName("tool_kinds")
        self.kind_button.setAccessibleName(self.tr("Not a place, or another kind"))
        self.kind_button.setToolTip(self.tr("Not a place, or another kind (N, then a letter)"))
        self.kind_button.setMenu(self.kinds)
        decides = self._actions[next(iter(KIND_ACTIONS))]
        decides.enabledChanged.connect(self.kind_button.setEnabled)
        self.kind_button.setEnabled(decides.isEnabled())
        self.kind_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return self.kind_button


def _spacer(parent: QWidget) -> QWidget:
    spacer = QWidget(parent)
    spacer.setObjectName("tool_spacer")
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spacer
