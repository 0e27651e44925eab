"""Rules in the window: one made of the mention in focus, and the list of all."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from desktop.actions import Actions
from desktop.dialogs.rule_making import RuleDialog
from desktop.dialogs.rules import RulesDialog
from desktop.session import Session
from gazetteer.errors import ToposcopeError


class RuleWiring(QObject):
    """Opens the dialogs of rules."""

    def __init__(self, session: Session, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._actions, self._window = session, actions, window
        actions["make_rule"].triggered.connect(self._make_of_selected)
        actions["rules"].triggered.connect(self.show_rules)
        session.opened.connect(self._follow)
        session.closed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self._actions.set_enabled(["rules"], self._session.project is not None)

    def _make_of_selected(self) -> None:
        mention_id = self._session.selection.mention_id
        if mention_id is not None:
            self.make_rule(mention_id)

    def make_rule(self, mention_id: str) -> None:
        """Offer the rule that a correction makes, with its context and what it would change."""
        if self._session.project is None or self._session.read_only:
            return
        try:
            dialog = RuleDialog(self._session, mention_id, self._window)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
            return
        dialog.open()

    def show_rules(self) -> None:
        """Show the list of the project's rules."""
        if self._session.project is not None:
            RulesDialog(self._session, self._window).open()
