"""The gazetteer's pane over the real gazetteer: typing, filtering, walking, taking, all off the GUI thread."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.gazetteer_view import asker
from desktop.gazetteer_view.asking import Found, Wanted, find
from desktop.gazetteer_view.choice import Choice
from desktop.gazetteer_view.pane import GazetteerPane
from desktop.session import Session
from gazetteer.errors import GazetteerError
from gazetteer.model import Place
from gazetteer.places.records import PlaceFilter
from gazetteer.places.store import Gazetteer
from gazetteer.project import queries
from tests.ui.gazetteer_pane import (
    KALININGRAD,
    LITHUANIA,
    VILNIUS,
    VILNIUS_COUNTY,
    names_of,
    rest,
    shown_pane,
    type_in,
)


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> Iterator[GazetteerPane]:
    made = shown_pane(session, qtbot)
    yield made
    made.close()
    made.shutdown()


def mention(session: Session, surface: str) -> str:
    assert session.project is not None
    return next(row.mention_id for row in queries.mentions(session.project) if row.surface == surface)


def shown(pane: GazetteerPane) -> str:
    return pane.card.facts.place.place_id if pane.card.facts is not None else ""


# asking ---------------------------------------------------------------------------------------------------------------


def test_everything_is_there_before_anything_is_typed(pane: GazetteerPane) -> None:
    assert pane.table.places.rowCount() > 300_000
    assert f"{pane.table.places.rowCount():,}" in pane._count.text()
    assert shown(pane) == pane.table.places.row_at(0).place.place_id  # type: ignore[union-attr]


def test_typing_finds_and_shows_the_best(pane: GazetteerPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.line, "vilniu")
    rest(pane, qtbot)
    assert names_of(pane, 1) == ["Vilnius"]
    assert shown(pane) == VILNIUS
    assert "best first" in pane._count.text()


def test_each_key_does_not_ask_anew(pane: GazetteerPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counting(gazetteer: Gazetteer, wanted: Wanted) -> Found:
        asked.append(wanted.text)
        return find(gazetteer, wanted)

    monkeypatch.setattr(asker, "find", counting)
    qtbot.keyClicks(pane.line, "kaunas")
    rest(pane, qtbot)
    assert asked == ["kaunas"]


def test_an_answer_that_was_overtaken_is_dropped(
    pane: GazetteerPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go_on = threading.Event(), threading.Event()

    def slow(gazetteer: Gazetteer, wanted: Wanted) -> Found:
        if wanted.text == "Riga":
            began.set()
            go_on.wait(10)
        return find(gazetteer, wanted)

    monkeypatch.setattr(asker, "find", slow)
    pane.line.setText("Riga")
    pane.ask()
    assert began.wait(5)
    pane.line.setText("Tallin")
    pane.ask()
    pane.line.setText("Tallinn")
    pane.ask()
    told: list[Found] = []
    pane._asker.answered.connect(told.append)
    go_on.set()
    rest(pane, qtbot)
    assert [found.wanted.text for found in told] == ["Tallinn"]
    assert names_of(pane, 1) == ["Tallinn"]


def test_the_window_answers_while_a_search_runs(
    pane: GazetteerPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(gazetteer: Gazetteer, wanted: Wanted) -> Found:
        time.sleep(0.4)
        return find(gazetteer, wanted)

    monkeypatch.setattr(asker, "find", slow)
    pane.line.setText("Gdańsk")
    began = time.monotonic()
    pane.ask()
    pane.walk_to(KALININGRAD)
    qtbot.waitUntil(lambda: shown(pane) == KALININGRAD)
    assert time.monotonic() - began < 0.35
    rest(pane, qtbot)


def test_an_error_of_the_gazetteer_is_told_in_the_pane(
    pane: GazetteerPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(gazetteer: Gazetteer, wanted: Wanted) -> Found:
        raise GazetteerError("The disk is gone.")

    monkeypatch.setattr(asker, "find", broken)
    type_in(pane, qtbot, "x")
    assert pane._count.text() == "The disk is gone."


def test_coordinates_find_what_is_near(pane: GazetteerPane, qtbot: QtBot) -> None:
    type_in(pane, qtbot, "54°41′24″N 25°16′48″E")
    assert names_of(pane, 1) == ["Vilnius"]
    assert "nearest to 54.69000, 25.28000" in pane._count.text()


def test_a_name_nobody_knows_can_be_added(pane: GazetteerPane, qtbot: QtBot) -> None:
    type_in(pane, qtbot, "Qxzzyvatiškės")
    assert pane.table.places.rowCount() == 0
    assert "Qxzzyvatiškės" in pane.list.words.text()
    assert pane.unknown_name == "Qxzzyvatiškės"
    assert not pane.export.isEnabled()
    with qtbot.waitSignal(pane.own_place_wanted) as wanted:
        pane.list.add.click()
    assert wanted.args == [None]
    type_in(pane, qtbot, "")
    assert pane.table.isVisible()


def test_filters_without_a_name_browse(pane: GazetteerPane, qtbot: QtBot) -> None:
    pane.filters.countries.choose(Choice("LT", "Lithuania"))
    rest(pane, qtbot)
    assert names_of(pane, 3)[0] == "Lithuania"
    assert "most prominent first" in pane._count.text()
    pane.filters.classes.choose(Choice("H", "Waters"))
    rest(pane, qtbot)
    rows = [pane.table.places.row_at(row) for row in range(pane.table.places.rowCount())]
    assert {row.place.feature_class for row in rows if row} == {"H"}
    assert "Cape Town" not in names_of(pane)
    pane.filters.people.choose(Choice("999999999", "From 999,999,999 people"))
    rest(pane, qtbot)
    assert "within these filters" in pane.list.words.text()
    pane.filters.clear.click()
    rest(pane, qtbot)
    assert pane.table.places.rowCount() > 300_000


def test_filters_hold_for_what_is_typed(pane: GazetteerPane, qtbot: QtBot) -> None:
    pane.filters.countries.choose(Choice("US", "United States"))
    type_in(pane, qtbot, "Vilnius")
    assert all(row is None or row.place.country_code == "US" for row in map(pane.table.places.row_at, range(1)))
    type_in(pane, qtbot, "Paris")
    assert shown(pane).startswith("geonames:")
    assert pane.card.facts is not None
    assert pane.card.facts.place.country_code == "US"


def test_only_what_the_map_shows(pane: GazetteerPane, qtbot: QtBot) -> None:
    pane.set_box((25.0, 54.5, 25.6, 54.9))
    pane.filters.classes.choose(Choice("P", "Towns"))
    pane.filters.here.setChecked(True)
    rest(pane, qtbot)
    assert names_of(pane, 1) == ["Vilnius"]
    pane.set_box((23.7, 54.8, 24.1, 55.0))
    rest(pane, qtbot)
    assert names_of(pane, 1) == ["Kaunas"]


def test_the_regions_of_the_country_are_offered(pane: GazetteerPane, qtbot: QtBot) -> None:
    pane.filters.countries.choose(Choice("LT", "Lithuania"))
    qtbot.waitUntil(lambda: len(pane.filters.region.choices) > 50)
    pane.filters.region.choose(Choice(VILNIUS_COUNTY, "Vilnius County"))
    rest(pane, qtbot)
    assert "Kaunas" not in names_of(pane, 40)
    assert "Vilnius" in names_of(pane, 5)


def test_return_and_down_lead_from_the_line_to_the_list(pane: GazetteerPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    pane.focus_search()
    qtbot.keyClicks(pane.line, "Kaunas")
    qtbot.keyClick(pane.line, Qt.Key.Key_Return)
    rest(pane, qtbot)
    assert pane.focusWidget() is pane.table
    assert shown(pane) == pane.table.places.row_at(0).place.place_id  # type: ignore[union-attr]
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    rest(pane, qtbot)
    assert shown(pane) == pane.table.places.row_at(1).place.place_id  # type: ignore[union-attr]


# walking --------------------------------------------------------------------------------------------------------------


def walk(pane: GazetteerPane, qtbot: QtBot, place_id: str) -> None:
    pane.walk_to(place_id)
    qtbot.waitUntil(lambda: shown(pane) == place_id)


def test_links_lead_on_and_the_way_back_is_kept(pane: GazetteerPane, qtbot: QtBot) -> None:
    type_in(pane, qtbot, "Vilnius")
    walk(pane, qtbot, VILNIUS_COUNTY)
    walk(pane, qtbot, LITHUANIA)
    pane.activateWindow()
    pane.card.text.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(pane.card.text, Qt.Key.Key_Left, alt)
    qtbot.waitUntil(lambda: shown(pane) == VILNIUS_COUNTY)
    qtbot.keyClick(pane.card.text, Qt.Key.Key_Left, alt)
    qtbot.waitUntil(lambda: shown(pane) == VILNIUS)
    qtbot.keyClick(pane.card.text, Qt.Key.Key_Right, alt)
    qtbot.waitUntil(lambda: shown(pane) == VILNIUS_COUNTY)
    assert pane.card.forward.isEnabled()


def test_a_list_that_holds_the_place_shows_its_row(pane: GazetteerPane, qtbot: QtBot) -> None:
    walk(pane, qtbot, LITHUANIA)
    row = pane.table.places.row_at(pane.table.currentIndex().row())
    assert row is not None
    assert row.place.place_id == LITHUANIA
    type_in(pane, qtbot, "Vilnius")
    walk(pane, qtbot, KALININGRAD)
    assert not pane.table.currentIndex().isValid()


def test_moving_through_rows_marks_the_map_and_goes_there(pane: GazetteerPane, qtbot: QtBot) -> None:
    told: list[tuple[Place | None, bool]] = []
    pane.map_wanted.connect(lambda place, fly: told.append((place, fly)))
    type_in(pane, qtbot, "Königsberg")
    assert [fly for _, fly in told] == [False]
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    rest(pane, qtbot)
    place, fly = told[-1]
    assert (place and place.place_id, fly) == (shown(pane), True)
    pane.filters.here.setChecked(True)
    rest(pane, qtbot)
    pane.walk_to(VILNIUS)
    qtbot.waitUntil(lambda: shown(pane) == VILNIUS)
    assert told[-1] == (pane.place, False)


def test_the_mark_goes_with_the_pane(pane: GazetteerPane, qtbot: QtBot) -> None:
    told: list[Place | None] = []
    pane.map_wanted.connect(lambda place, fly: told.append(place))
    pane.hide()
    assert told[-1] is None
    pane.show()
    assert told[-1] == pane.place is not None


def test_what_is_in_a_country_is_listed_by_its_link(pane: GazetteerPane, qtbot: QtBot) -> None:
    type_in(pane, qtbot, "Lithuania")
    walk(pane, qtbot, LITHUANIA)
    pane.card.inside_wanted.emit("P")
    rest(pane, qtbot)
    assert pane.line.text() == ""
    assert pane.filters.where == PlaceFilter(classes=frozenset("P"), countries=frozenset({"LT"}))
    assert names_of(pane, 1) == ["Vilnius"]
    walk(pane, qtbot, VILNIUS_COUNTY)
    pane.card.inside_wanted.emit("A")
    rest(pane, qtbot)
    assert pane.filters.where.region == VILNIUS_COUNTY
    qtbot.waitUntil(lambda: len(pane.filters.region.choices) > 50)
    assert pane.filters.where.region == VILNIUS_COUNTY
    assert pane.table.places.rowCount() == dict(pane.card.facts.inside)["A"]  # type: ignore[union-attr]


def test_a_place_that_is_not_there_is_said(pane: GazetteerPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.told) as told:
        pane.walk_to("geonames:0")
    assert "geonames:0" in told.args[0]
    assert pane.card.facts is None


# the project ----------------------------------------------------------------------------------------------------------


def test_the_place_is_taken_for_the_mention_in_focus(pane: GazetteerPane, session: Session, qtbot: QtBot) -> None:
    assert not pane.card.take.isEnabled()
    teysin = mention(session, "Teysin")
    session.select_mention(teysin)
    assert "Teysin" in pane.card.take.toolTip()
    walk(pane, qtbot, KALININGRAD)
    with qtbot.waitSignal(session.changed):
        pane.card.take.click()
    assert session.project is not None
    detail = queries.mention(session.project, teysin)
    assert detail is not None
    assert detail.place is not None
    assert detail.place.place_id == KALININGRAD


def test_mentions_are_counted_and_lead_to_the_evidence(pane: GazetteerPane, session: Session, qtbot: QtBot) -> None:
    walk(pane, qtbot, VILNIUS)
    assert "3 mentions in 2 articles" in pane.card.text.toPlainText()
    with qtbot.waitSignal(pane.evidence_wanted):
        pane.card.mentions_wanted.emit(VILNIUS)
    assert session.selection.place_id == VILNIUS


def test_the_count_follows_the_project(pane: GazetteerPane, session: Session, qtbot: QtBot) -> None:
    walk(pane, qtbot, KALININGRAD)
    assert "no mention" in pane.card.text.toPlainText()
    session.select_mention(mention(session, "Teysin"))
    with qtbot.waitSignal(session.changed):
        pane.take()
    assert "1 mention in 1 article" in pane.card.text.toPlainText()


def test_without_a_project_the_gazetteer_is_still_there(qapp: object, qtbot: QtBot) -> None:
    session = Session()
    pane = shown_pane(session, qtbot)
    type_in(pane, qtbot, "Vilnius")
    assert shown(pane) == VILNIUS
    assert "In my articles" not in pane.card.text.toPlainText()
    assert not pane.add.isEnabled()
    assert not pane.card.take.isEnabled()
    pane.close()
    pane.shutdown()
    session.shutdown()


def test_before_the_gazetteer_is_open_the_pane_says_so(session: Session, qtbot: QtBot) -> None:
    pane = GazetteerPane(session)
    qtbot.addWidget(pane)
    pane.show()
    assert pane.empty.isVisible()
    assert "opened" in pane.empty.text()
    with qtbot.waitSignal(session.gazetteer_ready):
        session.open_gazetteer()
    rest(pane, qtbot)
    assert pane.table.isVisible()
    pane.close()
    pane.shutdown()


def test_a_hidden_pane_asks_nothing(session: Session, qtbot: QtBot) -> None:
    pane = GazetteerPane(session)
    qtbot.addWidget(pane)
    with qtbot.waitSignal(session.gazetteer_ready):
        session.open_gazetteer()
    assert not pane.asking
    assert pane.gazetteer is None
    pane.shutdown()


def test_everything_is_named_for_screen_readers(pane: GazetteerPane) -> None:
    for widget in (*pane.filters.buttons, pane.line, pane.table, pane.card, pane.card.text, pane.add, pane.export):
        assert widget.accessibleName(), widget.objectName()
        assert widget.objectName()


def test_the_keyboard_reaches_everything_in_order(pane: GazetteerPane, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(pane)
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    pane.focus_search()
    reached = []
    for _ in range(30):
        focus = window.focusWidget()
        assert focus is not None
        reached.append(focus.objectName())
        pane.focusNextChild()
    wanted = ["gazetteer_search", "gazetteer_class", "gazetteer_add", "gazetteer_table", "card_copy", "place_card_text"]
    assert [name for name in dict.fromkeys(reached) if name in wanted] == wanted
    window.takeCentralWidget()
    window.close()


def test_a_wide_pane_sets_the_card_beside_the_table(pane: GazetteerPane) -> None:
    assert pane.split.orientation() is Qt.Orientation.Horizontal
    pane.resize(360, 800)
    assert pane.split.orientation() is Qt.Orientation.Vertical
