"""The interface in German: every string, every hole, the compiled file, and the window itself."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

import resources
from desktop.action_table import ActionTable
from desktop.composition import build
from desktop.languages import chosen_language, locale_of, put_in_place
from desktop.launch import Launch
from desktop.main_window import MainWindow
from desktop.review.words import language_word
from desktop.settings import Settings
from scripts.translate import Message, problems, read_messages
from tests.ui.fake_annotator import FakeAnnotator

ROOT = Path(__file__).parents[2]
TEXT, COMPILED = (resources.path("i18n", f"toposcope_de.{kind}") for kind in ("ts", "qm"))
MESSAGES = list(read_messages(TEXT))


def test_every_string_of_the_program_is_translated_and_compiled() -> None:
    """What it prints names each string that is missing; `python scripts/translate.py` brings it into the file."""
    command = [sys.executable, "scripts/translate.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(MESSAGES) > 900


@pytest.mark.parametrize(
    ("source", "translation", "wrong"),
    [
        ("{n} places", "{n} Orte", False),
        ("{n} places", "Orte", True),
        ("{n} of {all}", "{all} von {n}", False),
        ("{name}", "{nahme}", True),
        ("%n request(s)", "%n Anfragen", False),
        ("Close", None, True),
    ],
)
def test_a_missing_string_or_hole_is_found(source: str, translation: str | None, wrong: bool) -> None:
    assert bool(problems([Message("Somewhere", source, translation)])) is wrong


def test_the_compiled_file_says_what_the_text_says(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    for message in MESSAGES:
        told = translator.translate(message.context, message.source, "", 2 if "%n" in message.source else -1)
        assert told == message.translation, message


@pytest.fixture
def german(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    put_in_place(qapp, "de")
    yield qapp
    put_in_place(qapp, "en")
    QLocale.setDefault(before)


def test_every_action_is_german_and_reached_by_one_letter_of_its_menu(german: QApplication) -> None:
    table, english = ActionTable(), {}
    put_in_place(german, "en")
    english = {spec.id: spec for spec in ActionTable().specs()}
    put_in_place(german, "de")
    for title, specs in ActionTable().menus():
        letters = [spec.text[spec.text.index("&") + 1].lower() for spec in specs if "&" in spec.text]
        kinds = [spec for spec in specs if spec.id.startswith("kind_")]
        for spec in specs:
            assert spec.tip != english[spec.id].tip, spec.id
        for group in (kinds, [spec for spec in specs if spec not in kinds]):
            letters = [spec.text[spec.text.index("&") + 1].lower() for spec in group if "&" in spec.text]
            assert [letter for letter, times in Counter(letters).items() if times > 1] == [], title
    assert table is not None


@pytest.mark.webengine
def test_the_window_speaks_german_throughout(
    german: QApplication, qtbot: QtBot, settings: Settings, project_path: Path
) -> None:
    settings.write("language", "de")
    window: MainWindow = build(german, Launch(size=(1200, 800)), settings)
    window.session._given = FakeAnnotator()
    window.show()
    assert window.files.open(project_path)
    qtbot.waitUntil(lambda: window.wiring.shows_everything, timeout=30_000)
    counts = window.statusBar().findChild(QLabel, "status_counts")
    assert isinstance(counts, QLabel)
    assert "Nennungen" in counts.text()
    assert window.commands["undo"].text().startswith("&Rückgängig")
    answers: list[str] = []
    window.map.view.page().runJavaScript("document.querySelector('.legend summary').textContent", 0, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["Legende"]
    window.close()
    window.deleteLater()
    german.processEvents()


def test_a_set_language_goes_before_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen_language("de") == "de"
    assert chosen_language("en") == "en"
    for system, wanted in (("de_AT", "de"), ("lt_LT", "en"), ("C", "en")):
        monkeypatch.setattr(QLocale, "system", staticmethod(lambda system=system: QLocale(system)))
        assert chosen_language("system") == wanted


def test_numbers_and_dates_go_with_the_language() -> None:
    assert locale_of("de").toString(1234567) == "1.234.567"
    assert locale_of("en").toString(1234567) == "1,234,567"


def test_languages_are_called_as_the_interface_calls_them(german: QApplication) -> None:
    assert [language_word(code) for code in ("en", "lt", "uk")] == ["Englisch", "Litauisch", "Ukrainisch"]
    assert language_word("sw") == "Kiswahili"
    put_in_place(german, "en")
    assert [language_word(code) for code in ("en", "lt", "sw")] == ["English", "Lithuanian", "Swahili"]
    assert language_word("zz-nothing") == "zz-nothing"
