"""Two analysts' projects: their decisions beside each other, agreement, and the merge as one undo step."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer.model import Kind, Status
from gazetteer.project import queries
from gazetteer.project.copying import stored_document
from gazetteer.project.edits import AddDocuments, ChoosePlace, Confirm, DropPin, RemoveDocuments, SetKind, SetNote
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.merging import Agreement, Merge, Standing, plan_merge
from gazetteer.project.rule_edits import PutRule
from gazetteer.project.rules import Rule, rules
from gazetteer.project.span_edits import AddMention
from gazetteer.project.store import Project
from tests.core.made_up import PABRADE, PARIS_TEXAS, VILNIUS, MadeUpAnnotator
from tests.core.project_fixtures import find


@pytest.fixture
def theirs(history: History, tmp_path: Path) -> Iterator[History]:
    """Give the history of a second analyst's project with the same articles and one more."""
    articles = [Path(row.path) for row in queries.documents(history.project) if row.path]
    more = tmp_path / "e.txt"
    more.write_text("More\n\nA boat left Taveuni for Paris, and Nowhereville waited.\n", "utf-8")
    with Project.create(tmp_path / "theirs.toposcope") as project:
        other = History(project, who="Rasa")
        import_files(other, [*articles, more], MadeUpAnnotator())
        yield other


def test_a_stored_article_is_the_one_that_was_put_in(history: History, tmp_path: Path) -> None:
    project = history.project
    with Project.create(tmp_path / "copy.toposcope") as copy:
        ids = queries.document_ids(project, order="added")
        History(copy).do(AddDocuments(tuple(stored_document(project, one) for one in ids)))
        assert copy.state_hash() == project.state_hash()
    with pytest.raises(KeyError):
        stored_document(project, "d-none")


def test_each_decision_stands_beside_the_other(history: History, theirs: History) -> None:
    mine, other = history.project, theirs.project
    history.do(Confirm(find(mine, "Pabrati")))
    history.do(ChoosePlace(find(mine, "Paris", 2), PARIS_TEXAS))
    theirs.do(Confirm(find(other, "Pabrati")))
    theirs.do(SetKind(find(other, "Paris", 2), Kind.PERSON))
    theirs.do(ChoosePlace(find(other, "Wilnus"), VILNIUS))
    history.do(SetKind(find(mine, "Texas"), Kind.ORGANISATION))
    plan = plan_merge(mine, other)
    assert plan.who == ("Rasa",)
    rows = {row.one.surface: row for row in plan.rows}
    assert {name: row.standing for name, row in rows.items()} == {
        "Pabrati": Standing.SAME,
        "Paris": Standing.DIFFERENT,
        "Wilnus": Standing.THEIRS,
        "Texas": Standing.MINE,
    }
    paris = rows["Paris"]
    assert paris.mine is not None
    assert paris.theirs is not None
    assert "Texas" in paris.mine.words
    assert paris.theirs.words == "not a place: person"
    assert paris.sentence.startswith("She lives in Paris")
    # of two mentions decided twice one is alike; chance would make a quarter of them alike
    assert plan.agreement == Agreement(2, 1, pytest.approx((0.5 - 0.25) / 0.75))
    assert plan.agreement.share == 0.5


def test_the_merge_takes_what_was_chosen_as_one_step_and_keeps_who_decided(history: History, theirs: History) -> None:
    mine, other = history.project, theirs.project
    history.do(ChoosePlace(find(mine, "Paris", 2), PARIS_TEXAS))
    theirs.do(SetKind(find(other, "Paris", 2), Kind.PERSON))
    theirs.do(DropPin(find(other, "Nowhereville"), 55.0, 25.0, 2000, "Nowhereville"))
    theirs.do(ChoosePlace(find(other, "Taveuni", 1), PABRADE))
    before = mine.state_hash()
    plan = plan_merge(mine, other)
    wanted = [row.one.mention_id for row in plan.rows if row.standing is Standing.THEIRS]
    changes = history.do(Merge(plan, wanted))
    assert changes
    kept = queries.mention(mine, find(mine, "Paris", 2))
    taken = queries.mention(mine, find(mine, "Nowhereville"))
    assert kept is not None
    assert kept.place == PARIS_TEXAS
    assert taken is not None
    assert taken.place is not None
    assert (taken.place.name, taken.place.radius_m) == ("Nowhereville", 2000)
    log = queries.history(mine, taken.mention_id)
    assert [(row.action, row.who) for row in log] == [("merge", "tester")]
    assert "e.txt" in {row.file_name for row in queries.documents(mine)}
    in_new = [row for row in queries.mentions(mine) if row.surface == "Taveuni" and row.place_id == PABRADE.place_id]
    assert [row.status for row in in_new] == [Status.CORRECTED]
    assert mine.integrity() == []
    assert "Rasa" in (history.undo_label or "")
    history.undo()
    assert mine.state_hash() == before
    history.redo()
    assert plan_merge(mine, other).documents == ()


def test_taking_everything_makes_both_the_same_where_they_differ(history: History, theirs: History) -> None:
    mine, other = history.project, theirs.project
    theirs.do(SetKind(find(other, "Paris", 2), Kind.PERSON))
    theirs.do(Confirm(find(other, "Vilnius")))
    history.do(Merge(plan := plan_merge(mine, other), [row.one.mention_id for row in plan.rows]))
    again = plan_merge(mine, other)
    assert {row.standing for row in again.rows} == {Standing.SAME}
    assert again.agreement.share == 1.0


def test_a_mention_they_marked_comes_over_and_notes_are_joined(history: History, theirs: History) -> None:
    mine, other = history.project, theirs.project
    document = next(row for row in queries.documents(other) if row.file_name == "a.txt")
    start = queries.document_text(other, document.document_id).index("convoy")
    theirs.do(AddMention(document.document_id, start, start + 6, place=VILNIUS))
    theirs.do(Confirm(find(other, "Vilnius")))
    theirs.do(SetNote(find(other, "Vilnius"), "theirs"))
    history.do(SetNote(find(mine, "Vilnius"), "mine"))
    plan = plan_merge(mine, other)
    assert [row.mine for row in plan.rows if row.one.surface == "convoy"] == [None]
    history.do(Merge(plan, [row.one.mention_id for row in plan.rows]))
    added = queries.mention(mine, find(mine, "convoy"))
    assert added is not None
    assert added.place == VILNIUS
    noted = queries.mention(mine, find(mine, "Vilnius"))
    assert noted is not None
    assert noted.note == "mine"


def test_an_article_i_took_out_does_not_come_back(history: History, theirs: History) -> None:
    out = next(row.document_id for row in queries.documents(history.project) if row.file_name == "b.txt")
    history.do(RemoveDocuments((out,)))
    plan = plan_merge(history.project, theirs.project)
    assert [one.document.file_name for one in plan.documents] == ["e.txt"]


def test_projects_with_no_decision_have_nothing_to_agree_on(history: History, theirs: History) -> None:
    plan = plan_merge(history.project, theirs.project)
    assert plan.rows == ()
    assert plan.agreement == Agreement(0, 0, None)
    assert plan.agreement.share is None


def test_their_rules_come_over_and_mine_stay_as_they_are(history: History, theirs: History) -> None:
    both, only_theirs = Rule("Paris", Kind.LITERAL, PARIS_TEXAS), Rule("Brest", Kind.PERSON)
    history.do(PutRule(None, replace(both, enabled=False)))
    for rule in (both, only_theirs):
        theirs.do(PutRule(None, rule))
    before = history.project.state_hash()
    history.do(Merge(plan_merge(history.project, theirs.project), []))
    assert {(rule.name, rule.enabled) for rule in rules(history.project)} == {("Paris", False), ("Brest", True)}
    history.undo()
    assert history.project.state_hash() == before
