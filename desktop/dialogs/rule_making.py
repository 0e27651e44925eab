"""Making a rule of a correction: where it shall hold, and what it would change here, before it is made."""

from dataclasses import replace

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QWidget

from desktop.dialogs.parts import button, button_row, prepare, text
from desktop.dialogs.plan_tree import PlanTree
from desktop.review.words import kind_word
from desktop.session import Session
from desktop.status_line import grouped
from gazetteer.errors import ProjectError, ToposcopeError
from gazetteer.model import Place
from gazetteer.project import queries
from gazetteer.project.rule_edits import named_with, plan_rule, rule_from, teach_rule
from gazetteer.project.rules import Rule
from gazetteer.project.store import Project


class RuleDialog(QDialog):
    """The rule of one mention with its context, and a preview with ticks; OK is one undo step.

    Raises ToposcopeError where there is nothing to learn from the mention.
    """

    def __init__(self, session: Session, mention_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        if session.project is None:
            raise ProjectError(self.tr("No project is open, so there is nothing to learn from."))
        self._session = session
        self._project: Project = session.project
        self._rule = rule_from(self._project, mention_id)
        self._named = named_with(self._project, mention_id)
        layout = prepare(self, "rule_dialog", self.tr("Make this a rule"), 900, 600)
        heading = self.tr("From now on “{name}” is {answer}").format(name=self._rule.name, answer=self._answer())
        layout.addWidget(text(self, "rule_heading", heading, "title"))
        hint = self.tr("In articles that are imported later, and in the mentions ticked here; never where you decided.")
        layout.addWidget(text(self, "rule_hint", hint, "muted"))
        layout.addLayout(self._make_context(mention_id))
        self._count = text(self, "rule_count", "", "muted")
        layout.addWidget(self._count)
        self._tree = PlanTree("rule_rows", self)
        layout.addWidget(self._tree, 1)
        cancel = button(self, "rule_cancel", self.tr("Cancel"))
        make = button(self, "rule_ok", self.tr("Make the rule"), primary=True)
        cancel.clicked.connect(self.reject)
        make.clicked.connect(self._make)
        layout.addLayout(button_row(None, cancel, make))
        self._tree.itemChanged.connect(self._recount)
        self._plan()

    def _answer(self) -> str:
        return self._rule.place.label if self._rule.place else kind_word(self._rule.kind)

    def _make_context(self, mention_id: str) -> QGridLayout:
        mention = queries.mention(self._project, mention_id)
        article = queries.document(self._project, mention.document_id) if mention else None
        self._lang, self._source = (article.lang, article.source) if article else (None, None)
        language = QLocale.languageToString(QLocale.codeToLanguage(self._lang or ""))
        self._in_language = self._box(
            "rule_language", self.tr("Only in articles in {language}").format(language=language), bool(self._lang)
        )
        self._of_source = self._box(
            "rule_source", self.tr("Only in articles of {source}").format(source=self._source), bool(self._source)
        )
        self._beside = self._box("rule_beside", self.tr("Only where the article names"), bool(self._named))
        self._place = QComboBox(self)
        self._place.setObjectName("rule_place")
        self._place.setAccessibleName(self.tr("The place that the article must name, too"))
        for place in self._named:
            self._place.addItem(place.label, place)
        self._place.setEnabled(False)
        self._beside.toggled.connect(self._place.setEnabled)
        self._place.currentIndexChanged.connect(self._plan)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        for row, box in enumerate((self._in_language, self._of_source, self._beside)):
            grid.addWidget(box, row, 0)
            box.setVisible(box.isEnabled())
        grid.addWidget(self._place, 2, 1)
        self._place.setVisible(bool(self._named))
        grid.setColumnStretch(2, 1)
        return grid

    def _box(self, name: str, words: str, possible: bool) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setEnabled(possible)
        box.toggled.connect(self._plan)
        return box

    @property
    def rule(self) -> Rule:
        """The rule with the context chosen."""
        place = self._place.currentData()
        return replace(
            self._rule,
            lang=self._lang if self._in_language.isChecked() else None,
            source=self._source if self._of_source.isChecked() else None,
            named=place if self._beside.isChecked() and isinstance(place, Place) else None,
        )

    def _plan(self) -> None:
        self._tree.show_rows(plan_rule(self._project, self.rule))
        self._recount()

    def _recount(self) -> None:
        if not self._tree.number:
            self._count.setText(self.tr("No mention in the project would change."))
            return
        words = self.tr("{ticked} of {total} mentions that nobody decided on are ticked. One undo takes it all back.")
        ticked, total = grouped(len(self._tree.ticked())), grouped(self._tree.number)
        self._count.setText(words.format(ticked=ticked, total=total))

    def _make(self) -> None:
        try:
            self._session.do(teach_rule(self._project, self.rule, self._tree.ticked()))
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
        self.accept()
