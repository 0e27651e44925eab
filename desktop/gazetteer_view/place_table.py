"""The table of places: name, local name, what it is, where it lies, people, how it matched."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.gazetteer_view.asking import Found, Way
from desktop.gazetteer_view.place_model import MATCH, NAME, PEOPLE, PlaceModel, PlaceRow, ReadPlace
from desktop.gazetteer_view.selected import PickedRows
from desktop.review.painting import ROW_ROLE, bold, draw_ground, draw_text
from desktop.review.tables import prepare_table
from desktop.theme import colours

Index = QModelIndex | QPersistentModelIndex
WIDTHS = (140, 104, 106, 120, 104, 74, 140)
DISTANCE_PX = 80
COPIED_ROWS = 10_000


class PlaceDelegate(QStyledItemDelegate):
    """Paints a cell: the name bold, numbers at the right, the rest quieter."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PlaceRow | None = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option)
        if row is not None:
            chosen, column = colours(option.palette), index.column()
            painter.setFont(bold(option.font) if column == NAME else option.font)
            box = option.rect.toRectF().adjusted(6, 0, -6, 0)
            colour = chosen.text if column == NAME else chosen.muted
            draw_text(painter, box, str(index.data()), colour, right=column == PEOPLE)
        painter.restore()


class PlaceTable(QTableView):
    """Shows an answer of any length; Return or a double click asks for the map."""

    chosen = Signal(object, bool)
    """pid; whether a person moved there"""
    map_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.places = PlaceModel(self)
        self._leading = False
        self.setModel(self.places)
        self.setItemDelegate(PlaceDelegate(self))
        prepare_table(self, "gazetteer_table", self.tr("Places"))
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self._prepare_header()
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(self._double_clicked)

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.moveSection(MATCH, NAME + 1)
        # a header asks the table's selection row by row whether a column is selected: two seconds with 100,000 rows
        header.setSelectionModel(QItemSelectionModel(self.places, header))
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)

    # showing --------------------------------------------------------------------------------------------------------

    def show_found(self, found: Found, read: ReadPlace | None) -> None:
        """Show an answer from its first row; `read` gives a place and its name for the reader."""
        self._leading = True
        if found.way is not self.places.found.way:
            self.setColumnWidth(MATCH, DISTANCE_PX if found.way is Way.NEAR else WIDTHS[MATCH])
        self.places.load(found, read)
        self.setColumnHidden(MATCH, found.way is Way.BROWSED)
        self.scrollToTop()
        self._leading = False

    def lead_to(self, pid: int) -> bool:
        """Make a place the current row without telling; False where it is not among the rows."""
        row = self.places.found.row_of(pid)
        self._leading = True
        if row is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif row != self.currentIndex().row():
            self.setCurrentIndex(self.places.index(row, max(0, self.currentIndex().column())))
        self._leading = False
        return row is not None

    def lead_to_first(self) -> None:
        """Make the first row the current one and tell that nobody chose it."""
        if self.places.rowCount():
            self._leading = True
            self.setCurrentIndex(self.places.index(0, 0))
            self._leading = False
            self.chosen.emit(self.places.pid_at(0), False)

    @property
    def picked(self) -> PickedRows:
        """The selected rows, however many."""
        return PickedRows(self.places.found.pids, _ranges(self.selectionModel().selection()))

    # keys -----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.map_wanted.emit()
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Copy the selected rows as text with tabs, at most `COPIED_ROWS`."""
        shown = [column for column in range(self.places.columnCount()) if not self.isColumnHidden(column)]
        rows = [
            "\t".join(str(self.places.index(row, column).data()) for column in shown)
            for row in self.picked.row_numbers(COPIED_ROWS)
        ]
        QGuiApplication.clipboard().setText("\n".join(rows))

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._leading and current.row() != previous.row():
            self.chosen.emit(self.places.pid_at(current.row()), True)

    def _double_clicked(self, index: QModelIndex) -> None:
        self.map_wanted.emit()


def _ranges(selection: QItemSelection) -> list[tuple[int, int]]:
    return sorted({(part.top(), part.bottom() + 1) for part in selection.toList()})
