"""Rules: a correction decides later imports, in its context, never over a person; switched, undone, exchanged."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer import cli
from gazetteer.errors import EditError, InputError
from gazetteer.interchange.features import records
from gazetteer.interchange.rules import read_rules, write_rules
from gazetteer.model import Document, Kind, Place, Status, document_id
from gazetteer.project import queries
from gazetteer.project.desk import AnnotatedDocument
from gazetteer.project.edits import AddDocuments, ChoosePlace, Defer, Reset, SetKind
from gazetteer.project.history import History
from gazetteer.project.rule_edits import (
    PutRule,
    UseRule,
    named_with,
    plan_rule,
    put_all,
    removal,
    rule_from,
    switch,
    teach_rule,
)
from gazetteer.project.rules import Rule, learned, rules
from gazetteer.project.states import State
from gazetteer.project.store import Project
from gazetteer.project.wording import rule_words
from gazetteer.text.sentences import sentence_spans
from gazetteer.why import in_words
from tests.core.made_up import LITHUANIA, PARIS, PARIS_TEXAS, VILNIUS, MadeUpAnnotator
from tests.core.project_fixtures import find

NOWHERE = Place("atlas:17", "Nowhere Farm", 54.1, 25.2, "S", "FRM")
"""a place of a gazetteer that is no longer there"""
TEXAN = Rule("Paris", Kind.LITERAL, PARIS_TEXAS)


def bring(history: History, text: str, **facts: str) -> str:
    """Import a text that the made-up annotator reads; return its id."""
    document = Document(document_id(text), text, text, f"{text[:12]}.txt", "text/plain", **facts)  # type: ignore[arg-type]
    annotations = tuple(MadeUpAnnotator().annotate(text))
    history.do(AddDocuments((AnnotatedDocument(document, tuple(sentence_spans(text, "en")), annotations),)))
    return document.doc_id


def stands(project: Project, document: str) -> list[tuple[str, str, str | None, str | None]]:
    """Return (words, status, place, rule) of an article's mentions in text order."""
    rows = project.reader().execute(
        "SELECT surface, m.status, place_id, rule FROM mentions AS m JOIN documents AS d ON d.key = doc_key "
        "WHERE doc_id = ? AND NOT removed ORDER BY start",
        (document,),
    )
    return [tuple(row) for row in rows]  # type: ignore[misc]


def test_a_correction_becomes_a_rule_that_decides_what_is_imported_later(history: History) -> None:
    project, paris = history.project, find(history.project, "Paris")
    with pytest.raises(EditError, match="Nothing is decided"):
        rule_from(project, paris)
    history.do(ChoosePlace(paris, PARIS_TEXAS))
    rule = rule_from(project, paris)
    assert rule == TEXAN
    history.do(teach_rule(project, rule, []))
    article = bring(history, "A man from Paris saw Vilnius. Paris was far.")
    learnt = ("Paris", "learned", PARIS_TEXAS.place_id, rule.rule_id)
    assert stands(project, article) == [learnt, ("Vilnius", "auto", VILNIUS.place_id, None), learnt]
    record = next(one for one in records(project) if one["doc_id"] == article)
    assert (record["status"], record["rule_id"], record["resolved_by"]) == ("learned", rule.rule_id, "toposcope")
    assert record["reason"] == "Learned from a rule of this project. The program had said Paris, France."
    detail = queries.mention(project, record["mention_id"])
    assert detail is not None
    assert in_words(detail.why) == record["reason"]
    assert [one.label for one in queries.history(project, record["mention_id"])] == ["Learned from a rule"]


def test_a_rule_for_no_place(history: History) -> None:
    history.do(teach_rule(history.project, Rule("Vilnius", Kind.PERSON), []))
    article = bring(history, "Vilnius sang.")
    assert [row[1:3] for row in stands(history.project, article)] == [("learned", None)]
    assert queries.mentions(history.project, queries.MentionFilter(document_id=article))[0].group == "not_a_place"


@pytest.mark.parametrize(
    ("rule", "facts", "text", "learnt"),
    [
        (replace(TEXAN, lang="de"), {"lang": "de"}, "Paris am Abend.", True),
        (replace(TEXAN, lang="de"), {"lang": "en"}, "Paris at night.", False),
        (replace(TEXAN, source="Herald"), {"source": "Herald"}, "Paris at night.", True),
        (replace(TEXAN, source="Herald"), {}, "Paris at night.", False),
        (replace(TEXAN, named=VILNIUS), {}, "Paris and Vilnius.", True),
        (replace(TEXAN, named=VILNIUS), {}, "Paris and Pabrade.", False),
        (replace(TEXAN, enabled=False), {}, "Paris at night.", False),
    ],
)
def test_a_rule_decides_only_where_its_context_holds(
    history: History, rule: Rule, facts: dict[str, str], text: str, learnt: bool
) -> None:
    history.do(PutRule(None, rule))
    article = bring(history, text, **facts)
    assert (stands(history.project, article)[0][1] == "learned") == learnt


def test_the_narrower_rule_wins_and_the_text_itself_over_both(history: History) -> None:
    narrow = Rule("Paris", Kind.LITERAL, NOWHERE, named=VILNIUS)
    history.do(put_all(history.project, [TEXAN, narrow]))
    assert [row[2] for row in stands(history.project, bring(history, "Paris, it rained."))] == [PARIS_TEXAS.place_id]
    assert stands(history.project, bring(history, "Paris near Vilnius."))[0][2] == NOWHERE.place_id
    said = stands(history.project, bring(history, "Paris, Lithuania, is small."))
    assert said[0][1:3] == ("auto", PARIS.place_id), "the text names the country right after the name"


def test_a_rule_never_decides_over_a_person(history: History) -> None:
    project = history.project
    mentions = [find(project, "Paris", number) for number in range(3)]
    history.do(ChoosePlace(mentions[0], PARIS))
    history.do(Defer(mentions[1]))
    before = [queries.mention(project, one) for one in mentions[:2]]
    assert not {row.mention_id for row in plan_rule(project, TEXAN)} & set(mentions[:2])
    history.do(teach_rule(project, TEXAN, mentions))
    assert [queries.mention(project, one) for one in mentions[:2]] == before
    after = queries.mention(project, mentions[2])
    assert after is not None
    assert after.status is Status.LEARNED


def test_applying_is_one_undo_step_with_a_preview(history: History) -> None:
    project = history.project
    first, planned = project.state_hash(), plan_rule(project, TEXAN)
    assert [row.mention_id for row in planned]
    assert all(row.after == f"{PARIS_TEXAS.label} (learned)" for row in planned)
    unticked = [row for row in planned if not row.ticked]
    assert all(row.reason for row in unticked)
    history.do(teach_rule(project, TEXAN))
    assert learned(project) == {TEXAN.rule_id: len(planned) - len(unticked)}
    assert [row.mention_id for row in plan_rule(project, TEXAN)] == [row.mention_id for row in unticked]
    last = project.state_hash()
    history.undo()
    assert (project.state_hash(), rules(project)) == (first, [])
    history.redo()
    assert (project.state_hash(), rules(project)) == (last, [TEXAN])


def test_an_import_with_rules_is_undone_as_one_step_and_redone(history: History) -> None:
    history.do(PutRule(None, TEXAN))
    before = history.project.state_hash()
    article = bring(history, "Paris and Vilnius.")
    after = history.project.state_hash()
    history.undo()
    assert history.project.state_hash() == before
    history.redo()
    assert history.project.state_hash() == after
    assert stands(history.project, article)[0][1] == "learned"


def test_the_log_rebuilds_what_rules_decided(history: History) -> None:
    history.do(teach_rule(history.project, TEXAN))
    bring(history, "Paris and Vilnius.")
    log = "SELECT mention_id, after FROM decisions WHERE in_force AND about IS NULL ORDER BY seq"
    replayed = {row[0]: State.from_json(row[1]) for row in history.project.reader().execute(log)}
    assert replayed
    for mention_id, state in replayed.items():
        stored = queries.mention(history.project, mention_id)
        assert stored is not None
        assert (stored.kind, stored.status, stored.place and stored.place.place_id, stored.confidence) == (
            *(state.kind, state.status, state.place_id, state.confidence),
        )


def test_a_rule_that_is_switched_off_or_removed_decides_nothing(history: History) -> None:
    project = history.project
    first = project.state_hash()
    history.do(teach_rule(project, TEXAN))
    confirmed = next(one.mention_id for one in queries.mentions(project) if one.status is Status.LEARNED)
    history.do(ChoosePlace(confirmed, PARIS_TEXAS))
    taught = project.state_hash()
    history.do(switch(project, TEXAN.rule_id, False))
    assert learned(project) == {}
    kept = queries.mention(project, confirmed)
    assert kept is not None
    assert kept.status is Status.CORRECTED, "a person's decision stays"
    history.undo()
    assert project.state_hash() == taught
    history.do(removal(project, TEXAN.rule_id))
    assert (rules(project), learned(project)) == ([], {})
    history.do(Reset(confirmed))
    assert [one.status for one in queries.mentions(project)].count(Status.LEARNED) == 0
    for _ in range(4):
        history.undo()
    assert project.state_hash() == first
    with pytest.raises(EditError, match="not among"):
        switch(project, TEXAN.rule_id, True)


def test_a_rule_whose_place_no_gazetteer_has_keeps_it(history: History) -> None:
    history.do(PutRule(None, Rule("Vilnius", Kind.LITERAL, NOWHERE)))
    article = bring(history, "Vilnius slept.")
    mention = queries.mentions(history.project, queries.MentionFilter(document_id=article))[0]
    assert (mention.place_id, mention.place_label) == (NOWHERE.place_id, "Nowhere Farm")
    assert queries.map_points(history.project, queries.MentionFilter(document_id=article))[0]["lat"] == 54.1


@pytest.mark.parametrize(
    "rule", [Rule("…", Kind.PERSON), Rule("Paris", Kind.LITERAL), Rule("Paris", Kind.PERSON, PARIS)]
)
def test_a_rule_that_says_nothing_is_refused(history: History, rule: Rule) -> None:
    with pytest.raises(EditError):
        history.do(PutRule(None, rule))
    assert rules(history.project) == []


def test_a_rule_that_is_no_longer_as_it_was_shown_is_refused(history: History) -> None:
    history.do(PutRule(None, TEXAN))
    with pytest.raises(EditError, match="as it was shown"):
        history.do(PutRule(None, TEXAN))
    history.do(UseRule(find(history.project, "Paris"), TEXAN))


def test_the_places_offered_as_context_are_the_articles_own_countries_first(history: History) -> None:
    article = bring(history, "Vilnius, Vilnius and Paris, not in Lithuania.")
    where = queries.MentionFilter(document_id=article, text="Paris")
    offered = named_with(history.project, queries.mention_ids(history.project, where)[0])
    assert offered == [LITHUANIA, VILNIUS]


def test_rules_in_words() -> None:
    assert rule_words(TEXAN) == f"“Paris” is {PARIS_TEXAS.label}"
    narrow = replace(TEXAN, lang="de", source="Herald", named=VILNIUS)
    assert rule_words(narrow).endswith(f", in articles in “de” of Herald where the article names {VILNIUS.label}")
    assert rule_words(Rule("Korolev", Kind.PERSON)) == "“Korolev” is not a place: person"


# files and the command line -----------------------------------------------------------------------------------------


def test_rules_written_and_read_are_the_same(tmp_path: Path) -> None:
    told = (TEXAN, Rule("Korolev", Kind.PERSON, enabled=False), replace(TEXAN, lang="de", source="x", named=NOWHERE))
    write_rules(told, tmp_path / "rules.json")
    assert read_rules(tmp_path / "rules.json").rules == told
    assert len({rule.rule_id for rule in told}) == 3
    assert replace(TEXAN, enabled=False).rule_id == TEXAN.rule_id


@pytest.mark.parametrize(
    "changed",
    [{"kind": "village"}, {"place": None}, {"place": {"name": "x"}}, {"name": 4}, {"enabled": "yes"}, {"more": 1}],
)
def test_what_is_no_rule_is_refused_and_the_rest_is_read(tmp_path: Path, changed: dict[str, object]) -> None:
    path = tmp_path / "rules.json"
    write_rules([TEXAN, Rule("Korolev", Kind.PERSON)], path)
    whole = json.loads(path.read_text("utf-8"))
    whole["rules"][0] |= changed
    path.write_text(json.dumps(whole), "utf-8")
    read = read_rules(path)
    assert ([rule.name for rule in read.rules], [number for number, _ in read.refused]) == (["Korolev"], [1])


@pytest.mark.parametrize(
    "text", ["", "[]", '{"rules": []}', '{"format": "toposcope rules", "version": 9, "rules": []}']
)
def test_what_is_no_file_of_rules_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rules.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match="Nothing was changed"):
        read_rules(path)
    with pytest.raises(InputError, match="cannot be read"):
        read_rules(tmp_path / "none.json")


def test_the_command_line_adds_lists_switches_and_exchanges(
    history: History, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history.do(SetKind(find(history.project, "Vilnius"), Kind.PERSON))
    path, other, file = str(history.project.path), str(tmp_path / "other.toposcope"), str(tmp_path / "rules.json")
    history.project.close()
    assert cli.main(["rules", "list", path]) == 0
    assert cli.main(["rules", "add", path, "Paris", "Paris, Texas", "--lang", "en"]) == 0
    assert cli.main(["rules", "add", path, "Vilnius", "--kind", "person", "--apply"]) == 0
    assert cli.main(["rules", "list", path]) == 0
    out = capsys.readouterr().out
    assert out.startswith("The project has no rules yet.\n")
    assert "“Paris” is Paris, Texas, United States, in articles in “en”  (0 mentions)" in out
    with Project.open(Path(path), read_only=True) as project:
        vilnius = next(rule for rule in rules(project) if rule.name == "Vilnius")
        assert learned(project).get(vilnius.rule_id, 0) == sum(
            one.status is Status.LEARNED for one in queries.mentions(project)
        )
    assert cli.main(["rules", "off", path, vilnius.rule_id[:12]]) == 0
    assert cli.main(["rules", "export", path, file]) == 0
    Project.create(Path(other)).close()
    assert cli.main(["rules", "import", other, file]) == 0
    with Project.open(Path(other), read_only=True) as project, Project.open(Path(path), read_only=True) as first:
        assert rules(project) == rules(first)
        assert [rule.enabled for rule in rules(project)] == [True, False]
    assert cli.main(["rules", "on", path, vilnius.rule_id]) == 0
    assert cli.main(["rules", "remove", path, vilnius.rule_id.removeprefix("rule:")]) == 0
    capsys.readouterr()
    assert cli.main(["rules", "remove", path, "rule:zzz"]) == 2
    assert cli.main(["rules", "add", path, "Paris"]) == 2
    assert cli.main(["rules", "add", path, "Paris", "Qqxzvw"]) == 2
    assert "Nothing was changed" in capsys.readouterr().err
