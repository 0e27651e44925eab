"""Language, appearance, keys that are letters, backups."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from desktop.actions import Actions
from desktop.dialogs.parts import button, button_row
from desktop.languages import LANGUAGES, SYSTEM
from desktop.settings import Settings
from desktop.settings_dialog.page import Page
from gazetteer.project.backups import KEPT

CHOICE_KEPT = (3, 5, 10, 20, 50)


class GeneralPage(Page):
    """What holds for the whole program; each change is kept at once."""

    backups_wanted = Signal()

    def __init__(self, settings: Settings, actions: Actions, opened: bool, parent: QWidget) -> None:
        """`opened`: a project is open, so that there may be backups to list."""
        super().__init__("general", self.tr("General"), parent)
        self._settings, self._actions = settings, actions
        self._make_looks()
        self._make_backups(opened)
        self.body.addStretch(1)

    def _make_looks(self) -> None:
        lines = self.form()
        options = [(SYSTEM, self.tr("As the system")), *LANGUAGES.items()]
        language = self._settings.read("language", SYSTEM)
        self._language = self.choice("settings_language", self.tr("Language"), options, language)
        self._language.activated.connect(self._language_chosen)
        lines.addRow(self.tr("Language"), self._language)
        modes = [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        mode = self._settings.read("appearance", "system")
        self._appearance = self.choice("settings_appearance", self.tr("Appearance"), modes, mode)
        self._appearance.activated.connect(self._appearance_chosen)
        lines.addRow(self.tr("Appearance"), self._appearance)
        self._later = self.note("settings_language_note", self.tr("Another language holds from the next start on."))
        self._later.setVisible(False)
        letters = self._actions["letters"]
        words = self.tr("Single letters decide while a list or the article has the focus")
        tick = self.tick("settings_letters", words, letters.isChecked())
        tick.toggled.connect(letters.trigger)

    def _make_backups(self, opened: bool) -> None:
        self.body.addSpacing(12)
        words = self.tr("Keep backups of projects while they change")
        tick = self.tick("settings_backups", words, self._settings.read("backups", True))
        tick.toggled.connect(self._backups_toggled)
        title = self.tr("Backups kept of each project")
        present = self._settings.read("backups_kept", KEPT)
        numbers = sorted({*CHOICE_KEPT, present})
        options = [(str(number), QLocale().toString(number)) for number in numbers]
        self._kept = self.choice("settings_backups_kept", title, options, str(present))
        self._kept.activated.connect(self._kept_chosen)
        self._kept.setEnabled(tick.isChecked())
        self.form().addRow(title, self._kept)
        show = button(self, "settings_show_backups", self.tr("&Backups of this project…"))
        show.setEnabled(opened)
        show.clicked.connect(self.backups_wanted)
        self.body.addLayout(button_row(show, None))

    def _language_chosen(self) -> None:
        self._settings.write("language", self._language.currentData())
        self._later.setVisible(True)

    def _appearance_chosen(self) -> None:
        self._actions[f"theme_{self._appearance.currentData()}"].trigger()

    def _backups_toggled(self, on: bool) -> None:
        self._settings.write("backups", on)
        self._kept.setEnabled(on)

    def _kept_chosen(self) -> None:
        self._settings.write("backups_kept", int(self._kept.currentData()))
