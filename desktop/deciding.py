"""Decisions that need a dialog or the map: another place, a pin, the same for every mention of a name."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.apply_all import ApplyAllDialog
from desktop.dialogs.gazetteer_search import GazetteerDialog
from desktop.dialogs.home import HomeDialog
from desktop.map_wiring import MapWiring
from desktop.session import Session
from gazetteer.errors import ToposcopeError
from gazetteer.model import Place
from gazetteer.project.edits import ChoosePlace

FOUND_ZOOM = 8.0


class Deciding(QObject):
    """Opens what is needed for a mention and turns the answer into an edit."""

    told = Signal(str)
    """a short note for the status line"""

    def __init__(self, session: Session, wiring: MapWiring, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._wiring, self._window = session, wiring, window

    def choose_place(self, mention_id: str) -> None:
        """Search the gazetteer for a mention's place."""
        self._search(mention_id)

    def look_up(self) -> None:
        """Search the gazetteer and show what is found on the map."""
        self._search(None)

    def set_home(self) -> None:
        """Search the gazetteer for the project's home."""
        if self._session.project is not None and not self._session.read_only:
            HomeDialog(self._session, self._window).open()

    def _search(self, mention_id: str | None) -> None:
        dialog = GazetteerDialog(self._session, mention_id, self._window)
        dialog.chosen.connect(self._place_chosen)
        dialog.open()

    def _place_chosen(self, mention_id: str | None, place: Place) -> None:
        if mention_id is None:
            self._wiring.widget.fly_to(place.longitude, place.latitude, FOUND_ZOOM)
            return
        self._session.do(ChoosePlace(mention_id, place))

    def apply_to_all(self, mention_id: str) -> None:
        """Preview deciding the same for every mention of the name."""
        if self._session.project is None or self._session.read_only:
            return
        try:
            dialog = ApplyAllDialog(self._session, mention_id, self._window)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
            return
        if dialog.empty:
            dialog.deleteLater()
            self.told.emit(self.tr("No other mention of this name would change."))
            return
        dialog.open()

    def start_pin(self, mention_id: str) -> None:
        """Wait for the place of a pin on the map."""
        self.told.emit(self.tr("Click the place on the map; Esc leaves it as it is."))
        self._wiring.start_pin(mention_id)
