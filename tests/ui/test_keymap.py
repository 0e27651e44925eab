"""Keys of one's own: kept, refused where they would clash, and gone again."""

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLabel, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.action_table import ActionTable
from desktop.actions import Actions
from desktop.keymap import Keymap
from desktop.settings import Settings
from desktop.settings_dialog.keys_page import ACTION, KeysPage


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def keymap(settings: Settings) -> Keymap:
    return Keymap(settings, ActionTable().specs())


def test_own_keys_are_kept_and_the_usual_ones_are_not_stored(keymap: Keymap, settings: Settings) -> None:
    usual = keymap.keys("confirm")
    keymap.set("confirm", ("Ctrl+Return",))
    assert Keymap(settings, ActionTable().specs()).keys("confirm") == ("Ctrl+Return",)
    keymap.set("confirm", usual)
    assert settings.read("keys", {"x": ["y"]}) == {}
    assert not keymap.is_own("confirm")


@pytest.mark.parametrize(
    ("action_id", "key", "because"),
    [
        ("undo", "Ctrl+K", "Search everything"),
        ("confirm", "N", "N"),
        ("confirm", "N, O, X", "organisation"),
        ("import", "Y", "letter one types"),
        ("import", "Shift+Y", "letter one types"),
    ],
)
def test_a_key_that_clashes_is_refused_with_the_reason(keymap: Keymap, action_id: str, key: str, because: str) -> None:
    refusal = keymap.refusal(action_id, (key,))
    assert refusal is not None
    assert because in refusal


@pytest.mark.parametrize(
    ("action_id", "key"), [("confirm", "Y"), ("undo", "Ctrl+Alt+Z"), ("undo", "Ctrl+Z"), ("quit", "F12")]
)
def test_a_free_key_is_taken(keymap: Keymap, action_id: str, key: str) -> None:
    assert keymap.refusal(action_id, (key,)) is None


def test_a_key_given_up_may_be_used_elsewhere(keymap: Keymap) -> None:
    keymap.set("defer", ())
    assert keymap.refusal("confirm", ("D",)) is None


@pytest.mark.parametrize("stored", ['"nonsense"', '{"confirm": "Y"}', '{"no_such_action": ["Y"]}', "[1, 2]", "{"])
def test_damaged_settings_give_the_usual_keys(settings: Settings, stored: str) -> None:
    settings._store.setValue("keys", stored)
    assert Keymap(settings, ActionTable().specs()).keys("confirm") == ("C",)


def test_the_page_changes_keys_at_once_and_says_why_it_does_not(qtbot: QtBot, settings: Settings) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window, settings)
    page = KeysPage(actions, window)
    tree = page.findChild(QTreeWidget, "keys_tree")
    edit = page.findChild(QKeySequenceEdit, "keys_edit")
    note = page.findChild(QLabel, "keys_note")
    assert isinstance(tree, QTreeWidget)
    assert isinstance(edit, QKeySequenceEdit)
    assert isinstance(note, QLabel)
    row = next(row for row in page._rows if row.data(0, ACTION) == "defer")
    tree.setCurrentItem(row)
    edit.setKeySequence(QKeySequence("Y"))
    page.findChild(QPushButton, "keys_take").click()
    assert actions["defer"].shortcut() == QKeySequence("Y")
    assert row.text(1) == "Y"
    assert "(Y)" in actions["defer"].toolTip()
    edit.setKeySequence(QKeySequence("C"))
    page.findChild(QPushButton, "keys_take").click()
    assert "Confirm" in note.text()
    assert actions["defer"].shortcut() == QKeySequence("Y")
    page.findChild(QPushButton, "keys_none").click()
    assert actions["defer"].shortcut().isEmpty()
    page.findChild(QPushButton, "keys_usual").click()
    assert actions["defer"].shortcut() == QKeySequence("D")


def test_letters_off_leaves_the_other_keys(qtbot: QtBot, settings: Settings) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window, settings)
    actions.keymap.set("defer", ("Y",))
    actions.set_letters(False)
    assert actions["defer"].shortcut().isEmpty()
    assert actions["undo"].shortcut() == QKeySequence("Ctrl+Z")
    actions.set_letters(True)
    assert actions["defer"].shortcut() == QKeySequence("Y")
