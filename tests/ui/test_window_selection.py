"""One selection: what is chosen in any pane is chosen in all."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from desktop.main_window import MainWindow
from desktop.review.evidence_rows import SentenceLine
from desktop.review.painting import ROW_ROLE
from desktop.session import Selection
from gazetteer.project import queries
from gazetteer.project.rows import MentionRow
from tests.ui.review_samples import PABRADE, VILNIUS

pytestmark = pytest.mark.webengine


def row_of(window: MainWindow, surface: str, nth: int = 0) -> MentionRow:
    assert window.session.project is not None
    return [row for row in queries.mentions(window.session.project) if row.surface == surface][nth]


def click(view: QAbstractItemView, index: QModelIndex) -> None:
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def first_of(view: QAbstractItemView, fits: Callable[[object], bool]) -> QModelIndex:
    indexes = (view.model().index(row, 0) for row in range(view.model().rowCount()))
    return next(index for index in indexes if fits(index.data(ROW_ROLE)))


def in_mentions(window: MainWindow) -> None:
    wanted = row_of(window, "Pabrati").mention_id
    window.docks.show_pane(window.mentions)
    click(window.mentions.view, window.mentions.model.index(window.mentions.model.row_of(wanted), 0))


def in_problems(window: MainWindow) -> None:
    window.docks.show_pane(window.board)
    while window.board.reader.busy:
        QTest.qWait(10)
    click(window.board.view, first_of(window.board.view, lambda row: row.surface == "Pabrati"))  # type: ignore[attr-defined]


def in_evidence(window: MainWindow) -> None:
    window.session.select_place(PABRADE.place_id)
    view = window.evidence.view
    click(view, first_of(view, lambda row: isinstance(row, SentenceLine)))


def in_article(window: MainWindow) -> None:
    wanted = row_of(window, "Pabrati")
    window.session.select_document(wanted.document_id)
    box = window.article.text.mention_boxes(wanted.mention_id)[0]
    QTest.mouseClick(window.article.text.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())


def in_map(window: MainWindow) -> None:
    window.session.select_document(row_of(window, "Pabrati").document_id)
    window.map.picked.emit(PABRADE.place_id)


def in_places(window: MainWindow) -> None:
    window.session.select_document(row_of(window, "Pabrati").document_id)
    window.docks.show_pane(window.desk.places)
    places = window.desk.places
    click(places.view, places.model.index(places.model.row_of(PABRADE.place_id), 0))


def in_articles(window: MainWindow) -> None:
    window.docks.show_pane(window.documents)
    wanted = row_of(window, "Pabrati").document_id
    click(window.documents.view, window.documents.model.index(window.documents.model.row_of(wanted)))


def in_unresolved(window: MainWindow) -> None:
    window.docks.show_pane(window.unresolved)
    click(window.unresolved.view, first_of(window.unresolved.view, lambda row: row.surface == "Teysin"))  # type: ignore[attr-defined]


def shown(window: MainWindow) -> dict[str, Selection]:
    """Return what each pane has in focus; None for what a pane does not show."""
    found: dict[str, Selection] = {}
    documents, mentions, places = window.documents, window.mentions, window.desk.places
    window.docks.show_pane(documents)
    index = documents.view.currentIndex()
    found["articles"] = Selection(document_id=index.data(ROW_ROLE).document_id if index.isValid() else None)
    window.docks.show_pane(mentions)
    index = mentions.view.currentIndex()
    found["mentions"] = Selection(mention_id=mentions.model.id_at(index.row()) if index.isValid() else None)
    window.docks.show_pane(places)
    index = places.view.currentIndex()
    found["places"] = Selection(place_id=places.model.id_at(index.row()) if index.isValid() else None)
    detail = window.inspector.detail
    found["mention"] = Selection(mention_id=detail.mention_id if detail else None)
    found["article"] = Selection(window.article.document_id, window.article.text.focus_mention)
    found["map"] = Selection(place_id=window.map._lasting["select"]["id"])
    found["evidence"] = Selection(place_id=window.evidence._shown[0])
    return found


@pytest.mark.parametrize("choose", [in_mentions, in_problems, in_evidence, in_article])
def test_a_mention_chosen_in_any_pane_is_chosen_in_all(
    window: MainWindow, choose: Callable[[MainWindow], None]
) -> None:
    choose(window)
    wanted = row_of(window, "Pabrati")
    assert window.session.selection == Selection(wanted.document_id, wanted.mention_id, PABRADE.place_id)
    assert shown(window) == {
        "articles": Selection(document_id=wanted.document_id),
        "mentions": Selection(mention_id=wanted.mention_id),
        "places": Selection(place_id=PABRADE.place_id),
        "mention": Selection(mention_id=wanted.mention_id),
        "article": Selection(wanted.document_id, wanted.mention_id),
        "map": Selection(place_id=PABRADE.place_id),
        "evidence": Selection(place_id=PABRADE.place_id),
    }


@pytest.mark.parametrize("choose", [in_map, in_places])
def test_a_place_chosen_in_any_pane_is_chosen_in_all(window: MainWindow, choose: Callable[[MainWindow], None]) -> None:
    choose(window)
    article = row_of(window, "Pabrati").document_id
    assert shown(window) == {
        "articles": Selection(document_id=article),
        "mentions": Selection(),
        "places": Selection(place_id=PABRADE.place_id),
        "mention": Selection(),
        "article": Selection(article),
        "map": Selection(place_id=PABRADE.place_id),
        "evidence": Selection(place_id=PABRADE.place_id),
    }


def test_an_article_chosen_in_the_list_is_shown_and_lets_the_mention_go(window: MainWindow) -> None:
    window.session.select_mention(row_of(window, "Vilnius", 2).mention_id)
    assert window.session.selection.place_id == VILNIUS.place_id
    in_articles(window)
    article = row_of(window, "Pabrati").document_id
    found = shown(window)
    assert (found["articles"], found["article"]) == (Selection(article), Selection(article))
    assert {found[name] for name in ("mentions", "places", "mention", "map", "evidence")} == {Selection()}


def test_a_name_without_a_place_is_chosen_in_all_and_stands_on_the_map_as_a_guess(window: MainWindow) -> None:
    in_unresolved(window)
    wanted = window.session.selection
    assert wanted.mention_id == row_of(window, "Teysin").mention_id
    found = shown(window)
    assert found["mentions"] == found["mention"] == Selection(mention_id=wanted.mention_id)
    assert found["article"] == Selection(wanted.document_id, wanted.mention_id)
    assert found["map"] == Selection(place_id=f"{queries.GUESS}{wanted.mention_id}")
