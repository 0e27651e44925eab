"""The palette: one line to type in, one list to walk through, all with the keyboard."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.actions import Actions
from desktop.dialogs.parts import clearable, text
from desktop.palette.hits import Hit, HitMaker, Sort
from desktop.searching import TypedSearch
from desktop.session import Session
from desktop.theme import colours
from gazetteer.jobs import Job

SEARCH_AFTER_MS = 120
WIDTH, HEIGHT = 680, 470
ROW_PX, HEAD_PX, PAD_PX = 28, 30, 12
HIT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Palette(QDialog):
    """Finds while one types; Enter or a click takes the row, Esc leaves."""

    chosen = Signal(object)
    """Hit"""

    def __init__(self, session: Session, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._window = parent
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Search everything"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._actions = session, actions
        self._hits = HitMaker()
        self._line = QLineEdit(self)
        self._line.setObjectName("palette_line")
        self._line.setAccessibleName(self.tr("What to look for"))
        self._line.setPlaceholderText(self.tr("Actions, articles, names, places"))
        clearable(self._line)
        self._rows = QListWidget(self)
        self._rows.setObjectName("palette_rows")
        self._rows.setAccessibleName(self.tr("Found"))
        self._rows.setItemDelegate(RowDelegate(self._rows))
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._note = text(self, "palette_note", "", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD_PX, PAD_PX, PAD_PX, PAD_PX)
        for widget in (self._line, self._rows, self._note):
            layout.addWidget(widget)
        self._search = TypedSearch(self._line, SEARCH_AFTER_MS, with_tabs=True)
        self._search.wanted.connect(self._ask)
        self._search.found.connect(self._found)
        self._search.failed.connect(self._note.setText)
        self._search.stepped.connect(self._step)
        self._search.taken.connect(self._take)
        self._line.textChanged.connect(self._typed)
        self._rows.itemClicked.connect(self._take)
        self.resize(WIDTH, HEIGHT)
        self._typed("")

    def appear(self) -> None:
        """Show over the upper part of the window."""
        window = self._window
        self.resize(min(WIDTH, window.width() - 40), min(HEIGHT, window.height() - 80))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 60)
        self.show()
        self._line.setFocus()

    # finding --------------------------------------------------------------------------------------------------------

    def _typed(self, typed: str) -> None:
        self._show(self._hits.actions(self._actions, typed))
        self._note.setText(self.tr("↑ ↓ choose · Enter take · Esc leave"))

    def _ask(self, typed: str) -> None:
        """Look through project and gazetteer, off the GUI thread."""
        hits, project, gazetteer = self._hits, self._session.project, self._session.gazetteer

        def work(job: Job) -> list[Hit]:
            found = hits.project(project, typed) if project is not None else []
            if gazetteer is not None:
                found += hits.gazetteer(gazetteer, typed, found)
            return found

        if typed:
            self._search.ask(typed, work)

    def _found(self, typed: str, found: list[Hit]) -> None:
        self._show([*self._hits.actions(self._actions, typed), *found])
        if not self._rows.count():
            self._note.setText(self.tr("Nothing is called “{name}”.").format(name=typed))

    def _show(self, hits: list[Hit]) -> None:
        self._rows.clear()
        before: Sort | None = None
        for hit in hits:
            if hit.sort is not before:
                self._rows.addItem(self._heading(hit.sort))
                before = hit.sort
            row = QListWidgetItem(hit.title)
            row.setData(HIT, hit)
            row.setToolTip(hit.note)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (hit.title, hit.note, hit.right))))
            self._rows.addItem(row)
        self._step(1, -1)

    def _heading(self, sort: Sort) -> QListWidgetItem:
        words = {
            Sort.ACTION: self.tr("Actions"),
            Sort.DOCUMENT: self.tr("Articles"),
            Sort.NAME: self.tr("Names in the articles"),
            Sort.PLACE: self.tr("Places"),
            Sort.GAZETTEER: self.tr("Gazetteer"),
        }
        heading = QListWidgetItem(words[sort])
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        return heading

    # choosing -------------------------------------------------------------------------------------------------------

    def _step(self, by: int, start: int | None = None) -> None:
        """Go to the next row that can be taken, over the headings, round the list."""
        rows = self._rows.count()
        place = self._rows.currentRow() if start is None else start
        for _ in range(rows):
            place = (place + by) % rows
            if self._rows.item(place).data(HIT) is not None:
                self._rows.setCurrentRow(place)
                return

    def _take(self, row: QListWidgetItem | None = None) -> None:
        row = row or self._rows.currentItem()
        hit: Hit | None = row.data(HIT) if row is not None else None
        if hit is None:
            return
        if not hit.possible:
            self._note.setText(self.tr("“{name}” is not possible just now.").format(name=hit.title))
            return
        # the keyboard goes back to the window first: what is chosen may put it elsewhere
        self.accept()
        self.chosen.emit(hit)

    def done(self, result: int) -> None:
        self._search.shutdown()
        super().done(result)


class RowDelegate(QStyledItemDelegate):
    """A heading in small grey letters, or a row: title, what stands beside it, and keys or counts at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_PX if index.data(HIT) is not None else HEAD_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown, hit = colours(option.palette), index.data(HIT)
        rect = option.rect.adjusted(8, 0, -8, 0)
        painter.save()
        if hit is None:
            painter.setPen(QColor(shown.muted))
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(rect.adjusted(0, 0, 0, -4), bottom, index.data())
        else:
            self._row(painter, option, rect, hit)
        painter.restore()

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, hit: Hit) -> None:
        shown, middle = colours(option.palette), Qt.AlignmentFlag.AlignVCenter
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(shown.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(shown.hover))
        metrics = painter.fontMetrics()
        at_right = metrics.elidedText(hit.right, Qt.TextElideMode.ElideMiddle, rect.width() // 3)
        room = rect.width() - metrics.horizontalAdvance(at_right) - 16
        painter.setPen(QColor(shown.muted))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, at_right)
        title = metrics.elidedText(hit.title, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(shown.text if hit.possible else shown.muted))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, title)
        used = metrics.horizontalAdvance(title) + 14
        if room - used > 40:
            note = metrics.elidedText(hit.note, Qt.TextElideMode.ElideRight, room - used)
            painter.setPen(QColor(shown.muted))
            painter.drawText(rect.adjusted(used, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, note)
