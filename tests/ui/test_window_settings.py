"""Settings, key sheet and backups over the whole window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QListWidget, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.backups import BackupsDialog
from desktop.dialogs.keys import KeySheet
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.settings_dialog.dialog import SettingsDialog
from gazetteer.model import Kind
from gazetteer.project import queries
from gazetteer.project.backups import backups
from gazetteer.project.edits import Confirm

pytestmark = pytest.mark.webengine


def opened(window: MainWindow, kind: type, name: str) -> object:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def test_general_settings_hold_at_once_and_are_kept(window: MainWindow, settings: Settings) -> None:
    window.commands["settings"].trigger()
    dialog = opened(window, SettingsDialog, "settings_dialog")
    appearance = dialog.findChild(QComboBox, "settings_appearance")
    appearance.setCurrentIndex(appearance.findData("dark"))
    appearance.activated.emit(appearance.currentIndex())
    assert window.theme.dark
    dialog.findChild(QCheckBox, "settings_letters").click()
    assert window.commands["confirm"].shortcut().isEmpty()
    language = dialog.findChild(QComboBox, "settings_language")
    language.setCurrentIndex(language.findData("de"))
    language.activated.emit(language.currentIndex())
    assert settings.read("language", "system") == "de"
    kept = dialog.findChild(QComboBox, "settings_backups_kept")
    kept.setCurrentIndex(kept.findData("3"))
    kept.activated.emit(kept.currentIndex())
    assert settings.read("backups_kept", 10) == 3
    window.commands["theme_light"].trigger()
    dialog.accept()


def test_the_kinds_that_are_drawn_change_counts_and_map(window: MainWindow, qtbot: QtBot) -> None:
    project = window.session.project
    assert project is not None
    before = queries.counts(project)
    dialog = window.sheets.show_settings("map")
    with qtbot.waitSignal(window.session.changed):
        dialog.findChild(QCheckBox, f"settings_kind_{Kind.LITERAL.value}").click()
    after = queries.counts(project)
    assert after.plotted < before.plotted
    assert after.total == before.total
    assert f"= {after.plotted} plotted" in window.statusBar().findChild(QLabel, "status_counts").text()
    dialog.accept()


def test_every_page_is_reached_by_its_title(window: MainWindow) -> None:
    dialog = window.sheets.show_settings()
    titles = dialog.findChild(QListWidget, "settings_titles")
    names = []
    for row in range(titles.count()):
        titles.setCurrentRow(row)
        names.append(dialog._pages.currentWidget().objectName())
    assert names == ["settings_general", "settings_keys", "settings_map", "settings_gazetteers"]
    dialog.accept()


def test_the_key_sheet_leads_to_the_page_of_keys_and_shows_ones_own(window: MainWindow) -> None:
    window.commands.keymap.set("confirm", ("Ctrl+Shift+F12",))
    window.commands.update_keys()
    window.commands["keys"].trigger()
    sheet = opened(window, KeySheet, "key_sheet")
    assert sheet.findChild(QLabel, "keys_of_confirm").text() == "Ctrl+Shift+F12"
    sheet.findChild(QPushButton, "key_sheet_change").click()
    dialog = opened(window, SettingsDialog, "settings_dialog")
    assert dialog._pages.currentWidget().objectName() == "settings_keys"
    dialog.accept()


def test_a_backup_is_made_when_a_project_opens_and_brings_it_back(window: MainWindow, qtbot: QtBot) -> None:
    project = window.session.project
    assert project is not None
    path: Path = project.path
    assert len(backups(path)) == 1
    before = project.state_hash()
    mention = next(row.mention_id for row in queries.mentions(project) if row.surface == "Vilnius")
    with qtbot.waitSignal(window.session.changed):
        window.session.do(Confirm(mention))
    window.commands["backups"].trigger()
    dialog = opened(window, BackupsDialog, "backups_dialog")
    assert dialog.findChild(QTableWidget, "backups_table").rowCount() == 1
    dialog.findChild(QPushButton, "backups_restore").click()
    assert window.session.project is not None
    assert window.session.project.path == path
    assert window.session.project.state_hash() == before
    # what was replaced, too; opening what came back may have made one more
    assert {1, 2} <= {one.revision for one in backups(path)}


def test_no_backup_is_made_where_they_are_turned_off(window: MainWindow, qtbot: QtBot, settings: Settings) -> None:
    project = window.session.project
    assert project is not None
    settings.write("backups", False)
    mention = next(row.mention_id for row in queries.mentions(project) if row.surface == "Vilnius")
    with qtbot.waitSignal(window.session.changed):
        window.session.do(Confirm(mention))
    window.backing_up.back_up()
    assert "Backup" not in {task.label for task in window.session.background.tasks}
    assert len(backups(project.path)) == 1


def test_moved_files_are_looked_for_and_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    article = tmp_path / "here.txt"
    article.write_text("A kite was seen over Vilnius.", "utf-8")
    with qtbot.waitSignal(window.session.changed):
        window.session.import_files([article])
    (tmp_path / "there").mkdir()
    article.rename(tmp_path / "there" / "moved.txt")
    with qtbot.waitSignal(window.files.told) as told:
        window.files.look_for_sources(tmp_path / "there")
    assert "Files found: 1" in told.args[0]
    project = window.session.project
    assert project is not None
    row = next(row for row in queries.documents(project) if row.file_name == "here.txt")
    assert row.path == str(tmp_path / "there" / "moved.txt")


@pytest.mark.parametrize(
    ("layout", "shown", "hidden"),
    [
        ("triage", {"documents", "inspector", "evidence"}, set()),
        ("read", {"documents"}, {"inspector", "evidence"}),
        ("map", {"inspector", "evidence"}, {"documents"}),
        ("compare", {"conflicts"}, {"inspector", "evidence"}),
    ],
)
def test_each_layout_shows_its_panes(window: MainWindow, layout: str, shown: set[str], hidden: set[str]) -> None:
    window.commands[f"layout_{layout}"].trigger()
    docks = {dock.objectName().removeprefix("dock_"): dock for dock in window.docks.all}
    assert all(docks[name].isVisible() for name in shown)
    assert not any(docks[name].isVisible() for name in hidden)
    for dialog in window.findChildren(QDialog):
        assert dialog.isVisible() == (layout == "compare")
        dialog.close()
