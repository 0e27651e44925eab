"""A widget of painted rows that nobody chooses from, as high as they are."""

from typing import Generic, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

Row = TypeVar("Row")


class DrawnRows(QWidget, Generic[Row]):
    """Shows while it has rows; a subclass paints them and says how high one is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._rows: list[Row] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def row_height(self) -> float:
        """Return the height of a row in pixels."""
        raise NotImplementedError

    @property
    def rows(self) -> list[Row]:
        return self._rows

    def sizeHint(self) -> QSize:
        return QSize(200, round(len(self._rows) * self.row_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def _take(self, rows: list[Row], words: str) -> None:
        """Paint these rows; `words` say them to a screen reader."""
        self._rows = rows
        self.setAccessibleName(words)
        self.setVisible(bool(rows))
        self.updateGeometry()
        self.update()
