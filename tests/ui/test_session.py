"""The session: one selection, edits on the worker, answers in the GUI thread, errors in words."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.session import Selection, Session
from desktop.tasks import Task, Worker
from gazetteer.errors import Cancelled, EditError, ProjectError, ProjectLockedError
from gazetteer.jobs import Job, Progress
from gazetteer.model import Group, Kind, Status
from gazetteer.project import queries
from gazetteer.project.edits import ChoosePlace, Confirm, SetKind
from gazetteer.project.filters import MentionFilter
from tests.ui.review_samples import PABIRZE, PABRADE, VILNIUS


def first(session: Session, surface: str) -> str:
    assert session.project is not None
    return next(row.mention_id for row in queries.mentions(session.project) if row.surface == surface)


def test_selecting_a_mention_selects_its_article_and_its_place(session: Session, qtbot: QtBot) -> None:
    mention = first(session, "Pabrati")
    with qtbot.waitSignal(session.selection_changed) as told:
        session.select_mention(mention)
    assert told.args == [session.selection]
    assert session.selection.mention_id == mention
    assert session.selection.place_id == PABRADE.place_id
    assert session.selection.document_id is not None


def test_the_same_selection_is_told_once(session: Session, qtbot: QtBot) -> None:
    mention = first(session, "Vilnius")
    session.select_mention(mention)
    with qtbot.assertNotEmitted(session.selection_changed):
        session.select_mention(mention)


def test_a_place_keeps_the_article_and_drops_the_mention(session: Session) -> None:
    session.select_mention(first(session, "Pabrati"))
    document = session.selection.document_id
    session.select_place(VILNIUS.place_id)
    assert session.selection == Selection(document, None, VILNIUS.place_id)


def test_a_guess_on_the_map_selects_its_mention(session: Session) -> None:
    mention = first(session, "Teysin")
    session.select_place(f"guess:{mention}")
    assert session.selection.mention_id == mention
    assert session.selection.place_id is None


def test_an_unknown_mention_changes_nothing(session: Session) -> None:
    before = session.selection
    session.select_mention("m-nothing")
    assert session.selection == before


def test_an_edit_is_told_with_what_changed_and_is_undone(session: Session, qtbot: QtBot) -> None:
    assert session.project is not None
    mention = first(session, "Pabrati")
    before = session.project.state_hash()
    with qtbot.waitSignal(session.changed) as told:
        session.do(ChoosePlace(mention, PABIRZE))
    assert mention in told.args[0].mentions
    assert session.can_undo
    assert "Pabrati" in (session.undo_label or "")
    detail = queries.mention(session.project, mention)
    assert detail is not None
    assert detail.place is not None
    assert (detail.place.place_id, detail.status) == (PABIRZE.place_id, Status.CORRECTED)
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert session.project.state_hash() == before
    assert session.can_redo


def test_the_place_in_focus_follows_an_edit(session: Session, qtbot: QtBot) -> None:
    mention = first(session, "Pabrati")
    session.select_mention(mention)
    with qtbot.waitSignal(session.selection_changed):
        session.do(ChoosePlace(mention, PABIRZE))
    assert session.selection.place_id == PABIRZE.place_id


def test_edits_run_in_order_off_the_gui_thread(session: Session, qtbot: QtBot) -> None:
    assert session.project is not None
    mention = first(session, "Vilnius")
    threads: list[str] = []
    session.changed.connect(lambda changes: threads.append(threading.current_thread().name))
    tasks = [session.do(Confirm(mention)), session.do(SetKind(mention, Kind.METONYM)), session.undo()]
    qtbot.waitUntil(lambda: not any(task.running for task in tasks if _alive(task)))
    qtbot.waitUntil(lambda: len(threads) == 3)
    assert set(threads) == {threading.main_thread().name}
    detail = queries.mention(session.project, mention)
    assert detail is not None
    assert (detail.kind, detail.status) == (Kind.LITERAL, Status.CONFIRMED)


def test_an_edit_that_does_not_fit_is_told_in_words_and_changes_nothing(session: Session, qtbot: QtBot) -> None:
    assert session.project is not None
    before = session.project.state_hash()
    with qtbot.waitSignal(session.failed) as told:
        session.do(Confirm("m-nothing"))
    assert told.args[0]
    assert session.project.state_hash() == before


def test_a_mistake_of_ours_is_told_apart_from_the_worlds(session: Session, qtbot: QtBot) -> None:
    class Broken:
        label = "Broken"

        def title(self, desk: object) -> str:
            return "Broken"

        def apply(self, desk: object) -> None:
            raise ZeroDivisionError

    with qtbot.waitSignal(session.crashed) as told, qtbot.assertNotEmitted(session.failed):
        session.do(Broken())
    assert isinstance(told.args[0], ZeroDivisionError)


def test_decisions_are_there_after_a_restart(session: Session, project_path: Path, qtbot: QtBot) -> None:
    mention = first(session, "Pabrati")
    with qtbot.waitSignal(session.changed):
        session.do(ChoosePlace(mention, PABIRZE))
    label = session.undo_label
    session.close_project()
    assert session.project is None
    session.open_project(project_path)
    assert session.undo_label == label
    session.select_mention(mention)
    assert session.selection.place_id == PABIRZE.place_id


def test_a_second_writer_is_refused_and_may_read(session: Session, project_path: Path) -> None:
    second = Session()
    with pytest.raises(ProjectLockedError):
        second.open_project(project_path)
    assert second.project is None
    second.open_project(project_path, read_only=True)
    assert second.read_only
    with pytest.raises(ProjectError):
        second.do(Confirm(first(second, "Vilnius")))
    second.shutdown()


def test_a_project_that_cannot_be_opened_leaves_the_open_one(session: Session, tmp_path: Path) -> None:
    other = tmp_path / "other.toposcope"
    other.write_text("no project")
    present = session.project
    with pytest.raises(ProjectError):
        session.open_project(other)
    assert session.project is present


def test_the_filter_is_told_once(session: Session, qtbot: QtBot) -> None:
    wanted = MentionFilter(groups=frozenset({Group.UNRESOLVED}))
    with qtbot.waitSignal(session.filter_changed) as told:
        session.set_filter(wanted)
    assert told.args == [wanted]
    with qtbot.assertNotEmitted(session.filter_changed):
        session.set_filter(MentionFilter(groups=frozenset({Group.UNRESOLVED})))


# tasks ----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def worker(qapp: object) -> Worker:
    return Worker("test")


def _alive(task: Task) -> bool:
    import shiboken6

    return shiboken6.isValid(task)


def _run(worker: Worker, qtbot: QtBot, work: Callable[[Job], object]) -> tuple[list[object], list[object]]:
    answers: list[object] = []
    errors: list[object] = []
    task = worker.start("work", work)
    task.finished.connect(answers.append)
    task.failed.connect(errors.append)
    qtbot.waitUntil(lambda: bool(answers or errors))
    worker.shutdown()
    return answers, errors


def test_a_task_answers_in_the_gui_thread(worker: Worker, qtbot: QtBot) -> None:
    answers, errors = _run(worker, qtbot, lambda job: threading.current_thread().name)
    assert (answers, errors) == (["test"], [])


def test_a_task_hands_its_error_over(worker: Worker, qtbot: QtBot) -> None:
    def work(job: Job) -> None:
        raise EditError("No.")

    answers, errors = _run(worker, qtbot, work)
    assert not answers
    assert isinstance(errors[0], EditError)


def test_a_task_stops_at_its_next_checkpoint(worker: Worker, qtbot: QtBot) -> None:
    begun = threading.Event()
    errors: list[object] = []

    def work(job: Job) -> None:
        for done in range(1_000_000):
            job.step(done, 1_000_000, "")
            begun.set()
            begun.wait(0.001)

    task = worker.start("work", work)
    task.failed.connect(errors.append)
    assert begun.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)
    worker.shutdown()


def test_the_last_progress_always_arrives(worker: Worker, qtbot: QtBot) -> None:
    reports: list[Progress] = []
    ended: list[bool] = []

    def work(job: Job) -> None:
        for done in range(1001):
            job.step(done, 1000, "")

    task = worker.start("work", work)
    task.progressed.connect(reports.append)
    task.ended.connect(lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))
    assert reports[-1].done == 1000
    assert len(reports) < 100
    worker.shutdown()


def test_a_queued_task_is_cancelled_by_the_shutdown(worker: Worker, qtbot: QtBot) -> None:
    gate = threading.Event()
    errors: list[object] = []
    worker.start("first", lambda job: gate.wait(5))
    second = worker.start("second", lambda job: "done")
    second.failed.connect(errors.append)
    threading.Timer(0.05, gate.set).start()
    worker.shutdown()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)
    assert not worker.busy
