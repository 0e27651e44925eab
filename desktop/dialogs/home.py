"""Where the project is at home: names rather mean places there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.dialogs.gazetteer_search import GazetteerDialog
from desktop.dialogs.parts import button, text
from desktop.session import Session
from gazetteer.project.home import SetHome, project_home


class HomeDialog(GazetteerDialog):
    """Sets or takes away the home of the open project, as one undo step."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, None, parent)
        assert session.project is not None
        home = project_home(session.project)
        self.setObjectName("home_dialog")
        now = self.tr("At home in {place}.").format(place=home.label) if home else self.tr("At home nowhere so far.")
        hint = self.tr(
            "In articles that you import from now on, names rather mean places there: a town, a region or a country."
        )
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, text(self, "home_now", f"{now} {hint}", "muted"))
        nowhere = button(self, "home_nowhere", self.tr("&Nowhere"))
        nowhere.setEnabled(home is not None)
        self.buttons.insertWidget(0, nowhere)
        nowhere.clicked.connect(self._leave)
        self.chosen.connect(lambda _, place: session.do(SetHome(place)))

    def _words(self) -> tuple[str, str]:
        return self.tr("Home of the project"), self.tr("At home here")

    def _leave(self) -> None:
        self._session.do(SetHome(None))
        self.accept()
