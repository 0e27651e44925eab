"""The QActions of the program, made from the action table."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.action_table import ActionSpec, ActionTable, Scope
from desktop.theme import icon
from gazetteer.model import Kind

KIND_ACTIONS = {f"kind_{kind}": kind for kind in Kind}


class Actions(QObject):
    """The QActions by id, their menus, their keys and their icons."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        table = ActionTable()
        self.menus = table.menus()
        self._specs = {spec.id: spec for spec in table.specs()}
        self._actions = {spec.id: self._make(spec) for spec in self._specs.values()}
        self.update_icons()

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def review_ids(self) -> list[str]:
        """Return the ids of the single-letter actions."""
        return [spec.id for spec in self._specs.values() if spec.scope is Scope.REVIEW]

    def add_review_pane(self, pane: QWidget) -> None:
        """Let the single-letter keys work while `pane` or a child of it has the focus."""
        for action_id in self.review_ids():
            pane.addAction(self._actions[action_id])

    def set_letters(self, on: bool) -> None:
        """Turn the single-letter keys on or off; the menu entries stay."""
        for action_id in self.review_ids():
            keys = self._specs[action_id].keys if on else ()
            self._actions[action_id].setShortcuts([QKeySequence(key) for key in keys])

    def set_enabled(self, ids: list[str], on: bool) -> None:
        for action_id in ids:
            self._actions[action_id].setEnabled(on)

    def update_icons(self) -> None:
        """Draw the icons anew, after the appearance changed."""
        for spec in self._specs.values():
            if spec.icon:
                self._actions[spec.id].setIcon(icon(spec.icon, self._window.palette()))

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setStatusTip(spec.tip)
        action.setToolTip(f"{spec.plain} ({spec.native_keys[0]})" if spec.keys else spec.plain)
        if spec.scope is Scope.REVIEW:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            self._window.addAction(action)
        return action
