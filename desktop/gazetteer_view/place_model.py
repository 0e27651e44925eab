"""The places found, as a table over their numbers: a row is read when it is painted, and kept for a while."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop.gazetteer_view.asking import Found, Way
from desktop.gazetteer_view.words import distance
from desktop.review.row_models import RowAnswers
from desktop.review.words import feature_word, number
from gazetteer.model import Place

NAME, LOCAL, WHAT, REGION, COUNTRY, PEOPLE, MATCH = range(7)
ROWS_KEPT = 2000
ReadPlace = Callable[[int], tuple[Place, str]]
"""pid -> a place and its name for the reader"""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as a row shows it; `shown` is its name for the reader, `match` says why it is here."""

    pid: int
    place: Place
    shown: str
    match: str

    @property
    def local(self) -> str:
        """The name used on the spot, where that is another one."""
        local = self.place.local_name or self.place.name
        return local if local != self.shown else ""


class PlaceModel(RowAnswers[PlaceRow], QAbstractTableModel):
    """Holds an answer's numbers, however many millions, and the rows last looked at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._found = Found()
        self._rows = self._found.pids
        self._read: ReadPlace | None = None
        self._kept: OrderedDict[int, PlaceRow] = OrderedDict()

    def load(self, found: Found, read: ReadPlace | None) -> None:
        """Show an answer, its rows read as they are looked at."""
        self.beginResetModel()
        self._found, self._rows, self._read = found, found.pids, read
        self._kept.clear()
        self.endResetModel()

    @property
    def found(self) -> Found:
        return self._found

    @property
    def rows_held(self) -> int:
        """How many rows are held."""
        return len(self._kept)

    def pid_at(self, row: int) -> int:
        return self._found.pids[row]

    def row_at(self, number: int) -> PlaceRow | None:
        kept = self._kept.get(number)
        if kept is None and self._read is not None:
            pid = self._found.pids[number]
            place, shown = self._read(pid)
            kept = self._kept[number] = PlaceRow(pid, place, shown, self._match(pid, shown))
            if len(self._kept) > ROWS_KEPT:
                self._kept.popitem(last=False)
        return kept

    def _match(self, pid: int, shown: str) -> str:
        if self._found.way is Way.NEAR:
            return distance(self._found.distances[pid])
        name, reason = self._found.matches.get(pid, ("", ""))
        # the kind of name, where the reason tells one, is what matters beside another name
        return f"{name}: {reason.rpartition(': ')[2]}" if name and name != shown else reason

    def text(self, row: PlaceRow, column: int) -> str:
        place = row.place
        return (
            row.shown,
            row.local,
            feature_word(place),
            place.admin1_name if place.admin1_name and place.admin1_name != row.shown else "",
            place.country_name or "",
            number(place.population) if place.population else "",
            row.match,
        )[column]

    def detail(self, row: PlaceRow, role: int) -> str | None:
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            parts = (feature_word(row.place), row.place.label, row.match)
            return ", ".join(part for part in parts if part)
        return None

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else MATCH + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == PEOPLE else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Name"),
            self.tr("Local name"),
            self.tr("What it is"),
            self.tr("Region"),
            self.tr("Country"),
            self.tr("People"),
            self.tr("Distance") if self._found.way is Way.NEAR else self.tr("How it matched"),
        )[section]
