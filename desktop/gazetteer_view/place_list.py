"""The table of places, or in its stead the words for none and a way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop.gazetteer_view.place_table import PlaceTable
from desktop.review.pane import push_button
from desktop.theme import set_role


class PlaceList(QWidget):
    """Shows the table while it has rows."""

    add_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("gazetteer_list")
        self.table = PlaceTable(self)
        self._none = QWidget(self)
        self._none.setObjectName("gazetteer_none")
        self.words = QLabel(self._none)
        self.words.setObjectName("gazetteer_none_words")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        set_role(self.words, "empty")
        self.add = push_button("gazetteer_none_add", "", self._none)
        self.add.clicked.connect(self.add_wanted)
        inner = QVBoxLayout(self._none)
        inner.addStretch(1)
        inner.addWidget(self.words)
        inner.addWidget(self.add, 0, Qt.AlignmentFlag.AlignCenter)
        inner.addStretch(2)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._none)

    def show_rows(self) -> None:
        """Show the table."""
        self._pages.setCurrentWidget(self.table)

    def show_none(self, words: str, offer: str) -> None:
        """Say that there is no place; `offer` are the words of the button that adds one, empty for none."""
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self.add.setText(offer)
        self.add.setAccessibleName(offer)
        self.add.setVisible(bool(offer))
        self._pages.setCurrentWidget(self._none)
