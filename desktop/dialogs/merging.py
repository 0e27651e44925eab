"""Two people's decisions beside each other: mine, theirs, and what is taken; the merge is one undo step."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QCheckBox, QDialog, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.core_words import said
from desktop.dialogs.parts import button, button_row, prepare, text
from desktop.session import Session
from desktop.status_line import grouped
from desktop.theme import colours
from gazetteer.errors import ToposcopeError
from gazetteer.project.merging import Agreement, Merge, MergePlan, MergeRow, Standing

ROW = Qt.ItemDataRole.UserRole
NAME, SENTENCE, MINE, THEIRS, MERGED = range(5)


class MergeDialog(QDialog):
    """A row for each mention that either decided; a tick takes theirs."""

    def __init__(self, session: Session, plan: MergePlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._plan = session, plan
        layout = prepare(self, "merge_dialog", self.tr("Merge another project"), 1040, 620)
        who = ", ".join(plan.who) or self.tr("nobody")
        layout.addWidget(text(self, "merge_heading", self.tr("Decisions of {who}").format(who=who), "title"))
        layout.addWidget(text(self, "merge_agreement", self._agreement(plan.agreement)))
        layout.addWidget(text(self, "merge_new", self._new(), "muted"))
        self._only = QCheckBox(self.tr("Only where we &differ or I have not decided"), self)
        self._only.setObjectName("merge_only")
        self._only.setAccessibleName(self._only.text().replace("&", ""))
        self._only.setChecked(True)
        layout.addWidget(self._only)
        self._tree = self._make_tree()
        layout.addWidget(self._tree, 1)
        self._count = text(self, "merge_count", "", "muted")
        layout.addWidget(self._count)
        cancel = button(self, "merge_cancel", self.tr("Cancel"))
        self._ok = button(self, "merge_ok", self.tr("&Merge"), primary=True)
        cancel.clicked.connect(self.reject)
        self._ok.clicked.connect(self._merge)
        layout.addLayout(button_row(None, cancel, self._ok))
        self._tree.itemChanged.connect(self._changed)
        self._only.toggled.connect(self._narrow)
        self._narrow(True)
        self._recount()

    def taken(self) -> list[str]:
        """Return the ids of the mentions where theirs is taken."""
        return [entry.data(NAME, ROW).one.mention_id for entry in self._entries if self._is_taken(entry)]

    def _agreement(self, told: Agreement) -> str:
        if told.share is None:
            return self.tr("There is no mention that both have decided.")
        words = self.tr("Both decided {both} mentions, {same} of them alike ({percent}).")
        line = words.format(both=grouped(told.both), same=grouped(told.same), percent=percent(told.share))
        if told.kappa is None:
            return line
        return line + " " + self.tr("Cohen's kappa {kappa}.").format(kappa=QLocale().toString(told.kappa, "f", 2))

    def _new(self) -> str:
        words = self.tr("New articles: {articles}, with {decisions} decisions. New places of the project: {places}.")
        return words.format(
            articles=grouped(len(self._plan.documents)),
            decisions=grouped(len(self._plan.in_documents)),
            places=grouped(len(self._plan.own_places)),
        )

    # rows -----------------------------------------------------------------------------------------------------------

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("merge_rows")
        tree.setAccessibleName(self.tr("Mentions that either decided"))
        heads = [self.tr("Name"), self.tr("Sentence"), self.tr("Mine"), self.tr("Theirs"), self.tr("Merged")]
        tree.setHeaderLabels(heads)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        for column, width in ((NAME, 140), (SENTENCE, 260), (MINE, 200), (THEIRS, 200)):
            tree.setColumnWidth(column, width)
        self._entries = [self._entry(tree, row) for row in self._plan.rows]
        return tree

    def _entry(self, tree: QTreeWidget, row: MergeRow) -> QTreeWidgetItem:
        mine = said(row.mine.words) if row.mine is not None else self.tr("not marked")
        theirs = said(row.theirs.words) if row.theirs is not None else self.tr("not marked")
        entry = QTreeWidgetItem(tree, [row.one.surface, f"{row.article}: {row.sentence}", mine, theirs, ""])
        entry.setData(NAME, ROW, row)
        for column in (SENTENCE, MINE, THEIRS):
            entry.setToolTip(column, entry.text(column))
        if row.standing in (Standing.THEIRS, Standing.DIFFERENT):
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            theirs_first = row.standing is Standing.THEIRS
            entry.setCheckState(THEIRS, Qt.CheckState.Checked if theirs_first else Qt.CheckState.Unchecked)
        if row.standing is Standing.DIFFERENT:
            for column in (MINE, THEIRS):
                entry.setForeground(column, QBrush(QColor(colours(self.palette()).problem)))
        self._show_merged(entry)
        return entry

    def _is_taken(self, entry: QTreeWidgetItem) -> bool:
        row: MergeRow = entry.data(NAME, ROW)
        choosable = row.standing in (Standing.THEIRS, Standing.DIFFERENT)
        return choosable and entry.checkState(THEIRS) is Qt.CheckState.Checked

    def _show_merged(self, entry: QTreeWidgetItem) -> None:
        entry.setText(MERGED, entry.text(THEIRS if self._is_taken(entry) else MINE))

    def _changed(self, entry: QTreeWidgetItem, column: int) -> None:
        if column == THEIRS:
            self._show_merged(entry)
            self._recount()

    def _narrow(self, only: bool) -> None:
        for entry in self._entries:
            entry.setHidden(only and entry.data(NAME, ROW).standing in (Standing.MINE, Standing.SAME))

    def _recount(self) -> None:
        taken = len(self.taken())
        words = self.tr("Taken of theirs: {n}. A tick in their column takes one. One undo takes all back.")
        self._count.setText(words.format(n=grouped(taken)))
        self._ok.setEnabled(bool(taken or self._plan.documents or self._plan.own_places))

    def _merge(self) -> None:
        try:
            self._session.do(Merge(self._plan, self.taken()))
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
        self.accept()


def percent(share: float) -> str:
    """Return a share as whole percent."""
    return f"{QLocale().toString(round(100 * share))} %"
