"""The mentions the filter lets through, as a table that holds ids and reads the rows it shows."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.review.paging import PagedRows
from desktop.review.painting import one_line
from desktop.review.row_models import RowAnswers
from desktop.review.words import kind_word, percent, spelling_word, status_word
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import Changes
from gazetteer.project.rows import MentionRow
from gazetteer.project.store import Project

NAME, PLACE, CONFIDENCE, COUNTRY, KIND, STATUS, SPELLING, ARTICLE = range(8)
FEW = 5000
STEADY_ORDERS = ("document", "surface")
"""orders that no decision changes"""
ORDERS = ("surface", "place", "confidence", "country", "kind", "status", "spelling", "document")


class MentionModel(RowAnswers[MentionRow], QAbstractTableModel):
    """Mention ids in the order SQL gives; rows come in pages when they are asked for, and old pages go."""

    sorted_anew = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._filter = MentionFilter()
        self._order, self._descending = "document", False
        self._rows: PagedRows[MentionRow] = PagedRows(lambda row: row.mention_id)

    def load(self, project: Project | None, where: MentionFilter) -> None:
        """Read the ids anew; where they are the same, only the rows are read again."""
        self._project, self._filter = project, where
        if project is None:
            self._take([], None)
            return
        ids = queries.mention_ids(project, where, self._order, self._descending)
        self._take(ids, partial(queries.mention_rows, project))

    def _take(self, ids: list[str], read: Callable[[Sequence[str]], list[MentionRow]] | None) -> None:
        if ids == self._rows.ids and ids:
            self._rows.load(ids, read)
            self._touch()
            return
        self.beginResetModel()
        self._rows.load(ids, read)
        self.endResetModel()

    def _touch(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, ARTICLE))

    def patch(self, changes: Changes) -> bool:
        """Read the rows anew where the ids and their order cannot have changed; False where they may have."""
        project, ids = self._project, list(changes.mentions)
        steady = self._order in STEADY_ORDERS and self._filter == MentionFilter(document_id=self._filter.document_id)
        if project is None or not ids or len(ids) > FEW or not steady or not all(one in self._rows for one in ids):
            return False
        if len(queries.mention_rows(project, ids)) != len(ids):
            return False
        self._rows.forget()
        self._touch()
        return True

    def row_of(self, mention_id: str) -> int | None:
        """Return a mention's row, None where the filter keeps it out."""
        return self._rows.number_of(mention_id)

    def id_at(self, row: int) -> str:
        return self._rows.ids[row]

    @property
    def pages_read(self) -> int:
        """How many pages are held; a list never holds what nobody looked at."""
        return self._rows.pages_held

    def row_at(self, number: int) -> MentionRow | None:
        return self._rows.row(number)

    def text(self, row: MentionRow, column: int) -> str:
        return cell(row, column)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(ORDERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Name"),
            self.tr("Place"),
            self.tr("Confidence"),
            self.tr("Country"),
            self.tr("Kind"),
            self.tr("Status"),
            self.tr("Spelling"),
            self.tr("Article"),
        )[section]

    @property
    def order(self) -> tuple[str, bool]:
        """What the table is sorted by (a name of `queries.MENTION_ORDERS`), and whether downwards."""
        return self._order, self._descending

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let SQL sort by a column; -1 is text order."""
        self._order = ORDERS[column] if 0 <= column < len(ORDERS) else "document"
        self._descending = order is Qt.SortOrder.DescendingOrder
        self.load(self._project, self._filter)
        self.sorted_anew.emit()


def cell(row: MentionRow, column: int) -> str:
    """Return the words of one cell."""
    if column == CONFIDENCE:
        return "" if row.confidence is None else percent(row.confidence)
    return one_line(
        {
            NAME: row.surface,
            PLACE: row.place_label or "–",
            COUNTRY: row.country_code or "",
            KIND: kind_word(row.kind),
            STATUS: status_word(row.status),
            SPELLING: spelling_word(row.spelling),
            ARTICLE: row.document_label,
        }[column]
    )
