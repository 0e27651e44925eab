"""How the window is arranged: layouts, appearance, full screen, the walk through its panes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from desktop.actions import Actions
from desktop.docks import Docks
from desktop.settings import Settings
from desktop.theme import Theme

LAYOUTS = ("layout_triage", "layout_read", "layout_map", "layout_gazetteer", "layout_compare")
APPEARANCES = ("theme_system", "theme_light", "theme_dark")
LAYOUT_VERSION = 5
"""of the stored docks; another one brings them all back"""


class Arrangement(QObject):
    """Does what the View menu says and remembers where the docks were."""

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        actions: Actions,
        docks: Docks,
        centre: QSplitter,
        panes: Callable[[], list[QWidget]],
        window: QMainWindow,
    ) -> None:
        """`panes` tells the panes in the order the keyboard walks through them."""
        super().__init__(window)
        self._settings, self._theme, self._actions = settings, theme, actions
        self._docks, self._centre, self._panes, self._window = docks, centre, panes, window
        for action_id in LAYOUTS:
            actions[action_id].triggered.connect(self._choose_layout)
        for action_id in APPEARANCES:
            actions[action_id].triggered.connect(self._choose_appearance)
        for action_id, method in (
            ("next_pane", self._next_pane),
            ("previous_pane", self._previous_pane),
            ("side_panels", docks.toggle_sides),
            ("full_screen", self._full_screen),
            ("letters", self._letters_toggled),
        ):
            actions[action_id].triggered.connect(method)
        letters = settings.read("letters", True)
        actions["letters"].setChecked(letters)
        actions.set_letters(letters)
        actions[f"theme_{theme.mode}"].setChecked(True)

    def bring_back(self) -> None:
        """Arrange the docks as they were when a project was last closed, or show them all."""
        if self._window.restoreState(self._settings.read_bytes("layout"), LAYOUT_VERSION):
            self._centre.restoreState(self._settings.read_bytes("centre"))
        else:
            self.start_anew()

    def start_anew(self) -> None:
        """Show every dock, the first list in front."""
        self._docks.arrange("triage")
        self._docks.left[0].raise_()

    def remember(self) -> None:
        """Write down where the docks are."""
        self._settings.write_bytes("layout", self._window.saveState(LAYOUT_VERSION))
        self._settings.write_bytes("centre", self._centre.saveState())
        self._settings.sync()

    def _choose_layout(self) -> None:
        layout = self.sender().objectName().removeprefix("layout_")
        self._docks.arrange(layout)
        if layout == "compare":
            self._actions["compare"].trigger()

    def _choose_appearance(self) -> None:
        mode = self.sender().objectName().removeprefix("theme_")
        self._settings.write("appearance", mode)
        self._theme.set_mode(mode)

    def _letters_toggled(self, on: bool) -> None:
        self._settings.write("letters", on)
        self._actions.set_letters(on)

    def _next_pane(self) -> None:
        self._docks.walk(self._panes(), 1)

    def _previous_pane(self) -> None:
        self._docks.walk(self._panes(), -1)

    def _full_screen(self, on: bool) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
