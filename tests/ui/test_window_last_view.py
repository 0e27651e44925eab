"""A window goes on where it was left: article, mention, place in the text, filter, map."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.composition import build
from desktop.launch import Launch
from desktop.main_window import MainWindow
from desktop.settings import Settings
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from tests.ui.fake_annotator import FakeAnnotator
from tests.ui.review_samples import VILNIUS

pytestmark = pytest.mark.webengine
PAINTED_MS = 30_000


def move_map(window: MainWindow, qtbot: QtBot, lon: float, lat: float, zoom: float) -> None:
    def there(seen: dict[str, float]) -> bool:
        return abs(seen["lon"] - lon) < 0.1 and seen["zoom"] == zoom

    with qtbot.waitSignal(window.map.viewport, timeout=PAINTED_MS, check_params_cb=there):
        window.map.set_view(lon, lat, zoom)


def test_all_of_it_comes_back_in_the_next_window(
    qapp: QApplication, window: MainWindow, settings: Settings, project_path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    article = tmp_path / "long.txt"
    article.write_text("\n\n".join(f"Paragraph {n}: nothing happened in Vilnius." for n in range(400)), "utf-8")
    window.session._given = FakeAnnotator()
    with qtbot.waitSignal(window.session.changed, timeout=PAINTED_MS):
        window.session.import_files([article])
    assert window.session.project is not None
    rows = queries.documents(window.session.project)
    long = next(row for row in rows if row.file_name == "long.txt")
    window.session.set_filter(MentionFilter(text="vil", area=((20.0, 50.0), (30.0, 50.0), (30.0, 60.0))))
    window.session.select_document(long.document_id)
    first = queries.mention_ids(window.session.project, MentionFilter(document_id=long.document_id))[0]
    window.session.select_mention(first)
    text = window.article.text
    text.scroll_to_offset(len("Paragraph 000: nothing happened in Vilnius.\n\n") * 200)
    offset = text.first_offset()
    assert offset > 5000
    move_map(window, qtbot, 25.0, 55.0, 9.0)
    wanted, selection = window.session.filter, window.session.selection
    window.close()
    again = build(qapp, Launch(size=(1200, 800)), settings)
    again.show()
    assert again.files.open(project_path)
    assert again.session.filter == wanted
    assert again.session.selection == selection
    assert again.article.text.first_offset() == pytest.approx(offset, abs=100)
    seen: list[dict[str, float]] = []
    again.map.viewport.connect(seen.append)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1]["zoom"] == 9 and again.wiring.shows_everything, timeout=PAINTED_MS)
    assert (seen[-1]["lon"], seen[-1]["lat"]) == pytest.approx((25.0, 55.0), abs=0.05)
    again.close()
    again.deleteLater()
    qapp.processEvents()


@pytest.mark.parametrize("stored", [{"offset": "x"}, {"no_such_part": 1}, [], {"map": [1]}, {"filter": {"text": 3}}])
def test_what_is_damaged_is_passed_over(
    window: MainWindow, settings: Settings, project_path: Path, stored: object
) -> None:
    window.files.close()
    settings.write("views", {str(project_path): stored})
    assert window.files.open(project_path)
    assert window.session.filter == MentionFilter()


def test_another_project_keeps_its_own_view(
    window: MainWindow, settings: Settings, project_path: Path, tmp_path: Path
) -> None:
    window.session.set_filter(MentionFilter(text="vilnius"))
    assert window.files.create(tmp_path / "other.toposcope")
    assert window.session.filter == MentionFilter()
    assert window.files.open(project_path)
    assert window.session.filter == MentionFilter(text="vilnius")
    stored = settings.read("views", dict[str, object]())
    assert set(stored) == {str(project_path), str(tmp_path / "other.toposcope")}


def test_selecting_after_opening_still_moves_the_map(window: MainWindow, project_path: Path, qtbot: QtBot) -> None:
    move_map(window, qtbot, -100.0, 10.0, 6.0)
    window.files.close()
    assert window.files.open(project_path)
    qtbot.waitUntil(lambda: window.wiring.shows_everything, timeout=PAINTED_MS)
    seen: list[dict[str, float]] = []
    window.map.viewport.connect(seen.append)
    window.session.select_place(VILNIUS.place_id)
    qtbot.waitUntil(lambda: bool(seen) and abs(seen[-1]["lon"] - VILNIUS.longitude) < 2, timeout=PAINTED_MS)
