"""Joins the gazetteer's pane to the map, the session and the dialogs it asks for."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.docks import Docks
from desktop.gazetteer_view.export_dialog import PlacesExportDialog
from desktop.gazetteer_view.filter_bar import Box
from desktop.gazetteer_view.own_place_dialog import OwnPlaceDialog
from desktop.gazetteer_view.pane import GazetteerPane
from desktop.gazetteer_view.update_dialog import UpdateDialog
from desktop.map_wiring import MapWiring
from desktop.session import Session
from desktop.settings import Settings
from gazetteer.errors import ToposcopeError
from gazetteer.model import Place
from gazetteer.places.bundle import bundled_folder
from gazetteer.places.store import Gazetteer
from gazetteer.project.edits import Edit
from gazetteer.project.own_places import OwnPlace, own_place, removal_words
from gazetteer.project.place_edits import PutOwnPlace
from gazetteer.project.updates import UpdatePlan

if TYPE_CHECKING:
    from desktop.gazetteer_view.library_dialog import LibraryDialog


class GazetteerWiring(QObject):
    """Marks on the map what the pane shows, tells the pane what the map shows, opens the pane's dialogs."""

    told = Signal(str)
    evidence_wanted = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        docks: Docks,
        pane: GazetteerPane,
        wiring: MapWiring,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._docks, self._pane, self._map, self._wiring = docks, pane, wiring.widget, wiring
        self._library: LibraryDialog | None = None
        self._removing: OwnPlace | None = None
        pane.map_wanted.connect(self._show_on_map)
        pane.evidence_wanted.connect(self.evidence_wanted)
        pane.told.connect(self.told)
        pane.own_place_wanted.connect(self._own_wanted)
        pane.library_wanted.connect(self.show_library)
        pane.export_wanted.connect(self.export_places)
        pane.removal_wanted.connect(self._removal_wanted)
        docks.dock_of(pane).visibilityChanged.connect(pane.set_on_top)
        self._map.viewport.connect(self._viewport)

    # going there ----------------------------------------------------------------------------------------------------

    def browse(self) -> None:
        """Go to the gazetteer and its search line."""
        self._docks.show_pane(self._pane)
        self._pane.focus_search()

    def search(self, words: str) -> None:
        """Give the gazetteer half of the window and search it."""
        self._docks.arrange("gazetteer")
        self.browse()
        self._pane.line.setText(words)

    def show_card(self) -> None:
        """Show the card of the place in focus."""
        place_id = self._session.selection.place_id
        if place_id is None:
            self.told.emit(self.tr("This name has no place yet."))
            return
        self.show_place(place_id)

    def show_place(self, place_id: str) -> None:
        """Show the card of a place and go there on the map."""
        self._docks.show_pane(self._pane)
        self._pane.walk_to(place_id)
        self._pane.card.setFocus()

    # the map --------------------------------------------------------------------------------------------------------

    def _show_on_map(self, place: Place | None, fly: bool) -> None:
        if place is None:
            self._map.show_place(None)
            return
        mark = {"id": place.place_id, "name": place.name, "lon": place.longitude, "lat": place.latitude}
        self._map.show_place({**mark, "radius_m": place.radius_m}, fly)

    def _viewport(self, seen: dict[str, Any]) -> None:
        self._pane.set_box(visible_box(seen["west"], seen["south"], seen["east"], seen["north"]))

    # places of the project's own ------------------------------------------------------------------------------------

    def add_place(self) -> None:
        """Add a place to the project's own gazetteer; what is typed in the search line may be its name."""
        if self._writable():
            self._edit_place(None, self._pane.unknown_name)

    def teach(self, name: str, mention_ids: tuple[str, ...]) -> None:
        """Add a place that a name without one means, and take it for these mentions, as one step."""
        if self._writable():
            self._edit_place(None, name, mention_ids)

    def change_place(self, place_id: str) -> None:
        """Change a place of the project's own gazetteer."""
        project = self._session.project
        before = own_place(project, place_id) if project is not None else None
        if before is not None and self._writable():
            self._edit_place(before, "")

    def remove_place(self, place_id: str) -> None:
        """Remove a place of the project's own gazetteer, after saying what that means for the articles."""
        project = self._session.project
        before = own_place(project, place_id) if project is not None else None
        if project is None or before is None or not self._writable():
            return
        self._removing = before
        question = self.tr("Remove {name} from the project's own gazetteer?").format(name=before.name)
        box = QMessageBox(QMessageBox.Icon.Question, question, question, parent=self._window)
        box.setObjectName("own_place_removal")
        box.setAccessibleName(question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(removal_words(project, before))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole).clicked.connect(self._remove)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.open()

    def _remove(self) -> None:
        before, self._removing = self._removing, None
        if before is not None:
            self._do(PutOwnPlace(before, None))

    def _own_wanted(self, place: Place | None) -> None:
        if place is None:
            self.add_place()
        else:
            self.change_place(place.place_id)

    def _removal_wanted(self, place: Place | None) -> None:
        if place is not None:
            self.remove_place(place.place_id)

    def _edit_place(self, before: OwnPlace | None, name: str, taught: tuple[str, ...] = ()) -> None:
        dialog = OwnPlaceDialog(self._session, before, self._window, name, taught)
        dialog.pick_wanted.connect(self._pick_position)
        dialog.saved.connect(self._pane.expect)
        self._wiring.position_picked.connect(dialog.take_position)
        dialog.show()

    def _pick_position(self) -> None:
        self.told.emit(self.tr("Click the place on the map; Esc leaves it as it is."))
        self._wiring.pick_position()

    def _writable(self) -> bool:
        if self._session.project is None or self._session.read_only:
            self.told.emit(self.tr("Places of your own need an open project that can be written."))
            return False
        return True

    def _do(self, edit: Edit) -> None:
        try:
            self._session.do(edit)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))

    # export ---------------------------------------------------------------------------------------------------------

    def export_places(self) -> None:
        """Export the chosen places or the whole list."""
        gazetteer, listed = self._pane.gazetteer, self._pane.table.places.found.pids
        if gazetteer is not None and len(listed):
            PlacesExportDialog(gazetteer, self._pane.table.picked, listed, self._settings, self._window).open()

    # the user's gazetteers ------------------------------------------------------------------------------------------

    def show_library(self) -> None:
        """Show the user's gazetteers; an import under way comes back to the eye."""
        if self._library is None:
            # the readers of every format are loaded when they are wanted
            from desktop.gazetteer_view.library_dialog import LibraryDialog

            held = _bundled_places(self._session.gazetteer)
            self._library = LibraryDialog(held, self._session.project is not None, self._window)
            self._library.changed.connect(self._session.open_gazetteer)
            self._library.compare_wanted.connect(self._compare)
            self._library.failed.connect(self._session.failed)
            self._library.crashed.connect(self._session.crashed)
            self._library.finished.connect(self._library_closed)
        self._library.show()
        self._library.raise_()

    def _library_closed(self, result: int) -> None:
        self._library = None

    def _compare(self) -> None:
        """Ask what the gazetteers of today would change in the project; the answer is shown before it is taken."""
        try:
            task = self._session.compare_gazetteer()
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
            return
        self.told.emit(self.tr("Comparing the project with the gazetteers in use…"))
        task.finished.connect(self._compared)

    def _compared(self, plan: UpdatePlan) -> None:
        UpdateDialog(self._session, plan, self._library or self._window).open()

    def shutdown(self) -> None:
        """Stop an import under way."""
        if self._library is not None:
            self._library.shutdown()


def _bundled_places(gazetteer: Gazetteer | None) -> int:
    """Return how many places the gazetteer that ships with the program holds."""
    layers = gazetteer.layers if gazetteer is not None else ()
    return next((layer.counts.get("places", 0) for layer in layers if layer.folder == bundled_folder()), 0)


def visible_box(west: float, south: float, east: float, north: float) -> Box:
    """Return the part of the globe that a map shows; beyond the date line west is greater than east."""
    if east - west >= 360:
        west, east = -180.0, 180.0
    elif west < -180:
        west, east = (west + 360, east) if east >= -180 else (west + 360, east + 360)
    elif east > 180:
        west, east = (west, east - 360) if west <= 180 else (west - 360, east - 360)
    return west, max(-90.0, south), east, min(90.0, north)
