"""The session opens the gazetteer anew when the project's own places change, and lets the old one go safely."""

import gc
import sqlite3
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import session as session_module
from desktop.session import Session
from gazetteer.errors import GazetteerError, ProjectError
from gazetteer.places.store import Gazetteer
from gazetteer.project import queries
from gazetteer.project.edits import ChoosePlace
from gazetteer.project.own_places import OwnPlace, own_places
from gazetteer.project.place_edits import PutOwnPlace, removal
from gazetteer.project.store import Project
from gazetteer.project.updates import TakeAnswers, UpdatePlan

GRUZLEV = OwnPlace("own:g", "Gruzlev", 50.1, 30.2, "P.PPL", "UA")
WAIT_MS = 20_000


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(session_module, "own_folder", lambda: tmp_path / "own")
    return tmp_path / "own"


def _open(session: Session, qtbot: QtBot) -> Gazetteer:
    with qtbot.waitSignal(session.gazetteer_ready, timeout=WAIT_MS):
        session.open_gazetteer()
    assert session.gazetteer is not None
    return session.gazetteer


def _knows(session: Session) -> bool:
    assert session.gazetteer is not None
    return session.gazetteer.pid_of("own:g") is not None


def _closed(gazetteer: Gazetteer) -> bool:
    try:
        gazetteer.pid_of("geonames:593116")
    except sqlite3.ProgrammingError:
        return True
    return False


def test_a_place_that_is_added_is_in_the_gazetteer_and_gone_after_an_undo(session: Session, qtbot: QtBot) -> None:
    first = _open(session, qtbot)
    with qtbot.waitSignal(session.gazetteer_ready, timeout=WAIT_MS):
        session.do(PutOwnPlace(None, GRUZLEV))
    assert _knows(session)
    assert session.gazetteer is not first
    with qtbot.waitSignal(session.gazetteer_ready, timeout=WAIT_MS):
        session.undo()
    assert not _knows(session)


def test_an_import_right_after_finds_the_new_place(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    _open(session, qtbot)
    article = tmp_path / "new.txt"
    article.write_text("The family fled to Gruzlev.", "utf-8")
    with qtbot.waitSignal(session.changed, timeout=WAIT_MS):
        session.do(PutOwnPlace(None, GRUZLEV))
    # the background thread opens the gazetteer first, though the window has not heard of it yet
    with qtbot.waitSignal(session.changed, timeout=WAIT_MS):
        session.import_files([article])
    assert session.project is not None
    assert [row.surface for row in queries.mentions(session.project) if row.place_id == "own:g"] == ["Gruzlev"]
    session.do(removal(session.project, "own:g"))
    qtbot.waitUntil(lambda: session.gazetteer is not None and not _knows(session), timeout=WAIT_MS)
    second = tmp_path / "second.txt"
    second.write_text("The other family fled to Gruzlev.", "utf-8")
    with qtbot.waitSignal(session.changed, timeout=WAIT_MS):
        session.import_files([second])
    assert [row.surface for row in queries.mentions(session.project) if row.place_id == "own:g"] == ["Gruzlev"]


def test_the_old_gazetteer_may_be_read_as_long_as_somebody_holds_it(session: Session, qtbot: QtBot) -> None:
    held = _open(session, qtbot)
    closed: list[bool] = []
    closing = held._opened
    closing.callback(lambda: closed.append(True))
    with qtbot.waitSignal(session.gazetteer_ready, timeout=WAIT_MS):
        session.do(PutOwnPlace(None, GRUZLEV))
    gc.collect()
    assert not closed
    assert held.pid_of("geonames:593116") is not None
    del held
    gc.collect()
    assert closed == [True]


def test_edits_that_leave_own_places_alone_open_nothing(session: Session, qtbot: QtBot) -> None:
    _open(session, qtbot)
    project = session.project
    assert project is not None
    with qtbot.waitSignal(session.gazetteer_ready, timeout=WAIT_MS):
        session.do(PutOwnPlace(None, GRUZLEV))
    mention = queries.mention_ids(project)[0]
    with qtbot.assertNotEmitted(session.gazetteer_ready, wait=300):
        session.do(ChoosePlace(mention, GRUZLEV.place))
    assert own_places(project) == [GRUZLEV]


def test_own_places_come_and_go_with_their_project(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    _open(session, qtbot)
    assert session.project is not None
    path = session.project.path
    with qtbot.waitSignal(session.gazetteer_ready, timeout=WAIT_MS):
        session.do(PutOwnPlace(None, GRUZLEV))
    with qtbot.waitSignal(session.gazetteer_ready, timeout=WAIT_MS):
        session.new_project(tmp_path / "other.toposcope")
    assert not _knows(session)
    with qtbot.waitSignal(session.gazetteer_ready, timeout=WAIT_MS):
        session.open_project(path)
    assert _knows(session)
    with qtbot.waitSignal(session.gazetteer_ready, timeout=WAIT_MS):
        session.close_project()
    assert not _knows(session)


def test_a_project_closed_while_the_gazetteer_opens_leaves_it_to_the_next(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.open_gazetteer()
    session.new_project(tmp_path / "other.toposcope")
    qtbot.waitUntil(lambda: session.gazetteer is not None and not session.background.busy, timeout=WAIT_MS)
    assert not _knows(session)


def test_without_a_wish_for_the_gazetteer_none_is_opened(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed, timeout=WAIT_MS):
        session.do(PutOwnPlace(None, GRUZLEV))
    assert not session.background.busy
    assert session.gazetteer is None


def test_own_places_that_cannot_be_compiled_are_told_and_the_rest_works(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open(session, qtbot)

    def full(project: Project, folder: Path, job: object) -> Path:
        raise GazetteerError("The disk is full.")

    monkeypatch.setattr(session_module, "compile_own", full)
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
        session.do(PutOwnPlace(None, GRUZLEV))
    assert told.args == ["The disk is full."]
    assert session.gazetteer is not None
    assert not _knows(session)
    assert session.gazetteer.pid_of("geonames:593116") is not None


def test_shutting_down_closes_what_is_open(project_path: Path, qtbot: QtBot) -> None:
    session = Session()
    session.open_project(project_path)
    opened = _open(session, qtbot)
    session.shutdown()
    assert _closed(opened)
    assert session.gazetteer is None


def test_what_the_gazetteer_would_change_is_asked_in_the_background_and_taken_in_one_step(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.new_project(tmp_path / "case.toposcope")
    project = session.project
    assert project is not None
    article = tmp_path / "new.txt"
    article.write_text("The family fled to Gruzlev, not to Vilnius.", "utf-8")
    _open(session, qtbot)
    with qtbot.waitSignal(session.changed, timeout=WAIT_MS):
        session.import_files([article])
    before = project.state_hash()
    with qtbot.waitSignal(session.gazetteer_ready, timeout=WAIT_MS):
        session.do(PutOwnPlace(None, GRUZLEV))
    with qtbot.waitSignal(session.compare_gazetteer().finished, timeout=WAIT_MS) as told:
        pass
    plan: UpdatePlan = told.args[0]
    assert [(row.surface, row.after) for row in plan.rows] == [("Gruzlev", "Gruzlev, Ukraine (auto)")]
    with qtbot.waitSignal(session.changed, timeout=WAIT_MS) as changed:
        session.do(TakeAnswers(plan))
    assert changed.args[0].mentions == {plan.rows[0].mention_id}
    for _ in range(2):
        with qtbot.waitSignal(session.changed, timeout=WAIT_MS):
            session.undo()
    assert project.state_hash() == before
    session.close_project()
    with pytest.raises(ProjectError, match="nothing to compare"):
        session.compare_gazetteer()
