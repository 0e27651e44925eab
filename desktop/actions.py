"""The QActions of the program, made from the action table."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.action_spec import ActionSpec, Scope
from desktop.action_table import ActionTable
from desktop.keymap import Keymap, native
from desktop.settings import Settings
from desktop.theme import icon
from gazetteer.model import Kind

KIND_ACTIONS = {f"kind_{kind}": kind for kind in Kind}


class Actions(QObject):
    """The QActions by id, their menus, their keys and their icons."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        table = ActionTable()
        self.menus = table.menus()
        self._specs = {spec.id: spec for spec in table.specs()}
        self.keymap = Keymap(settings, self._specs.values())
        self._letters = True
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

    def keys_of(self, action_id: str) -> list[str]:
        """Return the keys of an action as the system writes them, each once."""
        return list(dict.fromkeys(native(key) for key in self.keymap.keys(action_id)))

    def usual_keys(self, action_id: str) -> tuple[str, ...]:
        """Return the keys of the action table, whatever a person made of them."""
        return self._specs[action_id].keys

    def set_letters(self, on: bool) -> None:
        """Turn the single-letter keys on or off; the menu entries stay."""
        self._letters = on
        self.update_keys()

    def update_keys(self) -> None:
        """Give every action the keys of the keymap, after it changed."""
        for spec in self._specs.values():
            on = self._letters or spec.scope is not Scope.REVIEW
            keys = self.keymap.keys(spec.id) if on else ()
            self._actions[spec.id].setShortcuts([QKeySequence(key) for key in keys])
            self._actions[spec.id].setToolTip(self._tool_tip(spec))

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
        action.setShortcuts([QKeySequence(key) for key in self.keymap.keys(spec.id)])
        action.setStatusTip(spec.tip)
        action.setToolTip(self._tool_tip(spec))
        if spec.scope is Scope.REVIEW:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            self._window.addAction(action)
        return action

    def _tool_tip(self, spec: ActionSpec) -> str:
        keys = self.keys_of(spec.id)
        return f"{spec.plain} ({keys[0]})" if keys else spec.plain
