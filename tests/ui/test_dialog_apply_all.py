"""Apply to all: what it would do, what it protects, and that it does no more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.apply_all import ApplyAllDialog
from desktop.session import Session
from gazetteer.errors import ProjectError
from gazetteer.project import queries
from gazetteer.project.edits import AddDocuments, ChoosePlace, Confirm, DropPin, RemoveDocuments
from tests.core.made_up import TEXAS
from tests.ui.review_samples import PABIRZE, PARIS_FR, VILNIUS, annotated, annotation, document


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def child(dialog: QWidget, kind: type, name: str) -> QWidget:
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def mention_of(session: Session, surface: str) -> str:
    assert session.project is not None
    return next(row.mention_id for row in queries.mentions(session.project) if row.surface == surface)


def test_apply_to_all_is_one_undo_step(session: Session, window: QWidget, qtbot: QtBot) -> None:
    assert session.project is not None
    mention = mention_of(session, "Pabrati")
    with qtbot.waitSignal(session.changed):
        session.do(ChoosePlace(mention, PABIRZE))
    before = session.project.state_hash()
    dialog = ApplyAllDialog(session, mention, window)
    dialog.open()
    assert len(dialog.ticked()) == 1
    with qtbot.waitSignal(session.changed):
        child(dialog, QPushButton, "apply_all_ok").click()
    rows = [row for row in queries.mentions(session.project) if row.surface == "Pabrati"]
    assert {row.place_id for row in rows} == {PABIRZE.place_id}
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert session.project.state_hash() == before


PARIS_NEWS = (
    ("fair.txt", "The fair opened in Paris on Monday. In Paris it rained.", ()),
    ("sale.txt", "A sale in Paris, Texas, was stopped. Nobody in Paris was surprised.", (("Texas", TEXAS),)),
    ("walk.txt", "They walked from Paris to the sea. Paris was empty. Old Paris slept.", ()),
)


def plant(session: Session) -> list[str]:
    """Bring in articles that name Paris seven times, once as the town of Texas; return the mentions in text order."""
    articles = []
    for name, text, more in PARIS_NEWS:
        found = [annotation(text, "Paris", nth, PARIS_FR) for nth in range(text.count("Paris"))]
        found += [annotation(text, surface, 0, place) for surface, place in more]
        articles.append(annotated(document(text, name, title=name), tuple(found)))
    session.do(AddDocuments(tuple(articles)))
    settle(session)
    assert session.project is not None
    rows = queries.mentions(session.project)
    return [row.mention_id for row in rows if row.surface == "Paris" and row.document_label.endswith(".txt")]


def settle(session: Session) -> None:
    session.writer.finish()
    QApplication.processEvents()


def test_apply_to_all_shows_what_it_would_do_and_does_no_more(session: Session, window: QWidget) -> None:
    """Of seven mentions one is decided, two were before, one is the town in Texas: three are proposed."""
    session.do(RemoveDocuments(tuple(queries.document_ids(session.project))))  # type: ignore[arg-type]
    mentions = plant(session)
    model, settled, town, far = mentions[0], mentions[1], mentions[2], mentions[4]
    session.do(Confirm(settled))
    session.do(DropPin(far, 10.0, 20.0, 0, "Paris, the farm"))
    session.do(ChoosePlace(model, VILNIUS))
    settle(session)
    assert session.project is not None
    before, label = session.project.state_hash(), session.undo_label

    dialog = ApplyAllDialog(session, model, window)
    dialog.open()
    rows = {row.mention_id: row for row in dialog._rows}
    assert len(rows) == 6
    assert dialog.ticked() == [one for one in mentions if one not in (model, settled, town, far)]
    assert {one: rows[one].reason for one in (settled, town, far)} == {
        settled: f"decided before by {rows[settled].reason.rpartition(' ')[2]}",  # type: ignore[union-attr]
        town: "followed by “Texas”",
        far: rows[settled].reason,
    }
    assert child(dialog, QLabel, "apply_all_count").text().startswith("3 of 6 ")
    dialog.reject()
    settle(session)
    assert (session.project.state_hash(), session.undo_label) == (before, label)

    dialog = ApplyAllDialog(session, model, window)
    dialog.open()
    child(dialog, QPushButton, "apply_all_ok").click()
    settle(session)
    places = {row.mention_id: row.place_id for row in queries.mention_rows(session.project, mentions)}
    assert [one for one in mentions if places[one] == VILNIUS.place_id] == [
        one for one in mentions if one not in (settled, town, far)
    ]
    session.undo()
    settle(session)
    assert (session.project.state_hash(), session.undo_label) == (before, label)


def test_what_is_unticked_is_left_alone(session: Session, window: QWidget, qtbot: QtBot) -> None:
    mention = mention_of(session, "Pabrati")
    with qtbot.waitSignal(session.changed):
        session.do(ChoosePlace(mention, PABIRZE))
    dialog = ApplyAllDialog(session, mention, window)
    tree = child(dialog, QTreeWidget, "apply_all_rows")
    assert isinstance(tree, QTreeWidget)
    top = tree.topLevelItem(0)
    assert top is not None
    top.child(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.ticked() == []
    assert not child(dialog, QPushButton, "apply_all_ok").isEnabled()


def test_apply_to_all_of_a_mention_that_is_gone(session: Session, window: QWidget) -> None:
    with pytest.raises(ProjectError):
        ApplyAllDialog(session, "m-nothing", window)
