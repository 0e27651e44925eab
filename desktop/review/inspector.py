"""The inspector: one mention, what it may mean, why, and what a person can say about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.gazetteer_view.words import reader_language
from desktop.review.alignment import AlignmentView
from desktop.review.candidates import CandidateList, CandidateRow
from desktop.review.centre import centre_of, distance_km
from desktop.review.decisions import HistoryView
from desktop.review.heading import MentionHeading, PlaceLine
from desktop.review.marks import MarksRow
from desktop.review.pane import Pane
from desktop.review.reasons import CueTable
from desktop.review.sentence import SentenceView
from desktop.review.verdicts import VerdictButtons
from desktop.session import Selection, Session
from desktop.theme import set_role
from gazetteer.model import Candidate, Kind
from gazetteer.project import queries
from gazetteer.project.context import article_points
from gazetteer.project.edits import CannotIdentify, ChoosePlace, Confirm, Defer, Reset, SetKind
from gazetteer.project.history import Changes
from gazetteer.project.rows import MentionDetail
from gazetteer.why import in_words

GAP = 10


class Inspector(Pane):
    """Everything about the mention in focus, and every decision on it."""

    search_requested = Signal(object)
    """mention id"""
    pin_requested = Signal(object)
    """mention id"""
    apply_all_requested = Signal(object)
    """mention id"""
    rule_requested = Signal(object)
    """mention id"""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "inspector", "", "", parent)
        self.setAccessibleName(self.tr("Mention"))
        self._detail: MentionDetail | None = None
        self._centre: tuple[str, list[dict[str, object]]] | None = None
        self.body.addWidget(self._make_scroll())
        self.setFocusProxy(self.candidates)
        self._show(None)

    # making ---------------------------------------------------------------------------------------------------------

    def _make_scroll(self) -> QScrollArea:
        column = QWidget(self)
        column.setObjectName("inspector_column")
        column.setAutoFillBackground(True)
        column.setBackgroundRole(self.palette().ColorRole.Base)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(GAP)
        self.heading = MentionHeading(self)
        self.sentence = SentenceView(self)
        self.alignment = AlignmentView(self)
        self.place = PlaceLine(self)
        self.verdicts = VerdictButtons(self)
        self.candidates = CandidateList(self)
        self.cues = CueTable(self)
        self.history = HistoryView(self)
        self.reason = self._label("inspector_reason", "muted")
        self.marks = MarksRow(self)
        self._titles = {
            "candidates": self._label("inspector_candidates_title", "section"),
            "cues": self._label("inspector_cues_title", "section"),
            "history": self._label("inspector_history_title", "section"),
        }
        self._titles["candidates"].setText(self.tr("Candidates"))
        self._titles["history"].setText(self.tr("History"))
        for widget in (self.heading, self.sentence, self.alignment, self.place, self.verdicts):
            layout.addWidget(widget)
        for name, widgets in (
            ("candidates", [self.candidates]),
            ("cues", [self.reason, self.cues]),
            ("history", [self.marks, self.history]),
        ):
            layout.addSpacing(4)
            layout.addWidget(self._titles[name])
            for part in widgets:
                layout.addWidget(part)
        layout.addStretch(1)
        self._connect()
        return self._scroll_around(column)

    def _scroll_around(self, column: QWidget) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setObjectName("inspector_scroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(column)
        return scroll

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role == "section":
            font = label.font()
            font.setBold(True)
            label.setFont(font)
        else:
            set_role(label, role)
        return label

    def _connect(self) -> None:
        self.sentence.clicked.connect(self._open_sentence)
        self.candidates.taken.connect(self.take)
        self.candidates.shown.connect(self._show_cues)
        self.marks.wanted.connect(self.do)
        verdicts = self.verdicts
        verdicts.confirmed.connect(self.confirm)
        verdicts.unidentified.connect(self.cannot_identify)
        verdicts.deferred.connect(self.defer)
        verdicts.reset.connect(self.reset)
        verdicts.kind_chosen.connect(self.set_kind)
        verdicts.search_wanted.connect(self._ask_search)
        verdicts.pin_wanted.connect(self._ask_pin)
        verdicts.apply_all_wanted.connect(self._ask_apply_all)
        verdicts.rule_wanted.connect(self._ask_rule)

    # showing --------------------------------------------------------------------------------------------------------

    @property
    def detail(self) -> MentionDetail | None:
        """The mention shown."""
        return self._detail

    def reload(self) -> None:
        self._centre = None

    def follow(self, selection: Selection) -> None:
        project = self.session.project
        wanted = selection.mention_id
        self._show(queries.mention(project, wanted) if project is not None and wanted else None)

    def _changed(self, changes: Changes) -> None:
        if self._detail is None or self._detail.document_id in changes.documents:
            super()._changed(changes)

    def _show(self, detail: MentionDetail | None) -> None:
        self._detail = detail
        words = self.tr("Select a mention in the article, in a list or on the map.")
        self.show_empty(detail is None, words)
        if detail is None:
            self.candidates.show_rows([])
            return
        self.heading.show_mention(detail)
        start = detail.start - detail.sentence_start
        self.sentence.show_sentence(detail.sentence, [(start, start + len(detail.surface))])
        self.alignment.show_edits(detail.spelling.edit_ops)
        self.place.show_mention(detail)
        self.verdicts.offer(detail, not self.session.read_only)
        self.marks.show_mention(detail, not self.session.read_only)
        self.reason.setText(in_words(detail.why, reader_language()))
        self._show_candidates(detail)
        self._show_history(detail)

    def _show_candidates(self, detail: MentionDetail) -> None:
        found = detail.candidates[:9]
        in_force = detail.place.place_id if detail.place is not None else None
        centre = centre_of(self._points(detail.document_id), {c.place.place_id for c in found})
        rows = [
            CandidateRow(
                rank,
                candidate,
                distance_km(candidate.place, centre) if centre is not None else None,
                candidate.place.place_id == in_force,
            )
            for rank, candidate in enumerate(found, start=1)
        ]
        self._titles["candidates"].setVisible(bool(rows))
        self.candidates.show_rows(rows)

    def _points(self, document_id: str) -> list[dict[str, object]]:
        """Return the plotted places of an article, read once as long as nothing changes."""
        if self._centre is None or self._centre[0] != document_id:
            project = self.session.project
            self._centre = (document_id, article_points(project, document_id) if project is not None else [])
        return self._centre[1]

    def _show_cues(self, candidate: Candidate | None) -> None:
        self.cues.show_cues(candidate.cues if candidate is not None else ())
        title = self.tr("Why {name}").format(name=candidate.place.name) if candidate else self.tr("Why")
        self._titles["cues"].setText(title)

    def _show_history(self, detail: MentionDetail) -> None:
        project = self.session.project
        rows = queries.history(project, detail.mention_id) if project is not None else []
        self._titles["history"].setText(self.tr("History") if rows else self.tr("No decision yet"))
        self.history.show_history(rows)

    # deciding -------------------------------------------------------------------------------------------------------

    def take(self, candidate: Candidate) -> None:
        """Choose a candidate's place for the mention shown."""
        if self._detail is not None:
            self.do(ChoosePlace(self._detail.mention_id, candidate.place))

    def take_rank(self, rank: int) -> None:
        """Choose the candidate of a rank (from 1)."""
        self.candidates.take(rank)

    def confirm(self) -> None:
        if self._detail is not None:
            self.do(Confirm(self._detail.mention_id))

    def cannot_identify(self) -> None:
        if self._detail is not None:
            self.do(CannotIdentify(self._detail.mention_id))

    def defer(self) -> None:
        if self._detail is not None:
            self.do(Defer(self._detail.mention_id))

    def reset(self) -> None:
        if self._detail is not None:
            self.do(Reset(self._detail.mention_id))

    def set_kind(self, kind: str) -> None:
        """Say how the name is used (a `Kind`, by value)."""
        if self._detail is not None:
            self.do(SetKind(self._detail.mention_id, Kind(kind)))

    def _open_sentence(self) -> None:
        if self._detail is not None:
            self.session.select_mention(self._detail.mention_id)

    def _ask_search(self) -> None:
        if self._detail is not None:
            self.search_requested.emit(self._detail.mention_id)

    def _ask_pin(self) -> None:
        if self._detail is not None:
            self.pin_requested.emit(self._detail.mention_id)

    def _ask_apply_all(self) -> None:
        if self._detail is not None:
            self.apply_all_requested.emit(self._detail.mention_id)

    def _ask_rule(self) -> None:
        if self._detail is not None:
            self.rule_requested.emit(self._detail.mention_id)
