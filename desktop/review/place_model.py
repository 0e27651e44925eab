"""The places that mentions refer to, as a table that holds ids and reads the rows it shows."""

from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.review.paging import PagedRows
from desktop.review.row_models import RowAnswers
from desktop.review.words import number
from gazetteer.project import queries
from gazetteer.project.filters import NO_FILTER, MentionFilter
from gazetteer.project.rows import PlaceRow
from gazetteer.project.store import Project

NAME, MENTIONS, ARTICLES, TEXTS, SPELLINGS, FIRST, LAST = range(7)
ORDERS = ("name", "mentions", "documents", "texts", "spellings", "first_date", "last_date")
NUMBERS = (MENTIONS, ARTICLES, TEXTS)
FALLING = Qt.SortOrder.DescendingOrder


class PlaceRowsModel(RowAnswers[PlaceRow], QAbstractTableModel):
    """Place ids in the order SQL gives; rows are counted as the filter has it, when they are looked at."""

    sorted_anew = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._filter = NO_FILTER
        self._order, self._descending = "mentions", True
        self._rows: PagedRows[PlaceRow] = PagedRows(lambda row: row.place.place_id)

    def load(self, project: Project | None, where: MentionFilter) -> None:
        """Read the ids anew."""
        self.beginResetModel()
        self._project, self._filter = project, where
        if project is None:
            self._rows.load([], None)
        else:
            ids = queries.place_ids(project, where, self._order, self._descending)
            self._rows.load(ids, partial(queries.place_rows, project, where=where))
        self.endResetModel()

    def row_of(self, place_id: str) -> int | None:
        """Return a place's row, None where the filter keeps it out."""
        return self._rows.number_of(place_id)

    def id_at(self, row: int) -> str:
        return self._rows.ids[row]

    @property
    def pages_read(self) -> int:
        """How many pages are held."""
        return self._rows.pages_held

    def row_at(self, number: int) -> PlaceRow | None:
        return self._rows.row(number)

    def text(self, row: PlaceRow, column: int) -> str:
        return cell(row, column)

    def detail(self, row: PlaceRow, role: int) -> str | None:
        return cell(row, SPELLINGS) if role == Qt.ItemDataRole.ToolTipRole else None

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(ORDERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and section == TEXTS:
            return self.tr("Articles that tell nearly the same text count once")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Place"),
            self.tr("Mentions"),
            self.tr("Articles"),
            self.tr("Texts"),
            self.tr("Spellings"),
            self.tr("First"),
            self.tr("Last"),
        )[section]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let SQL sort by a column; -1: the most mentioned first."""
        known = 0 <= column < len(ORDERS)
        self._order = ORDERS[column] if known else "mentions"
        self._descending = order is FALLING or not known
        self.load(self._project, self._filter)
        self.sorted_anew.emit()


def cell(row: PlaceRow, column: int) -> str:
    """Return the words of one cell."""
    if column == SPELLINGS:
        return ", ".join(f"{surface} {number(times)}" for surface, times in row.spellings)
    if column in NUMBERS:
        return number({MENTIONS: row.mentions, ARTICLES: row.documents, TEXTS: row.texts}[column])
    return {NAME: row.place.label, FIRST: row.first_date or "–", LAST: row.last_date or "–"}[column]
