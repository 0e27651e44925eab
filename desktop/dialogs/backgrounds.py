"""The choice of what the places are drawn over: the bundled map, nothing, or maps of the user's own."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QListWidgetItem, QWidget

from desktop.dialogs.parts import button, button_row, prepare, text

ID, PATH = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class BackgroundDialog(QDialog):
    """A list of backgrounds; the one in use is the current one."""

    chosen = Signal(str)
    """id of a background"""
    added = Signal(object)
    """Path of an archive"""
    removed = Signal(str)
    """path of an archive"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = prepare(self, "background_dialog", self.tr("Background of the map"), 480, 380)
        hint = self.tr("Maps of your own are MBTiles or PMTiles files, vector or raster. They are read where they lie.")
        layout.addWidget(text(self, "background_hint", hint, "muted"))
        self._list = QListWidget(self)
        self._list.setObjectName("background_list")
        self._list.setAccessibleName(self.tr("Backgrounds"))
        self._list.currentItemChanged.connect(self._current_changed)
        layout.addWidget(self._list, 1)
        add = button(self, "background_add", self.tr("&Add a map…"))
        self._remove = button(self, "background_remove", self.tr("&Remove"))
        close = button(self, "background_close", self.tr("Close"), primary=True)
        add.clicked.connect(self._add)
        self._remove.clicked.connect(self._remove_current)
        close.clicked.connect(self.accept)
        layout.addLayout(button_row(add, self._remove, None, close))

    def show_choice(self, chosen: str, own: list[dict[str, Any]]) -> None:
        """List the backgrounds; `own` are the user's archives with id, title and path."""
        self._list.blockSignals(True)
        self._list.clear()
        for background_id, title in (
            ("auto", self.tr("Light or dark as the program")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("none", self.tr("None")),
        ):
            self._add_row(background_id, title, "")
        for one in own:
            self._add_row(one["id"], one["title"], one["path"])
        rows = [self._list.item(row) for row in range(self._list.count())]
        self._list.setCurrentItem(next((row for row in rows if row.data(ID) == chosen), rows[0]))
        self._list.blockSignals(False)
        self._follow_current()

    def _add_row(self, background_id: str, title: str, path: str) -> None:
        row = QListWidgetItem(title)
        row.setData(ID, background_id)
        row.setData(PATH, path)
        row.setToolTip(path or title)
        self._list.addItem(row)

    def _current_changed(self, current: QListWidgetItem | None, previous: QListWidgetItem | None) -> None:
        self._follow_current()
        if current is not None:
            self.chosen.emit(current.data(ID))

    def _follow_current(self) -> None:
        current = self._list.currentItem()
        self._remove.setEnabled(current is not None and bool(current.data(PATH)))

    def _add(self) -> None:
        kinds = self.tr("Maps (*.mbtiles *.pmtiles)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Add a map"), "", kinds)
        if name:
            self.added.emit(Path(name))

    def _remove_current(self) -> None:
        current = self._list.currentItem()
        if current is not None and current.data(PATH):
            self.removed.emit(current.data(PATH))
