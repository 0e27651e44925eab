"""The timeline: articles by date, a stretch chosen in it as the date filter, played step by step, undated apart."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.review.painting import PAD, OneLine
from desktop.review.pane import Pane, push_button, tool_button
from desktop.review.words import articles_word
from desktop.session import Session
from desktop.theme import icon, set_role
from desktop.timeline.histogram import Histogram, Stretch
from gazetteer.project.facets import Timeline, bins, timeline, without_dates
from gazetteer.project.filters import MentionFilter

STEP_MS = 1000
REST_MS = 120
"""between the last key that moved the stretch and the filter that follows it"""


class TimelinePane(Pane):
    """Shows what the rest of the filter keeps, day by day, around the dates that are chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "timeline", "", "", parent)
        self.setAccessibleName(self.tr("Timeline"))
        self.shown = Timeline()
        self.histogram = Histogram(self)
        self.histogram.chosen.connect(self._stretch_chosen)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._apply)
        self._clock = QTimer(self, interval=STEP_MS)
        self._clock.timeout.connect(self.step)
        self.body.addLayout(self._make_head())
        self.body.addWidget(self.histogram, 1)
        self.setFocusProxy(self.histogram)
        session.filter_changed.connect(self._filter_changed)
        session.closed.connect(self.stop)

    def _make_head(self) -> QHBoxLayout:
        self.play_button: QToolButton = tool_button("timeline_play", self.tr("Play"), "play", self)
        self.play_button.setCheckable(True)
        self.play_button.setToolTip(self.tr("Step through the dates, one bar each second"))
        self.play_button.toggled.connect(self._play_toggled)
        self._words = OneLine(self)
        self._words.setObjectName("timeline_words")
        set_role(self._words, "muted")
        self.undated: QPushButton = push_button("timeline_undated", "", self, self.tr("Show only these"), "flat")
        self.undated.setCheckable(True)
        self.undated.clicked.connect(self._undated_pressed)
        self.all_dates: QPushButton = push_button("timeline_all", self.tr("All dates"), self, role="flat")
        self.all_dates.clicked.connect(self.let_all_through)
        row = QHBoxLayout()
        row.setContentsMargins(PAD, 4, PAD, 0)
        row.setSpacing(8)
        row.addWidget(self.play_button)
        row.addWidget(self._words, 1)
        row.addWidget(self.all_dates)
        row.addWidget(self.undated)
        return row

    # the date filter ------------------------------------------------------------------------------------------------

    def _stretch_chosen(self, stretch: Stretch | None) -> None:
        self._say()
        self._rest.start()

    def _apply(self) -> None:
        """Make the stretch the session's date filter."""
        if self.session.project is None:
            return
        stretch, bars = self.histogram.stretch, self.histogram.bars
        if stretch is None:
            wanted = without_dates(self.session.filter)
        else:
            first, last = bars[stretch[0]].first, bars[stretch[1]].last
            wanted = replace(self.session.filter, date_from=first, date_to=last, undated=False)
        self.session.set_filter(wanted)

    def let_all_through(self) -> None:
        """Take the dates out of the filter."""
        self.stop()
        self.session.set_filter(without_dates(self.session.filter))

    def _undated_pressed(self, on: bool) -> None:
        self.stop()
        self.session.set_filter(replace(without_dates(self.session.filter), undated=on))

    # playing --------------------------------------------------------------------------------------------------------

    def play(self) -> None:
        """Begin at the stretch chosen, or at the first bar, and go a step on each second; or stop."""
        self.play_button.toggle()

    def stop(self) -> None:
        """Stop playing where it is."""
        self.play_button.setChecked(False)

    def step(self) -> None:
        """Go on by one stretch as long as the one chosen; at the end stop."""
        bars, stretch = self.histogram.bars, self.histogram.stretch
        if not bars:
            self.stop()
            return
        length = stretch[1] - stretch[0] + 1 if stretch else 1
        first = stretch[1] + 1 if stretch else 0
        # stretches without an article are passed over
        while first < len(bars) and not any(bar.documents for bar in bars[first : first + length]):
            first += length
        if first >= len(bars):
            self.stop()
            return
        self.histogram.choose((first, min(first + length, len(bars)) - 1))

    def _play_toggled(self, on: bool) -> None:
        self.play_button.setText(self.tr("Pause") if on else self.tr("Play"))
        self.play_button.setAccessibleName(self.play_button.text())
        self.play_button.setProperty("sign", "pause" if on else "play")
        self.play_button.setIcon(icon("pause" if on else "play", self.palette()))
        if not on:
            self._clock.stop()
            return
        stretch = self.histogram.stretch
        if stretch is not None and stretch[1] == len(self.histogram.bars) - 1:
            self.histogram.show_stretch(None)
        self._clock.start()
        self.step()

    # what is shown --------------------------------------------------------------------------------------------------

    def _filter_changed(self, where: MentionFilter) -> None:
        self.refresh()

    def reload(self) -> None:
        project, where = self.session.project, self.session.filter
        self.shown = timeline(project, without_dates(where)) if project is not None else Timeline()
        self.histogram.show_bars(*bins(self.shown.days))
        self.histogram.show_stretch(self._stretch_of(where))
        undated = self.tr("{articles} undated").format(articles=articles_word(self.shown.undated))
        self.undated.setText(undated)
        self.undated.setAccessibleName(undated)
        self.undated.setVisible(bool(self.shown.undated) or where.undated)
        self.undated.setChecked(where.undated)
        self.all_dates.setVisible(where != without_dates(where))
        self.play_button.setEnabled(len(self.histogram.bars) > 1)
        self._say()
        self.show_empty(project is None, self.tr("No project is open."))

    def _say(self) -> None:
        self._words.setText(self.histogram.accessibleDescription())

    def _stretch_of(self, where: MentionFilter) -> Stretch | None:
        """Return the bars that the date filter touches; None where there is none, or it touches no bar."""
        if where.date_from is None and where.date_to is None:
            return None
        first, last = where.date_from or "", where.date_to or "9999"
        touched = [n for n, bar in enumerate(self.histogram.bars) if bar.last >= first and bar.first <= last]
        return (touched[0], touched[-1]) if touched else None
