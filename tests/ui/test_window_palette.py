"""Search everything, with the keyboard alone: actions, articles, names, places."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.palette.dialog import HIT, Palette
from desktop.palette.hits import Hit, Sort
from gazetteer.project import queries
from tests.ui.review_samples import VILNIUS

pytestmark = pytest.mark.webengine


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> Palette:
    return window.searching.show()


def line(palette: Palette) -> QLineEdit:
    found = palette.findChild(QLineEdit, "palette_line")
    assert isinstance(found, QLineEdit)
    return found


def hits(palette: Palette) -> list[Hit]:
    rows = palette.findChild(QListWidget, "palette_rows")
    assert isinstance(rows, QListWidget)
    found = [rows.item(place).data(HIT) for place in range(rows.count())]
    return [hit for hit in found if hit is not None]


def search(palette: Palette, qtbot: QtBot, typed: str, sort: Sort) -> Hit:
    line(palette).setText(typed)  # QTest types Latin letters only
    qtbot.waitUntil(lambda: any(hit.sort is sort for hit in hits(palette)))
    return next(hit for hit in hits(palette) if hit.sort is sort)


def test_the_key_opens_it_and_every_action_is_listed(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    opened = window.findChild(Palette, "palette")
    assert isinstance(opened, Palette)
    listed = {hit.target for hit in hits(opened)}
    assert listed == {spec.id for _, specs in window.commands.menus for spec in specs}
    qtbot.keyClick(line(opened), Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_an_action_is_found_by_its_words_and_done(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    hit = search(palette, qtbot, "dark", Sort.ACTION)
    assert (hit.target, hit.title) == ("theme_dark", "Dark")
    qtbot.keyClick(line(palette), Qt.Key.Key_Return)
    assert window.theme.dark
    window.commands["theme_light"].trigger()


def test_what_cannot_be_done_now_is_shown_and_not_done(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    hit = search(palette, qtbot, "redo", Sort.ACTION)
    assert not hit.possible
    qtbot.keyClick(line(palette), Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_a_name_leads_to_its_first_mention(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    assert window.session.project is not None
    hit = search(palette, qtbot, "pabra", Sort.NAME)
    qtbot.keyClick(line(palette), Qt.Key.Key_Return)
    assert window.session.selection.mention_id == hit.target


def test_arrows_walk_over_the_headings(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    search(palette, qtbot, "vilnius", Sort.PLACE)
    sorts = [hit.sort for hit in hits(palette)]
    assert sorts == sorted(sorts, key=list(Sort).index)
    for _ in range(sorts.index(Sort.PLACE)):
        qtbot.keyClick(line(palette), Qt.Key.Key_Down)
    qtbot.keyClick(line(palette), Qt.Key.Key_Return)
    assert window.session.selection.place_id == VILNIUS.place_id
    assert window.evidence.isVisible()


def test_an_article_is_opened(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    assert window.session.project is not None
    wanted = queries.documents(window.session.project)[-1]
    hit = search(palette, qtbot, wanted.label[:12], Sort.DOCUMENT)
    assert hit.target == wanted.document_id
    window.searching.go(hit)
    assert window.session.selection.document_id == wanted.document_id
    palette.reject()


def test_nothing_found_says_so(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(palette), "qqqqxyz")
    qtbot.waitUntil(lambda: "qqqqxyz" in palette._note.text())
    assert hits(palette) == []
    palette.reject()
