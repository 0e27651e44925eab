"""The board of names without a place, grouped by spelling, with the nearest names of the gazetteer."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.article.looks import Look, draw_sign, draw_underline, look_colour
from desktop.review.group_pane import GroupPane
from desktop.review.painting import (
    PAD,
    ROW_ROLE,
    SIGN,
    Index,
    RowDelegate,
    bold,
    draw_line_below,
    draw_text,
    small,
)
from desktop.review.pane import push_button
from desktop.review.row_models import GroupModel
from desktop.review.words import articles_word, feature_word, mentions_word, number
from desktop.session import Session
from desktop.theme import colours
from gazetteer.model import Place
from gazetteer.project import queries
from gazetteer.project.edits import Batch, CannotIdentify, ChoosePlace, Defer, Edit
from gazetteer.project.rows import UnresolvedGroup


class UnresolvedModel(GroupModel[UnresolvedGroup]):
    """The groups, most frequent first."""

    def text(self, row: UnresolvedGroup, column: int) -> str:
        return f"{row.surface}, {mentions_word(row.mentions)}"


class UnresolvedDelegate(RowDelegate):
    """Two lines: the name with its counts, then the nearest names."""

    LINES, ROOM = 2, 24

    def draw(self, painter: QPainter, box: QRectF, index: Index, palette: QPalette) -> None:
        row: UnresolvedGroup = index.data(ROW_ROLE)
        chosen = colours(palette)
        draw_line_below(painter, box.adjusted(0, 0, 0, 6), palette)
        half = box.height() / 2
        upper, lower = box.adjusted(0, 0, 0, -half), box.adjusted(SIGN + 8, half, 0, 0)
        font = painter.font()
        draw_sign(painter, Look.UNRESOLVED, QRectF(box.left(), upper.center().y() - SIGN / 2, SIGN, SIGN), palette)
        painter.setFont(small(font))
        counts = f"{mentions_word(row.mentions)} · {articles_word(row.documents)}"
        if row.deferred:
            counts += " · " + self.tr("{n} deferred").format(n=number(row.deferred))
        taken = draw_text(painter, upper, counts, chosen.muted, right=True)
        painter.setFont(bold(font))
        name = upper.adjusted(SIGN + 8, 0, -taken - 12, 0)
        width = draw_text(painter, name, row.surface, chosen.text)
        colour = look_colour(Look.UNRESOLVED, palette)
        line = upper.center().y() + QFontMetricsF(painter.font()).height() / 2 - 1
        draw_underline(painter, Look.UNRESOLVED, name.left(), name.left() + width, line, colour)
        painter.setFont(small(font))
        draw_text(painter, lower, self._nearest(row), chosen.muted)

    def _nearest(self, row: UnresolvedGroup) -> str:
        if not row.nearest:
            return self.tr("not in the gazetteer")
        names = ", ".join(place.label for place in row.nearest)
        return self.tr("perhaps {names}").format(names=names)


class UnresolvedPane(GroupPane[UnresolvedGroup]):
    """Names without a place; a decision here is one for the whole group, in one undo step."""

    pin_requested = Signal(object)
    """mention id"""
    teach_requested = Signal(str, object)
    """the name, and ids of all mentions of it"""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "unresolved", parent)
        self.lay_out(self.tr("Unresolved names"), UnresolvedModel(self), UnresolvedDelegate(self))

    def make_buttons(self) -> QVBoxLayout:
        self._choose = push_button("unresolved_choose", self.tr("Choose ▾"), self)
        self._menu = QMenu(self)
        self._menu.setObjectName("unresolved_places")
        self._menu.triggered.connect(self._place_chosen)
        self._choose.setMenu(self._menu)
        tip = self.tr("Search the gazetteer")
        self._search = push_button("unresolved_search", self.tr("Search…"), self, tip, "primary")
        self._pin = push_button("unresolved_pin", self.tr("Pin…"), self, self.tr("Click the place on the map"))
        unknown = self.tr("Nobody can say which place is meant")
        taught = self.tr("Add the place to the project's own gazetteer, and take it for every mention of the name")
        self._teach = push_button("unresolved_teach", self.tr("Teach…"), self, taught)
        self._unknown = push_button("unresolved_unknown", self.tr("Cannot be identified"), self, unknown)
        self._later = push_button("unresolved_defer", self.tr("Defer"), self, self.tr("Decide later"))
        self._search.clicked.connect(self.ask_search)
        self._pin.clicked.connect(self._ask_pin)
        self._teach.clicked.connect(self.teach)
        self._unknown.clicked.connect(self.cannot_identify)
        self._later.clicked.connect(self.defer)
        column = QVBoxLayout()
        column.setContentsMargins(PAD, 8, PAD, 8)
        column.setSpacing(8)
        for buttons in ((self._search, self._choose), (self._pin, self._teach), (self._unknown, self._later)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button, 1)
            column.addLayout(row)
        return column

    def reload(self) -> None:
        project = self.session.project
        groups = queries.unresolved(project) if project is not None else []
        self.show_groups(groups, self.tr("Every name has its place, or is known not to be one."))

    def choose(self, place: Place) -> None:
        """Take a place for every mention of the group in focus."""
        self._decide(
            self.tr("Choose {name}").format(name=place.name), lambda mention_id: ChoosePlace(mention_id, place)
        )

    def teach(self) -> None:
        """Ask for the place that the group means, to be added to the project's own gazetteer."""
        group = self.current
        if group is not None:
            self.teach_requested.emit(group.surface, group.mention_ids)

    def cannot_identify(self) -> None:
        """Say that nobody can tell which place the group means."""
        self._decide(self.tr("Cannot be identified"), CannotIdentify)

    def defer(self) -> None:
        """Put the group aside."""
        self._decide(self.tr("Defer"), Defer)

    def _decide(self, what: str, edit: Callable[[str], Edit]) -> None:
        group = self.current
        if group is not None:
            text = self.tr("{what} for “{surface}”").format(what=what, surface=group.surface)
            self.do(Batch(text, [edit(mention_id) for mention_id in group.mention_ids]))

    def offer(self) -> None:
        group, writable = self.current, not self.session.read_only
        for button in (self._search, self._pin, self._teach, self._unknown, self._later):
            button.setEnabled(group is not None and writable)
        nearest = group.nearest if group is not None else ()
        self._choose.setEnabled(bool(nearest) and writable)
        self._menu.clear()
        for place in nearest:
            action = self._menu.addAction(f"{place.label}  ({feature_word(place)})".replace("&", "&&"))
            action.setData(place)

    def _place_chosen(self, action: QAction) -> None:
        place = action.data()
        if isinstance(place, Place):
            self.choose(place)

    def _ask_pin(self) -> None:
        if self.current is not None:
            self.pin_requested.emit(self.current.mention_ids[0])
