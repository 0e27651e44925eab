"""The evidence for a place: each article that names it, each sentence, the name marked."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from desktop.review.evidence_rows import ArticleLine, EvidenceDelegate, EvidenceModel, SentenceLine
from desktop.review.painting import ROW_ROLE, row_list
from desktop.review.pane import Pane
from desktop.review.words import (
    articles_word,
    feature_word,
    mentions_word,
    population_word,
    precision_note,
    region_line,
)
from desktop.session import Selection, Session
from desktop.theme import set_role
from gazetteer.model import Group
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import Changes
from gazetteer.project.rows import PlaceRow
from gazetteer.project.store import Project

SPELLINGS_SHOWN = 6
UNPLACED_SHOWN = 200
ORDER = "date"
LEAST_LIST_PX = 24


class EvidencePane(Pane):
    """Follows the place in focus; for a mention without a place, shows every mention that is spelt alike."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "evidence", "", "", parent)
        self.setAccessibleName(self.tr("Evidence"))
        self._shown: tuple[str | None, str | None] = (None, None)
        self.body.addWidget(self._make_head())
        self.model = EvidenceModel(self)
        self.view: QListView = row_list(
            "evidence_list", self.tr("Sentences that name the place"), EvidenceDelegate(self), self
        )
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setModel(self.model)
        self.view.clicked.connect(self._open)
        self.view.selectionModel().currentChanged.connect(self._moved)
        # what the place is stays whole in a low dock; the list can be scrolled
        self.view.setMinimumHeight(LEAST_LIST_PX)
        self.body.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _make_head(self) -> QFrame:
        head = QFrame(self)
        head.setObjectName("evidence_head")
        self._name = self._label("evidence_name", "title")
        self._facts = self._label("evidence_facts", "muted")
        self._counts = self._label("evidence_counts", "muted")
        layout = QVBoxLayout(head)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.setSpacing(2)
        for label in (self._name, self._facts, self._counts):
            layout.addWidget(label)
        return head

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        set_role(label, role)
        return label

    @property
    def words(self) -> tuple[str, str, str]:
        """What the head says: name, facts, counts."""
        return self._name.text(), self._facts.text(), self._counts.text()

    # showing --------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        self._shown = (None, None)
        self._show_nothing()

    def patch(self, changes: Changes) -> bool:
        place_id, mention_id = self._shown
        if place_id is not None:
            return place_id not in changes.places
        return mention_id is None or not changes

    def follow(self, selection: Selection) -> None:
        wanted = (selection.place_id, None if selection.place_id else selection.mention_id)
        if wanted != self._shown:
            self._shown = wanted
            self._show(*wanted)
        self._focus(selection)

    def _show(self, place_id: str | None, mention_id: str | None) -> None:
        project = self.session.project
        if project is not None and place_id is not None:
            self._show_place(project, place_id)
        elif project is not None and mention_id is not None:
            self._show_unplaced(project, mention_id)
        else:
            self._show_nothing()

    def _show_nothing(self) -> None:
        self.model.load(None, [])
        self.show_empty(True, self.tr("Click a place on the map: every sentence that names it is shown here."))

    def _show_place(self, project: Project, place_id: str) -> None:
        rows = queries.places(project, MentionFilter(place_id=place_id))
        if not rows:
            self._show_nothing()
            return
        self._name.setText(rows[0].place.name)
        self._facts.setText(place_facts(rows[0]))
        self._counts.setText(self._count_line(rows[0]))
        self._fill(project, queries.mention_ids(project, MentionFilter(place_id=place_id), ORDER))

    def _count_line(self, row: PlaceRow) -> str:
        counts = self.tr("{mentions} in {articles}").format(
            mentions=mentions_word(row.mentions), articles=articles_word(row.documents)
        )
        others = [surface for surface in row.surfaces if surface != row.place.name]
        if not others:
            return counts
        spelt = ", ".join(others[:SPELLINGS_SHOWN]) + (" …" if len(others) > SPELLINGS_SHOWN else "")
        return self.tr("{counts}, also as {spellings}").format(counts=counts, spellings=spelt)

    def _show_unplaced(self, project: Project, mention_id: str) -> None:
        detail = queries.mention(project, mention_id)
        if detail is None:
            self._show_nothing()
            return
        rows = queries.spelt_alike(project, detail, UNPLACED_SHOWN)
        self._name.setText(self.tr("“{name}”").format(name=detail.surface))
        known = detail.group is Group.UNRESOLVED
        self._facts.setText(self.tr("No place yet; every mention spelt so") if known else self.tr("Not a place"))
        articles = len({row.document_id for row in rows})
        line = self.tr("{mentions} in {articles}")
        self._counts.setText(line.format(mentions=mentions_word(len(rows)), articles=articles_word(articles)))
        self._fill(project, [row.mention_id for row in rows])

    def _fill(self, project: Project, mention_ids: Sequence[str]) -> None:
        self.model.load(project, mention_ids)
        self.view.scrollToTop()
        self.show_empty(False)

    def _lead_with(self, project: Project, place_id: str, document_id: str) -> None:
        """Show the article in focus first, because it is far down in the order of dates."""
        here = queries.mention_ids(project, MentionFilter(place_id=place_id, document_id=document_id), ORDER)
        own = set(here)
        others = queries.mention_ids(project, MentionFilter(place_id=place_id), ORDER)
        self._fill(project, [*here, *(mention_id for mention_id in others if mention_id not in own)])

    # following and leading ------------------------------------------------------------------------------------------

    def _focus(self, selection: Selection) -> None:
        mention_id, project = selection.mention_id, self.session.project
        if mention_id and selection.place_id and selection.document_id and project and self.model.is_far(mention_id):
            self._lead_with(project, selection.place_id, selection.document_id)
        row = self.model.row_of(mention_id) if mention_id else None
        if row is None:
            self.view.setCurrentIndex(QModelIndex())
        elif row != self.view.currentIndex().row():
            self.view.setCurrentIndex(self.model.index(row))

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self.following:
            self._open(current)

    def _open(self, index: QModelIndex) -> None:
        """Show the sentence in its article, or the article from its first such sentence."""
        line: ArticleLine | SentenceLine = index.data(ROW_ROLE)
        mention_ids = line.mention_ids
        if self.session.selection.mention_id not in mention_ids:
            self.session.select_mention(mention_ids[0])


def place_facts(row: PlaceRow) -> str:
    """Return what a place is, where it lies, how many people live there and how exact its position is."""
    place = row.place
    position = f"{place.latitude:.4f}, {place.longitude:.4f}"
    parts = [
        feature_word(place),
        region_line(place),
        population_word(place.population),
        position,
        precision_note(place),
    ]
    return "  ·  ".join(part for part in parts if part)
