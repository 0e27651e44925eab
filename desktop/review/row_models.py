"""What the models of all review lists answer: how many rows, the whole row, its words."""

from collections.abc import Sized
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop.review.painting import ROW_ROLE, Index

Row = TypeVar("Row")


class MentionGroup(Protocol):
    """A row that stands for several mentions."""

    @property
    def mention_ids(self) -> tuple[str, ...]: ...


GroupRow = TypeVar("GroupRow", bound=MentionGroup)


class RowAnswers(Generic[Row]):
    """Mixed into Qt's list or table model, before it; a subclass keeps its rows in `_rows` and puts them into words."""

    _rows: Sized

    def row_at(self, number: int) -> Row | None:
        """Return a row; None where it has gone."""
        raise NotImplementedError

    def text(self, row: Row, column: int) -> str:
        """Return what a row, in a table a cell, says to the eye and to a screen reader."""
        raise NotImplementedError

    def detail(self, row: Row, role: int) -> str | None:
        """Return what a row says under any further role."""
        return None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(row, index.column())
        return self.detail(row, role)


class RowModel(RowAnswers[Row], QAbstractListModel):
    """A list that holds all its rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def load(self, rows: list[Row]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> list[Row]:
        return self._rows

    def row_at(self, number: int) -> Row | None:
        return self._rows[number]


class GroupModel(RowModel[GroupRow]):
    """Groups of mentions; the same groups again change nothing, so that what is in focus stays so."""

    def load(self, rows: list[GroupRow]) -> None:
        if rows != self._rows:
            super().load(rows)

    def row_of(self, mention_id: str) -> int | None:
        """Return the row of the first group that a mention is in."""
        return next((number for number, row in enumerate(self._rows) if mention_id in row.mention_ids), None)
