"""Words, trail, picked rows and the flow of chips in the gazetteer's pane."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gazetteer_view.card_facts import CLASSES
from desktop.gazetteer_view.flow import FlowLayout
from desktop.gazetteer_view.selected import PickedRows
from desktop.gazetteer_view.trail import LONGEST, Trail
from desktop.gazetteer_view.wiring import visible_box
from desktop.gazetteer_view.words import (
    class_word,
    distance,
    is_right_to_left,
    language_name,
    name_kind_word,
    precision_choice,
    precision_sentence,
)
from desktop.review.feature_words import code_words
from desktop.review.words import feature_word
from gazetteer.model import Place, Precision
from gazetteer.places.records import NameKind


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("lt", "Lithuanian"),
        ("crh", "Crimean Tatar"),
        ("nan", "Min Nan"),
        ("sr-Latn", "Serbian (Latin)"),
        ("zh-TW", "Chinese (Taiwan)"),
        ("", "Language not stated"),
        ("xyz", "xyz"),
    ],
)
def test_languages_are_named_in_words(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_languages_written_from_the_right() -> None:
    assert [tag for tag in ("ar", "he", "fa", "ur", "yi", "lt", "ru", "zh", "") if is_right_to_left(tag)] == [
        *("ar", "he", "fa", "ur", "yi")
    ]


def test_every_class_precision_and_kind_of_name_has_words_of_its_own() -> None:
    assert len({class_word(letter) for letter in CLASSES}) == len(CLASSES)
    assert len({precision_choice(precision) for precision in Precision}) == len(Precision)
    told = [name_kind_word(kind) for kind in NameKind]
    assert name_kind_word(NameKind.HISTORIC) == "historic"
    assert len({word for word in told if word}) == len([word for word in told if word]) == 8


def test_known_codes_are_told_closer_than_their_class() -> None:
    words = {code: feature_word(Place("x:1", "X", 0, 0, code[0], code[2:])) for code in code_words()}
    assert words["H.LK"] == "lake"
    assert words["T.ISL"] == "island"
    assert feature_word(Place("x:1", "X", 0, 0, "H", "WHRL")) == "water"
    assert feature_word(Place("x:1", "X", 0, 0, "P", "PPLA3")) == "municipal seat"


@pytest.mark.parametrize(
    ("km", "words"), [(0.004, "0 m"), (0.85, "850 m"), (9.24, "9.2 km"), (58.4, "58 km"), (1204.4, "1,204 km")]
)
def test_distances(km: float, words: str) -> None:
    assert distance(km) == words


def test_precision_tells_how_far_a_position_may_be_off() -> None:
    village = Place("x:1", "X", 0, 0, "P", "PPL", Precision.MUNICIPALITY, 22_900)
    country = Place("x:2", "X", 0, 0, "A", "PCLI", Precision.COUNTRY, 144_000)
    assert "23 km" in precision_sentence(village)
    assert "municipality" in precision_sentence(village)
    assert "144 km" in precision_sentence(country)
    assert precision_sentence(Place("x:3", "X", 0, 0, "P", "PPL")) == "the place itself"


def test_the_trail_goes_back_and_forward_and_forgets_what_lay_ahead() -> None:
    trail = Trail()
    assert trail.here is None
    assert trail.step(-1) is None
    for place_id in ("a", "b", "b", "c"):
        trail.visit(place_id)
    assert (trail.step(-1), trail.step(-1), trail.step(-1)) == ("b", "a", None)
    assert trail.step(1) == "b"
    trail.visit("d")
    assert not trail.can_go_forward
    assert (trail.step(-1), trail.here) == ("b", "b")


def test_looking_through_a_list_leaves_one_step() -> None:
    trail = Trail()
    trail.visit("a")
    for place_id in ("b", "c", "d"):
        trail.visit(place_id, instead=True)
    trail.visit("e")
    assert [trail.step(-1), trail.step(-1), trail.step(-1)] == ["d", "a", None]
    trail.visit("x", instead=True)
    assert trail.step(-1) == "a"


def test_a_long_walk_keeps_its_last_steps() -> None:
    trail = Trail()
    for number in range(LONGEST + 50):
        trail.visit(str(number))
    steps = 0
    while trail.step(-1) is not None:
        steps += 1
    assert (steps, trail.here) == (LONGEST - 1, "50")


def test_picked_rows_of_a_long_list_are_counted_not_listed() -> None:
    picked = PickedRows(range(0, 20_000_000, 2), [(0, 3), (9_999_998, 12_000_000)])
    assert len(picked) == 5
    assert list(picked) == [0, 2, 4, 19_999_996, 19_999_998]
    assert picked.row_numbers(4) == [0, 1, 2, 9_999_998]


def test_chips_go_on_in_a_new_line_and_hidden_ones_take_no_room(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = FlowLayout(6, page)
    layout.setContentsMargins(0, 0, 0, 0)
    # plain widgets: the program's style sheet, where another test set it, has its own sizes for buttons
    chips = [QWidget(page) for _ in range(4)]
    for chip in chips:
        chip.setFixedSize(100, 20)
        layout.addWidget(chip)
    page.resize(220, 100)
    page.show()
    layout.setGeometry(QRect(0, 0, 220, 100))
    assert [(chip.x(), chip.y()) for chip in chips] == [(0, 0), (106, 0), (0, 26), (106, 26)]
    assert layout.heightForWidth(220) == 46
    chips[1].hide()
    layout.setGeometry(QRect(0, 0, 220, 100))
    assert (chips[2].x(), chips[2].y()) == (106, 0)


@pytest.mark.parametrize(
    ("seen", "box"),
    [
        ((10, 40, 20, 50), (10, 40, 20, 50)),
        ((-230, -86, 230, 86), (-180, -86, 180, 86)),
        ((170, -10, 190, 10), (170, -10, -170, 10)),
        ((-190, -10, -170, 10), (170, -10, -170, 10)),
        ((185, -10, 195, 10), (-175, -10, -165, 10)),
        ((10, -95, 20, 95), (10, -90, 20, 90)),
    ],
)
def test_the_maps_view_beyond_the_date_line(seen: tuple[float, ...], box: tuple[float, ...]) -> None:
    assert visible_box(*seen) == box
