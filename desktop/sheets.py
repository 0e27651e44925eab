"""The sheets that are about the program: settings, keys, about, backups."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from desktop.actions import Actions
from desktop.backing_up import BackingUp
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.keys import KeySheet
from desktop.session import Session
from desktop.settings import Settings
from desktop.settings_dialog.dialog import SettingsDialog


class Sheets(QObject):
    """Opens each of them over one window."""

    def __init__(
        self, session: Session, settings: Settings, actions: Actions, backing_up: BackingUp, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._actions = session, settings, actions
        self._backing_up, self._window = backing_up, window
        for action_id, method in (
            ("settings", self.show_settings),
            ("keys", self.show_keys),
            ("about", self.show_about),
            ("gazetteer_info", self.show_about),
            ("backups", backing_up.show_backups),
        ):
            actions[action_id].triggered.connect(method)

    def show_settings(self, page: str = "") -> SettingsDialog:
        """Show the settings, on one of their pages."""
        dialog = SettingsDialog(self._session, self._settings, self._actions, self._window, page or "")
        dialog.backups_wanted.connect(self._backing_up.show_backups)
        dialog.open()
        return dialog

    def show_keys(self) -> None:
        """Show the sheet of all keys."""
        sheet = KeySheet(self._actions, self._window)
        sheet.change_wanted.connect(self._change_keys)
        sheet.open()

    def show_about(self) -> None:
        """Show version, sources and licences."""
        AboutDialog(self._session.gazetteer, self._window).open()

    def _change_keys(self) -> None:
        self.show_settings("keys")
