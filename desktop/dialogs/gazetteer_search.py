"""Search the gazetteer for a place: type, look, press Enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.dialogs.parts import button, button_row, clearable, prepare, text
from desktop.review.words import feature_word
from desktop.searching import TypedSearch
from desktop.session import Session
from desktop.status_line import grouped
from desktop.theme import colours
from gazetteer.jobs import Job
from gazetteer.model import Place
from gazetteer.places.records import SearchHit
from gazetteer.project import queries

SEARCH_AFTER_MS = 150
LIMIT = 30
ROW_HEIGHT = 46
HIT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class CandidateHit:
    """A place the machine thought of for this mention, shown before what the search finds."""

    place: Place
    matched_name: str
    match_kind: str = "candidate"


Hit = SearchHit | CandidateHit


class GazetteerDialog(QDialog):
    """Finds a place by name, by name and region, or by id; with a mention the place is for it."""

    chosen = Signal(object, object)
    """mention id or None, Place"""

    def __init__(self, session: Session, mention_id: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._mention_id = mention_id
        self._surface = ""
        self._hasty = False
        self._candidates: list[Hit] = []
        title, take = self._words()
        layout = prepare(self, "gazetteer_dialog", title, 600, 520)
        self._line = QLineEdit(self)
        self._line.setObjectName("gazetteer_line")
        self._line.setAccessibleName(self.tr("Name, name with region, or id"))
        self._line.setPlaceholderText(self.tr("Vilnius · Springfield, Illinois · geonames:593116"))
        clearable(self._line)
        self._hits = QListWidget(self)
        self._hits.setObjectName("gazetteer_hits")
        self._hits.setAccessibleName(self.tr("Places found"))
        self._hits.setItemDelegate(HitDelegate(self._hits))
        self._hits.setUniformItemSizes(True)
        self._note = text(self, "gazetteer_note", "", "muted")
        self._take = button(self, "gazetteer_take", take, True)
        cancel = button(self, "gazetteer_cancel", self.tr("Cancel"))
        for widget in (self._line, self._note, self._hits):
            layout.addWidget(widget)
        self.buttons = button_row(None, cancel, self._take)
        layout.addLayout(self.buttons)
        self._search = TypedSearch(self._line, SEARCH_AFTER_MS)
        self._search.wanted.connect(self._ask)
        self._search.found.connect(self._found)
        self._search.failed.connect(self._note.setText)
        self._search.stepped.connect(self._step)
        self._search.taken.connect(self._take_typed)
        self._hits.itemDoubleClicked.connect(self._accept)
        self._take.clicked.connect(self._accept)
        cancel.clicked.connect(self.reject)
        session.gazetteer_ready.connect(self._search.want)
        self._prefill()

    def _words(self) -> tuple[str, str]:
        """Return the title, and what the button says that takes a place."""
        if self._mention_id:
            return self.tr("Choose another place"), self.tr("Take this place")
        return self.tr("Search the gazetteer"), self.tr("Show on the map")

    def _prefill(self) -> None:
        project = self._session.project
        mention = queries.mention(project, self._mention_id) if project is not None and self._mention_id else None
        self._take.setEnabled(False)
        if mention is not None:
            self._surface = mention.surface
            self._candidates = [CandidateHit(c.place, c.matched_name) for c in mention.candidates]
            self._line.setText(mention.surface)
            self._line.selectAll()
        else:
            self._note.setText(self._waiting())

    def _waiting(self) -> str:
        return "" if self._session.gazetteer else self.tr("The gazetteer is being opened…")

    def _ask(self, words: str) -> None:
        self._hasty = False
        gazetteer = self._session.gazetteer
        if gazetteer is None or not words:
            self._show([])
            self._note.setText(self._waiting())
            return

        def work(job: Job) -> list[SearchHit]:
            return gazetteer.search(words, LIMIT)

        self._note.setText(self.tr("Searching…"))
        self._search.ask(words, work)

    def _found(self, words: str, found: list[SearchHit]) -> None:
        known = self._candidates if words == self._surface else []
        ids = {hit.place.place_id for hit in known}
        hits: list[Hit] = [*known, *(hit for hit in found if hit.place.place_id not in ids)]
        self._show(hits)
        if hits:
            self._note.setText(self.tr("{n} places, best first").format(n=grouped(len(hits))))
        else:
            nothing = self.tr(
                "No place in the gazetteer is called “{name}”, nor nearly so. A pin on the map still works."
            )
            self._note.setText(nothing.format(name=words))
        if self._hasty:
            self._accept()

    def _show(self, hits: Sequence[Hit]) -> None:
        self._hits.clear()
        for hit in hits:
            entry = QListWidgetItem(hit.place.label)
            entry.setData(HIT, hit)
            self._hits.addItem(entry)
        if hits:
            self._hits.setCurrentRow(0)
        self._take.setEnabled(bool(hits))

    def _take_typed(self) -> None:
        """Take the chosen hit; where Return was faster than the search, the first that it finds."""
        if self._search.settled:
            self._accept()
        else:
            self._search.hurry()
            self._hasty = True

    def _accept(self) -> None:
        entry = self._hits.currentItem()
        if not self._hits.count():
            return
        place: Place = entry.data(HIT).place
        self.chosen.emit(self._mention_id, place)
        self.accept()

    def done(self, result: int) -> None:
        self._search.shutdown()
        super().done(result)

    def _step(self, by: int) -> None:
        """Let the arrow keys walk through the hits while the keyboard stays in the line."""
        if self._hits.count():
            self._hits.setCurrentRow((self._hits.currentRow() + by) % self._hits.count())


class HitDelegate(QStyledItemDelegate):
    """Two lines a hit: the name with region and country, then what it is and how it matched."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: Hit = index.data(HIT)
        shown = colours(option.palette)
        state, rect = option.state, option.rect
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(shown.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(shown.hover))
        first = rect.adjusted(12, 5, -12, -ROW_HEIGHT // 2)
        second = rect.adjusted(12, ROW_HEIGHT // 2, -12, -4)
        people = grouped(hit.place.population) if hit.place.population else ""
        self._line(painter, first, hit.place.label, people, shown.text, bold=True)
        self._line(painter, second, self._what(hit), hit.place.place_id, shown.muted, bold=False)
        painter.restore()

    def _what(self, hit: Hit) -> str:
        place = hit.place
        parts = [feature_word(place)]
        if place.local_name and place.local_name != place.name:
            parts.append(place.local_name)
        said = {
            "fuzzy": self.tr("spelt nearly so: {name}"),
            "prefix": self.tr("begins so: {name}"),
            "transliterated": self.tr("in other letters: {name}"),
            "candidate": self.tr("a candidate of the machine's"),
        }
        if hit.match_kind in said:
            parts.append(said[hit.match_kind].format(name=hit.matched_name))
        return " · ".join(parts)

    def _line(self, painter: QPainter, rect: QRect, left: str, right: str, colour: str, bold: bool) -> None:
        font = QFont(painter.font())
        font.setBold(bold)
        painter.setPen(QColor(colour))
        metrics = painter.fontMetrics()
        room = rect.width() - (metrics.horizontalAdvance(right) + 12 if right else 0)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, centre | Qt.AlignmentFlag.AlignRight, right)
        painter.setFont(font)
        elided = painter.fontMetrics().elidedText(left, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, centre | Qt.AlignmentFlag.AlignLeft, elided)
        font.setBold(False)
        painter.setFont(font)
