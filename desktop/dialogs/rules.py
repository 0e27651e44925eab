"""The rules of the project: what each says and where, how many mentions are so, on or off; files of them."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QTableWidgetItem, QWidget

from desktop.dialogs.parts import add_row, button, button_row, prepare, table, text
from desktop.review.words import kind_word
from desktop.session import Session
from desktop.status_line import grouped
from gazetteer.errors import ToposcopeError
from gazetteer.interchange.rules import read_rules, write_rules
from gazetteer.project.edits import Edit
from gazetteer.project.rule_edits import put_all, removal, switch
from gazetteer.project.rules import Rule, learned, rules


class RulesDialog(QDialog):
    """A table with a tick for each rule in use; every change is an undo step."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._rules: list[Rule] = []
        layout = prepare(self, "rules_dialog", self.tr("Rules"), 860, 460)
        hint = self.tr(
            "What was learned from corrections, for articles imported later. A rule that is off decides nothing: "
            "what it had decided is what the program said again. Never where a person decided."
        )
        layout.addWidget(text(self, "rules_hint", hint, "muted"))
        heads = [self.tr("Name"), self.tr("Is"), self.tr("Where"), self.tr("Mentions")]
        self._table = table(self, "rules_table", self.tr("Rules"), heads)
        for column, width in enumerate((180, 260, 250)):
            self._table.setColumnWidth(column, width)
        layout.addWidget(self._table, 1)
        self._none = text(self, "rules_none", self.tr("No rules yet. Correct a mention, then make it a rule."), "empty")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._none, 1)
        self._remove = button(self, "rules_remove", self.tr("&Remove"))
        self._read = button(self, "rules_import", self.tr("&Import…"))
        self._write = button(self, "rules_export", self.tr("&Export…"))
        close = button(self, "rules_close", self.tr("Close"), primary=True)
        self._remove.clicked.connect(self._remove_chosen)
        self._read.clicked.connect(self._choose_file)
        self._write.clicked.connect(self._choose_target)
        close.clicked.connect(self.accept)
        layout.addLayout(button_row(self._remove, self._read, self._write, None, close))
        self._table.itemChanged.connect(self._ticked)
        self._table.itemSelectionChanged.connect(self._follow)
        session.changed.connect(self._show)
        session.closed.connect(self.reject)
        self._show()

    def _show(self) -> None:
        project = self._session.project
        chosen = self._chosen()
        self._rules = rules(project) if project is not None else []
        numbers = learned(project) if project is not None else {}
        self._table.blockSignals(True)
        self._table.setRowCount(0)
        for rule in self._rules:
            answer = rule.place.label if rule.place else kind_word(rule.kind)
            add_row(self._table, [rule.name, answer, self._context(rule), grouped(numbers.get(rule.rule_id, 0))])
            self._set_tick(self._table.item(self._table.rowCount() - 1, 0), rule)
        self._table.blockSignals(False)
        if chosen in self._rules:
            self._table.selectRow(self._rules.index(chosen))
        self._table.setVisible(bool(self._rules))
        self._none.setVisible(not self._rules)
        self._follow()

    def _context(self, rule: Rule) -> str:
        """Return where a rule holds, in a few words."""
        parts = []
        if rule.lang is not None:
            language = QLocale.languageToString(QLocale.codeToLanguage(rule.lang))
            parts.append(self.tr("in {language}").format(language=language))
        if rule.source is not None:
            parts.append(self.tr("of {source}").format(source=rule.source))
        if rule.named is not None:
            parts.append(self.tr("where {place} is named").format(place=rule.named.label))
        return ", ".join(parts) or self.tr("everywhere")

    def _set_tick(self, cell: QTableWidgetItem | None, rule: Rule) -> None:
        if cell is None:
            return
        flags = cell.flags() | Qt.ItemFlag.ItemIsUserCheckable
        cell.setFlags(flags & ~Qt.ItemFlag.ItemIsUserCheckable if self._session.read_only else flags)
        cell.setCheckState(Qt.CheckState.Checked if rule.enabled else Qt.CheckState.Unchecked)

    def _chosen(self) -> Rule | None:
        rows = sorted({index.row() for index in self._table.selectionModel().selectedRows()})
        return self._rules[rows[0]] if rows and rows[0] < len(self._rules) else None

    def _follow(self) -> None:
        writable = not self._session.read_only
        self._remove.setEnabled(writable and self._chosen() is not None)
        self._read.setEnabled(writable)
        self._write.setEnabled(bool(self._rules))

    def _ticked(self, cell: QTableWidgetItem) -> None:
        project = self._session.project
        if project is not None and cell.column() == 0 and cell.row() < len(self._rules):
            rule = self._rules[cell.row()]
            on = cell.checkState() is Qt.CheckState.Checked
            if on != rule.enabled:
                self._do(switch(project, rule.rule_id, on))

    def _remove_chosen(self) -> None:
        project, chosen = self._session.project, self._chosen()
        if project is not None and chosen is not None:
            self._do(removal(project, chosen.rule_id))

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Read rules"), "", self.tr("Rules (*.json)"))
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Add the rules of a file."""
        project = self._session.project
        if project is None:
            return
        try:
            found = read_rules(path)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
            return
        self._do(put_all(project, found.rules))
        if found.refused:
            words = self.tr("{n} of the rules in {file} were left out: {reason}")
            reason = found.refused[0][1]
            self._session.failed.emit(words.format(n=grouped(len(found.refused)), file=path.name, reason=reason))

    def _choose_target(self) -> None:
        title, kinds = self.tr("Write rules"), self.tr("Rules (*.json)")
        name, _ = QFileDialog.getSaveFileName(self, title, "rules.json", kinds)
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the rules to a file."""
        try:
            write_rules(self._rules, path)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))

    def _do(self, edit: Edit) -> None:
        try:
            self._session.do(edit)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
