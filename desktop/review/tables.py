"""What all tables of rows are: how they look and move, and a model that holds ids and lets SQL sort."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.review.paging import PagedRows
from desktop.review.quiet_focus import QuietFocus
from desktop.review.row_models import Row, RowAnswers
from gazetteer.project.filters import NO_FILTER, MentionFilter
from gazetteer.project.store import Project

ROW_PX = 30
ReadRows = Callable[[Sequence[str]], list[Row]]
"""ids -> their rows"""


def prepare_table(view: QTableView, name: str, title: str) -> None:
    """Make a table one of whole rows, each as high as every other."""
    view.setObjectName(name)
    view.setAccessibleName(title)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    # never by content: that measures every row
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(ROW_PX)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsMovable(True)
    header.setStretchLastSection(True)


class LongList(QuietFocus, QTableView):
    """A list of rows, however many: a list view would ask for every row's place whenever its rows are others."""

    def __init__(self, name: str, title: str, delegate: QStyledItemDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        prepare_table(self, name, title)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        option = QStyleOptionViewItem()
        option.font = self.font()
        self.verticalHeader().setDefaultSectionSize(delegate.sizeHint(option, QModelIndex()).height())


class SortedTable(QuietFocus, QTableView):
    """Shows sorted rows, one of them in focus."""

    def __init__(
        self,
        name: str,
        title: str,
        model: "SortedRows[Any]",
        delegate: Callable[[QWidget], QAbstractItemDelegate],
        widths: Sequence[int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        prepare_table(self, name, title)
        self.setItemDelegate(delegate(self))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def load(self, project: Project | None, where: MentionFilter) -> int:
        """Read the rows anew and stay where one was; returns how many there are."""
        scrolled = self.verticalScrollBar().value()
        self._rows.load(project, where)
        self.verticalScrollBar().setValue(scrolled)
        return self._rows.rowCount()

    def lead_to(self, wanted: str | None) -> None:
        """Put the row of an id in focus, or none where the filter keeps it out."""
        row = self._rows.row_of(wanted) if wanted else None
        if row is None:
            self.selectionModel().clear()
        elif row != self.currentIndex().row():
            self.setCurrentIndex(self._rows.index(row, max(0, self.currentIndex().column())))


class SortedRows(RowAnswers[Row], QAbstractTableModel):
    """Ids in the order SQL gives; rows come in pages when they are asked for, and old pages go."""

    sorted_anew = Signal()
    ORDERS: ClassVar[tuple[str, ...]]
    """what SQL sorts each column by"""
    USUAL: ClassVar[tuple[str, bool]]
    """the order where no column is chosen, and whether downwards"""
    NUMBERS: ClassVar[tuple[int, ...]] = ()
    """columns that stand at the right"""

    def __init__(self, identify: Callable[[Row], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._filter = NO_FILTER
        self._order, self._descending = self.USUAL
        self._rows: PagedRows[Row] = PagedRows(identify)

    def titles(self) -> tuple[str, ...]:
        """Return what stands over the columns."""
        raise NotImplementedError

    def read(self, project: Project, where: MentionFilter) -> tuple[list[str], ReadRows[Row]]:
        """Return the ids in order, and the way to read their rows."""
        raise NotImplementedError

    def load(self, project: Project | None, where: MentionFilter) -> None:
        """Read the ids anew; where they are the same, only the rows are read again."""
        self._project, self._filter = project, where
        ids, read = self.read(project, where) if project is not None else ([], None)
        if ids == self._rows.ids and ids:
            self._rows.load(ids, read)
            self._touch()
            return
        self.beginResetModel()
        self._rows.load(ids, read)
        self.endResetModel()

    def _touch(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.ORDERS) - 1))

    def row_of(self, wanted: str) -> int | None:
        """Return an id's row, None where the filter keeps it out."""
        return self._rows.number_of(wanted)

    def id_at(self, row: int) -> str:
        return self._rows.ids[row]

    @property
    def pages_read(self) -> int:
        """How many pages are held; a list never holds what nobody looked at."""
        return self._rows.pages_held

    def row_at(self, number: int) -> Row | None:
        return self._rows.row(number)

    @property
    def order(self) -> tuple[str, bool]:
        """What the table is sorted by, and whether downwards."""
        return self._order, self._descending

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let SQL sort by a column; -1 is the usual order."""
        known = 0 <= column < len(self.ORDERS)
        downwards = order is Qt.SortOrder.DescendingOrder
        self._order, self._descending = (self.ORDERS[column], downwards) if known else self.USUAL
        self.load(self._project, self._filter)
        self.sorted_anew.emit()

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.ORDERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in self.NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return self.titles()[section] if role == Qt.ItemDataRole.DisplayRole else None
