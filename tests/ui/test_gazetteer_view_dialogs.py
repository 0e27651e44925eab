"""Own places, export and the user's gazetteers: what the dialogs write, refuse and say."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.gazetteer_view.export_dialog import PlacesExportDialog
from desktop.gazetteer_view.import_form import likely, look
from desktop.gazetteer_view.library_dialog import FORM, REPORT, LibraryDialog
from desktop.gazetteer_view.own_place_dialog import OwnPlaceDialog
from desktop.gazetteer_view.pane import GazetteerPane
from desktop.gazetteer_view.update_dialog import UpdateDialog
from desktop.session import Session
from desktop.settings import Settings
from gazetteer.model import Precision
from gazetteer.places.library import BUNDLED, Library
from gazetteer.places.records import GazetteerInfo, Name, NameKind
from gazetteer.project.own_places import OwnPlace, own_places
from gazetteer.project.snapshots import Difference
from gazetteer.project.updates import AnswerChange, TakeAnswers, UpdatePlan
from tests.ui.gazetteer_pane import ANSWER_MS, rest, shown_pane, type_in
from tests.ui.review_samples import PARIS_FR

TABLE = "Kennung;Ort;Breite;Länge;Land;Einwohner\n"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> Iterator[GazetteerPane]:
    made = shown_pane(session, qtbot)
    yield made
    made.close()
    made.shutdown()


def child(dialog: QWidget, kind: type, name: str) -> QWidget:
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def own(session: Session) -> list[OwnPlace]:
    assert session.project is not None
    return own_places(session.project)


# places of one's own --------------------------------------------------------------------------------------------------


def test_a_place_is_added_with_all_it_is_said_to_be(
    pane: GazetteerPane, session: Session, window: QWidget, qtbot: QtBot
) -> None:
    dialog = OwnPlaceDialog(session, None, window, "Pabratiškės")
    dialog.show()
    dialog.position.setText("54°58′N 25°46′E")
    assert "54.96667, 25.76667" in dialog.read.text()
    assert "near Pabradė" in dialog.read.text()
    assert dialog.country.currentText() == "Lithuania"
    dialog.feature.setCurrentIndex(dialog.feature.findData("H.LK"))
    dialog.precision.setCurrentIndex(dialog.precision.findData(Precision.AREA.value))
    dialog.reach.setText("1.5")
    dialog.people.setText("1,200")
    dialog.names.more.click()
    row = dialog.names.rows[0]
    row.written.setText("Пабратишки")
    row.language.setCurrentText("Russian")
    row.kind.setCurrentIndex(row.kind.findData(int(NameKind.TRANSLITERATION)))
    dialog.note.setPlainText("Named twice in 2023.")
    with qtbot.waitSignal(session.changed), qtbot.waitSignal(dialog.saved) as saved:
        dialog.save.click()
    (place,) = own(session)
    assert saved.args == [place.place_id]
    assert (place.name, place.feature, place.country_code, place.radius_m) == ("Pabratiškės", "H.LK", "LT", 1500)
    assert (place.precision, place.population, place.note) == (Precision.AREA, 1200, "Named twice in 2023.")
    assert place.names == (Name("Пабратишки", "ru", NameKind.TRANSLITERATION),)
    assert place.latitude == pytest.approx(54.966667)


def test_an_added_place_is_found_at_once_and_shown(
    pane: GazetteerPane, session: Session, window: QWidget, qtbot: QtBot
) -> None:
    dialog = OwnPlaceDialog(session, None, window, "Qxzzyvatiškės")
    dialog.saved.connect(pane.expect)
    dialog.show()
    dialog.position.setText("54.1 25.1")
    with qtbot.waitSignal(session.gazetteer_ready, timeout=ANSWER_MS):
        dialog.save.click()
    rest(pane, qtbot)
    qtbot.waitUntil(lambda: pane.place is not None and pane.place.name == "Qxzzyvatiškės")
    assert pane.card.edit.isVisible()
    type_in(pane, qtbot, "qxzzyvatiskes")
    assert pane.table.places.rowCount() == 1
    assert pane.place is not None
    assert pane.place.place_id == own(session)[0].place_id


def test_a_place_is_changed_and_keeps_its_id(session: Session, window: QWidget, qtbot: QtBot) -> None:
    before = add(session, qtbot, window, "Kaimas")
    dialog = OwnPlaceDialog(session, before, window)
    dialog.show()
    assert dialog.name.text() == "Kaimas"
    dialog.name.setText("Naujas Kaimas")
    dialog.names.add(Name("Dorf", "de", NameKind.HISTORIC))
    with qtbot.waitSignal(session.changed):
        dialog.save.click()
    (after,) = own(session)
    assert (after.place_id, after.name) == (before.place_id, "Naujas Kaimas")
    again = OwnPlaceDialog(session, after, window)
    again.show()
    assert again.names.names == (Name("Dorf", "de", NameKind.HISTORIC),)
    again.names.rows[0].out.click()
    with qtbot.waitSignal(session.changed):
        again.save.click()
    assert own(session)[0].names == ()


def test_nothing_else_changes_where_nothing_was_changed(session: Session, window: QWidget, qtbot: QtBot) -> None:
    before = add(session, qtbot, window, "Kaimas", reach="2.345", note="x")
    dialog = OwnPlaceDialog(session, before, window)
    dialog.show()
    with qtbot.waitSignal(dialog.saved):
        dialog.save.click()
    session.writer.finish()
    assert own(session) == [before]


def add(session: Session, qtbot: QtBot, window: QWidget, name: str, reach: str = "", note: str = "") -> OwnPlace:
    dialog = OwnPlaceDialog(session, None, window, name)
    dialog.show()
    dialog.position.setText("54.5 25.5")
    dialog.reach.setText(reach)
    dialog.note.setPlainText(note)
    with qtbot.waitSignal(session.changed):
        dialog.save.click()
    return own(session)[0]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("position", "somewhere", "position"),
        ("position", "", "position"),
        ("name", "  ", "name"),
        ("reach", "far", "far"),
        ("reach", "9000", "radius"),
        ("people", "many", "many"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(
    session: Session, window: QWidget, qtbot: QtBot, field: str, typed: str, said: str
) -> None:
    dialog = OwnPlaceDialog(session, None, window, "Kaimas")
    dialog.show()
    dialog.position.setText("54.5 25.5")
    getattr(dialog, field).setText(typed)
    dialog.save.click()
    assert dialog.isVisible()
    assert said in dialog.trouble.text().lower()
    assert own(session) == []
    dialog.reject()


def test_a_position_is_picked_on_the_map(session: Session, window: QWidget, qtbot: QtBot) -> None:
    dialog = OwnPlaceDialog(session, None, window, "Kaimas")
    dialog.show()
    dialog.take_position((1.0, 2.0))
    assert dialog.position.text() == ""
    with qtbot.waitSignal(dialog.pick_wanted):
        dialog.pick.click()
    assert not dialog.isVisible()
    dialog.take_position((25.5, 54.5))
    assert dialog.isVisible()
    assert dialog.position.text() == "54.500000 25.500000"
    dialog.pick.click()
    dialog.take_position(None)
    assert dialog.isVisible()
    assert dialog.position.text() == "54.500000 25.500000"
    dialog.reject()


# export ---------------------------------------------------------------------------------------------------------------


def export(pane: GazetteerPane, settings: Settings, window: QWidget) -> PlacesExportDialog:
    assert pane.gazetteer is not None
    found = pane.table.places.found
    dialog = PlacesExportDialog(pane.gazetteer, pane.table.picked, found.pids, settings, window)
    dialog.open()
    return dialog


def test_the_whole_list_is_exported_with_attribution(
    pane: GazetteerPane, settings: Settings, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    type_in(pane, qtbot, "Vilnius")
    dialog = export(pane, settings, window)
    assert dialog.all.isChecked()
    dialog.path.setText(str(tmp_path / "vilnius.csv"))
    dialog.begin.click()
    qtbot.waitUntil(lambda: "vilnius.csv" in dialog.outcome.text(), timeout=ANSWER_MS)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "vilnius.csv").read_text("utf-8-sig"))))
    assert len(rows) == pane.table.places.rowCount() > 1
    assert rows[0]["place_id"] == "geonames:593116"
    assert "GeoNames" in rows[0]["attribution"]
    assert settings.read("places_export_folder", "") == str(tmp_path)
    dialog.leave.click()


def test_only_the_chosen_places_are_exported(
    pane: GazetteerPane, settings: Settings, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    type_in(pane, qtbot, "Vilnius")
    pane.table.selectRow(0)
    qtbot.keyClick(pane.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "2 of" in pane._count.text()
    dialog = export(pane, settings, window)
    assert dialog.only.isChecked()
    dialog.path.setText(str(tmp_path / "two.geojson"))
    dialog.begin.click()
    qtbot.waitUntil(lambda: "two.geojson" in dialog.outcome.text(), timeout=ANSWER_MS)
    assert len(json.loads((tmp_path / "two.geojson").read_text("utf-8"))["features"]) == 2
    dialog.leave.click()


def test_a_long_export_shows_how_far_it_is_and_can_be_stopped(
    pane: GazetteerPane, settings: Settings, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = export(pane, settings, window)
    path = tmp_path / "everything.csv"
    dialog.path.setText(str(path))
    dialog.begin.click()
    qtbot.waitUntil(lambda: dialog.bar.value() > 0, timeout=ANSWER_MS)
    assert f"of {pane.table.places.rowCount():,}" in dialog.outcome.text()
    dialog.leave.click()
    qtbot.waitUntil(lambda: "Stopped" in dialog.outcome.text(), timeout=ANSWER_MS)
    assert list(tmp_path.glob("*everything*")) == []
    dialog.leave.click()


def test_only_names_that_say_a_format_can_be_written(
    pane: GazetteerPane, settings: Settings, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = export(pane, settings, window)
    dialog.path.setText(str(tmp_path / "places.txt"))
    assert not dialog.begin.isEnabled()
    dialog.path.setText(str(tmp_path / "gone" / "places.csv"))
    type_in(pane, qtbot, "")
    dialog.begin.click()
    qtbot.waitUntil(lambda: "cannot be written" in dialog.outcome.text(), timeout=ANSWER_MS)
    dialog.leave.click()


# the user's gazetteers ------------------------------------------------------------------------------------------------


@pytest.fixture
def table_file(tmp_path: Path) -> Path:
    path = tmp_path / "Gemeinden.csv"
    rows = "".join(f"{n};Gemeinde {n};{47 + n / 100:.3f};{8 + n / 50:.3f};DE;{n}\n" for n in range(40))
    path.write_text(f"{TABLE}{rows}40;Ohne Ort;unbekannt;9.0;DE;5\n", "utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "data")


@pytest.fixture
def dialog(library: Library, window: QWidget, qtbot: QtBot) -> Iterator[LibraryDialog]:
    made = LibraryDialog(313_083, True, window, library)
    made.show()
    yield made
    made.shutdown()
    made.accept()


def titles(dialog: LibraryDialog) -> list[str]:
    return [dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount())]


def run_import(dialog: LibraryDialog, path: Path, title: str, qtbot: QtBot) -> None:
    dialog.show_form()
    dialog.form.set_paths([path])
    qtbot.waitUntil(dialog.form.begin.isEnabled, timeout=ANSWER_MS)
    dialog.form.title.setText(title)
    dialog.form.begin.click()
    qtbot.waitUntil(lambda: not dialog.importing, timeout=60_000)


def test_the_bundled_gazetteer_is_always_there(dialog: LibraryDialog) -> None:
    assert titles(dialog) == ["Bundled with the program"]
    assert dialog.table.item(0, 2).text() == "313,083"
    assert not dialog.out.isEnabled()
    assert not dialog.up.isEnabled()


def test_a_table_is_imported_its_columns_guessed_its_refused_rows_told(
    dialog: LibraryDialog, library: Library, table_file: Path, qtbot: QtBot
) -> None:
    dialog.show_form()
    assert not dialog.form.begin.isEnabled()
    dialog.form.set_paths([table_file])
    qtbot.waitUntil(dialog.form.begin.isEnabled, timeout=ANSWER_MS)
    assert dialog.form.title.text() == "Gemeinden"
    assert "CSV" in dialog.form.kinds.text()
    assert dialog.form.mapping == {
        "name": "Ort",
        "latitude": "Breite",
        "longitude": "Länge",
        "id": "Kennung",
        "country": "Land",
        "population": "Einwohner",
    }
    dialog.form.licence.setText("CC-BY-4.0")
    dialog.form.snapshot.setText("2026-10-01")
    with qtbot.waitSignal(dialog.changed, timeout=60_000):
        dialog.form.begin.click()
    assert dialog.pages.currentIndex() == REPORT
    assert "40 of 41 rows" in dialog._summary.text()
    assert dialog.refused.rowCount() == 1
    assert dialog.refused.item(0, 1).text() == "1"
    assert "Gemeinden.csv:42" in dialog.refused.item(0, 2).text()
    (entry,) = library.entries()
    assert (entry.title, entry.licence, entry.version) == ("Gemeinden", "CC-BY-4.0", "2026-10-01")
    child(dialog, QPushButton, "library_report_close").click()
    assert titles(dialog) == ["Gemeinden", "Bundled with the program"]
    assert dialog.table.currentRow() == 0


def test_what_no_reader_takes_is_refused_before_it_begins(dialog: LibraryDialog, tmp_path: Path, qtbot: QtBot) -> None:
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"%PDF-1.7 ...")
    dialog.show_form()
    dialog.form.set_paths([picture])
    qtbot.waitUntil(lambda: "PDF" in dialog.form.kinds.text(), timeout=ANSWER_MS)
    assert not dialog.form.begin.isEnabled()


def test_a_table_without_positions_says_what_is_missing(dialog: LibraryDialog, tmp_path: Path, qtbot: QtBot) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("Ort;Farbe\nA;rot\nB;blau\n", "utf-8")
    run_import(dialog, bad, "Bad", qtbot)
    assert dialog.pages.currentIndex() == FORM
    assert "latitude" in dialog.form.kinds.text()


def test_order_and_switches_are_kept(
    dialog: LibraryDialog, library: Library, table_file: Path, qtbot: QtBot, window: QWidget
) -> None:
    run_import(dialog, table_file, "First", qtbot)
    run_import(dialog, table_file, "Second", qtbot)
    child(dialog, QPushButton, "library_report_close").click()
    assert titles(dialog) == ["Second", "First", "Bundled with the program"]
    dialog.table.selectRow(0)
    with qtbot.waitSignal(dialog.changed):
        dialog.down.click()
    dialog.down.click()
    assert library.order() == ["first", BUNDLED, "second"]
    assert dialog.table.currentRow() == 2
    with qtbot.waitSignal(dialog.changed):
        dialog.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    assert [entry.active for entry in library.entries()] == [False, True]
    again = LibraryDialog(313_083, True, window, library)
    assert titles(again) == ["First", "Bundled with the program", "Second"]
    assert again.table.item(0, 0).checkState() is Qt.CheckState.Unchecked
    again.accept()


def test_a_gazetteer_is_removed_after_a_question(
    dialog: LibraryDialog, library: Library, table_file: Path, qtbot: QtBot
) -> None:
    run_import(dialog, table_file, "First", qtbot)
    child(dialog, QPushButton, "library_report_close").click()
    dialog.table.selectRow(0)
    dialog.out.click()
    box = child(dialog, QMessageBox, "library_removal")
    assert "First" in box.text()
    assert len(library.entries()) == 1
    with qtbot.waitSignal(dialog.changed):
        next(button for button in box.buttons() if button.text() == "Remove").click()
    assert library.entries() == []
    assert titles(dialog) == ["Bundled with the program"]


def test_a_stopped_import_leaves_nothing(dialog: LibraryDialog, library: Library, tmp_path: Path, qtbot: QtBot) -> None:
    large = tmp_path / "large.csv"
    rows = "".join(f"{n};Gemeinde {n};{47 + n / 1e6:.6f};9.0;DE;{n}\n" for n in range(200_000))
    large.write_text(TABLE + rows, "utf-8")
    dialog.show_form()
    dialog.form.set_paths([large])
    qtbot.waitUntil(dialog.form.begin.isEnabled, timeout=ANSWER_MS)
    dialog.form.begin.click()
    qtbot.waitUntil(lambda: "rows" in dialog._numbers.text(), timeout=ANSWER_MS)
    dialog._stop.click()
    qtbot.waitUntil(lambda: not dialog.importing, timeout=60_000)
    assert "Stopped" in dialog.form.kinds.text()
    assert library.entries() == []
    assert [path for path in library.gazetteers.iterdir() if path.is_dir()] == []


def test_the_dialog_can_be_hidden_while_it_imports(dialog: LibraryDialog, table_file: Path, qtbot: QtBot) -> None:
    dialog.show_form()
    dialog.form.set_paths([table_file])
    qtbot.waitUntil(dialog.form.begin.isEnabled, timeout=ANSWER_MS)
    dialog.form.begin.click()
    dialog.reject()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.importing, timeout=60_000)
    assert dialog.isVisible()
    assert dialog.pages.currentIndex() == REPORT


def test_an_imported_place_is_found_in_the_pane(
    session: Session, table_file: Path, qtbot: QtBot, window: QWidget
) -> None:
    library = Library()
    made = LibraryDialog(0, True, window, library)
    made.changed.connect(session.open_gazetteer)
    pane = shown_pane(session, qtbot)
    try:
        run_import(made, table_file, "Gemeinden", qtbot)
        qtbot.waitUntil(lambda: pane.gazetteer is not None and len(pane.gazetteer.layers) == 2, timeout=ANSWER_MS)
        type_in(pane, qtbot, "Gemeinde 7")
        assert pane.place is not None
        assert pane.place.name == "Gemeinde 7"
        assert "Gemeinden" in pane.card.text.toPlainText()
    finally:
        made.accept()
        pane.close()
        pane.shutdown()
        for entry in library.entries():
            library.remove(entry.slug)


@pytest.mark.parametrize(
    ("target", "headings", "found"),
    [
        ("name", ("Kennung", "ORT"), "ORT"),
        ("latitude", ("lat", "lon"), "lat"),
        ("country", ("Ort", "Farbe"), ""),
    ],
)
def test_headings_are_guessed(target: str, headings: tuple[str, ...], found: str) -> None:
    assert likely(target, headings) == found


def test_files_are_told_by_what_is_in_them(tmp_path: Path) -> None:
    points = tmp_path / "points.txt"
    points.write_text('{"type": "FeatureCollection", "features": []}', "utf-8")
    assert "GeoJSON" in look([points]).words
    assert look([tmp_path / "gone.csv"]).fault


# what would change ----------------------------------------------------------------------------------------------------


def plan(session: Session, *rows: AnswerChange) -> UpdatePlan:
    info = GazetteerInfo("9", (), {}, Path("x"), 0)
    moved = Difference(PARIS_FR, replace(PARIS_FR, name="Lutetia"), ("is now Lutetia",), None, 2, 1, 1, True)
    return UpdatePlan(info, "8", (moved,) if rows else (), rows, 1, 3)


def test_the_preview_shows_both_answers_before_anything_is_taken(
    session: Session, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = AnswerChange(
        *("m-1", "d-1", "Two cities", 3, 8, "Paris", "In Paris\nthey rarely do.", (3, 8), "place"),
        *("Paris, France", "Paris, Texas", None, None),
    )
    dialog = UpdateDialog(session, plan(session, change), window)
    dialog.open()
    mentions = child(dialog, QTableWidget, "update_mention_table")
    assert [mentions.item(0, column).text() for column in range(5)] == [
        *("Two cities", "Paris", "Paris, France", "Paris, Texas", "In Paris they rarely do."),
    ]
    places = child(dialog, QTableWidget, "update_place_table")
    assert "Lutetia" in places.item(0, 1).text()
    assert "as people saw it" in places.item(0, 2).text()
    done: list[object] = []
    monkeypatch.setattr(session, "do", done.append)
    dialog.take.click()
    assert isinstance(done[0], TakeAnswers)
    assert not dialog.isVisible()


def test_an_empty_preview_says_so(session: Session, window: QWidget) -> None:
    dialog = UpdateDialog(session, plan(session), window)
    dialog.open()
    assert not dialog.take.isEnabled()
    assert child(dialog, QTableWidget, "update_mention_table").isHidden()
    dialog.reject()
