"""Apply to all: every mention of a name, before and after, grouped by article, ticked or not with the reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.dialogs.parts import button, button_row, prepare, text
from desktop.session import Session
from desktop.status_line import grouped
from gazetteer.errors import ProjectError, ToposcopeError
from gazetteer.project import queries
from gazetteer.project.planning import apply_to_all, plan_apply_to_all
from gazetteer.project.rows import PlanRow

CONTEXT = 48
"""code points shown before and after the name"""


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
        self._tree = self._make_tree()
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
        return [mention_id for mention_id, entry in self._entries if entry.checkState(0) is Qt.CheckState.Checked]

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("apply_all_rows")
        tree.setAccessibleName(self.tr("Mentions and what they become"))
        tree.setHeaderLabels([self.tr("Sentence"), self.tr("Before"), self.tr("After"), self.tr("Why not ticked")])
        tree.setUniformRowHeights(True)
        tree.setRootIsDecorated(False)
        self._entries: list[tuple[str, QTreeWidgetItem]] = []
        groups: dict[str, QTreeWidgetItem] = {}
        for row in self._rows:
            group = groups.get(row.document_id)
            if group is None:
                group = groups[row.document_id] = _group(tree, row.document_label)
            entry = _entry(row)
            group.addChild(entry)
            self._entries.append((row.mention_id, entry))
        tree.expandAll()
        for column, width in enumerate((380, 150, 150)):
            tree.setColumnWidth(column, width)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        tree.header().setStretchLastSection(True)
        return tree

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


def _group(tree: QTreeWidget, label: str) -> QTreeWidgetItem:
    group = QTreeWidgetItem(tree, [label])
    group.setFirstColumnSpanned(True)
    font = group.font(0)
    font.setBold(True)
    group.setFont(0, font)
    group.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return group


def _entry(row: PlanRow) -> QTreeWidgetItem:
    entry = QTreeWidgetItem([_excerpt(row), row.before, row.after, row.reason or ""])
    entry.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
    entry.setCheckState(0, Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked)
    entry.setToolTip(0, row.sentence)
    entry.setToolTip(3, row.reason or "")
    return entry


def _excerpt(row: PlanRow) -> str:
    """Return the words around the name, the name in guillemets."""
    start, end = row.mark
    before, name, after = row.sentence[:start], row.sentence[start:end], row.sentence[end:]
    head = before if len(before) <= CONTEXT else "…" + before[-CONTEXT:]
    tail = after if len(after) <= CONTEXT else after[:CONTEXT] + "…"
    return f"{head}‹{name}›{tail}".replace("\n", " ")
