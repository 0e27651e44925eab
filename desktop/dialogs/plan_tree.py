"""What mentions would become: grouped by article, before and after, each with a tick or the reason for none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.core_words import said
from gazetteer.project.rows import PlanRow

CONTEXT = 48
"""code points shown before and after the name"""


class PlanTree(QTreeWidget):
    """The rows of a plan; `itemChanged` tells of a tick."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Mentions and what they become"))
        self.setHeaderLabels([self.tr("Sentence"), self.tr("Before"), self.tr("After"), self.tr("Why not ticked")])
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        for column, width in enumerate((380, 150, 150)):
            self.setColumnWidth(column, width)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self._entries: list[tuple[str, QTreeWidgetItem]] = []

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show these rows in the place of those there were."""
        self.clear()
        self._entries = []
        groups: dict[str, QTreeWidgetItem] = {}
        for row in rows:
            group = groups.get(row.document_id)
            if group is None:
                group = groups[row.document_id] = _group(self, row.document_label)
            entry = _entry(row)
            group.addChild(entry)
            self._entries.append((row.mention_id, entry))
        self.expandAll()

    @property
    def number(self) -> int:
        """How many rows there are."""
        return len(self._entries)

    def ticked(self) -> list[str]:
        """Return the ids of the ticked mentions, in the order shown."""
        return [mention_id for mention_id, entry in self._entries if entry.checkState(0) is Qt.CheckState.Checked]


def _group(tree: QTreeWidget, label: str) -> QTreeWidgetItem:
    group = QTreeWidgetItem(tree, [label])
    group.setFirstColumnSpanned(True)
    font = group.font(0)
    font.setBold(True)
    group.setFont(0, font)
    group.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return group


def _entry(row: PlanRow) -> QTreeWidgetItem:
    reason = said(row.reason) if row.reason else ""
    entry = QTreeWidgetItem([_excerpt(row), said(row.before), said(row.after), reason])
    entry.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
    entry.setCheckState(0, Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked)
    entry.setToolTip(0, row.sentence)
    entry.setToolTip(3, reason)
    return entry


def _excerpt(row: PlanRow) -> str:
    """Return the words around the name, the name in guillemets."""
    start, end = row.mark
    before, name, after = row.sentence[:start], row.sentence[start:end], row.sentence[end:]
    head = before if len(before) <= CONTEXT else "…" + before[-CONTEXT:]
    tail = after if len(after) <= CONTEXT else after[:CONTEXT] + "…"
    return f"{head}‹{name}›{tail}".replace("\n", " ")
