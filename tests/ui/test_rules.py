"""Rules in the window: made of a correction with a preview, listed, switched, removed, written and read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QTableWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.rule_making import RuleDialog
from desktop.dialogs.rules import RulesDialog
from desktop.review.inspector import Inspector
from desktop.session import Session
from gazetteer.errors import EditError
from gazetteer.model import Kind, Status
from gazetteer.project import queries
from gazetteer.project.edits import ChoosePlace, SetKind
from gazetteer.project.rule_edits import PutRule
from gazetteer.project.rules import Rule, learned, rules
from gazetteer.project.store import Project
from tests.ui.review_samples import PABIRZE


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def corrected(session: Session, qtbot: QtBot) -> str:
    """The first mention of Pabrati, put into Pabiržė by a person."""
    mention_id = next(row.mention_id for row in queries.mentions(open_project(session)) if row.surface == "Pabrati")
    with qtbot.waitSignal(session.changed):
        session.do(ChoosePlace(mention_id, PABIRZE))
    return mention_id


def open_project(session: Session) -> Project:
    assert session.project is not None
    return session.project


def press(qtbot: QtBot, dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_correction_is_offered_as_a_rule_and_made_one(
    session: Session, corrected: str, over: QWidget, qtbot: QtBot
) -> None:
    project = open_project(session)
    before = project.state_hash()
    dialog = RuleDialog(session, corrected, over)
    dialog.open()
    assert dialog.rule == Rule("Pabrati", Kind.LITERAL, PABIRZE)
    with qtbot.waitSignal(session.changed):
        press(qtbot, dialog, "rule_ok")
    assert rules(project) == [Rule("Pabrati", Kind.LITERAL, PABIRZE)]
    alike = [row for row in queries.mentions(project) if row.surface == "Pabrati"]
    assert {row.status for row in alike} == {Status.CORRECTED, Status.LEARNED}
    assert {row.place_id for row in alike} == {PABIRZE.place_id}
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert project.state_hash() == before


def test_the_context_narrows_the_rule_and_its_preview(
    session: Session, corrected: str, over: QWidget, qtbot: QtBot
) -> None:
    dialog = RuleDialog(session, corrected, over)
    dialog.open()
    beside, place = dialog.findChild(QCheckBox, "rule_beside"), dialog.findChild(QComboBox, "rule_place")
    assert beside is not None
    assert place is not None
    assert not place.isEnabled()
    beside.click()
    assert place.isEnabled()
    assert dialog.rule.named == place.currentData()
    dialog.findChild(QCheckBox, "rule_language").click()  # type: ignore[union-attr]
    mention = queries.mention(open_project(session), corrected)
    assert mention is not None
    article = queries.document(open_project(session), mention.document_id)
    assert article is not None
    assert dialog.rule.lang == article.lang
    press(qtbot, dialog, "rule_cancel")
    assert rules(open_project(session)) == []


def test_nothing_decided_is_nothing_to_learn_from(session: Session, over: QWidget) -> None:
    wanted = next(row.mention_id for row in queries.mentions(open_project(session)) if row.status is Status.AUTO)
    with pytest.raises(EditError, match="Nothing is decided"):
        RuleDialog(session, wanted, over)


def test_the_inspector_offers_a_rule_after_a_correction_only(session: Session, qtbot: QtBot) -> None:
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.show()
    mention_id = next(row.mention_id for row in queries.mentions(open_project(session)) if row.surface == "Pabrati")
    session.select_mention(mention_id)
    button = inspector.findChild(QToolButton, "verdict_rule")
    assert button is not None
    assert button.isHidden()
    with qtbot.waitSignal(session.changed):
        session.do(SetKind(mention_id, Kind.PERSON))
    assert not button.isHidden()
    with qtbot.waitSignal(inspector.rule_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [mention_id]


def test_the_list_switches_removes_writes_and_reads(
    session: Session, over: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    project = open_project(session)
    dialog = RulesDialog(session, over)
    dialog.open()
    table = dialog.findChild(QTableWidget, "rules_table")
    assert table is not None
    assert table.isHidden()
    for rule in (Rule("Pabrati", Kind.LITERAL, PABIRZE, lang="en"), Rule("Vilnius", Kind.PERSON)):
        with qtbot.waitSignal(session.changed):
            session.do(PutRule(None, rule))
    assert table.rowCount() == 2
    assert [table.item(0, column).text() for column in range(4)] == [
        *("Pabrati", PABIRZE.label, "in English", "0"),
    ]
    with qtbot.waitSignal(session.changed):
        table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    assert [rule.enabled for rule in rules(project)] == [False, True]
    dialog.write(tmp_path / "rules.json")
    table.selectRow(1)
    with qtbot.waitSignal(session.changed):
        press(qtbot, dialog, "rules_remove")
    assert [rule.name for rule in rules(project)] == ["Pabrati"]
    with qtbot.waitSignal(session.changed):
        dialog.read(tmp_path / "rules.json")
    assert [(rule.name, rule.enabled) for rule in rules(project)] == [("Pabrati", False), ("Vilnius", True)]
    assert learned(project) == {}
    with qtbot.waitSignal(session.failed):
        dialog.read(tmp_path / "none.json")
