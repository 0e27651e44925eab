"""The mentions the filter lets through, as a table that holds ids and reads the rows it shows."""

from collections import OrderedDict

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.review.painting import ROW_ROLE, Index, one_line
from desktop.review.words import kind_word, percent, spelling_word, status_word
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import Changes
from gazetteer.project.rows import MentionRow
from gazetteer.project.store import Project

PAGE = 100
PAGES_KEPT = 40
NAME, PLACE, CONFIDENCE, COUNTRY, KIND, STATUS, SPELLING, ARTICLE = range(8)
FEW = 5000
STEADY_ORDERS = ("document", "surface")
"""orders that no decision changes"""
ORDERS = ("surface", "place", "confidence", "country", "kind", "status", "spelling", "document")


class MentionModel(QAbstractTableModel):
    """Mention ids in the order SQL gives; rows come in pages when they are asked for, and old pages go."""

    sorted_anew = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._filter = MentionFilter()
        self._order, self._descending = "document", False
        self._ids: list[str] = []
        self._index: dict[str, int] = {}
        self._pages: OrderedDict[int, list[MentionRow]] = OrderedDict()

    def load(self, project: Project | None, where: MentionFilter) -> None:
        """Read the ids anew; where they are the same, only the rows are read again."""
        self._project, self._filter = project, where
        self._pages.clear()
        ids = queries.mention_ids(project, where, self._order, self._descending) if project is not None else []
        if ids == self._ids:
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, ARTICLE))
            return
        self.beginResetModel()
        self._ids = ids
        self._index = {mention_id: i for i, mention_id in enumerate(ids)}
        self.endResetModel()

    def patch(self, changes: Changes) -> bool:
        """Read the rows anew where the ids and their order cannot have changed; False where they may have."""
        project, ids = self._project, list(changes.mentions)
        steady = self._order in STEADY_ORDERS and self._filter == MentionFilter(document_id=self._filter.document_id)
        if project is None or not ids or len(ids) > FEW or not steady or not all(one in self._index for one in ids):
            return False
        if len(queries.mention_rows(project, ids)) != len(ids):
            return False
        self._pages.clear()
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, ARTICLE))
        return True

    def row_of(self, mention_id: str) -> int | None:
        """Return a mention's row, None where the filter keeps it out."""
        return self._index.get(mention_id)

    def id_at(self, row: int) -> str:
        return self._ids[row]

    @property
    def pages_read(self) -> int:
        """How many pages are held; a list never holds what nobody looked at."""
        return len(self._pages)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell(row, index.column())
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let SQL sort by a column; -1 is text order."""
        self._order = ORDERS[column] if 0 <= column < len(ORDERS) else "document"
        self._descending = order is Qt.SortOrder.DescendingOrder
        self.load(self._project, self._filter)
        self.sorted_anew.emit()

    def _row(self, number: int) -> MentionRow | None:
        page = number // PAGE
        if page not in self._pages:
            self._read_page(page)
        self._pages.move_to_end(page)
        rows, place = self._pages[page], number % PAGE
        return rows[place] if place < len(rows) and rows[place].mention_id == self._ids[number] else None

    def _read_page(self, page: int) -> None:
        wanted = self._ids[page * PAGE : (page + 1) * PAGE]
        self._pages[page] = queries.mention_rows(self._project, wanted) if self._project is not None else []
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)


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
