"""The place card: what it says of real places, its links, its copies."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.gazetteer_view.card import PlaceCard
from desktop.gazetteer_view.card_facts import CardFacts, gather
from desktop.gazetteer_view.card_names import name_rows
from desktop.gazetteer_view.card_page import CardPage, Mentioned
from desktop.theme import DARK, LIGHT, Theme
from gazetteer.places.bundle import bundled_folder
from gazetteer.places.records import Name, NameKind
from gazetteer.places.store import Gazetteer
from tests.ui.gazetteer_pane import CRIMEA, KALININGRAD, LITHUANIA, UKRAINE, VILNIUS, VILNIUS_COUNTY


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open(bundled_folder()) as opened:
        yield opened


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[PlaceCard]:
    page = QWidget()
    qtbot.addWidget(page)
    made = PlaceCard(page)
    made.resize(420, 700)
    page.resize(420, 700)
    page.show()
    yield made
    page.close()


def facts_of(gazetteer: Gazetteer, place_id: str, reader: str = "en") -> CardFacts:
    pid = gazetteer.pid_of(place_id)
    assert pid is not None
    return gather(gazetteer, pid, reader)


def words_of(card: PlaceCard) -> str:
    return card.text.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def show(card: PlaceCard, facts: CardFacts, mentioned: Mentioned | None = None, note: str = "") -> str:
    card.show_place(facts, mentioned, note, own=False)
    return words_of(card)


def test_facts_of_a_town(gazetteer: Gazetteer) -> None:
    facts = facts_of(gazetteer, VILNIUS)
    assert [parent.name for parent in facts.parents][:2] == ["Lithuania", "Vilnius County"]
    assert facts.children == ()
    assert facts.inside == ()
    assert all(place.place_id != VILNIUS for place, _ in facts.near)
    assert [far for _, far in facts.near] == sorted(far for _, far in facts.near)
    assert facts.near[0][1] < 5


def test_facts_of_a_country_count_what_is_in_it(gazetteer: Gazetteer) -> None:
    facts = facts_of(gazetteer, LITHUANIA)
    assert len(facts.children) == 10
    assert facts.children[0][0].place_id == VILNIUS_COUNTY
    assert facts.children[0][1] > 20
    inside = dict(facts.inside)
    assert inside["A"] > 70
    assert inside["P"] > 150
    # the neighbours of a country are countries
    assert {place.feature_code[:3] for place, _ in facts.near} == {"PCL"}
    assert "Latvia" in {place.name for place, _ in facts.near}


def test_the_reader_gets_the_name_in_their_language_and_the_one_on_the_spot(gazetteer: Gazetteer) -> None:
    facts = facts_of(gazetteer, LITHUANIA, "de")
    assert facts.exonym == "Litauen"
    page = CardPage().html(facts, None, "", LIGHT, "de", False)
    assert "Lietuva" in page
    assert page.index("Litauen") < page.index("Lietuva")


def test_the_card_says_everything_in_words(card: PlaceCard, gazetteer: Gazetteer) -> None:
    words = show(card, facts_of(gazetteer, VILNIUS), Mentioned(12, 3))
    for said in (
        *("capital", "Vilnius County", "542,366", "54.68916, 25.27980", "54° 41′ 21.0″ N, 25° 16′ 47.3″ E"),
        *("35U LA 89117 61560", "the place itself", "12 mentions in 3 articles", "CC-BY-4.0", VILNIUS, "km"),
        *("Polish", "Wilno", "Russian", "Вильнюс", "Arabic", "فيلنيوس"),
    ):
        assert said in words, said


def test_disputed_territory_is_told_with_its_basis(card: PlaceCard, gazetteer: Gazetteer) -> None:
    words = show(card, facts_of(gazetteer, CRIMEA))
    assert "Disputed" in words
    assert "68/262" in words
    assert "Ukraine" in words
    assert "Disputed" not in show(card, facts_of(gazetteer, VILNIUS))


def test_a_place_in_a_disputed_region_says_so(card: PlaceCard, gazetteer: Gazetteer) -> None:
    simferopol = gazetteer.search("Simferopol", 1)[0]
    assert "68/262" in show(card, facts_of(gazetteer, simferopol.place.place_id))


def test_kinds_of_names_are_told(gazetteer: Gazetteer) -> None:
    rows, _ = name_rows(facts_of(gazetteer, KALININGRAD), "en", everything=True)
    kinds = {name: kind for _, names, _ in rows for name, kind in names}
    assert kinds["Königsberg"] == "historic, 1255-1946"
    assert kinds["Kaliningrad"] in ("", "official")


def test_few_languages_are_shown_first_and_all_on_demand(gazetteer: Gazetteer) -> None:
    facts = facts_of(gazetteer, UKRAINE)
    few, total = name_rows(facts, "en", everything=False)
    every, rest = name_rows(facts, "en", everything=True)
    assert few[0][0] == "English"
    assert few[1][0] == "Ukrainian"
    assert len(few) < 20 < 100 < len(every)
    assert total > len(every)
    assert rest == 0
    assert {row[0] for row in few} <= {row[0] for row in every}


def test_names_from_the_right_are_set_so(gazetteer: Gazetteer) -> None:
    rows, _ = name_rows(facts_of(gazetteer, VILNIUS), "en", everything=False)
    turned = {language: right_to_left for language, _, right_to_left in rows}
    assert turned["Arabic"]
    assert not turned["Lithuanian"]


def test_all_names_come_with_a_click(card: PlaceCard, gazetteer: Gazetteer) -> None:
    facts = facts_of(gazetteer, LITHUANIA)
    few = show(card, facts)
    assert "Show all" in few
    card.text.anchorClicked.emit(QUrl("names:all"))
    assert len(words_of(card)) > 2 * len(few)
    assert "Show all" not in words_of(card)
    show(card, facts_of(gazetteer, VILNIUS))
    assert "Show all" in show(card, facts)


def links(card: PlaceCard) -> list[str]:
    return re.findall(r'href="([^"]+)"', card.text.toHtml())


def test_every_place_on_the_card_is_a_link(card: PlaceCard, gazetteer: Gazetteer, qtbot: QtBot) -> None:
    facts = facts_of(gazetteer, VILNIUS_COUNTY)
    show(card, facts, Mentioned(2, 1))
    named = [*facts.parents, *(child for child, _ in facts.children), *(place for place, _ in facts.near)]
    found = links(card)
    assert len(named) > 10
    for place in (*named, *facts.homonyms):
        assert f"place:{place.place_id}" in [link.replace("%3A", ":") for link in found]
    with qtbot.waitSignal(card.walk) as walked:
        card.text.anchorClicked.emit(QUrl(found[0]))
    assert walked.args == [LITHUANIA]
    with qtbot.waitSignal(card.inside_wanted) as listed:
        card.text.anchorClicked.emit(QUrl("inside:P"))
    assert listed.args == ["P"]
    with qtbot.waitSignal(card.mentions_wanted) as wanted:
        card.text.anchorClicked.emit(QUrl(next(link for link in found if link.startswith("mentions:"))))
    assert wanted.args == [VILNIUS_COUNTY]


def test_links_are_reached_and_followed_without_a_mouse(card: PlaceCard, gazetteer: Gazetteer, qtbot: QtBot) -> None:
    show(card, facts_of(gazetteer, VILNIUS))
    card.text.setFocus()
    qtbot.keyClick(card.text, Qt.Key.Key_Tab)
    qtbot.keyClick(card.text, Qt.Key.Key_Tab)
    with qtbot.waitSignal(card.walk) as walked:
        qtbot.keyClick(card.text, Qt.Key.Key_Return)
    assert walked.args == [VILNIUS_COUNTY]


def test_ids_with_odd_signs_survive_their_link(card: PlaceCard, gazetteer: Gazetteer, qtbot: QtBot) -> None:
    facts = facts_of(gazetteer, VILNIUS)
    odd = replace(facts.place, place_id='mine:a b/"ü"&%41#?<x>')
    show(card, replace(facts, near=((odd, 1.0),)))
    found = next(link for link in links(card) if "mine" in link)
    with qtbot.waitSignal(card.walk) as walked:
        card.text.anchorClicked.emit(QUrl(found))
    assert walked.args == [odd.place_id]


def test_markup_in_a_gazetteer_stays_text(card: PlaceCard, gazetteer: Gazetteer) -> None:
    facts = facts_of(gazetteer, VILNIUS)
    evil = '<img src="file:///etc/hostname"><b>bold</b>'
    bad = replace(facts.place, name=evil, local_name=evil, admin1_name=evil)
    names = (Name(evil, "lt", NameKind.HISTORIC, evil),)
    words = show(card, replace(facts, place=bad, exonym=evil, names=names, homonyms=(bad,)), note=evil)
    assert words.count("<b>bold</b>") >= 5
    assert "<img" not in card.text.toHtml()


def test_a_picture_is_never_loaded(card: PlaceCard) -> None:
    assert card.text.loadResource(2, QUrl("file:///etc/hostname")) is None


def test_positions_and_ids_are_copied(card: PlaceCard, gazetteer: Gazetteer, qtbot: QtBot) -> None:
    show(card, facts_of(gazetteer, VILNIUS))
    wanted = {
        "copy_decimal": "54.68916, 25.27980",
        "copy_sexagesimal": "54° 41′ 21.0″ N, 25° 16′ 47.3″ E",
        "copy_grid": "35U LA 89117 61560",
        "copy_id": VILNIUS,
        "copy_name": "Vilnius, Vilnius County, Lithuania",
    }
    assert [action.objectName() for action in card.copy.menu().actions()] == list(wanted)
    for action in card.copy.menu().actions():
        with qtbot.waitSignal(card.told):
            action.trigger()
        assert QGuiApplication.clipboard().text() == wanted[action.objectName()]


def test_the_page_follows_the_appearance(qapp: QApplication, card: PlaceCard, gazetteer: Gazetteer) -> None:
    theme = Theme(qapp, "light")
    try:
        show(card, facts_of(gazetteer, VILNIUS))
        assert LIGHT.accent in card.text.toHtml()
        theme.set_mode("dark")
        assert DARK.accent in card.text.toHtml()
        assert LIGHT.accent not in card.text.toHtml()
    finally:
        theme.set_mode("light")
        theme.deleteLater()


def test_the_note_of_an_own_place_is_shown_and_only_it_can_be_changed(card: PlaceCard, gazetteer: Gazetteer) -> None:
    facts = facts_of(gazetteer, VILNIUS)
    card.show_place(facts, None, "two lines\nof note", own=True)
    assert "of note" in words_of(card)
    assert card.edit.isVisible()
    card.show_place(facts, None, "", own=False)
    assert not card.edit.isVisible()
    assert not card.remove.isVisible()


def test_reading_on_keeps_the_place_on_the_page(card: PlaceCard, gazetteer: Gazetteer) -> None:
    facts = facts_of(gazetteer, LITHUANIA)
    show(card, facts)
    bar = card.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    scrolled = bar.value()
    assert scrolled > 0
    show(card, facts, Mentioned(1, 1))
    assert abs(bar.value() - scrolled) < 40
    show(card, facts_of(gazetteer, UKRAINE))
    assert bar.value() == 0


def test_an_empty_card_says_what_to_do(card: PlaceCard) -> None:
    card.show_nothing()
    assert card.facts is None
    assert card.copied("id") == ""
