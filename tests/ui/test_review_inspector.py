"""The inspector and the evidence: what is said of a mention, and every decision on it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.article.view import ArticleView
from desktop.review.alignment import AlignmentView, Column, columns
from desktop.review.candidates import facts, far_words
from desktop.review.centre import centre_of, distance_km
from desktop.review.evidence import EvidencePane
from desktop.review.evidence_rows import ArticleLine, SentenceLine
from desktop.review.inspector import Inspector
from desktop.review.mentions import MentionsPane
from desktop.review.reasons import signed
from desktop.session import Session
from gazetteer.model import Cue, Group, Kind, Status
from gazetteer.project import queries
from gazetteer.project.edits import DropPin
from gazetteer.project.filters import MentionFilter
from gazetteer.project.rows import MentionDetail
from gazetteer.resolution.spelling import alignment
from tests.ui.review_samples import PABIRZE, PABRADE, PARIS_FR, VILNIUS


def shown(pane: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(pane)
    pane.resize(380, 900)
    pane.show()
    qtbot.waitExposed(pane)


@pytest.fixture
def inspector(session: Session, qtbot: QtBot) -> Inspector:
    pane = Inspector(session)
    shown(pane, qtbot)
    return pane


@pytest.fixture
def evidence(session: Session, qtbot: QtBot) -> EvidencePane:
    pane = EvidencePane(session)
    shown(pane, qtbot)
    return pane


def mention(session: Session, surface: str, nth: int = 0) -> str:
    assert session.project is not None
    return [row.mention_id for row in queries.mentions(session.project) if row.surface == surface][nth]


def detail(session: Session, mention_id: str) -> MentionDetail:
    assert session.project is not None
    found = queries.mention(session.project, mention_id)
    assert found is not None
    return found


# the alignment ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("canonical", "written"),
    [
        ("Pabradė", "Pabrati"),
        ("Greifswald", "Greifwald"),
        ("Daugavpils", "Daugavplis"),
        ("Маневичі", "Маневичів"),
        ("Tsyr", "Styrze"),
        ("A[b]", "A[c]"),
        ("Vilnius", "Vilnius"),
    ],
)
def test_columns_spell_both_words(canonical: str, written: str) -> None:
    found = columns(alignment(canonical, written)[0])
    assert "".join(column.written for column in found) == written
    assert "".join(column.canonical for column in found) == canonical


def test_only_changed_columns_are_marked() -> None:
    found = columns("Pabra[d→t][ė→i]")
    assert [column.changed for column in found] == [False] * 5 + [True, True]
    assert columns("a[−b]")[-1] == Column("", "b")


def test_without_edits_the_alignment_is_hidden(qtbot: QtBot) -> None:
    view = AlignmentView()
    qtbot.addWidget(view)
    view.show_edits(None)
    assert not view.isVisible()


# the centre ---------------------------------------------------------------------------------------------------------


def test_the_centre_leaves_areas_and_the_candidates_out() -> None:
    points = [
        {"id": "a", "lat": 54.0, "lon": 25.0, "n": 1, "precision": "point"},
        {"id": "b", "lat": 56.0, "lon": 25.0, "n": 1, "precision": "point"},
        {"id": "c", "lat": -20.0, "lon": 100.0, "n": 9, "precision": "country"},
        {"id": "e", "lat": -20.0, "lon": 100.0, "n": 9, "precision": "point"},
    ]
    centre = centre_of(points, {"e"})
    assert centre == pytest.approx((55.0, 25.0), abs=1e-3)
    assert centre_of(points[2:3], set()) is None


def test_the_centre_of_places_at_both_sides_of_the_date_line_is_there() -> None:
    points = [{"id": str(lon), "lat": 0.0, "lon": lon, "n": 1, "precision": "point"} for lon in (179.0, -179.0)]
    centre = centre_of(points, set())
    assert centre is not None
    assert abs(centre[1]) == pytest.approx(180.0)


def test_distances_are_great_circles() -> None:
    assert distance_km(VILNIUS, (VILNIUS.latitude, VILNIUS.longitude)) == 0
    assert distance_km(PARIS_FR, (VILNIUS.latitude, VILNIUS.longitude)) == pytest.approx(1700, rel=0.02)


# the inspector ------------------------------------------------------------------------------------------------------


def test_without_a_mention_the_inspector_says_what_to_do(inspector: Inspector, session: Session) -> None:
    assert inspector.empty.isVisible()
    session.select_place(VILNIUS.place_id)
    assert inspector.detail is None


def test_a_misspelling_is_shown_with_sentence_letters_candidates_and_cues(
    inspector: Inspector, session: Session
) -> None:
    session.select_mention(mention(session, "Pabrati"))
    assert inspector.heading.words == ("“Pabrati”", "probable misspelling")
    assert inspector.sentence.marked_words == ["Pabrati"]
    assert [column.written for column in inspector.alignment.shown] == list("Pabrati")
    first, second = inspector.candidates.rows
    assert first.in_force
    assert not second.in_force
    assert facts(first) == "settlement  ·  Vilnius County, Lithuania  ·  6,525"
    assert first.distance == pytest.approx(distance_km(PABRADE, (VILNIUS.latitude, VILNIUS.longitude)))
    assert "km from the middle" in far_words(first)
    texts = dict(inspector.cues.rows)
    assert texts["letters differ from the place's name"] == -1.7
    assert inspector.cues.rows[-1][1] == pytest.approx(first.candidate.score)
    assert not inspector.grab().isNull()


@pytest.fixture
def german() -> Iterator[None]:
    """What is read meanwhile is read in German."""
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
def test_a_german_window_gives_the_reasons_in_german(inspector: Inspector, session: Session) -> None:
    unknown = queries.mention_ids(session.project, MentionFilter(groups=frozenset({Group.UNRESOLVED})))  # type: ignore[arg-type]
    session.select_mention(unknown[0])
    assert inspector.reason.text() == "Kein Ort dieses Namens steht im Ortsverzeichnis."
    inspector.cues.show_cues([Cue("country_named", 1.0, "the article names its country"), Cue("of_old", 0.5, "of old")])
    assert [text for text, _ in inspector.cues.rows[:2]] == ["der Artikel nennt sein Land", "of old"]


def test_the_cues_shown_are_those_of_the_candidate_in_focus(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    session.select_mention(mention(session, "Pabrati"))
    inspector.candidates.setFocus()
    qtbot.keyClick(inspector.candidates, Qt.Key.Key_Down)
    assert inspector.cues.rows[-1][1] == pytest.approx(inspector.candidates.rows[1].candidate.score)
    assert detail(session, mention(session, "Pabrati")).status is Status.AUTO, "looking is not choosing"


def test_a_click_on_a_candidate_takes_it(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    view = inspector.candidates
    point = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    now = detail(session, wanted)
    assert (now.status, now.place) == (Status.CORRECTED, PABIRZE)
    assert [row.in_force for row in inspector.candidates.rows] == [False, True]
    assert inspector.history.rows[0].action == "choose_place"


def test_return_takes_the_candidate_in_focus(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    inspector.candidates.setFocus()
    qtbot.keyClick(inspector.candidates, Qt.Key.Key_Down)
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(inspector.candidates, Qt.Key.Key_Return)
    assert detail(session, wanted).place == PABIRZE


def test_the_candidate_in_force_is_not_taken_again(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select_mention(mention(session, "Pabrati"))
    view = inspector.candidates
    with qtbot.assertNotEmitted(session.changed, wait=100):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center()
        )


@pytest.mark.parametrize(
    ("button", "status"),
    [
        ("verdict_confirm", Status.CONFIRMED),
        ("verdict_unknown", Status.UNRESOLVED),
        ("verdict_defer", Status.DEFERRED),
    ],
)
def test_each_verdict_is_one_undo_step(
    inspector: Inspector, session: Session, qtbot: QtBot, button: str, status: Status
) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    widget = inspector.findChild(QWidget, button)
    assert widget is not None
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    assert detail(session, wanted).status is status
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert detail(session, wanted).status is Status.AUTO


def test_a_kind_takes_the_name_off_the_map_and_reset_brings_it_back(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    kinds = {action.data(): action for action in inspector.verdicts._kinds.actions() if action.data()}
    assert kinds["literal"].isChecked()
    with qtbot.waitSignal(session.changed):
        kinds["person"].trigger()
    assert detail(session, wanted).group is Group.NOT_A_PLACE
    assert kinds["person"].isChecked()
    reset = inspector.findChild(QToolButton, "verdict_reset")
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert detail(session, wanted).kind is Kind.LITERAL


def test_what_needs_a_dialog_is_asked_for_by_signal(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    asked: list[object] = []
    for signal in (inspector.search_requested, inspector.pin_requested, inspector.apply_all_requested):
        signal.connect(asked.append)
    for name in ("verdict_search", "verdict_pin", "verdict_apply_all"):
        qtbot.mouseClick(inspector.findChild(QWidget, name), Qt.MouseButton.LeftButton)
    assert asked == [wanted] * 3


def test_a_note_is_kept(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    inspector.marks.note.setFocus()
    qtbot.keyClicks(inspector.marks.note, "seen on a map")
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(inspector.marks.note, Qt.Key.Key_Return)
    assert detail(session, wanted).note == "seen on a map"
    with qtbot.assertNotEmitted(session.changed, wait=50):
        inspector.marks.write_note()


def test_return_in_the_note_does_not_accept_the_mention(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    accept = QAction(inspector)
    accept.setShortcut(QKeySequence("Return"))
    accept.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    inspector.addAction(accept)
    session.select_mention(mention(session, "Pabrati"))
    inspector.activateWindow()
    inspector.marks.note.setFocus()
    qtbot.keyClicks(inspector.marks.note, "far")
    with qtbot.assertNotEmitted(accept.triggered), qtbot.waitSignal(session.changed):
        qtbot.keyClick(inspector.marks.note, Qt.Key.Key_Return)


def test_a_name_without_a_place_has_its_own_words(inspector: Inspector, session: Session) -> None:
    session.select_mention(mention(session, "Teysin"))
    assert inspector.candidates.rows == []
    assert inspector.place.lines(detail(session, mention(session, "Teysin")))[0] == "No place"
    assert not inspector.verdicts._confirm.isEnabled()
    assert not inspector.alignment.isVisible()
    assert not inspector.grab().isNull()


def test_in_a_read_only_project_nothing_can_be_decided(
    inspector: Inspector, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "read_only", property(lambda self: True))
    session.select_mention(mention(session, "Pabrati"))
    for name in ("verdict_confirm", "verdict_search", "verdict_pin", "verdict_kind", "verdict_apply_all"):
        widget = inspector.findChild(QWidget, name)
        assert widget is not None
        assert not widget.isEnabled()


def test_weights_have_a_true_minus() -> None:
    assert signed(-1.7) == "−1.70"
    assert signed(2) == "+2.00"


# the evidence -------------------------------------------------------------------------------------------------------


def test_a_place_shows_every_article_and_sentence_that_names_it(evidence: EvidencePane, session: Session) -> None:
    session.select_place(VILNIUS.place_id)
    name, told, counts = evidence.words
    assert name == "Vilnius"
    assert "capital" in told
    assert counts == "3 mentions in 2 articles"
    lines = evidence.model.lines
    assert [line.words for line in lines if isinstance(line, ArticleLine)] == ["Drones over the range", "הודעה קצרה"]
    sentences = [line for line in lines if isinstance(line, SentenceLine)]
    assert len(sentences) == 3
    marked = [line.words[mark.start : mark.end] for line in sentences for mark in line.sentence.marks]
    assert marked == ["Vilnius"] * 3
    assert not evidence.grab().isNull()


def test_other_spellings_are_named(evidence: EvidencePane, session: Session) -> None:
    session.select_place(PABRADE.place_id)
    assert evidence.words[2] == "2 mentions in 1 article, also as Pabrati"


def test_a_click_on_a_sentence_opens_the_article_there(evidence: EvidencePane, session: Session, qtbot: QtBot) -> None:
    article = ArticleView(session)
    shown(article, qtbot)
    session.select_place(VILNIUS.place_id)
    last = evidence.model.index(evidence.model.rowCount() - 1)
    point = evidence.view.visualRect(last).center()
    qtbot.mouseClick(evidence.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert session.selection.mention_id == last.data(Qt.ItemDataRole.UserRole).mention_ids[0]
    assert article.text.toPlainText().startswith("הודעה")
    assert article.text.focus_mention == session.selection.mention_id
    assert evidence.words[0] == "Vilnius", "the evidence stays while one reads on"


def test_a_name_without_a_place_shows_all_spelt_alike(evidence: EvidencePane, session: Session) -> None:
    session.select_place("guess:" + mention(session, "Teysin"))
    assert evidence.words[0] == "“Teysin”"
    assert evidence.words[2] == "2 mentions in 2 articles"


def test_the_evidence_follows_a_decision(evidence: EvidencePane, session: Session, qtbot: QtBot) -> None:
    wanted = mention(session, "Pabrati")
    session.select_mention(wanted)
    assert evidence.words[0] == "Pabradė"
    with qtbot.waitSignal(session.changed):
        session.do(DropPin(wanted, 54.9, 25.7, 0, "Pabrati <b>range</b>"))
    qtbot.waitUntil(lambda: evidence.words[0] == "Pabrati <b>range</b>")
    assert "pin of this project" in evidence.words[1]


def test_every_pane_follows_without_a_loop(session: Session, qtbot: QtBot) -> None:
    panes: list[QWidget] = [Inspector(session), EvidencePane(session), MentionsPane(session), ArticleView(session)]
    for pane in panes:
        shown(pane, qtbot)
    told: list[object] = []
    session.selection_changed.connect(told.append)
    for surface in ("Pabrati", "Vilnius", "Teysin", "Paris"):
        session.select_mention(mention(session, surface))
    assert len(told) == 4
