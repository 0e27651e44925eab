"""The dialog of a merge: mine, theirs, merged; what is ticked is what is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.merging import MERGED, MINE, THEIRS, MergeDialog
from desktop.session import Session
from gazetteer.model import Kind
from gazetteer.project import queries
from gazetteer.project.edits import ChoosePlace, Confirm, SetKind
from gazetteer.project.history import History
from gazetteer.project.merging import MergePlan, plan_merge
from gazetteer.project.store import Project
from tests.ui.review_samples import PABIRZE, make_project


def mention_of(project: Project, surface: str) -> str:
    return next(row.mention_id for row in queries.mentions(project) if row.surface == surface)


@pytest.fixture
def plan(session: Session, qtbot: QtBot, tmp_path: Path) -> MergePlan:
    assert session.project is not None
    with qtbot.waitSignal(session.changed):
        session.do(Confirm(mention_of(session.project, "Pabrati")))
    with Project.open(make_project(tmp_path / "other.toposcope")) as other:
        theirs = History(other, who="Rasa")
        theirs.do(ChoosePlace(mention_of(other, "Pabrati"), PABIRZE))
        theirs.do(SetKind(mention_of(other, "Vilnius"), Kind.ORGANISATION))
        return plan_merge(session.project, other)


@pytest.fixture
def dialog(session: Session, plan: MergePlan, qtbot: QtBot) -> Iterator[MergeDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    made = MergeDialog(session, plan, window)
    made.open()
    yield made
    window.close()


def label(dialog: MergeDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def test_both_sides_stand_beside_each_other_with_their_agreement(dialog: MergeDialog) -> None:
    assert "Rasa" in label(dialog, "merge_heading")
    assert "1 mentions, 0 of them alike (0 %)" in label(dialog, "merge_agreement")
    entries = {entry.text(0): entry for entry in dialog._entries}
    pabrati, vilnius = entries["Pabrati"], entries["Vilnius"]
    assert "Pabradė" in pabrati.text(MINE)
    assert "Pabiržė" in pabrati.text(THEIRS)
    assert pabrati.text(MERGED) == pabrati.text(MINE)
    assert vilnius.text(MERGED) == vilnius.text(THEIRS) == "not a place: organisation"
    pabrati.setCheckState(THEIRS, Qt.CheckState.Checked)
    assert pabrati.text(MERGED) == pabrati.text(THEIRS)


def test_what_is_ticked_is_taken_and_one_undo_takes_it_back(
    dialog: MergeDialog, session: Session, qtbot: QtBot
) -> None:
    project = session.project
    assert project is not None
    before = project.state_hash()
    vilnius, pabrati = mention_of(project, "Vilnius"), mention_of(project, "Pabrati")
    with qtbot.waitSignal(session.changed):
        dialog.findChild(QPushButton, "merge_ok").click()
    rows = {row.mention_id: row for row in queries.mentions(project)}
    assert rows[vilnius].kind is Kind.ORGANISATION
    assert rows[pabrati].place_label is not None
    assert "Pabradė" in rows[pabrati].place_label
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert project.state_hash() == before


def test_rows_that_need_no_look_are_hidden_until_asked_for(dialog: MergeDialog) -> None:
    shown = [entry for entry in dialog._entries if not entry.isHidden()]
    assert len(shown) == 2
    dialog.findChild(QCheckBox, "merge_only").click()
    assert all(not entry.isHidden() for entry in dialog._entries)


def test_cancel_changes_nothing(dialog: MergeDialog, session: Session) -> None:
    assert session.project is not None
    before = session.project.state_hash()
    dialog.findChild(QPushButton, "merge_cancel").click()
    assert session.project.state_hash() == before


def test_the_session_compares_in_the_background_and_tells_a_file_that_is_none(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    other = make_project(tmp_path / "other.toposcope")
    with qtbot.waitSignal(session.plan_merge(other).finished) as done:
        pass
    assert isinstance(done.args[0], MergePlan)
    (tmp_path / "none.toposcope").write_text("no project", "utf-8")
    with qtbot.waitSignal(session.failed) as failed:
        session.plan_merge(tmp_path / "none.toposcope")
    assert "none.toposcope" in failed.args[0]
