"""The mentions the filter lets through, as a table that holds ids and reads the rows it shows."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.review.painting import one_line
from desktop.review.tables import ReadRows, SortedRows
from desktop.review.words import kind_word, percent, spelling_word, status_word
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import Changes
from gazetteer.project.rows import MentionRow
from gazetteer.project.store import Project

NAME, PLACE, CONFIDENCE, COUNTRY, KIND, STATUS, SPELLING, ARTICLE = range(8)
FEW = 5000
STEADY_ORDERS = ("document", "surface")
"""orders that no decision changes"""


class MentionModel(SortedRows[MentionRow]):
    """Mentions in the order of the articles and their text, or by a column."""

    ORDERS = ("surface", "place", "confidence", "country", "kind", "status", "spelling", "document")
    USUAL = ("document", False)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(lambda row: row.mention_id, parent)

    def read(self, project: Project, where: MentionFilter) -> tuple[list[str], ReadRows[MentionRow]]:
        return queries.mention_ids(project, where, *self.order), partial(queries.mention_rows, project)

    def patch(self, changes: Changes) -> bool:
        """Read the rows anew where the ids and their order cannot have changed; False where they may have."""
        project, ids = self._project, list(changes.mentions)
        steady = self._order in STEADY_ORDERS and self._filter == MentionFilter(document_id=self._filter.document_id)
        if project is None or not ids or len(ids) > FEW or not steady or not all(one in self._rows for one in ids):
            return False
        if len(queries.mention_rows(project, ids)) != len(ids):
            return False
        self._rows.forget()
        self._touch()
        return True

    def text(self, row: MentionRow, column: int) -> str:
        return cell(row, column)

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Name"),
            self.tr("Place"),
            self.tr("Confidence"),
            self.tr("Country"),
            self.tr("Kind"),
            self.tr("Status"),
            self.tr("Spelling"),
            self.tr("Article"),
        )


def cell(row: MentionRow, column: int) -> str:
    """Return the words of one cell."""
    if column == CONFIDENCE:
        return "" if row.confidence is None else percent(row.confidence)
    return one_line(
        {
            NAME: row.surface,
            PLACE: row.place_label or "–",
            COUNTRY: row.country_code or "",
            KIND: kind_word(row.kind),
            STATUS: status_word(row.status),
            SPELLING: spelling_word(row.spelling),
            ARTICLE: row.document_label,
        }[column]
    )
