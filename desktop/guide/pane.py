"""The side panel of the guide: one step at a time, its tick, and the way on, back and out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.actions import Actions
from desktop.dialogs.parts import button, button_row, text
from desktop.guide.steps import Steps
from desktop.session import Session

PAD = 14
LEAST_HEIGHT = 260
"""wrapped words do not tell a dock how high they are"""


class GuidePane(QWidget):
    """Shows a step; what the person does is noticed, whichever way it is done."""

    ended = Signal()
    """the guide is finished or skipped"""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setAccessibleName(self.tr("Guide"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self.setMinimumHeight(LEAST_HEIGHT)
        self._session, self._actions = session, actions
        self._steps = Steps().all()
        self._place = 0
        self._done: set[int] = set()
        self._number = text(self, "guide_number", "", "muted")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("guide_bar")
        self._bar.setAccessibleName(self.tr("Steps done"))
        self._bar.setRange(0, len(self._steps))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._title = text(self, "guide_title", "", "title")
        self._words = text(self, "guide_words", "")
        self._state = text(self, "guide_state", "", "muted")
        self._show = button(self, "guide_show", "")
        self._back = button(self, "guide_back", self.tr("&Back"))
        self._next = button(self, "guide_next", self.tr("&Next"), primary=True)
        self._leave = button(self, "guide_leave", self.tr("S&kip the guide"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        layout.setSpacing(8)
        for widget in (self._number, self._bar, self._title, self._words, self._state):
            layout.addWidget(widget)
        layout.addLayout(button_row(self._show, None))
        layout.addLayout(button_row(self._back, self._next, None, self._leave))
        layout.addStretch(1)
        self._show.clicked.connect(self._do_it)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._leave.clicked.connect(self.ended)
        for signal in (session.selection_changed, session.changed, session.history_changed):
            signal.connect(self._look)
        for place, step in enumerate(self._steps):
            if step.is_done is None:
                actions[step.action].triggered.connect(self._look_at_action)
                self._by_action = place

    @property
    def place(self) -> int:
        """The number of the step shown, from 0."""
        return self._place

    @property
    def done(self) -> frozenset[int]:
        """The numbers of the steps that were done."""
        return frozenset(self._done)

    def begin(self) -> None:
        """Show the first step, none done yet."""
        self._place = 0
        self._done.clear()
        self._refresh()

    def _look(self, what: object = None) -> None:
        step = self._steps[self._place]
        if self.isVisible() and step.is_done is not None and step.is_done(self._session):
            self._tick()

    def _look_at_action(self) -> None:
        if self.isVisible() and self._place == self._by_action:
            self._tick()

    def _tick(self) -> None:
        if self._place not in self._done:
            self._done.add(self._place)
            self._refresh()

    def _do_it(self) -> None:
        self._actions[self._steps[self._place].action].trigger()

    def _go_back(self) -> None:
        self._place = max(0, self._place - 1)
        self._refresh()

    def _go_on(self) -> None:
        if self._place + 1 == len(self._steps):
            self.ended.emit()
            return
        self._place += 1
        self._refresh()
        # what the step asks for may be so already
        self._look()

    def _refresh(self) -> None:
        step, last = self._steps[self._place], self._place + 1 == len(self._steps)
        number = self.tr("Step {n} of {all}").format(n=self._place + 1, all=len(self._steps))
        for label, words in ((self._number, number), (self._title, step.title), (self._words, step.words)):
            label.setText(words)
            label.setAccessibleName(words)
        done = self._place in self._done
        self._state.setText(self.tr("✓ Done") if done else self.tr("Not done yet; you may also go on."))
        self._bar.setValue(len(self._done))
        name = self._actions[step.action].text().replace("&", "").rstrip("…")
        self._show.setText(self.tr("Do it: {action}").format(action=name.partition(":")[0]))
        self._show.setAccessibleName(self._show.text())
        self._back.setEnabled(self._place > 0)
        self._next.setText(self.tr("&Finish") if last else self.tr("&Next"))
        self._next.setAccessibleName(self._next.text().replace("&", ""))
        self._leave.setVisible(not last)
