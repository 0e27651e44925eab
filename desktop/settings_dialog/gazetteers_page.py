"""The gazetteers in use, in their order, and the way to the dialog that changes them."""

from PySide6.QtWidgets import QWidget

from desktop.actions import Actions
from desktop.dialogs.parts import add_row, button, button_row, table
from desktop.session import Session
from desktop.settings_dialog.page import Page
from desktop.status_line import grouped


class GazetteersPage(Page):
    """A table of what is asked for a place, the first word first."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget) -> None:
        super().__init__("gazetteers", self.tr("Gazetteers"), parent)
        self._session = session
        self.note("settings_gazetteers_note", self.tr("The first that has a place says what it is; names are joined."))
        heads = [self.tr("Gazetteer"), self.tr("Version"), self.tr("Places")]
        self._table = table(self, "settings_gazetteer_table", self.tr("Gazetteers in use"), heads)
        self._table.setColumnWidth(0, 260)
        self.body.addWidget(self._table, 1)
        change = button(self, "settings_library", self.tr("&Import, order, turn on and off…"))
        change.clicked.connect(actions["library"].trigger)
        self.body.addLayout(button_row(change, None))
        session.gazetteer_ready.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self._table.setRowCount(0)
        for layer in self._session.gazetteer.layers if self._session.gazetteer is not None else ():
            places = layer.counts.get("places", 0)
            add_row(self._table, [layer.title, layer.version, grouped(places)])
