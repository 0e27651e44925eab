"""What the core says in English is said in the interface's language: steps, states, reasons, refusals."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

import gazetteer
from desktop.core_words import TEMPLATES, _patterns, said
from desktop.languages import put_in_place
from gazetteer.model import Kind
from gazetteer.project import queries
from gazetteer.project.edits import ChoosePlace, Confirm, Defer, DropPin, Edit, SetKind, SetNote, SetTags
from gazetteer.project.history import History
from gazetteer.project.mark_edits import StarMention
from gazetteer.project.span_edits import RemoveMention, SplitMention
from gazetteer.project.store import Project
from gazetteer.project.wording import ACTIONS
from tests.ui.review_samples import VILNIUS

CORE = Path(gazetteer.__file__).parent
READ = (
    *("project/edits.py", "project/span_edits.py", "project/desk.py", "project/history.py", "project/locking.py"),
    *("project/mark_edits.py", "project/planning.py", "project/schema.py", "project/store.py", "project/backups.py"),
    *("text/plain.py", "text/pdf.py", "text/readers.py", "text/webpage.py", "text/worddoc.py"),
)
"""modules whose refusals a person meets in the window"""


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    put_in_place(qapp, "de")
    yield
    put_in_place(qapp, "en")
    QLocale.setDefault(before)


def refusals(path: Path) -> Iterator[str]:
    """Yield the words of each error that a module raises, a 7 in every hole."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Error") and node.args:
            words = node.args[0]
            if isinstance(words, ast.Constant):
                yield str(words.value)
            elif isinstance(words, ast.JoinedStr):
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in words.values)


def known(text: str) -> bool:
    return any(pattern.fullmatch(text) for _, pattern in _patterns())


@pytest.mark.parametrize("module", READ)
def test_every_refusal_of_the_core_has_its_template(module: str) -> None:
    found = list(refusals(CORE / module))
    assert found
    assert [words for words in found if not known(words)] == []


def test_every_verb_of_the_log_has_its_template() -> None:
    assert [words for words in ACTIONS.values() if not known(words)] == []


def test_every_step_is_called_by_a_german_name(german: None, project_path: Path) -> None:
    with Project.open(project_path) as project:
        history = History(project, "tester")
        first, second, third, fourth = queries.mention_rows(project, queries.mention_ids(project)[:4])
        edits: list[Edit] = [ChoosePlace(first.mention_id, VILNIUS), DropPin(first.mention_id, 50.0, 20.0, 0, "farm")]
        edits += [SetKind(first.mention_id, kind) for kind in Kind]
        edits += [Confirm(third.mention_id), SetNote(third.mention_id, "why?"), SetTags(third.mention_id, ("a",))]
        edits += [StarMention(third.mention_id, True), Defer(third.mention_id), RemoveMention(fourth.mention_id)]
        middle = (second.start + second.end) // 2
        edits.append(SplitMention(second.mention_id, ((second.start, middle), (middle, second.end))))
        for edit in edits:
            history.do(edit)
            label = history.undo_label
            assert label is not None
            assert said(label) != label, label
        for row in (*queries.history(project, first.mention_id), *queries.history(project, third.mention_id)):
            assert said(row.label) != row.label
            assert "not a place" not in said(row.after)


def test_names_in_the_words_stay_as_they_are(german: None) -> None:
    assert said("Choose Star for “Note”") == "Star für „Note“ wählen"
    assert said("Vilnius, Lithuania (demonym, auto)").startswith("Vilnius, Lithuania (Einwohner")
    assert said("something nobody says (here)") == "something nobody says (here)"
    told = said("a.txt: not a text file, it holds binary content. Open it in the program that made it and save it as "
                "text (UTF-8).")  # fmt: skip
    assert told.startswith("a.txt: keine Textdatei, sie enthält Binärdaten. ")


def test_english_stays_english() -> None:
    for template in TEMPLATES:
        filled = template.replace("{kind}", "person").replace("{status}", "confirmed").replace("{number}", "7")
        if "{kind}" not in template and "{status}" not in template:
            assert said(filled) == filled
