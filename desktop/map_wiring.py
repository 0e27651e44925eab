"""Joins the map and the session: points out, clicks and pins in."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.keyboard import KeyboardLoan
from desktop.map.widget import MapWidget
from desktop.session import Selection, Session
from gazetteer.model import Place
from gazetteer.places.positions import kilometres
from gazetteer.project import queries
from gazetteer.project.edits import ChoosePlace, DropPin
from gazetteer.project.filters import MentionFilter
from gazetteer.project.rows import MentionDetail

REFRESH_AFTER_MS = 120
ZOOM_CLOSE = 9.0
TOWNS_LIMIT = 60
APART_KM = 15.0
"""a candidate nearer to the chosen place, such as the district of a town, would only hide its mark"""


class Feeds(QObject):
    """What the map page fetches; called in the GUI thread, so each answer is quick."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def points(self) -> list[dict[str, Any]]:
        """Return the points of the places in force and of the unresolved names' best guesses, as the filter has it."""
        project = self._session.project
        return queries.map_points(project, self._session.filter) if project is not None else []

    def towns(self, bbox: tuple[float, float, float, float], zoom: int) -> list[dict[str, Any]]:
        """Return the most prominent towns of a box (west, south, east, north; degrees) for labels."""
        gazetteer = self._session.gazetteer
        if gazetteer is None:
            return []
        west, south, east, north = bbox
        towns = gazetteer.towns_within(west, south, east, north, TOWNS_LIMIT)
        return [
            {"name": town.name, "lon": town.longitude, "lat": town.latitude, "population": town.population or 0}
            for town in towns
        ]


class MapWiring(QObject):
    """Keeps the map and the session on the same places and the same focus."""

    position_picked = Signal(object)
    """(longitude, latitude) of the click that `pick_position` waited for, None where it was left with Esc"""

    def __init__(self, session: Session, widget: MapWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._map = widget
        self._revision = 0
        self._pin_for: str | None = None
        self._picking = False
        self._position_wanted = False
        self._loan = KeyboardLoan()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_AFTER_MS)
        self._timer.timeout.connect(self.refresh)
        session.opened.connect(self._new_project)
        session.closed.connect(self.refresh)
        session.changed.connect(self._later)
        session.filter_changed.connect(self._later)
        session.gazetteer_ready.connect(self._later)
        session.selection_changed.connect(self._follow)
        widget.ready.connect(self._new_project)
        widget.picked.connect(self._picked)
        widget.ghost_picked.connect(self._take_candidate)
        widget.moved.connect(self._moved)
        widget.pin_dropped.connect(self._dropped)
        widget.pin_left.connect(self._pin_left)

    @property
    def widget(self) -> MapWidget:
        """The map."""
        return self._map

    @property
    def shows_everything(self) -> bool:
        """True when the page has drawn the newest points."""
        return not self._timer.isActive() and self._map.painted_revision == self._revision

    def refresh(self) -> None:
        """Let the page fetch the points again."""
        self._timer.stop()
        self._revision += 1
        self._map.refresh(self._revision)
        self._map.set_offmap(self._session.counts.unresolved)
        self._follow(self._session.selection)

    def start_pin(self, mention_id: str) -> None:
        """Wait for a click on the map that says where a mention's place is."""
        self._leave_position()
        self._pin_for = mention_id
        self._loan.begin()
        self._map.start_pin()
        self._map.setFocus()

    def pick_position(self) -> None:
        """Wait for a click on the map; `position_picked` tells where it was."""
        self._pin_for = None
        self._position_wanted = True
        self._map.start_pin()
        self._map.setFocus()

    def zoom_to_selected(self) -> None:
        """Show the selected place close up."""
        self.show_around(ZOOM_CLOSE)

    def show_around(self, zoom: float) -> None:
        """Centre the map on the selected place at a zoom (Web Mercator levels)."""
        position = self._selected_position()
        if position is not None:
            self._map.fly_to(*position, zoom)

    def _new_project(self) -> None:
        self.refresh()
        # at once: a flight would go on after another view is asked for
        self._map.fit(at_once=True)

    def _later(self, changes: object = None) -> None:
        self._timer.start()

    def _follow(self, selection: Selection) -> None:
        point = selection.place_id
        if point is None and selection.mention_id is not None:
            point = f"guess:{selection.mention_id}"
        self._map.select(point, fly=not self._picking)
        self._show_ghosts(selection.mention_id)

    def _show_ghosts(self, mention_id: str | None) -> None:
        project = self._session.project
        mention = queries.mention(project, mention_id) if project is not None and mention_id else None
        if mention is None:
            self._map.clear_ghosts()
            return
        ghosts = [
            {
                "id": c.place.place_id,
                "name": c.place.label,
                "lon": c.place.longitude,
                "lat": c.place.latitude,
                "rank": i,
            }
            for i, c in enumerate(mention.candidates[:9], start=1)
            if mention.place is None or _apart(c.place, mention.place)
        ]
        self._map.show_ghosts(ghosts)

    def _picked(self, place_id: str | None) -> None:
        self._picking = True
        self._session.select_place(place_id)
        self._picking = False

    def _take_candidate(self, place_id: str) -> None:
        detail = self._selected_detail()
        if detail is None:
            return
        for candidate in detail.candidates:
            if candidate.place.place_id == place_id:
                self._session.do(ChoosePlace(detail.mention_id, candidate.place))
                return

    def _moved(self, place_id: str, lon: float, lat: float) -> None:
        """A marker was dragged: the mention in focus gets a place of its own there."""
        self._drop(self._session.selection.mention_id, lon, lat, 0)

    def _dropped(self, lon: float, lat: float, radius_m: int) -> None:
        mention_id, self._pin_for = self._pin_for, None
        self._map.stop_pin()
        if self._position_wanted:
            self._position_wanted = False
            self.position_picked.emit((lon, lat))
            return
        self._loan.end()
        self._drop(mention_id, lon, lat, radius_m)

    def _pin_left(self) -> None:
        self._pin_for = None
        self._loan.end()
        self._leave_position()

    def _leave_position(self) -> None:
        if self._position_wanted:
            self._position_wanted = False
            self.position_picked.emit(None)

    def _drop(self, mention_id: str | None, lon: float, lat: float, radius_m: int) -> None:
        project = self._session.project
        mention = queries.mention(project, mention_id) if project is not None and mention_id else None
        if mention is None or self._session.read_only:
            self.refresh()
            return
        self._session.do(DropPin(mention.mention_id, lat, lon, radius_m, mention.surface))

    def _selected_detail(self) -> MentionDetail | None:
        project, mention_id = self._session.project, self._session.selection.mention_id
        return queries.mention(project, mention_id) if project is not None and mention_id else None

    def _selected_position(self) -> tuple[float, float] | None:
        detail = self._selected_detail()
        if detail is not None:
            place = detail.place or (detail.candidates[0].place if detail.candidates else None)
            return (place.longitude, place.latitude) if place is not None else None
        project, place_id = self._session.project, self._session.selection.place_id
        if project is None or place_id is None:
            return None
        rows = queries.places(project, MentionFilter(place_id=place_id))
        return (rows[0].place.longitude, rows[0].place.latitude) if rows else None


def _apart(candidate: Place, chosen: Place) -> bool:
    """Say whether a candidate lies far enough from the chosen place to be shown beside it."""
    here = (candidate.latitude, candidate.longitude)
    return kilometres(*here, chosen.latitude, chosen.longitude) > APART_KM
