"""Apply to all: every mention of a name, before and after, grouped by article, ticked or not with the reason."""

from PySide6.QtWidgets import QDialog, QWidget

from desktop.dialogs.parts import button, button_row, prepare, text
from desktop.dialogs.plan_tree import PlanTree
from desktop.session import Session
from desktop.status_line import grouped
from gazetteer.errors import ProjectError, ToposcopeError
from gazetteer.project import queries
from gazetteer.project.planning import apply_to_all, plan_apply_to_all


class ApplyAllDialog(QDialog):
    """A preview with ticks; OK is one undo step."""

    def __init__(self, session: Session, mention_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        project = session.project
        mention = queries.mention(project, mention_id) if project is not None else None
        if project is None or mention is None:
            raise ProjectError(self.tr("The mention is no longer in the project; nothing was changed."))
        self._session = session
        self._mention_id = mention_id
        self._rows = plan_apply_to_all(project, mention_id)
        layout = prepare(self, "apply_all_dialog", self.tr("Apply to all"), 900, 560)
        place = mention.place.label if mention.place is not None else self.tr("no place")
        heading = self.tr("Every “{name}” becomes {place}").format(name=mention.surface, place=place)
        layout.addWidget(text(self, "apply_all_heading", heading, "title"))
        self._count = text(self, "apply_all_count", "", "muted")
        layout.addWidget(self._count)
        self._tree = PlanTree("apply_all_rows", self)
        self._tree.show_rows(self._rows)
        layout.addWidget(self._tree, 1)
        cancel = button(self, "apply_all_cancel", self.tr("Cancel"))
        self._ok = button(self, "apply_all_ok", self.tr("Apply"), primary=True)
        cancel.clicked.connect(self.reject)
        self._ok.clicked.connect(self._apply)
        layout.addLayout(button_row(None, cancel, self._ok))
        self._tree.itemChanged.connect(self._recount)
        self._recount()

    @property
    def empty(self) -> bool:
        """True where no other mention would change."""
        return not self._rows

    def ticked(self) -> list[str]:
        """Return the ids of the ticked mentions, in the order shown."""
        return self._tree.ticked()

    def _recount(self) -> None:
        ticked = len(self.ticked())
        words = self.tr("{ticked} of {total} other mentions ticked. One undo takes all of it back.")
        self._count.setText(words.format(ticked=grouped(ticked), total=grouped(len(self._rows))))
        self._ok.setEnabled(ticked > 0)

    def _apply(self) -> None:
        project = self._session.project
        if project is None:
            return
        try:
            self._session.do(apply_to_all(project, self._mention_id, self.ticked()))
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
        self.accept()
