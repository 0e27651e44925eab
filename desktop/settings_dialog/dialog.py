"""The settings: a page a subject, each change kept at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QStackedWidget, QWidget

from desktop.actions import Actions
from desktop.dialogs.parts import button, button_row, prepare
from desktop.session import Session
from desktop.settings import Settings
from desktop.settings_dialog.gazetteers_page import GazetteersPage
from desktop.settings_dialog.general_page import GeneralPage
from desktop.settings_dialog.keys_page import KeysPage
from desktop.settings_dialog.map_page import MapPage
from desktop.settings_dialog.page import Page


class SettingsDialog(QDialog):
    """Pages at the right, their titles at the left."""

    backups_wanted = Signal()

    def __init__(self, session: Session, settings: Settings, actions: Actions, parent: QWidget, page: str = "") -> None:
        """`page`: the name of the page to open on: general, keys, map, gazetteers."""
        super().__init__(parent)
        layout = prepare(self, "settings_dialog", self.tr("Settings"), 820, 560)
        self._pages = QStackedWidget(self)
        self._pages.setObjectName("settings_pages")
        self._pages.setAccessibleName(self.tr("Settings"))
        general = GeneralPage(settings, actions, session.project is not None, self)
        general.backups_wanted.connect(self.backups_wanted)
        pages: list[Page] = [
            general,
            KeysPage(actions, self),
            MapPage(session, actions, self),
            GazetteersPage(session, actions, self),
        ]
        self._titles = QListWidget(self)
        self._titles.setObjectName("settings_titles")
        self._titles.setAccessibleName(self.tr("Subjects"))
        self._titles.setFixedWidth(150)
        self._titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in pages:
            self._titles.addItem(one.title)
            self._pages.addWidget(one)
        self._titles.currentRowChanged.connect(self._pages.setCurrentIndex)
        names = [one.objectName().removeprefix("settings_") for one in pages]
        self._titles.setCurrentRow(names.index(page) if page in names else 0)
        row = QHBoxLayout()
        row.addWidget(self._titles)
        row.addWidget(self._pages, 1)
        layout.addLayout(row, 1)
        close = button(self, "settings_close", self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        layout.addLayout(button_row(None, close))
