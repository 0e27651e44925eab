"""Lines to say what an article is: title, date, source, address."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from gazetteer.text.dates import parse_date


class ArticleFields(QFormLayout):
    """A form of four lines; `prefix` begins the names of its widgets."""

    def __init__(self, prefix: str, parent: QWidget) -> None:
        super().__init__()
        self.setHorizontalSpacing(14)
        self.setVerticalSpacing(10)
        self._parent, self._prefix = parent, prefix
        self.title = self._line("title", self.tr("&Title"))
        self.date = self._line("date", self.tr("&Date"))
        self.source = self._line("source", self.tr("S&ource"))
        self.url = self._line("url", self.tr("&Address"))
        self.date.setPlaceholderText(self.tr("2023-08-12 or 12 August 2023"))

    def show(self, title: str | None, date: str | None, source: str | None, url: str | None) -> None:
        """Fill the lines."""
        for line, words in ((self.title, title), (self.date, date), (self.source, source), (self.url, url)):
            line.setText(words or "")

    def said(self) -> dict[str, str]:
        """Return title, source, url and date (ISO) as they stand, empty where nothing does.

        Raises ValueError where the date is none.
        """
        lines = {"title": self.title, "source": self.source, "url": self.url}
        return {name: line.text().strip() for name, line in lines.items()} | {"date": self._date()}

    def _date(self) -> str:
        words = self.date.text().strip()
        found = parse_date(words) if words else None
        if words and (found is None or found.iso is None):
            raise ValueError(
                self.tr("{words} is no full date. Write 2023-08-12 or 12 August 2023.").format(words=words)
            )
        return found.iso or "" if found is not None else ""

    def _line(self, name: str, title: str) -> QLineEdit:
        line = QLineEdit(self._parent)
        line.setObjectName(f"{self._prefix}_{name}")
        line.setAccessibleName(title.replace("&", ""))
        self.addRow(title, line)
        return line
