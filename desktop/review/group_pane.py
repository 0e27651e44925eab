"""What the boards of problems and of unresolved names share: a list of groups of mentions over a few buttons."""

from typing import Generic

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLayout, QWidget

from desktop.review.painting import ROW_ROLE, RowDelegate, row_list
from desktop.review.pane import Pane
from desktop.review.row_models import GroupModel, GroupRow
from desktop.session import Selection, Session


class GroupPane(Pane, Generic[GroupRow]):
    """Choosing a group shows its first mention; a subclass reads the groups and says what can be done with one."""

    search_requested = Signal(object)
    """mention id"""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(session, name, "", "", parent)

    # what a board fills in ------------------------------------------------------------------------------------------

    def make_buttons(self) -> QLayout:
        """Return what stands below the list."""
        raise NotImplementedError

    def offer(self) -> None:
        """Set the buttons for the group in focus."""
        raise NotImplementedError

    # what it gets ---------------------------------------------------------------------------------------------------

    def lay_out(self, title: str, model: GroupModel[GroupRow], delegate: RowDelegate) -> None:
        """Build the board; called once, at the end of a subclass's `__init__`."""
        self.setAccessibleName(title)
        self.model = model
        self.view = row_list(f"{self.objectName()}_list", title, delegate, self)
        self.view.setUniformItemSizes(True)
        self.view.setModel(model)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.body.addWidget(self.view, 1)
        self.body.addLayout(self.make_buttons())
        self.setFocusProxy(self.view)
        self.offer()

    @property
    def current(self) -> GroupRow | None:
        """The group in focus."""
        index = self.view.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def show_groups(self, groups: list[GroupRow], none_left: str) -> None:
        """Show groups, or the words for none left."""
        self.model.load(groups)
        words = none_left if self.session.project else self.tr("No project is open.")
        self.show_empty(not self.model.rowCount(), words)
        self.offer()

    def follow(self, selection: Selection) -> None:
        row = self.model.row_of(selection.mention_id) if selection.mention_id else None
        present = self.current
        if row is None:
            self.view.setCurrentIndex(QModelIndex())
        elif present is None or selection.mention_id not in present.mention_ids:
            self.view.setCurrentIndex(self.model.index(row))
        self.offer()

    def show_group(self, group: GroupRow) -> None:
        """Select what the group stands for: its first mention."""
        self.session.select_mention(group.mention_ids[0])

    def ask_search(self) -> None:
        """Ask for a search of the gazetteer for the group in focus."""
        if self.current is not None and self.current.mention_ids:
            self.search_requested.emit(self.current.mention_ids[0])

    def _chosen(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self.following:
            group: GroupRow = current.data(ROW_ROLE)
            self.show_group(group)
        self.offer()
