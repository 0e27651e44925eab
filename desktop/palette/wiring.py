"""Opens the palette and goes where its choice leads."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from desktop.actions import Actions
from desktop.gazetteer_view.wiring import GazetteerWiring
from desktop.palette.dialog import Palette
from desktop.palette.hits import Hit, Sort
from desktop.session import Session


class PaletteWiring(QObject):
    """Search everything, for one window."""

    def __init__(self, session: Session, actions: Actions, walking: GazetteerWiring, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._actions, self._walking, self._window = session, actions, walking, window
        actions["search_all"].triggered.connect(self.show)

    def show(self) -> Palette:
        """Open the palette over the window."""
        palette = Palette(self._session, self._actions, self._window)
        palette.chosen.connect(self.go)
        palette.appear()
        return palette

    def go(self, hit: Hit) -> None:
        """Do or show what was chosen."""
        session = self._session
        if hit.sort is Sort.ACTION:
            self._actions[hit.target].trigger()
        elif hit.sort is Sort.DOCUMENT:
            session.select_document(hit.target)
        elif hit.sort is Sort.NAME:
            session.select_mention(hit.target)
        elif hit.sort is Sort.PLACE:
            session.select_place(hit.target)
            self._actions["evidence"].trigger()
        else:
            self._walking.show_place(hit.target)
