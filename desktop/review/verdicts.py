"""The buttons of the inspector: everything a person can say about a mention."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.review.painting import small
from desktop.review.pane import push_button, tool_button
from desktop.review.words import kind_word, upper_first
from gazetteer.model import PLACE_KINDS, Kind, Status
from gazetteer.project.rows import MentionDetail

PLACES = (Kind.LITERAL, Kind.DEMONYM, Kind.METONYM, Kind.FACILITY)
NOT_PLACES = (Kind.ORGANISATION, Kind.PERSON, Kind.EVENT, Kind.LANGUAGE, Kind.OTHER)


class VerdictButtons(QWidget):
    """Two large buttons for what is usual, small ones for the rest."""

    confirmed = Signal()
    search_wanted = Signal()
    pin_wanted = Signal()
    kind_chosen = Signal(str)
    unidentified = Signal()
    deferred = Signal()
    reset = Signal()
    apply_all_wanted = Signal()
    rule_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("verdicts")
        self.setAccessibleName(self.tr("Decisions"))
        right = self.tr("The place is right")
        self._confirm = push_button("verdict_confirm", self.tr("Confirm"), self, right, "primary")
        tip = self.tr("Search the gazetteer for the right place")
        self._search = push_button("verdict_search", self.tr("Choose other…"), self, tip)
        self._confirm.clicked.connect(self.confirmed)
        self._search.clicked.connect(self.search_wanted)
        usual = QHBoxLayout()
        usual.setSpacing(8)
        usual.addWidget(self._confirm, 1)
        usual.addWidget(self._search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(usual)
        layout.addLayout(self._make_grid())

    def _make_grid(self) -> QGridLayout:
        self._pin = self._small("verdict_pin", self.tr("Pin…"), "pin", self.tr("Click the place on the map"))
        kinds = self.tr("Say how the name is used")
        self._kind = self._small("verdict_kind", self.tr("Not a place ▾"), "reject", kinds)
        unknown = self.tr("Nobody can say which place is meant")
        self._unknown = self._small("verdict_unknown", self.tr("Can’t identify"), "unknown", unknown)
        self._unknown.setAccessibleName(self.tr("Cannot be identified"))
        self._later = self._small("verdict_defer", self.tr("Defer"), "defer", self.tr("Decide later"))
        forget = self.tr("Forget what a person decided here")
        self._reset = self._small("verdict_reset", self.tr("Reset"), "reset", forget)
        every = self.tr("Decide the same for every mention of this name")
        self._all = self._small("verdict_apply_all", self.tr("Apply to all…"), "apply_all", every)
        learn = self.tr("Let this decision decide articles imported later, too")
        self._rule = self._small("verdict_rule", self.tr("Make this a rule…"), "rule", learn)
        self._rule.clicked.connect(self.rule_wanted)
        self._pin.clicked.connect(self.pin_wanted)
        self._unknown.clicked.connect(self.unidentified)
        self._later.clicked.connect(self.deferred)
        self._reset.clicked.connect(self.reset)
        self._all.clicked.connect(self.apply_all_wanted)
        self._kind.setMenu(self._make_kinds())
        self._kind.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._others = (self._pin, self._kind, self._all, self._unknown, self._later, self._reset)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._columns = 0
        self._arrange(3)
        return self._grid

    def _arrange(self, columns: int) -> None:
        """Lay the small buttons out in so many columns, the rule below them."""
        if columns == self._columns:
            return
        self._columns = columns
        for number, button in enumerate(self._others):
            self._grid.addWidget(button, number // columns, number % columns)
        self._grid.addWidget(self._rule, len(self._others), 0, 1, columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max(button.sizeHint().width() for button in self._others) + self._grid.spacing()
        self._arrange(3 if 3 * widest <= self.width() + self._grid.spacing() else 2)

    def _make_kinds(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("verdict_kinds")
        for kind in NOT_PLACES:
            self._add_kind(menu, kind)
        menu.addSeparator()
        for kind in PLACES:
            self._add_kind(menu, kind)
        menu.triggered.connect(self._chosen)
        self._kinds = menu
        return menu

    def _add_kind(self, menu: QMenu, kind: Kind) -> None:
        action = QAction(upper_first(kind_word(kind)), menu)
        action.setObjectName(f"kind_{kind.value}")
        action.setCheckable(True)
        action.setData(kind.value)
        menu.addAction(action)

    def _chosen(self, action: QAction) -> None:
        self.kind_chosen.emit(str(action.data()))

    def _small(self, name: str, text: str, sign: str, tip: str) -> QToolButton:
        button = tool_button(name, text, sign, self, tip)
        button.setIconSize(QSize(16, 16))
        button.setFont(small(button.font()))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # narrow docks cut a word rather than push the pane beyond its edge
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return button

    def offer(self, detail: MentionDetail, writable: bool) -> None:
        """Switch on what makes sense for a mention."""
        for button in (self._search, self._pin, self._kind, self._unknown, self._later, self._all):
            button.setEnabled(writable)
        open_yet = detail.status in (Status.AUTO, Status.LEARNED)
        confirmable = open_yet and (detail.place is not None or detail.kind not in PLACE_KINDS)
        self._confirm.setEnabled(writable and confirmable)
        done = detail.status in (Status.CONFIRMED, Status.CORRECTED)
        self._confirm.setText(self.tr("Confirmed ✓") if done else self.tr("Confirm"))
        self._later.setEnabled(writable and detail.status is not Status.DEFERRED)
        self._reset.setEnabled(writable and detail.decision_count > 0 and not detail.by_hand)
        self._rule.setVisible(writable and _teaches(detail))
        for action in self._kinds.actions():
            action.setChecked(action.data() == detail.kind.value)


def _teaches(detail: MentionDetail) -> bool:
    """Say whether a person's decision on a mention may decide others: a place chosen, or that it is none."""
    decided = detail.status in (Status.CONFIRMED, Status.CORRECTED) and detail.place is not None
    return decided or (detail.status is Status.REJECTED and detail.kind not in PLACE_KINDS)
