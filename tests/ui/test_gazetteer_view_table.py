"""The table of places: millions of rows without a stall, rows read as they are seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.gazetteer_view.asking import Found, Wanted, Way, find
from desktop.gazetteer_view.place_model import MATCH, NAME, PEOPLE, ROWS_KEPT, PlaceModel
from desktop.gazetteer_view.place_table import PlaceTable
from gazetteer.model import Place
from gazetteer.places.bundle import bundled_folder
from gazetteer.places.records import PlaceFilter
from gazetteer.places.store import Gazetteer

MILLIONS = 12_400_000
LONGEST_STEP_MS = 500
"""for what a person does in a table of all of GeoNames, on a slow and busy machine"""


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open(bundled_folder()) as opened:
        yield opened


@pytest.fixture
def table(qtbot: QtBot) -> PlaceTable:
    made = PlaceTable(None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def made_up(pid: int) -> tuple[Place, str]:
    place = Place(f"x:{pid}", f"Place {pid}", 0.0, 0.0, "P", "PPL", population=pid or None, local_name=f"Ort {pid}")
    return place, place.name


def test_millions_of_rows_load_scroll_and_are_chosen_without_a_stall(table: PlaceTable, qtbot: QtBot) -> None:
    found = Found(pids=range(MILLIONS))
    clock = QElapsedTimer()
    steps = (
        lambda: table.show_found(found, made_up),
        table.scrollToBottom,
        lambda: table.setCurrentIndex(table.places.index(MILLIONS // 2, 0)),
        table.selectAll,
        lambda: table.lead_to(MILLIONS - 1),
    )
    for number, step in enumerate(steps):
        clock.start()
        step()
        table.grab()
        assert clock.elapsed() < LONGEST_STEP_MS, number
    assert table.places.rowCount() == MILLIONS
    assert table.places.rows_held < 500


def test_all_rows_can_be_chosen_and_are_not_listed(table: PlaceTable) -> None:
    table.show_found(Found(pids=range(MILLIONS)), made_up)
    table.selectAll()
    assert len(table.picked) == MILLIONS
    assert table.picked.row_numbers(2) == [0, 1]


def test_rows_are_read_when_they_are_seen_and_old_ones_go(table: PlaceTable) -> None:
    read: list[int] = []

    def reading(pid: int) -> tuple[Place, str]:
        read.append(pid)
        return made_up(pid)

    table.show_found(Found(pids=range(MILLIONS)), reading)
    table.grab()
    assert 0 < len(set(read)) < 60
    model = table.places
    for row in range(ROWS_KEPT + 100):
        model.row_at(row)
    assert model.rows_held == ROWS_KEPT


def test_what_a_row_says(table: PlaceTable) -> None:
    matches = {7: ("Kunigsberg", "the name as typed: historic name"), 8: ("Place 8", "the name as typed")}
    table.show_found(Found(Wanted("x"), Way.SEARCHED, (7, 8), matches), made_up)
    model = table.places
    said = [model.index(0, column).data() for column in range(model.columnCount())]
    assert said == ["Place 7", "Ort 7", "settlement", "", "", "7", "Kunigsberg: historic name"]
    assert model.index(1, MATCH).data() == "the name as typed"
    assert model.headerData(MATCH, Qt.Orientation.Horizontal) == "How it matched"
    told = model.index(0, NAME).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "settlement" in told
    assert "historic" in told


def test_how_it_matched_is_hidden_where_nothing_was_typed(table: PlaceTable) -> None:
    table.show_found(Found(pids=range(5)), made_up)
    assert table.isColumnHidden(MATCH)
    table.show_found(Found(Wanted("1 1"), Way.NEAR, (3,), distances={3: 4.21}, position=(1.0, 1.0)), made_up)
    assert not table.isColumnHidden(MATCH)
    assert table.places.index(0, MATCH).data() == "4.2 km"
    assert table.places.headerData(MATCH, Qt.Orientation.Horizontal) == "Distance"


def test_chosen_rows_are_copied_with_tabs(table: PlaceTable, qtbot: QtBot) -> None:
    table.show_found(Found(pids=range(100)), made_up)
    table.selectRow(3)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines] == ["Place 3", "Place 4"]
    assert lines[0].split("\t")[PEOPLE] == "3"


def test_a_person_moving_is_told_from_a_row_shown(table: PlaceTable, qtbot: QtBot) -> None:
    told: list[tuple[int, bool]] = []
    table.chosen.connect(lambda pid, by_person: told.append((pid, by_person)))
    table.show_found(Found(pids=range(100, 200)), made_up)
    assert table.lead_to(150)
    assert not table.lead_to(50)
    table.lead_to_first()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert told == [(100, False), (101, True)]


def test_return_asks_for_the_map(table: PlaceTable, qtbot: QtBot) -> None:
    table.show_found(Found(pids=range(3)), made_up)
    table.lead_to_first()
    with qtbot.waitSignal(table.map_wanted):
        qtbot.keyClick(table, Qt.Key.Key_Return)


# what is asked --------------------------------------------------------------------------------------------------------


def labels(gazetteer: Gazetteer, found: Found, count: int = 3) -> list[str]:
    return [gazetteer.place(pid).label for pid in found.pids[:count]]


def test_nothing_typed_browses_everything_and_rows_are_found_again(gazetteer: Gazetteer) -> None:
    found = find(gazetteer, Wanted())
    assert found.way is Way.BROWSED
    assert len(found.pids) == len(gazetteer.columns) > 300_000
    some = find(gazetteer, Wanted("", PlaceFilter(countries=frozenset({"LT"}), classes=frozenset("P"))))
    assert labels(gazetteer, some, 1) == ["Vilnius, Vilnius County, Lithuania"]
    assert [some.row_of(pid) for pid in some.pids[:5]] == [0, 1, 2, 3, 4]
    paris = gazetteer.pid_of("geonames:2988507")
    assert paris is not None
    assert some.row_of(paris) is None


@pytest.mark.parametrize("text", ["54.69 25.28", "54°41′24″N 25°16′48″E", "35U LA 89134 61653"])
def test_a_position_finds_what_is_near_it(gazetteer: Gazetteer, text: str) -> None:
    found = find(gazetteer, Wanted(text))
    assert found.way is Way.NEAR
    assert labels(gazetteer, found, 1) == ["Vilnius, Vilnius County, Lithuania"]
    far = [found.distances[pid] for pid in found.pids]
    assert far == sorted(far)
    assert far[0] < 0.2


def test_a_position_within_filters_finds_the_nearest_that_passes(gazetteer: Gazetteer) -> None:
    large = PlaceFilter(classes=frozenset("P"), min_population=1_000_000)
    found = find(gazetteer, Wanted("54.69 25.28", large))
    assert labels(gazetteer, found, 1)[0].startswith("Minsk")
    assert all(gazetteer.columns.population[pid] >= 1_000_000 for pid in found.pids)


@pytest.mark.parametrize("text", ["Тейсин", "geonames:593116", "Springfield, Illinois", "وارسو", "Königsberg"])
def test_names_of_any_script_and_ids_are_searched(gazetteer: Gazetteer, text: str) -> None:
    wanted = {
        "Тейсин": "Teysin, Khabarovsk Krai, Russia",
        "geonames:593116": "Vilnius, Vilnius County, Lithuania",
        "Springfield, Illinois": "Springfield, Illinois, United States",
        "وارسو": "Warsaw",
        "Königsberg": "Kaliningrad",
    }[text]
    found = find(gazetteer, Wanted(text))
    assert found.way is Way.SEARCHED
    assert any(label.startswith(wanted) for label in labels(gazetteer, found, 5))
    assert all(found.matches[pid][1] for pid in found.pids)


def test_a_model_without_an_answer_is_empty(qtbot: QtBot) -> None:
    table = PlaceTable(None)  # type: ignore[arg-type]
    qtbot.addWidget(table)
    model: PlaceModel = table.places
    assert model.rowCount() == 0
    assert list(table.picked) == []
