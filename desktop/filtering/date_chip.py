"""The chip of the date range: two lines to type dates into, opened under it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QLineEdit, QToolButton, QWidget

from desktop.theme import set_role
from gazetteer.text.dates import parse_date

Range = tuple[str | None, str | None]


class DateChip(QToolButton):
    """Says which dates are shown; `dates` are ISO dates, both included, None for open."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filter_dates")
        self.dates: Range = (None, None)
        self.popup: DatePopup | None = None
        set_role(self, "chip")
        self.clicked.connect(self.open_lines)
        self.show_dates((None, None))

    def show_dates(self, dates: Range) -> None:
        """Show a range; nobody is told."""
        self.dates = dates
        first, last = dates
        words = self.tr("Date")
        if first and last:
            words = first if first == last else self.tr("{first} to {last}").format(first=first, last=last)
        elif first:
            words = self.tr("from {first}").format(first=first)
        elif last:
            words = self.tr("until {last}").format(last=last)
        self.setText(f"{words}  ▾")
        self.setAccessibleName(self.tr("Date: {words}").format(words=words if any(dates) else self.tr("any")))
        self.setToolTip(self.accessibleName())
        self.setProperty("chosen", any(dates))
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()

    def choose(self, dates: Range) -> None:
        """Take a range and tell."""
        if dates != self.dates:
            self.show_dates(dates)
            self.changed.emit()

    def open_lines(self) -> None:
        """Open the two lines under the chip."""
        self.popup = DatePopup(self)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.popup.show()
        self.popup.first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_lines()
        else:
            super().keyPressEvent(event)


class DatePopup(QFrame):
    """Two dates as one writes them; Return takes them, Escape leaves."""

    def __init__(self, chip: DateChip) -> None:
        super().__init__(chip, Qt.WindowType.Popup)
        self.setObjectName("choice_popup")
        self.setAccessibleName(self.tr("Dates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chip = chip
        self.first = self._line("filter_date_from", self.tr("First day"), chip.dates[0])
        self.last = self._line("filter_date_to", self.tr("Last day"), chip.dates[1])
        self._wrong = QLabel(self)
        self._wrong.setObjectName("filter_date_wrong")
        set_role(self._wrong, "error")
        self._wrong.hide()
        form = QFormLayout(self)
        form.setContentsMargins(10, 10, 10, 10)
        form.addRow(self.tr("From"), self.first)
        form.addRow(self.tr("To"), self.last)
        form.addRow(self._wrong)

    def take(self) -> None:
        """Take what is typed, or say what is no date."""
        found: list[str | None] = []
        for line in (self.first, self.last):
            text = line.text().strip()
            date = parse_date(text) if text else None
            if text and (date is None or date.iso is None):
                self._say(self.tr("{text} is no full date.").format(text=text))
                return
            found.append(date.iso if date is not None else None)
        first, last = found
        if first and last and first > last:
            self._say(self.tr("The last day is before the first."))
            return
        self._chip.choose((first, last))
        self.close()

    def _say(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.show()
        self.adjustSize()

    def _line(self, name: str, title: str, date: str | None) -> QLineEdit:
        line = QLineEdit(date or "", self)
        line.setObjectName(name)
        line.setAccessibleName(title)
        line.setPlaceholderText(self.tr("2023-08-12 or 12 August 2023"))
        line.setMinimumWidth(210)
        line.returnPressed.connect(self.take)
        return line
