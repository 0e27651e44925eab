"""The filter chips and the timeline: every pane shows the same set, whoever set the filter."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from gazetteer.model import Group, Kind, SpellingStatus, Status
from gazetteer.project import queries
from gazetteer.project.edits import Confirm, SetNote, SetTags
from gazetteer.project.filters import MentionFilter
from gazetteer.project.mark_edits import DescribeDocument, StarMention
from tests.ui.review_samples import VILNIUS

AREA = ((20.0, 53.0), (27.0, 53.0), (27.0, 57.0), (20.0, 57.0))
FILTERS = (
    MentionFilter(),
    MentionFilter(text="vilnius"),
    MentionFilter(countries=frozenset({"LT"})),
    MentionFilter(countries=frozenset({"LT"}), languages=frozenset({"he"})),
    MentionFilter(regions=frozenset({"US/Texas"})),
    MentionFilter(classes=frozenset({"A"})),
    MentionFilter(groups=frozenset({Group.UNRESOLVED})),
    MentionFilter(statuses=frozenset({Status.AUTO})),
    MentionFilter(kinds=frozenset({Kind.PERSON, Kind.DEMONYM})),
    MentionFilter(spellings=frozenset({SpellingStatus.PROBABLE_MISSPELLING})),
    MentionFilter(below_confidence=0.8),
    MentionFilter(date_from="2023-09-01"),
    MentionFilter(undated=True),
    MentionFilter(problems_only=True),
    MentionFilter(area=AREA),
    MentionFilter(text="nowhere at all"),
    MentionFilter(text="paris", countries=frozenset({"US"})),
    MentionFilter(countries=frozenset({"FR", "US"})),
    MentionFilter(countries=frozenset({""})),
    MentionFilter(classes=frozenset({"P", "T"})),
    MentionFilter(groups=frozenset({Group.LINKED, Group.NOT_A_PLACE})),
    MentionFilter(groups=frozenset({Group.PLOTTED}), languages=frozenset({"en"})),
    MentionFilter(languages=frozenset({"en", "he"})),
    MentionFilter(spellings=frozenset({SpellingStatus.UNKNOWN, SpellingStatus.EXACT})),
    MentionFilter(min_confidence=0.9),
    MentionFilter(min_confidence=0.7, below_confidence=0.75),
    MentionFilter(date_to="2023-08-31"),
    MentionFilter(date_from="2023-08-12", date_to="2023-08-12"),
    MentionFilter(sources=frozenset({""})),
    MentionFilter(sources=frozenset({"Daily"})),
    MentionFilter(place_id=VILNIUS.place_id),
    MentionFilter(tags=frozenset({"check"})),
    MentionFilter(tags=frozenset({"desk", "check"})),
    MentionFilter(starred=True),
    MentionFilter(noted=True),
    MentionFilter(conflicts_only=True),
    MentionFilter(statuses=frozenset({Status.CONFIRMED, Status.CORRECTED})),
)


def counted(window: MainWindow) -> dict[str, int]:
    """Return how many mentions each pane shows."""
    window.docks.show_pane(window.documents)
    rows = [window.documents.model.row_at(n) for n in range(window.documents.model.rowCount())]
    window.docks.show_pane(window.mentions)
    status = window.findChild(QLabel, "status_counts").text()
    shown = window.desk.timeline.shown
    points = window.feeds.points()
    counts = queries.counts(window.session.project, window.session.filter)
    plotted = sum(point["n"] for point in points if point["state"] != "unresolved")
    where = window.session.filter
    days = [d for d in shown.days if (where.date_from or "") <= d.date <= (where.date_to or "9")]
    dated = 0 if where.undated else sum(day.mentions for day in days)
    undated = 0 if where.date_from or where.date_to else shown.undated_mentions
    return {
        "articles": sum(row.counts.total for row in rows if row is not None),
        "mentions": window.mentions.model.rowCount(),
        "status line": int(re.match(r"\d+", status).group()),  # type: ignore[union-attr]
        "timeline": dated + undated,
        "map and not on it": plotted + counts.total - counts.plotted,
    }


def leave_marks(window: MainWindow) -> None:
    """Give articles a source, tags, stars and notes, and decide something, so that each filter has what to find."""
    session = window.session
    rows = {row.surface: row for row in queries.mentions(session.project)}  # type: ignore[arg-type]
    session.do(DescribeDocument(rows["Pabrati"].document_id, {"source": "Daily", "tags": ["desk"]}))
    session.do(SetTags(rows["Teysin"].mention_id, ("check",)))
    session.do(SetNote(rows["Lithuania"].mention_id, "the country"))
    session.do(StarMention(rows["Vilnius"].mention_id, True))
    session.do(Confirm(rows["Lithuania"].mention_id))
    session.writer.finish()
    QApplication.processEvents()


@pytest.mark.webengine
def test_all_panes_show_the_same_set(window: MainWindow) -> None:
    project = window.session.project
    assert project is not None
    leave_marks(window)
    assert len(FILTERS) >= 30
    assert len({queries.mention_count(project, where) for where in FILTERS}) > 10, "too few of them differ"
    for where in FILTERS:
        window.session.set_filter(where)
        assert set(counted(window).values()) == {queries.mention_count(project, where)}, where


@pytest.mark.webengine
def test_chips_mirror_the_filter_and_take_it_away(window: MainWindow) -> None:
    bar = window.desk.filter_bar
    where = MentionFilter(countries=frozenset({"LT"}), date_from="2023-08-01", starred=True, below_confidence=0.8)
    window.session.set_filter(where)
    shown = {part for part in bar.titles() if part not in bar.flags and bar.chip_of(part).isVisible()}
    assert shown == {"date", "countries", "confidence"}
    assert bar.flags["starred"].isVisible()
    assert bar.sets["countries"].text() == "Lithuania  ▾"
    assert "from 2023-08-01" in bar.dates.text()
    QTest.mouseClick(bar.flags["starred"], Qt.MouseButton.LeftButton)
    assert not window.session.filter.starred
    bar.sets["countries"].choose()
    assert window.session.filter == MentionFilter(date_from="2023-08-01", below_confidence=0.8)
    window.commands["clear_filter"].trigger()
    assert window.session.filter == MentionFilter()
    assert not bar.clear.isVisible()


@pytest.mark.webengine
def test_a_filter_is_added_and_chosen_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.desk.filter_bar
    bar.add_part("countries")
    popup = bar.sets["countries"].popup
    assert popup is not None
    assert [choice.value for choice in bar.sets["countries"].choices] == ["LT", "FR", "US"]
    QTest.keyClick(popup.list, Qt.Key.Key_Down)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert window.session.filter.countries == {"FR"}
    window.docks.show_pane(window.mentions)
    qtbot.waitUntil(lambda: window.mentions.model.rowCount() == 3)

    bar.add_part("date")
    dates = bar.dates.popup
    assert dates is not None
    QTest.keyClicks(dates.first, "no day")
    QTest.keyClick(dates.first, Qt.Key.Key_Return)
    assert window.session.filter.date_from is None
    dates.first.setText("1 September 2023")
    QTest.keyClick(dates.first, Qt.Key.Key_Return)
    assert window.session.filter.date_from == "2023-09-01"


@pytest.mark.webengine
def test_a_value_nobody_has_any_more_stays_until_it_is_taken_away(window: MainWindow) -> None:
    bar = window.desk.filter_bar
    window.session.set_filter(MentionFilter(tags=frozenset({"gone"})))
    assert bar.sets["tags"].values == ("gone",)
    bar.sets["tags"].open_list()
    assert window.session.filter.tags == {"gone"}
    bar.sets["tags"].popup.close()  # type: ignore[union-attr]


@pytest.mark.webengine
def test_the_timeline_sets_dates_by_keys_mouse_and_play(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.desk.timeline
    session, histogram = window.session, pane.histogram
    assert (histogram.unit, len(histogram.bars)) == ("day", 21)
    assert pane.undated.text() == "1 article undated"
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: session.filter.date_to == "2023-08-12")
    QTest.keyClick(histogram, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: session.filter.date_to == "2023-08-13")
    assert session.filter.date_from == "2023-08-12"
    assert histogram.accessibleDescription() == "2023-08-12 to 2023-08-13: 1 article, 8 mentions"
    QTest.keyClick(histogram, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: session.filter == MentionFilter())
    pane.step()
    pane.step()
    qtbot.waitUntil(lambda: session.filter.date_from == "2023-09-01")
    pane.step()
    assert not pane.play_button.isChecked()
    QTest.mouseClick(pane.undated, Qt.MouseButton.LeftButton)
    assert session.filter == MentionFilter(undated=True)
    QTest.mouseClick(pane.all_dates, Qt.MouseButton.LeftButton)
    assert session.filter == MentionFilter()
    middle = histogram.rect().center()
    QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(histogram, histogram.rect().topRight())
    QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=histogram.rect().topRight())
    qtbot.waitUntil(lambda: session.filter.date_to == "2023-09-01")


@pytest.mark.webengine
def test_a_new_date_moves_an_article_in_the_timeline(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    undated = queries.document_ids(session.project, where=MentionFilter(undated=True))  # type: ignore[arg-type]
    session.do(DescribeDocument(undated[0], {"date": "2023-08-20"}))
    qtbot.waitUntil(lambda: window.desk.timeline.shown.undated == 0)
    assert [day.date for day in window.desk.timeline.shown.days] == ["2023-08-12", "2023-08-20", "2023-09-01"]


@pytest.mark.webengine
def test_the_lists_own_controls_leave_what_the_chips_chose(window: MainWindow, qtbot: QtBot) -> None:
    window.docks.show_pane(window.mentions)
    where = MentionFilter(groups=frozenset({Group.PLOTTED, Group.LINKED}), statuses=frozenset({Status.AUTO}))
    window.session.set_filter(where)
    window.mentions.focus_search()
    QTest.keyClicks(window.mentions._line, "vil")
    qtbot.waitUntil(lambda: window.session.filter.text == "vil")
    assert window.session.filter.groups == where.groups
    assert window.session.filter.statuses == where.statuses
    assert window.mentions._group.currentIndex() == -1
