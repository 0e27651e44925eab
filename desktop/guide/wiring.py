"""When the guide is shown: on the sample project the first time, and whenever it is asked for."""

from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from desktop.actions import Actions
from desktop.docks import Docks
from desktop.guide.pane import GuidePane
from desktop.project_files import ProjectFiles
from desktop.samples import DEMO_NAME
from desktop.session import Session
from desktop.settings import Settings

SEEN = "guide_seen"


class Guide(QObject):
    """The guide's dock at the right, above what is there."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        actions: Actions,
        files: ProjectFiles,
        docks: Docks,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._files = session, settings, files
        self.active = True
        """False for a window that only draws a picture"""
        self.pane = GuidePane(session, actions, window)
        self.dock = QDockWidget(self.tr("Guide"), window)
        self.dock.setObjectName("dock_guide")
        self.dock.setAccessibleName(self.tr("Guide"))
        self.dock.setWidget(self.pane)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        for above, below in pairwise([self.dock, *docks.right]):
            window.splitDockWidget(above, below, Qt.Orientation.Vertical)
        self.dock.hide()
        actions["guide"].triggered.connect(self.start)
        self.pane.ended.connect(self._end)
        session.opened.connect(self._opened)
        session.closed.connect(self.dock.hide)

    def start(self) -> None:
        """Open the sample project and show the first step."""
        if not self._on_sample():
            self._settings.write(SEEN, False)
            self._files.open_demo()
        if self._on_sample():
            self._show()

    def _on_sample(self) -> bool:
        project = self._session.project
        return project is not None and project.path.name == DEMO_NAME

    def _opened(self) -> None:
        if self.active and self._on_sample() and not self._settings.read(SEEN, False):
            self._show()
        else:
            self.dock.hide()

    def _show(self) -> None:
        self.pane.begin()
        self.dock.show()
        self.dock.raise_()

    def _end(self) -> None:
        self._settings.write(SEEN, True)
        self.dock.hide()
