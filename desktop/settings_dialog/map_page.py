"""What the map does on its own, and which uses of a name a project draws."""

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.actions import Actions
from desktop.dialogs.parts import button, button_row
from desktop.review.words import kind_word, upper_first
from desktop.session import Session
from desktop.settings_dialog.page import Page
from gazetteer.errors import ToposcopeError
from gazetteer.model import PLOTTED_KINDS, Kind
from gazetteer.project.plotted import plotted_kinds

CHOICE = (Kind.LITERAL, Kind.METONYM, Kind.FACILITY, Kind.DEMONYM)


class MapPage(Page):
    """Ticks that mirror the Map menu, and the kinds that are drawn."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget) -> None:
        super().__init__("map", self.tr("Map"), parent)
        self._session = session
        for action_id, words in (
            ("follow", self.tr("The map moves to what is selected")),
            ("context_lines", self.tr("Lines lead to the places named near the one in focus")),
        ):
            tick = self.tick(f"settings_{action_id}", words, actions[action_id].isChecked())
            tick.toggled.connect(actions[action_id].trigger)
        choose = button(self, "settings_background", self.tr("&Background of the map…"))
        choose.clicked.connect(actions["background"].trigger)
        self.body.addLayout(button_row(choose, None))
        self.body.addSpacing(12)
        self._make_kinds()
        self.body.addStretch(1)

    def _make_kinds(self) -> None:
        project = self._session.project
        drawn = plotted_kinds(project) if project is not None else PLOTTED_KINDS
        self.note("settings_kinds_note", self.tr("This project draws names that are used as"))
        self._kinds: dict[Kind, QCheckBox] = {}
        for kind in CHOICE:
            tick = self.tick(f"settings_kind_{kind.value}", upper_first(kind_word(kind)), kind in drawn)
            tick.setEnabled(project is not None and not self._session.read_only)
            tick.toggled.connect(self._kinds_chosen)
            self._kinds[kind] = tick
        rest = self.tr("Names whose use is not drawn are counted as linked, here and in exports.")
        self.note("settings_kinds_rest", rest)

    def _kinds_chosen(self) -> None:
        try:
            self._session.plot_kinds([kind for kind, tick in self._kinds.items() if tick.isChecked()])
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
