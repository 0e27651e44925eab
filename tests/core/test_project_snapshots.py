import json
import random
import re
from collections.abc import Callable, Mapping
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import cli
from gazetteer.errors import Cancelled, EditError
from gazetteer.interchange.features import Record, records
from gazetteer.jobs import Job
from gazetteer.model import Annotation, Candidate, Kind, Place, Resolution, Spelling, SpellingStatus, Status
from gazetteer.pipeline import Annotator
from gazetteer.places.compiler import Compiler
from gazetteer.places.draft import Draft
from gazetteer.places.records import Source
from gazetteer.places.store import Gazetteer
from gazetteer.project import queries
from gazetteer.project.edits import (
    CannotIdentify,
    ChoosePlace,
    Confirm,
    Defer,
    Edit,
    IgnoreProblem,
    RemoveDocuments,
    Reset,
    SetKind,
    SetNote,
    SetTags,
)
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.own_places import OwnPlace
from gazetteer.project.place_edits import PutOwnPlace, removal, teach
from gazetteer.project.rows import MentionDetail, MentionRow
from gazetteer.project.snapshots import Difference, compare, distance_words
from gazetteer.project.span_edits import AddMention, MoveMention, RemoveMention
from gazetteer.project.store import Project
from gazetteer.project.updates import TakeAnswers, UpdatePlan, plan_update
from gazetteer.why import in_words, plain
from tests.core.made_up import (
    ARAPIVKA,
    LITHUANIA,
    NAMES,
    PABRADE,
    PARIS,
    PARIS_TEXAS,
    TAVEUNI,
    TEXAS,
    VILNIUS,
    MadeUpAnnotator,
    MadeUpInfo,
    write_articles,
)
from tests.core.project_fixtures import find

PLACES = {
    place.place_id: place for place in (ARAPIVKA, LITHUANIA, PABRADE, PARIS, PARIS_TEXAS, TAVEUNI, TEXAS, VILNIUS)
}
NOWHERE = Place("geonames:9", "Nowhereville", 54.1, 25.2, "P", "PPL", country_code="LT", country_name="Lithuania")
Answers = Mapping[str, tuple[Kind, Place | None]]
AS_BEFORE: Answers = {surface: (kind, place) for surface, (kind, place, _, _) in NAMES.items()}


@dataclass
class Newer:
    """Another snapshot: the same places but for those given, None for one that is gone."""

    changed: Mapping[str, Place | None] = field(default_factory=dict)

    def place_by_id(self, place_id: str) -> Place | None:
        return self.changed[place_id] if place_id in self.changed else PLACES.get(place_id)

    def info(self) -> MadeUpInfo:
        return MadeUpInfo("made-up-2")


class NewerAnnotator:
    """Finds the names given, each with its place as the newer snapshot has it, none for a place that is gone."""

    def __init__(self, gazetteer: Newer, answers: Answers) -> None:
        self.gazetteer, self.answers = gazetteer, answers

    def annotate(self, text: str, lang: str | None = None, *, home: object = None) -> list[Annotation]:
        words = "|".join(sorted(map(re.escape, self.answers), key=len, reverse=True))
        return [self._annotation(match) for match in re.finditer(words, text)]

    def _annotation(self, match: re.Match[str]) -> Annotation:
        kind, wanted = self.answers[match.group()]
        place = self.gazetteer.place_by_id(wanted.place_id) if wanted and wanted.place_id in PLACES else wanted
        candidates = (Candidate(place, 1.0, 0.9, place.name),) if place else ()
        resolution = Resolution(
            place, 0.9 if place else None, candidates, Spelling(SpellingStatus.EXACT), plain("Anew.")
        )
        return Annotation(match.start(), match.end(), match.group(), kind, resolution)


def _plan(
    project: Project, changed: Mapping[str, Place | None] | None = None, answers: Answers = AS_BEFORE
) -> UpdatePlan:
    newer = Newer(changed or {})
    return plan_update(project, newer, NewerAnnotator(newer, answers), Job())


def _compare(project: Project, changed: Mapping[str, Place | None]) -> list[Difference]:
    return compare(project, Newer(changed), Job())


def _detail(project: Project, mention_id: str) -> MentionDetail:
    found = queries.mention(project, mention_id)
    assert found is not None
    return found


def test_the_same_gazetteer_changes_nothing(project: Project, history: History) -> None:
    plan = _plan(project)
    assert not plan
    assert (plan.differences, plan.rows, plan.protected) == ((), (), 0)
    assert plan.text == "Annotated anew, 4 articles: no mention would change."
    assert not history.do(TakeAnswers(plan))


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (None, "Vilnius is no longer in the gazetteer; 3 mentions"),
        (replace(VILNIUS, name="Wilno"), "Vilnius is now called Wilno; 3 mentions"),
        (replace(VILNIUS, latitude=VILNIUS.latitude + 0.0108), "Vilnius moved 1.2 km; 3 mentions"),
        (replace(VILNIUS, longitude=-VILNIUS.longitude), "Vilnius moved 3,1"),
        (replace(VILNIUS, latitude=VILNIUS.latitude + 0.0008), None),
        (replace(VILNIUS, feature_code="PPL"), "Vilnius is now P.PPL, was P.PPLC; 3 mentions"),
        (replace(VILNIUS, country_code="PL", country_name="Poland"), "Vilnius is now in Poland, was in Lithuania;"),
        (replace(VILNIUS, admin1_name="Vilnia"), "Vilnius is now in Vilnia, was in Vilnius County; 3 mentions"),
        (replace(VILNIUS, name="V", country_code=None, country_name=None), "Vilnius is now called V and is now in no"),
        (replace(VILNIUS, population=1), None),
    ],
)
def test_each_difference_is_told_in_words(project: Project, now: Place | None, words: str | None) -> None:
    found = [one.text for one in _compare(project, {VILNIUS.place_id: now})]
    assert len(found) == (words is not None)
    assert not words or found[0].startswith(words)


def test_people_are_counted_apart(history: History) -> None:
    project = history.project
    history.do(Confirm(find(project, "Vilnius")))
    moved = replace(VILNIUS, latitude=VILNIUS.latitude + 0.0108)
    (found,) = _compare(project, {VILNIUS.place_id: moved})
    assert found.text == "Vilnius moved 1.2 km; 3 mentions (1 decided by a person: not touched)"
    assert (found.automatic, found.by_people, found.documents, found.kept) == (2, 1, 3, True)
    assert found.moved_km == pytest.approx(1.2, abs=0.01)
    history.do(Confirm(find(project, "Taveuni")))
    (found,) = _compare(project, {TAVEUNI.place_id: None})
    assert found.text == "Taveuni is no longer in the gazetteer; 1 mention, decided by a person: not touched"


def test_distances_are_written_for_people() -> None:
    assert [distance_words(km) for km in (0.1234, 1.234, 12.34, 1234.5)] == ["123 m", "1.2 km", "12 km", "1,234 km"]


def test_nearness_is_the_callers(project: Project) -> None:
    moved = Newer({VILNIUS.place_id: replace(VILNIUS, latitude=VILNIUS.latitude + 0.0008)})
    assert [one.changes for one in compare(project, moved, Job(), still_m=50)] == [("moved 89 m",)]


def test_pins_and_own_places_are_the_projects_own(history: History) -> None:
    project = history.project
    place = OwnPlace("own:n", "Nowhereville", 54.1, 25.2)
    history.do(teach(project, place, "nowhereville"))
    assert _compare(project, {}) == []
    history.do(PutOwnPlace(place, replace(place, latitude=55.0)))
    assert _compare(project, {}) == []
    history.do(removal(project, "own:n"))
    assert [one.text for one in _compare(project, {})] == [
        "Nowhereville is no longer in the gazetteer; 1 mention, decided by a person: not touched"
    ]


def test_a_comparison_can_be_stopped(project: Project) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        compare(project, Newer(), job)
    with pytest.raises(Cancelled):
        plan_update(project, Newer(), NewerAnnotator(Newer(), AS_BEFORE), job)


NEW_ANSWERS: Answers = {
    **{surface: answer for surface, answer in AS_BEFORE.items() if surface not in ("Taveuni", "Brest")},
    "Nowhereville": (Kind.LITERAL, NOWHERE),
    "Paris": (Kind.LITERAL, PARIS_TEXAS),
    "Arapivka": (Kind.LITERAL, None),
    "Lithuania": (Kind.LITERAL, LITHUANIA),
    "convoy": (Kind.LITERAL, NOWHERE),
}


def test_the_plan_tells_what_would_change_and_changes_nothing(history: History) -> None:
    project = history.project
    before = project.state_hash(), project.revision
    plan = _plan(project, answers=NEW_ANSWERS)
    assert (project.state_hash(), project.revision) == before
    assert [(row.surface, row.change, row.before, row.after) for row in plan.rows] == [
        ("convoy", "found", "not taken for a name", "Nowhereville, Lithuania (auto)"),
        ("Brest", "gone", "not a place: person", "not taken for a name"),
        *[("Paris", "place", "Paris, France (auto)", "Paris, Texas, United States (auto)")] * 2,
        ("Nowhereville", "resolved", "no place", "Nowhereville, Lithuania (auto)"),
        ("Lithuania", "kind", "Lithuania (metonym, auto)", "Lithuania (auto)"),
        ("Paris", "place", "Paris, France (auto)", "Paris, Texas, United States (auto)"),
        ("Arapivka", "lost", "Arapivka, Luhansk Oblast, Ukraine (auto)", "no place"),
        ("Taveuni", "gone", "Taveuni, Fiji (auto)", "not taken for a name"),
    ]
    assert plan.text == (
        "Annotated anew, 4 articles: 9 mentions would change: 3 resolved to another place, 1 newly resolved, "
        "1 left without a place, 1 of another kind, 1 newly found, 2 no longer taken for a name."
    )
    for row in plan.rows:
        assert row.sentence[slice(*row.mark)] == row.surface


def test_applying_is_one_step_and_takes_what_was_planned(history: History) -> None:
    project = history.project
    before, total = project.state_hash(), queries.counts(project).total
    plan = _plan(project, answers=NEW_ANSWERS)
    changes = history.do(TakeAnswers(plan))
    assert changes.mentions == {row.mention_id for row in plan.rows}
    assert history.undo_label == "Take gazetteer made-up-2: 9 mentions"
    assert queries.counts(project).total == total - 1
    paris = _detail(project, find(project, "Paris", 1))
    assert (paris.place, paris.auto_place, paris.status) == (PARIS_TEXAS, PARIS_TEXAS, Status.AUTO)
    assert [candidate.place for candidate in paris.candidates] == [PARIS_TEXAS]
    assert (in_words(paris.why), paris.confidence) == ("Anew.", 0.9)
    found = _detail(project, find(project, "convoy"))
    assert (found.place, found.by_hand, found.sentence[:12]) == (NOWHERE, False, "A Lithuanian")
    assert queries.mentions(project, queries.MentionFilter(text="Taveuni")) == []
    assert project.meta("gazetteer_version") == "made-up-2"
    (decision,) = queries.history(project, paris.mention_id)
    assert (decision.label, decision.who, decision.gazetteer_version, decision.before, decision.after) == (
        *("Resolved anew with another gazetteer", "tester", "made-up-2"),
        *("Paris, France (auto)", "Paris, Texas, United States (auto)"),
    )
    assert not _plan(project, answers=NEW_ANSWERS)
    after = project.state_hash()
    history.undo()
    assert project.state_hash() == before
    assert queries.counts(project).total == total
    history.redo()
    assert project.state_hash() == after
    assert project.integrity() == []


def test_it_is_undone_after_a_restart_and_a_person_may_then_add_what_was_found(history: History) -> None:
    project = history.project
    before = project.state_hash()
    history.do(TakeAnswers(_plan(project, answers=NEW_ANSWERS)))
    row = next(one for one in queries.mentions(project) if one.surface == "convoy")
    project.close()
    with Project.open(project.path) as again:
        second = History(again, who="somebody else")
        second.undo()
        assert again.state_hash() == before
        second.do(AddMention(row.document_id, row.start, row.end, place=VILNIUS))
        added = _detail(again, row.mention_id)
        assert (added.by_hand, added.place, added.candidates, added.auto_place) == (True, VILNIUS, (), None)


def test_places_nobody_decided_on_are_shown_as_they_are_now(history: History) -> None:
    project = history.project
    before = project.state_hash()
    history.do(Confirm(find(project, "Taveuni")))
    changed = {
        place.place_id: replace(place, latitude=place.latitude + 1, name=f"New {place.name}")
        for place in (VILNIUS, TAVEUNI)
    }
    plan = _plan(project, changed)
    assert [(one.place.name, one.kept, bool(one.note)) for one in plan.differences] == [
        *(("Taveuni", True, True), ("Vilnius", False, False))
    ]
    assert plan.rows == ()
    changes = history.do(TakeAnswers(plan))
    assert changes.places == {VILNIUS.place_id}
    assert len(changes.documents) == 3
    assert _detail(project, find(project, "Vilnius")).place == changed[VILNIUS.place_id]
    assert _detail(project, find(project, "Taveuni")).place == TAVEUNI
    assert [one.place.name for one in _plan(project, changed).differences] == ["Taveuni"]
    history.undo()
    assert _detail(project, find(project, "Vilnius")).place == VILNIUS
    history.undo()
    assert project.state_hash() == before


def test_what_a_person_saw_beside_the_choice_stays_too(history: History) -> None:
    project = history.project
    # Vilnius is the runner-up there
    history.do(Confirm(find(project, "Pabrati")))
    decided = _kept(project)
    (difference,) = (plan := _plan(project, {VILNIUS.place_id: replace(VILNIUS, latitude=1.0)})).differences
    assert (difference.kept, difference.by_people) == (True, 0)
    assert difference.note == "The project keeps the place as people saw it when they decided."
    assert not plan
    assert not history.do(TakeAnswers(plan))
    assert _kept(project) == decided


def test_what_a_person_decided_since_the_plan_is_passed_over(history: History) -> None:
    project = history.project
    plan = _plan(project, answers=NEW_ANSWERS)
    document = queries.documents(project, "Convoy")[0].document_id
    start = queries.document_text(project, document).index("convoy")
    paris, gone, added = find(project, "Paris", 2), find(project, "Taveuni"), (document, start, start + 3)
    history.do(Confirm(paris))
    history.do(SetNote(gone, "an island"))
    history.do(AddMention(*added))
    history.do(RemoveDocuments((_detail(project, find(project, "Nowhereville")).document_id,)))
    history.do(TakeAnswers(plan))
    assert _detail(project, paris).place == PARIS
    assert _detail(project, gone).place == TAVEUNI
    assert "convoy" not in {row.surface for row in queries.mentions(project)}
    assert _detail(project, find(project, "Arapivka")).place is None


def test_a_plan_made_before_another_was_taken_changes_nothing_twice(history: History) -> None:
    project = history.project
    plan = _plan(project, answers=NEW_ANSWERS)
    history.do(TakeAnswers(plan))
    after = project.state_hash()
    assert not history.do(TakeAnswers(plan))
    history.do(TakeAnswers(_plan(project)))
    assert not history.do(TakeAnswers(replace(plan, rows=plan.rows[:0])))
    history.undo()
    assert project.state_hash() == after


# every way in which a person can decide on a mention; the mention is then a person's
DECISIONS: dict[str, Callable[[MentionRow], Edit]] = {
    "confirm": lambda one: Confirm(one.mention_id),
    "choose the same": lambda one: ChoosePlace(one.mention_id, VILNIUS),
    "choose another": lambda one: ChoosePlace(one.mention_id, PARIS_TEXAS),
    "person": lambda one: SetKind(one.mention_id, Kind.PERSON),
    "metonym": lambda one: SetKind(one.mention_id, Kind.METONYM),
    "cannot identify": lambda one: CannotIdentify(one.mention_id),
    "defer": lambda one: Defer(one.mention_id),
    "ignore": lambda one: IgnoreProblem((one.mention_id,)),
    "remove": lambda one: RemoveMention(one.mention_id),
    "move": lambda one: MoveMention(one.mention_id, one.start, one.end - 1),
}


def _kept(project: Project) -> dict[str, Record]:
    return {record["mention_id"]: record for record in records(project)}


@pytest.mark.parametrize("name", list(DECISIONS))
@pytest.mark.parametrize("now", ["another place", "no place", "another kind", "not found", "longer", "moved"])
def test_a_decision_of_a_person_is_never_touched(history: History, name: str, now: str) -> None:
    project = history.project
    mention = next(row for row in queries.mentions(project) if row.surface == "Vilnius")
    history.do(DECISIONS[name](mention))
    decided = _kept(project)
    automatic = {row.mention_id for row in queries.mentions(project) if row.surface == "Vilnius"}
    answers = {surface: answer for surface, answer in AS_BEFORE.items() if surface != "Vilnius"}
    changed: dict[str, Place | None] = {}
    match now:
        case "another place":
            answers["Vilnius"] = (Kind.LITERAL, PARIS)
        case "no place":
            answers["Vilnius"] = (Kind.LITERAL, None)
        case "another kind":
            answers["Vilnius"] = (Kind.ORGANISATION, None)
        case "longer":
            answers |= {f"{verb} Vilnius": (Kind.LITERAL, PARIS) for verb in ("left", "to", "and")}
        case "moved":
            answers["Vilnius"] = (Kind.LITERAL, VILNIUS)
            changed = {place.place_id: replace(place, latitude=1.0) for place in (VILNIUS, PARIS_TEXAS)}
    history.do(TakeAnswers(_plan(project, changed, answers)))
    after = _kept(project)
    surfaces = [
        row.surface for row in queries.mentions(project, queries.MentionFilter(document_id=mention.document_id))
    ]
    if name == "remove":
        assert mention.mention_id not in after
        assert not [surface for surface in surfaces if "Vilnius" in surface]
    elif name == "move":
        (moved,) = [one for one, record in decided.items() if record["quote"] == "Vilniu"]
        assert after[moved] == decided[moved]
        assert [surface for surface in surfaces if "Vilniu" in surface] == ["Vilniu"]
    else:
        assert after[mention.mention_id] == decided[mention.mention_id]
        assert surfaces.count("Vilnius") == 1
    if now in ("another place", "no place", "not found"):
        # and the others did change, so the test tests something
        others = automatic - {mention.mention_id}
        assert others
        assert all(after.get(one) != decided[one] for one in others)


def _random_decision(source: random.Random, project: Project) -> Edit:
    row = source.choice(queries.mentions(project))
    if source.random() < 0.2:
        remarks: list[Edit] = [SetNote(row.mention_id, "?"), SetTags(row.mention_id, ("a",)), Reset(row.mention_id)]
        return source.choice(remarks)
    name = source.choice([name for name in DECISIONS if name != "remove" or source.random() < 0.3])
    return DECISIONS[name](row)


def _random_snapshot(source: random.Random) -> tuple[dict[str, Place | None], Answers]:
    changed: dict[str, Place | None] = {}
    for place in source.sample(list(PLACES.values()), 3):
        moved = replace(place, latitude=source.uniform(-80, 80), name=source.choice(["Other", place.name]))
        changed[place.place_id] = source.choice([None, moved])
    answers = dict(source.sample(list(AS_BEFORE.items()), source.randint(6, len(AS_BEFORE))))
    for word in source.sample(["left", "waited", "to Vilnius", "Vil", "Paris, Texas", "Nowhere", "village"], 3):
        answers[word] = (Kind.LITERAL, NOWHERE)
    for surface in source.sample(list(answers), 3):
        answers[surface] = (source.choice(list(Kind)[:4]), source.choice([None, PARIS, VILNIUS, NOWHERE]))
    return changed, answers


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_whatever_people_decided_and_whatever_changed(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    source = random.Random(seed)
    folder = tmp_path_factory.mktemp("case")
    write_articles(folder)
    with Project.create(folder / "case.toposcope") as project:
        history = History(project, who="tester")
        import_files(history, [folder], MadeUpAnnotator())
        for _ in range(source.randrange(8)):
            # a random decision may not fit
            with suppress(EditError):
                history.do(_random_decision(source, project))
        changed, answers = _random_snapshot(source)
        before, records_before = project.state_hash(), _kept(project)
        removed = {row[0] for row in project.reader().execute("SELECT mention_id FROM mentions WHERE removed")}
        by_people = {
            row[0]
            for row in project.reader().execute(
                "SELECT mention_id FROM mentions WHERE NOT removed AND (resolved_by IS NOT NULL OR ignored <> '[]')"
            )
        }
        plan = _plan(project, changed, answers)
        assert not by_people & {row.mention_id for row in plan.rows}
        history.do(TakeAnswers(plan))
        records_after = _kept(project)
        assert {one: records_after[one] for one in by_people} == {one: records_before[one] for one in by_people}
        assert not removed & records_after.keys()
        spans = sorted((r["doc_id"], r["char_start"], r["char_end"]) for r in records_after.values())
        assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(spans))
        assert project.integrity() == []
        assert not _plan(project, changed, answers).rows
        if plan.rows or any(not one.kept for one in plan.differences):
            history.undo()
        assert project.state_hash() == before
        assert _kept(project) == records_before


@pytest.fixture
def newer(history: History, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file of a closed project, and let the verb use the newer snapshot and its annotator."""
    snapshot = Newer({PABRADE.place_id: replace(PABRADE, latitude=PABRADE.latitude + 0.0108)})
    monkeypatch.setattr("gazetteer.pipeline.Annotator", lambda opened, **_: NewerAnnotator(snapshot, NEW_ANSWERS))
    monkeypatch.setattr(Gazetteer, "open", classmethod(lambda cls, *args, **kwargs: nullcontext(snapshot)))
    history.do(Confirm(find(history.project, "Pabrati")))
    history.project.close()
    return history.project.path


def test_the_verb_tells_what_would_change_and_changes_nothing(newer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = newer.read_bytes()
    assert cli.main(["gazetteer", "compare", str(newer)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "Gazetteer made-up-1 in the project, made-up-2 now."
    assert (
        "  Pabradė moved 1.2 km; 4 mentions (1 decided by a person: not touched). "
        "The project keeps the place as people saw it when they decided." in printed
    )
    assert "  Small towns: “Arapivka” Arapivka, Luhansk Oblast, Ukraine (auto) → no place" in printed
    assert printed[-1] == "Nothing was changed. --apply takes the automatic answers; human decisions stay."
    assert newer.read_bytes() == before


def test_the_verb_applies_and_then_finds_nothing_more(newer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["gazetteer", "compare", str(newer), "--apply", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["gazetteer_before"], told["gazetteer_now"], told["applied"]) == ("made-up-1", "made-up-2", True)
    assert [one["change"] for one in told["mentions"]].count("place") == 3
    assert (told["places"][0]["moved_km"], told["places"][0]["kept"]) == (pytest.approx(1.2, abs=0.01), True)
    with Project.open(newer) as project:
        assert History(project).undo_label == "Take gazetteer made-up-2: 9 mentions"
    assert cli.main(["gazetteer", "compare", str(newer), "--apply"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Gazetteer made-up-2 in the project, made-up-2 now.")
    assert printed.endswith("There is nothing to apply.\n")


def test_the_verb_refuses_what_is_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["gazetteer", "compare", str(tmp_path / "gone.toposcope")]) == 1
    assert "no such project" in capsys.readouterr().err
    assert cli.main(["gazetteer", "compare", "--help"]) == 0
    assert "--apply" in capsys.readouterr().out


SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_real_gazetteer_beside_itself_and_beside_a_newer_one(
    gazetteer: Gazetteer, annotator: Annotator, tmp_path: Path
) -> None:
    with Project.create(tmp_path / "case.toposcope") as project:
        history = History(project, who="tester")
        import_files(history, sorted(SEEDS.glob("0[1235]-*.txt")), annotator)
        before = project.state_hash()
        plan = plan_update(project, gazetteer, annotator, Job())
        assert (plan.differences, plan.rows, plan.protected) == ((), (), 0)
        used = queries.places(project)[0]
        of_place = queries.MentionFilter(place_id=used.place.place_id)
        decided, *others = queries.mention_ids(project, of_place)
        history.do(Confirm(decided))
        folder = _newer_folder(used.place, tmp_path / "newer")
        with Gazetteer.open(extra=[folder]) as newer:
            newer_annotator = Annotator(newer)
            plan = plan_update(project, newer, newer_annotator, Job())
            told = f"{used.place.name} moved 1.2 km; {used.mentions} mentions (1 decided by a person: not touched)"
            assert told in [difference.text for difference in plan.differences]
            kept = _kept(project)[decided]
            history.do(TakeAnswers(plan))
            assert _kept(project)[decided] == kept
            assert not plan_update(project, newer, newer_annotator, Job()).rows
        assert others
        while history.undo_label != "Import 4 files":
            history.undo()
        assert project.state_hash() == before


def _newer_folder(place: Place, folder: Path) -> Path:
    """Compile a snapshot in which one place lies 1.2 km further north."""
    source = Source("newer", "A newer snapshot", "2", "CC BY 4.0", "made up", "", 0, 0)
    feature = f"{place.feature_class}.{place.feature_code}"
    north = place.latitude + 0.0108
    draft = Draft(place.place_id, place.name, feature, place.country_code or "", north, place.longitude, "newer")
    draft.precision, draft.radius_m = place.precision, place.radius_m
    draft.population, draft.people = place.population, place.population or 0
    with Compiler(folder, [source]) as compiler:
        compiler.add(draft)
        compiler.finish()
    return folder
