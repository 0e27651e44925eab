"""The board of places, and what the list of articles says of review, stars and near copies."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.review.documents import DocumentsPane, counts_line
from desktop.review.place_model import ARTICLES, LAST, MENTIONS, NAME, SPELLINGS, TEXTS
from desktop.review.places import PlacesPane
from desktop.session import Session
from gazetteer.project import queries
from gazetteer.project.edits import AddDocuments, Confirm, RemoveDocuments
from gazetteer.project.filters import MentionFilter
from gazetteer.project.mark_edits import DescribeDocument
from tests.ui.review_samples import EXERCISE, PABRADE, VILNIUS, annotated, annotation, document


def shown(qtbot: QtBot, session: Session) -> PlacesPane:
    pane = PlacesPane(session)
    qtbot.addWidget(pane)
    pane.resize(700, 400)
    pane.show()
    return pane


def row(pane: PlacesPane, number: int) -> list[str]:
    model = pane.model
    return [str(model.index(number, column).data()) for column in range(model.columnCount())]


def test_each_place_is_one_row_with_its_counts_and_spellings(qtbot: QtBot, session: Session) -> None:
    pane = shown(qtbot, session)
    assert pane.model.rowCount() == 5
    vilnius = pane.model.row_of(VILNIUS.place_id)
    assert vilnius is not None
    found = row(pane, vilnius)
    assert (found[MENTIONS], found[ARTICLES], found[TEXTS]) == ("3", "2", "2")
    assert found[SPELLINGS] == "Vilnius 3"
    assert found[LAST] == "2023-09-01"
    pane.model.sort(NAME, Qt.SortOrder.AscendingOrder)
    names = [row(pane, number)[NAME] for number in range(5)]
    assert names == sorted(names)
    assert pane.findChild(object, "places_count").text() == "5 places  ·  3 articles, 3 independent texts"


def test_the_board_follows_filter_and_selection_and_sets_it(qtbot: QtBot, session: Session) -> None:
    pane = shown(qtbot, session)
    session.set_filter(MentionFilter(countries=frozenset({"LT"})))
    assert pane.model.rowCount() == 3
    session.select_place(PABRADE.place_id)
    assert row(pane, pane.view.currentIndex().row())[SPELLINGS] == "Pabrati 2"
    vilnius = pane.model.row_of(VILNIUS.place_id)
    assert vilnius is not None
    pane.view.setCurrentIndex(pane.model.index(vilnius, MENTIONS))
    assert session.selection.place_id == VILNIUS.place_id
    session.set_filter(MentionFilter(text="no such name"))
    assert pane.model.rowCount() == 0


def test_near_copies_count_once(qtbot: QtBot, session: Session) -> None:
    text = EXERCISE.replace("drone", "balloon", 1).replace("hour", "mile", 1).replace("Tuesday", "Monday")
    copy = annotated(document(text, "copy.txt"), (annotation(text, "Vilnius", 0, VILNIUS),))
    pane = shown(qtbot, session)
    session.do(AddDocuments((copy,)))
    qtbot.waitUntil(lambda: "4 articles" in pane.findChild(object, "places_count").text())
    assert pane.findChild(object, "places_count").text().endswith("4 articles, 3 independent texts")
    number = pane.model.row_of(VILNIUS.place_id)
    assert number is not None
    found = row(pane, number)
    assert (found[MENTIONS], found[ARTICLES], found[TEXTS]) == ("4", "3", "2")
    assert session.project is not None
    line = counts_line(queries.documents(session.project, "copy")[0])
    assert "2 articles tell nearly this text" in line
    hebrew = next(row.document_id for row in queries.documents(session.project) if row.lang == "he")
    session.do(RemoveDocuments((hebrew,)))
    qtbot.waitUntil(lambda: "3 articles, 2 independent texts" in pane.findChild(object, "places_count").text())


def test_an_article_says_how_far_its_review_is(qtbot: QtBot, session: Session) -> None:
    pane = DocumentsPane(session)
    qtbot.addWidget(pane)
    pane.show()
    assert session.project is not None
    mention = queries.mentions(session.project)[0]
    session.do(Confirm(mention.mention_id))
    session.do(DescribeDocument(mention.document_id, {"starred": True, "tags": ["range"], "note": "ask again"}))

    def told() -> str:
        number = pane.model.row_of(mention.document_id)
        assert number is not None
        return str(pane.model.index(number).data(Qt.ItemDataRole.ToolTipRole))

    qtbot.waitUntil(lambda: "ask again" in told())
    assert "1 of 8 settled by a person" in told()
    assert "range" in told()
