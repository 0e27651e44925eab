"""The docks of the main window: where panes lie, how layouts show them, how the keyboard walks through them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QSplitter, QTabWidget, QWidget

from desktop.review.pane import Pane

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
BELOW = Qt.DockWidgetArea.BottomDockWidgetArea
BELOW_HEIGHT = 124
LEFT_WIDTHS, RIGHT_WIDTHS = (260, 340), (320, 390)
"""least and usual widths"""
LEFT_PART, RIGHT_PART = 0.24, 0.28
"""of a window too narrow for the usual widths"""
RIGHT_LEAST = 300
"""below this the letters of a misspelling and the verdicts do not fit beside each other"""
RIGHT_SHARE = [680, 320]
"""heights of mention and evidence, as shares"""
MAP_SHARE = {"triage": (54, 46), "read": (25, 75), "map": (100, 0), "gazetteer": (100, 0), "compare": (0, 100)}
GAZETTEER, CONFLICTS = "gazetteer", "conflicts"
WIDE_LEFT = 0.58
"""of the window, for the gazetteer's table and card side by side"""


class PaneDock(QDockWidget):
    """A dock whose title row hides while it is a tab among others: the tab says the same."""

    def __init__(self, name: str, title: str, pane: QWidget, tabbed: bool, window: QMainWindow) -> None:
        super().__init__(title, window)
        self.setObjectName(f"dock_{name}")
        self.setAccessibleName(title)
        self.setWidget(pane)
        self._tabbed = tabbed
        self._no_title = QWidget(self)
        self._no_title.setObjectName(f"dock_{name}_title")
        self._no_title.setAccessibleName(title)
        self._no_title.setMaximumHeight(0)
        self.topLevelChanged.connect(self._floated)
        self._floated(False)
        self.on_top = False
        """False while the dock is closed or a tab behind another"""
        self.visibilityChanged.connect(self._seen)

    def _seen(self, visible: bool) -> None:
        self.on_top = visible
        pane = self.widget()
        if visible and isinstance(pane, Pane):
            pane.catch_up()

    def _floated(self, floating: bool) -> None:
        if self._tabbed:
            self.setTitleBarWidget(None if floating else self._no_title)  # type: ignore[arg-type]


class Docks(QObject):
    """Places the panes and remembers which side each is at."""

    def __init__(self, window: QMainWindow, centre: QSplitter) -> None:
        super().__init__(window)
        self._window = window
        self._centre = centre
        self.left: list[PaneDock] = []
        self.right: list[PaneDock] = []
        self.below: list[PaneDock] = []
        # upright: so many names would not stand beside each other
        window.setTabPosition(LEFT, QTabWidget.TabPosition.West)
        window.setTabPosition(RIGHT, QTabWidget.TabPosition.North)
        window.setDockNestingEnabled(True)
        window.setDocumentMode(True)

    def add_left(self, panes: Sequence[tuple[str, str, QWidget]]) -> None:
        """Add panes as tabs at the left, the first on top."""
        for name, title, pane in panes:
            dock = PaneDock(name, title, pane, True, self._window)
            self._window.addDockWidget(LEFT, dock)
            if self.left:
                self._window.tabifyDockWidget(self.left[0], dock)
            self.left.append(dock)
        self.left[0].raise_()

    def add_right(self, panes: Sequence[tuple[str, str, QWidget]]) -> None:
        """Add panes below each other at the right."""
        for name, title, pane in panes:
            pane.setMinimumWidth(RIGHT_LEAST)
            dock = PaneDock(name, title, pane, False, self._window)
            self._window.addDockWidget(RIGHT, dock)
            self.right.append(dock)

    def add_below(self, panes: Sequence[tuple[str, str, QWidget]]) -> None:
        """Add panes under the centre; the sides keep their height, for the names of the tabs at the left need it."""
        self._window.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        self._window.setCorner(Qt.Corner.BottomLeftCorner, LEFT)
        for name, title, pane in panes:
            dock = PaneDock(name, title, pane, True, self._window)
            self._window.addDockWidget(BELOW, dock)
            self.below.append(dock)

    @property
    def all(self) -> list[PaneDock]:
        return [*self.left, *self.right, *self.below]

    def dock_of(self, pane: QWidget) -> PaneDock:
        """Return the dock that a pane lies in."""
        return next(dock for dock in self.all if dock.widget() is pane)

    def show_pane(self, pane: QWidget) -> None:
        """Bring a pane to the front and give it the keyboard."""
        for dock in self.all:
            if dock.widget() is pane:
                dock.show()
                dock.raise_()
        pane.setFocus()

    def arrange(self, layout: str) -> None:
        """Arrange `triage`, `read`, `map`, `gazetteer` or `compare`."""
        for dock in self.all:
            dock.setFloating(False)
            at_left = dock in self.left
            dock.setVisible(layout == "triage" or layout == ("compare" if at_left else "map"))
            if layout == "compare" and dock.objectName() == f"dock_{CONFLICTS}":
                dock.raise_()
        if layout == "read":
            self.left[0].show()
        self._centre.setSizes([share * 10 for share in MAP_SHARE[layout]])
        self.set_widths()
        if layout == GAZETTEER:
            self._arrange_gazetteer()

    def _arrange_gazetteer(self) -> None:
        """Give the gazetteer half of the window, beside the map."""
        for dock in self.left:
            dock.show()
        wide = [dock for dock in self.left if dock.objectName() == f"dock_{GAZETTEER}"]
        for dock in wide:
            dock.raise_()
        width = round(self._window.width() * WIDE_LEFT)
        self._window.resizeDocks(wide, [width] * len(wide), Qt.Orientation.Horizontal)

    def set_widths(self) -> None:
        """Give both sides their usual widths, in a narrow window less."""
        present = self._window.width()
        widths = [
            max(least, min(usual, round(present * part)))
            for (least, usual), part in ((LEFT_WIDTHS, LEFT_PART), (RIGHT_WIDTHS, RIGHT_PART))
        ]
        self._window.resizeDocks([self.left[0], self.right[0]], widths, Qt.Orientation.Horizontal)
        self._window.resizeDocks(self.right, RIGHT_SHARE, Qt.Orientation.Vertical)
        self._window.resizeDocks(self.below, [BELOW_HEIGHT] * len(self.below), Qt.Orientation.Vertical)

    def toggle_sides(self) -> None:
        """Hide every dock, or show all again where none is shown."""
        shown = any(dock.isVisible() for dock in self.all)
        for dock in self.all:
            dock.setVisible(not shown)

    def walk(self, panes: Sequence[QWidget], by: int) -> None:
        """Give the keyboard to the next shown pane of `panes` that takes it, or with -1 to the one before."""
        focus = QApplication.focusWidget()
        targets = [(pane, target) for pane in panes if self._shown(pane) and (target := _focus_target(pane))]
        if not targets:
            return
        holding = (i for i, (pane, _) in enumerate(targets) if focus is not None and _holds(pane, focus))
        present = next(holding, -1 if by > 0 else 0)
        targets[(present + by) % len(targets)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _shown(self, pane: QWidget) -> bool:
        """Say whether a pane is there to be seen, and not a tab behind another."""
        behind = any(dock.widget() is pane and not dock.on_top for dock in self.all)
        return pane.isVisible() and not behind


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _focus_target(pane: QWidget) -> QWidget | None:
    """Return what takes the keyboard in a pane: its proxy where that is shown, else the first child that would."""
    proxy = pane.focusProxy()
    if proxy is not None and proxy.isVisible() and proxy.isEnabled():
        return proxy
    wanted = Qt.FocusPolicy.TabFocus
    children = (c for c in pane.findChildren(QWidget) if c.isVisible() and c.isEnabled())
    return next((c for c in children if c.focusPolicy() & wanted), None)
