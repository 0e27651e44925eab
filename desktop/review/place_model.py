"""The places that mentions refer to, as a table that holds ids and reads the rows it shows."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.review.tables import ReadRows, SortedRows
from desktop.review.words import number
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from gazetteer.project.rows import PlaceRow
from gazetteer.project.store import Project

NAME, MENTIONS, ARTICLES, TEXTS, SPELLINGS, FIRST, LAST = range(7)


class PlaceRowsModel(SortedRows[PlaceRow]):
    """Places, the most mentioned first, or by a column; rows are counted as the filter has it."""

    ORDERS = ("name", "mentions", "documents", "texts", "spellings", "first_date", "last_date")
    USUAL = ("mentions", True)
    NUMBERS = (MENTIONS, ARTICLES, TEXTS)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(lambda row: row.place.place_id, parent)

    def read(self, project: Project, where: MentionFilter) -> tuple[list[str], ReadRows[PlaceRow]]:
        ids = queries.place_ids(project, where, *self.order)
        return ids, partial(queries.place_rows, project, where=where)

    def text(self, row: PlaceRow, column: int) -> str:
        return cell(row, column)

    def detail(self, row: PlaceRow, role: int) -> str | None:
        return cell(row, SPELLINGS) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and orientation is Qt.Orientation.Horizontal and section == TEXTS:
            return self.tr("Articles that tell nearly the same text count once")
        return super().headerData(section, orientation, role)

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Place"),
            self.tr("Mentions"),
            self.tr("Articles"),
            self.tr("Texts"),
            self.tr("Spellings"),
            self.tr("First"),
            self.tr("Last"),
        )


def cell(row: PlaceRow, column: int) -> str:
    """Return the words of one cell."""
    if column == SPELLINGS:
        return ", ".join(f"{surface} {number(times)}" for surface, times in row.spellings)
    if column in PlaceRowsModel.NUMBERS:
        return number({MENTIONS: row.mentions, ARTICLES: row.documents, TEXTS: row.texts}[column])
    return {NAME: row.place.label, FIRST: row.first_date or "–", LAST: row.last_date or "–"}[column]
