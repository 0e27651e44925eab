"""The dialogs: import with reasons, export as the command line writes it, search, apply to all, keys, about."""

import json
import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

import resources
from desktop.action_table import ActionTable
from desktop.actions import Actions
from desktop.dialogs.about import AboutDialog, licence_texts
from desktop.dialogs.exporting import ExportDialog, format_texts
from desktop.dialogs.gazetteer_search import HIT, GazetteerDialog
from desktop.dialogs.home import HomeDialog
from desktop.dialogs.importing import ImportDialog
from desktop.dialogs.keys import KeySheet
from desktop.problems import Problems, report_text
from desktop.session import Session
from desktop.settings import Settings
from gazetteer.interchange.export import FORMATS, export_project
from gazetteer.places.store import Gazetteer
from gazetteer.project import queries
from gazetteer.project.home import project_home
from tests.ui.fake_annotator import FakeAnnotator
from tests.ui.review_samples import PABIRZE, PABRADE


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def importing(qapp: object, tmp_path: Path) -> Iterator[Session]:
    """A session with an empty project and an annotator that needs no models."""
    opened = Session(annotator=FakeAnnotator())
    opened.new_project(tmp_path / "new.toposcope")
    yield opened
    opened.shutdown()


def child(dialog: QWidget, kind: type, name: str) -> QWidget:
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def press(qtbot: QtBot, dialog: QWidget, name: str) -> None:
    button = child(dialog, QPushButton, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# import ---------------------------------------------------------------------------------------------------------------


def test_an_import_shows_what_was_refused_and_why(
    importing: Session, settings: Settings, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    good, empty, binary = tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "picture.txt"
    good.write_text("The road from Vilnius to Pabradė was closed on Monday.", "utf-8")
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(256)) * 40)
    dialog = ImportDialog(importing, settings, window)
    dialog.show_choice([good, empty, binary, good])
    assert child(dialog, QListWidget, "import_paths").count() == 3
    press(qtbot, dialog, "import_start")
    refused = child(dialog, QTableWidget, "import_refused")
    qtbot.waitUntil(refused.isVisible)
    assert {refused.item(row, 0).text() for row in range(refused.rowCount())} == {"empty.txt", "picture.txt"}
    assert all(refused.item(row, 1).text() for row in range(refused.rowCount()))
    assert "1 added" in child(dialog, QLabel, "import_summary").text()
    assert importing.project is not None
    assert queries.counts(importing.project).plotted == 2
    assert len(queries.refused(importing.project)) == 2


def test_what_is_said_of_the_files_is_theirs(
    importing: Session, settings: Settings, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("First of all\n\nThe road from Vilnius was closed.", "utf-8")
    second.write_text("Second\n\nNothing new from Vilnius.", "utf-8")
    dialog = ImportDialog(importing, settings, window)
    dialog.show_choice([first])
    assert child(dialog, QLineEdit, "import_title").isEnabled()
    dialog._add([second])
    assert not child(dialog, QLineEdit, "import_title").isEnabled()
    child(dialog, QLineEdit, "import_source").setText(" Courier ")
    child(dialog, QLineEdit, "import_date").setText("someday")
    press(qtbot, dialog, "import_start")
    assert "someday is no full date" in child(dialog, QLabel, "import_trouble").text()
    child(dialog, QLineEdit, "import_date").setText("12 August 2023")
    press(qtbot, dialog, "import_start")
    qtbot.waitUntil(child(dialog, QLabel, "import_outcome").isVisible)
    assert importing.project is not None
    rows = queries.documents(importing.project)
    assert {(row.source, row.date, row.date_precision) for row in rows} == {("Courier", "2023-08-12", "day")}
    assert len({row.title for row in rows}) == 2, "each keeps its own title"
    assert importing.undo_label is not None
    with qtbot.waitSignal(importing.changed):
        importing.undo()
    assert queries.documents(importing.project) == []


def test_the_same_file_twice_is_one_article_and_said(
    importing: Session, settings: Settings, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Nothing happened in Vilnius.", "utf-8")
    with qtbot.waitSignal(importing.changed):
        importing.import_files([article])
    dialog = ImportDialog(importing, settings, window)
    dialog.start([article])
    summary = child(dialog, QLabel, "import_summary")
    qtbot.waitUntil(lambda: "1 already in the project" in summary.text())


def test_a_stopped_import_keeps_what_was_read(
    importing: Session, settings: Settings, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    importing._annotator = FakeAnnotator(pause_s=0.05)
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"Article {number} tells of Vilnius.", "utf-8")
    dialog = ImportDialog(importing, settings, window)
    dialog.start([folder])
    qtbot.waitUntil(lambda: "of 40" in child(dialog, QLabel, "import_numbers").text())
    press(qtbot, dialog, "import_stop")
    outcome = child(dialog, QLabel, "import_outcome")
    qtbot.waitUntil(lambda: outcome.text() == "Stopped")
    assert importing.project is not None
    kept = queries.counts(importing.project).total
    assert 0 < kept < 40
    assert len(queries.documents(importing.project)) == kept


def test_an_import_goes_on_when_its_dialog_is_hidden(
    importing: Session, settings: Settings, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    importing._annotator = FakeAnnotator(pause_s=0.1)
    article = tmp_path / "article.txt"
    article.write_text("From Vilnius to Paris.", "utf-8")
    dialog = ImportDialog(importing, settings, window)
    with qtbot.waitSignal(importing.changed):
        dialog.start([article])
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    assert importing.project is not None
    assert queries.counts(importing.project).total == 2


# export ---------------------------------------------------------------------------------------------------------------


def test_the_window_exports_what_the_command_line_exports(
    session: Session, settings: Settings, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ExportDialog(session, settings, window)
    dialog.open()
    dialog._line.setText(str(tmp_path / "out"))
    for name, box in dialog._formats.items():
        box.setChecked(name in ("geojson", "csv"))
    press(qtbot, dialog, "export_start")
    written = child(dialog, QListWidget, "export_written")
    qtbot.waitUntil(lambda: written.count() > 0)
    assert session.project is not None
    export_project(session.project, tmp_path / "same", ["geojson", "csv"])
    for name in ("mentions.geojson", "mentions.csv", "documents.csv"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "same" / name).read_bytes()


def test_an_export_of_the_article_in_focus_holds_only_it(
    session: Session, settings: Settings, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    assert session.project is not None
    row = next(row for row in queries.documents(session.project) if row.file_name == "hebrew.txt")
    session.select_document(row.document_id)
    dialog = ExportDialog(session, settings, window)
    dialog.open()
    dialog._line.setText(str(tmp_path / "out"))
    dialog._article.setChecked(True)
    for name, box in dialog._formats.items():
        box.setChecked(name == "geojson")
    press(qtbot, dialog, "export_start")
    written = child(dialog, QListWidget, "export_written")
    qtbot.waitUntil(lambda: written.count() > 0)
    features = json.loads((tmp_path / "out" / "mentions.geojson").read_text("utf-8"))["features"]
    assert len(features) == row.counts.total


def test_a_folder_that_cannot_be_written_is_said_and_the_choice_stays(
    session: Session, settings: Settings, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    dialog = ExportDialog(session, settings, window)
    dialog.open()
    dialog._line.setText(str(tmp_path / "file" / "out"))
    press(qtbot, dialog, "export_start")
    problem = child(dialog, QLabel, "export_problem")
    qtbot.waitUntil(lambda: bool(problem.text()))
    assert child(dialog, QPushButton, "export_start").isVisible()


def test_nothing_ticked_cannot_be_exported(session: Session, settings: Settings, window: QWidget) -> None:
    dialog = ExportDialog(session, settings, window)
    for box in dialog._formats.values():
        box.setChecked(False)
    assert not child(dialog, QPushButton, "export_start").isEnabled()


def test_every_format_has_words(session: Session, settings: Settings, window: QWidget) -> None:
    texts = format_texts()
    assert list(texts) == list(FORMATS)
    assert not [name for name, words in texts.items() if name == words]


# search ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def searching(session: Session) -> Session:
    session._take_gazetteer(Gazetteer.open())
    return session


def mention_of(session: Session, surface: str) -> str:
    assert session.project is not None
    return next(row.mention_id for row in queries.mentions(session.project) if row.surface == surface)


def test_enter_takes_the_place_that_was_typed(searching: Session, window: QWidget, qtbot: QtBot) -> None:
    mention = mention_of(searching, "Teysin")
    dialog = GazetteerDialog(searching, mention, window)
    dialog.open()
    line = child(dialog, QWidget, "gazetteer_line")
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, "Springfield, Illinois")
    hits = child(dialog, QListWidget, "gazetteer_hits")
    qtbot.waitUntil(lambda: hits.count() > 0 and hits.item(0).data(HIT).place.admin1_name == "Illinois")
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args[0] == mention
    assert told.args[1].label == "Springfield, Illinois, United States"


def test_enter_that_is_faster_than_the_search_takes_what_it_finds(
    searching: Session, window: QWidget, qtbot: QtBot
) -> None:
    dialog = GazetteerDialog(searching, mention_of(searching, "Pabrati"), window)
    dialog.open()
    line = child(dialog, QWidget, "gazetteer_line")
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClicks(line, "Springfield, Illinois")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args[1].label == "Springfield, Illinois, United States"


def test_the_machines_candidates_come_first(searching: Session, window: QWidget, qtbot: QtBot) -> None:
    dialog = GazetteerDialog(searching, mention_of(searching, "Pabrati"), window)
    dialog.open()
    hits = child(dialog, QListWidget, "gazetteer_hits")
    qtbot.waitUntil(lambda: hits.count() > 0)
    assert [hits.item(row).data(HIT).place.place_id for row in range(2)] == [PABRADE.place_id, PABIRZE.place_id]
    qtbot.keyClick(child(dialog, QWidget, "gazetteer_line"), Qt.Key.Key_Down)
    assert hits.currentRow() == 1
    dialog.reject()


def test_a_name_nobody_knows_is_said(searching: Session, window: QWidget, qtbot: QtBot) -> None:
    dialog = GazetteerDialog(searching, None, window)
    dialog.open()
    qtbot.keyClicks(child(dialog, QWidget, "gazetteer_line"), "Qqxzvwy")
    note = child(dialog, QLabel, "gazetteer_note")
    qtbot.waitUntil(lambda: "No place in the gazetteer" in note.text())
    assert not child(dialog, QPushButton, "gazetteer_take").isEnabled()
    dialog.reject()


def test_the_home_of_the_project_is_set_shown_and_taken_away(searching: Session, window: QWidget, qtbot: QtBot) -> None:
    project = searching.project
    assert project is not None
    dialog = HomeDialog(searching, window)
    dialog.open()
    assert "nowhere so far" in child(dialog, QLabel, "home_now").text()
    assert not child(dialog, QPushButton, "home_nowhere").isEnabled()
    qtbot.keyClicks(child(dialog, QWidget, "gazetteer_line"), "Khabarovsk Krai")
    with qtbot.waitSignal(searching.changed):
        qtbot.keyClick(child(dialog, QWidget, "gazetteer_line"), Qt.Key.Key_Return)
    home = project_home(project)
    assert home is not None
    assert home.country_code == "RU"
    again = HomeDialog(searching, window)
    again.open()
    assert home.label in child(again, QLabel, "home_now").text()
    qtbot.mouseClick(child(again, QPushButton, "home_nowhere"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: project_home(project) is None)
    searching.undo()
    qtbot.waitUntil(lambda: project_home(project) == home)


# sheets ---------------------------------------------------------------------------------------------------------------


def test_the_key_sheet_shows_every_key(window: QWidget, settings: Settings) -> None:
    sheet = KeySheet(Actions(window, settings), window)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for _, specs in ActionTable().menus():
        for spec in specs:
            if spec.keys:
                assert spec.plain in shown
                assert "   ".join(spec.native_keys) in shown


def test_about_lists_every_library_that_is_shipped_or_asked_for(window: QWidget) -> None:
    dialog = AboutDialog(None, window)
    table = child(dialog, QTableWidget, "about_library_table")
    assert isinstance(table, QTableWidget)
    shown = {table.item(row, 0).text().lower(): table.item(row, 2).text() for row in range(table.rowCount())}
    manifest = json.loads(resources.path("web", "vendor", "manifest.json").read_text("utf-8"))
    for library in manifest["libraries"]:
        assert shown[library["name"]] == library["licence"]
    asked = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.match(r"[\w.-]+", line)[0].lower() for line in asked}
    # what is asked for since the environment was made is not told by it yet
    known = {re.match(r"[\w.-]+", line)[0].lower() for line in metadata.requires("toposcope") or []}
    assert names & known <= set(shown)
    assert all(licence for licence in shown.values())


def test_about_names_every_source_and_its_licence(window: QWidget) -> None:
    with Gazetteer.open() as gazetteer:
        dialog = AboutDialog(gazetteer, window)
        table = child(dialog, QTableWidget, "about_source_table")
        assert isinstance(table, QTableWidget)
        shown = {(table.item(row, 0).text(), table.item(row, 2).text()) for row in range(table.rowCount())}
        assert shown == {(source.title, source.licence) for source in gazetteer.info().sources}
    assert "Leaflet" in licence_texts() or "leaflet" in licence_texts()


def test_about_without_a_gazetteer_says_so(window: QWidget) -> None:
    assert AboutDialog(None, window).findChild(QLabel, "about_no_gazetteer") is not None


def test_a_bugs_report_holds_the_traceback_and_the_versions() -> None:
    try:
        raise ZeroDivisionError("seven")
    except ZeroDivisionError as error:
        text = report_text(error)
    assert "ZeroDivisionError: seven" in text
    assert "Toposcope" in text
    assert "Qt" in text


def test_an_error_is_shown_as_plain_text(window: QWidget) -> None:
    problems = Problems(window)
    problems.show_error("<b>bold</b> file.txt was refused.")
    assert problems._box is not None
    assert problems._box.textFormat() is Qt.TextFormat.PlainText
    assert problems._box.text() == "<b>bold</b> file.txt was refused."
    problems._box.close()


# settings -------------------------------------------------------------------------------------------------------------


def test_settings_come_back_with_their_types(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.write("flag", True)
    settings.write("number", 3)
    settings.write("names", ["ä", "b"])
    settings.sync()
    again = Settings(tmp_path / "s.ini")
    assert again.read("flag", False) is True
    assert again.read("number", 0) == 3
    assert again.read("names", list[str]()) == ["ä", "b"]


def test_a_damaged_setting_reads_as_its_default(tmp_path: Path) -> None:
    (tmp_path / "s.ini").write_text("[General]\nflag=nonsense\nnumber=\\x7b\n", "utf-8")
    settings = Settings(tmp_path / "s.ini")
    assert settings.read("flag", True) is True
    assert settings.read("number", 5) == 5
    assert settings.read("nothing", "text") == "text"


def test_recent_projects_are_newest_first_and_exist(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    for name in ("a", "b", "gone"):
        (tmp_path / f"{name}.toposcope").touch()
        settings.add_recent(tmp_path / f"{name}.toposcope")
    (tmp_path / "gone.toposcope").unlink()
    settings.add_recent(tmp_path / "a.toposcope")
    assert [path.stem for path in settings.recent()] == ["a", "b"]
