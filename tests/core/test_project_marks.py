"""Reading the marks of some mentions: as the whole article gives them, however many are asked for."""

from gazetteer.model import Status
from gazetteer.project import queries
from gazetteer.project.edits import Confirm
from gazetteer.project.history import History
from gazetteer.project.span_edits import RemoveMention
from gazetteer.project.store import Project
from tests.core.project_fixtures import find


def test_marks_by_id_are_those_of_the_article(history: History) -> None:
    project = history.project
    every = {row.document_id: queries.document_mentions(project, row.document_id) for row in queries.documents(project)}
    for marks in every.values():
        ids = [mark.mention_id for mark in marks]
        assert queries.mention_marks(project, ids[::-1]) == marks
    wanted = find(project, "Pabrati")
    history.do(Confirm(wanted))
    (confirmed,) = queries.mention_marks(project, [wanted])
    assert confirmed.status is Status.CONFIRMED
    history.do(RemoveMention(wanted))
    assert queries.mention_marks(project, [wanted, "no such mention"]) == []


def test_marks_are_read_by_more_ids_than_sqlite_takes_parameters(project: Project) -> None:
    ids = queries.mention_ids(project)
    wanted = [*(f"none-{number}" for number in range(40_000)), *ids]
    assert sorted(mark.mention_id for mark in queries.mention_marks(project, wanted)) == sorted(ids)
