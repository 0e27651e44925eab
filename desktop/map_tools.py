"""The Map menu: areas to keep to, measuring, heat, lines, background; each joined to session, settings and map."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.actions import Actions
from desktop.dialogs.backgrounds import BackgroundDialog
from desktop.map.own_maps import SUFFIXES
from desktop.map.widget import MapWidget
from desktop.session import Selection, Session
from desktop.settings import Settings
from gazetteer.project.context import context_places
from gazetteer.project.filters import MentionFilter, Ring

AUTO = "auto"
HEATS = {"heat_mentions": "mentions", "heat_documents": "documents"}
AREA_TOOLS = {"area_box": "box", "area_loop": "loop"}


class MapTools(QObject):
    """What one does with the map as a whole."""

    told = Signal(str)
    """a short note for the status line"""

    def __init__(
        self, session: Session, settings: Settings, actions: Actions, widget: MapWidget, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._actions = session, settings, actions
        self._map, self._window = widget, window
        self._view: dict[str, Any] = {}
        self._dialog: BackgroundDialog | None = None
        for action_id, method in (
            ("area_view", self.keep_to_view),
            ("area_clear", self.show_everywhere),
            ("measure", self._measure),
            ("context_lines", self._context_toggled),
            ("follow", self._follow_toggled),
            ("background", self.show_backgrounds),
        ):
            actions[action_id].triggered.connect(method)
        for action_id in AREA_TOOLS:
            actions[action_id].triggered.connect(self._draw_area)
        for action_id in HEATS:
            actions[action_id].triggered.connect(self._heat)
        for action_id in ("follow", "context_lines"):
            actions[action_id].setChecked(settings.read(action_id, True))
        widget.viewport.connect(self._moved)
        widget.area_drawn.connect(self._area_drawn)
        widget.tool_left.connect(self._tool_left)
        widget.background_chosen.connect(self.choose_background)
        session.filter_changed.connect(self._filter_changed)
        session.selection_changed.connect(self._show_context)
        session.opened.connect(self._opened)
        session.closed.connect(self._opened)
        widget.set_following(actions["follow"].isChecked())
        self._draw_background()
        self._opened()

    # areas ----------------------------------------------------------------------------------------------------------

    def keep_to_view(self) -> None:
        """Keep the filter to the part of the map in view."""
        if self._view:
            west, south, east, north = (self._view[side] for side in ("west", "south", "east", "north"))
            self._keep_to(((west, south), (east, south), (east, north), (west, north)))

    def show_everywhere(self) -> None:
        """Let go of the area; the rest of the filter stays."""
        self._keep_to(None)

    def _draw_area(self) -> None:
        self._map.take_tool(AREA_TOOLS[self.sender().objectName()])

    def _area_drawn(self, ring: list[list[float]]) -> None:
        self._keep_to(tuple((float(longitude), float(latitude)) for longitude, latitude in ring))

    def _keep_to(self, area: Ring | None) -> None:
        if self._session.project is not None:
            self._session.set_filter(replace(self._session.filter, area=area))

    def _filter_changed(self, wanted: MentionFilter) -> None:
        self._map.show_area(wanted.area)
        self._actions["area_clear"].setEnabled(wanted.area is not None)

    def _moved(self, view: dict[str, Any]) -> None:
        self._view = view

    # measuring, heat, lines -----------------------------------------------------------------------------------------

    def _measure(self, on: bool) -> None:
        self._map.take_tool("measure" if on else None)

    def _tool_left(self, name: str) -> None:
        if name == "measure":
            self._actions["measure"].setChecked(False)

    def _heat(self, on: bool) -> None:
        """Draw one kind of heat, or the marks again; choosing one puts the other out."""
        chosen = self.sender().objectName()
        for action_id in HEATS:
            self._actions[action_id].setChecked(on and action_id == chosen)
        self._map.show_heat(HEATS[chosen] if on else None)

    def _context_toggled(self, on: bool) -> None:
        self._settings.write("context_lines", on)
        self._show_context(self._session.selection)

    def _show_context(self, selection: Selection) -> None:
        project, mention_id = self._session.project, selection.mention_id
        wanted = project is not None and mention_id is not None and self._actions["context_lines"].isChecked()
        places = context_places(project, mention_id) if wanted and project is not None and mention_id else []
        self._map.show_context([{"id": p.place_id, "lon": p.longitude, "lat": p.latitude} for p in places])

    def _follow_toggled(self, on: bool) -> None:
        self._settings.write("follow", on)
        self._map.set_following(on)

    def _opened(self) -> None:
        opened = self._session.project is not None
        self._actions.set_enabled([*AREA_TOOLS, "area_view", *HEATS, "map_picture"], opened)
        self._filter_changed(self._session.filter)

    # background -----------------------------------------------------------------------------------------------------

    @property
    def own_maps(self) -> list[Path]:
        """The user's own archives, in the order they were added."""
        return [Path(name) for name in self._settings.read("own_maps", list[str]()) if isinstance(name, str)]

    def choose_background(self, chosen: str) -> None:
        """Draw over this background from now on."""
        self._settings.write("background", chosen)
        self._draw_background()

    def set_own_maps(self, paths: list[Path]) -> None:
        """Offer these archives as backgrounds; one that cannot be read is told and not kept."""
        self._settings.write("own_maps", [str(path) for path in paths])
        self._draw_background()
        self._fill_dialog()

    def add_own_map(self, path: Path) -> None:
        """Add an archive to the backgrounds and draw it."""
        self.set_own_maps([*(known for known in self.own_maps if known != path), path])
        added = [one for one in self._map.own_records if one["path"] == str(path)]
        if added:
            self.choose_background(added[0]["id"])
            self._fill_dialog()

    def show_backgrounds(self) -> None:
        self._dialog = BackgroundDialog(self._window)
        self._dialog.chosen.connect(self.choose_background)
        self._dialog.added.connect(self.add_own_map)
        self._dialog.removed.connect(self._remove_own_map)
        self._dialog.destroyed.connect(self._dialog_gone)
        self._fill_dialog()
        self._dialog.open()

    def _remove_own_map(self, path: str) -> None:
        self.set_own_maps([known for known in self.own_maps if str(known) != path])

    def _dialog_gone(self) -> None:
        self._dialog = None

    def _fill_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.show_choice(self._settings.read("background", AUTO), self._map.own_records)

    def _draw_background(self) -> None:
        problems = self._map.set_backgrounds(self._settings.read("background", AUTO), self.own_maps)
        known = {one["path"] for one in self._map.own_records}
        self._settings.write(
            "own_maps", [str(path) for path in self.own_maps if str(path) in known or not path.exists()]
        )
        for problem in problems:
            self.told.emit(problem)


def is_own_map(path: Path) -> bool:
    """Say by its name whether a file may be a background map."""
    return path.suffix.lower() in SUFFIXES
