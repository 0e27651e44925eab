import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.errors import EditError
from gazetteer.model import Group, Kind, Place, Precision, SpellingStatus, Status, group_of
from gazetteer.project import queries
from gazetteer.project.edits import (
    Batch,
    CannotIdentify,
    ChoosePlace,
    Confirm,
    Defer,
    DropPin,
    Edit,
    IgnoreProblem,
    RemoveDocuments,
    Reset,
    SetKind,
    SetNote,
    SetTags,
)
from gazetteer.project.history import Changes, History
from gazetteer.project.importing import import_files
from gazetteer.project.span_edits import AddMention, MoveMention, RemoveMention, SplitMention
from gazetteer.project.states import Decide, State
from gazetteer.project.store import Project
from tests.core.made_up import PABRADE, PARIS_TEXAS, VILNIUS, MadeUpAnnotator, write_articles
from tests.core.project_fixtures import find


def _detail(history: History, mention_id: str) -> queries.MentionDetail:
    found = queries.mention(history.project, mention_id)
    assert found is not None
    return found


def test_choosing_the_automatic_place_confirms_it(history: History) -> None:
    mention = find(history.project, "Pabrati")
    changes = history.do(ChoosePlace(mention, PABRADE))
    found = _detail(history, mention)
    assert (found.status, found.place, found.confidence) == (Status.CONFIRMED, PABRADE, 1.0)
    assert found.spelling.edit_ops == "Pabra[d→t][ė→i]"
    assert changes.mentions == {mention}
    assert changes.documents == {found.document_id}
    assert history.undo_label == "Choose Pabradė for “Pabrati”"


def test_choosing_another_place_corrects_and_keeps_what_the_machine_said(history: History) -> None:
    mention = find(history.project, "Paris", 2)
    history.do(ChoosePlace(mention, PARIS_TEXAS))
    found = _detail(history, mention)
    assert (found.status, found.place) == (Status.CORRECTED, PARIS_TEXAS)
    assert found.auto_place is not None
    assert found.auto_place.country_code == "FR"
    assert found.spelling.status is SpellingStatus.EXACT
    assert len(found.candidates) == 2


def test_a_place_found_by_changed_letters_explains_the_misspelling(history: History) -> None:
    mention = find(history.project, "Pabrati")
    history.do(ChoosePlace(mention, VILNIUS))
    assert _detail(history, mention).spelling.status is SpellingStatus.PROBABLE_MISSPELLING
    assert not _detail(history, mention).problem


def test_a_place_the_machine_did_not_think_of_is_no_misspelling(history: History) -> None:
    mention = find(history.project, "Nowhereville")
    history.do(ChoosePlace(mention, PABRADE))
    assert _detail(history, mention).spelling.status is SpellingStatus.UNKNOWN


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_can_be_set_and_the_person_counts(history: History, kind: Kind) -> None:
    mention = find(history.project, "Vilnius")
    history.do(SetKind(mention, kind))
    found = _detail(history, mention)
    keeps = kind in {Kind.LITERAL, Kind.DEMONYM, Kind.METONYM, Kind.FACILITY}
    assert found.kind is kind
    assert (found.place == VILNIUS) is keeps
    assert found.status is (
        Status.CONFIRMED if kind is Kind.LITERAL else Status.CORRECTED if keeps else Status.REJECTED
    )


def test_a_person_taken_for_a_name_gets_the_best_candidate_back(history: History) -> None:
    mention = find(history.project, "Brest")
    assert _detail(history, mention).group is Group.NOT_A_PLACE
    history.do(SetKind(mention, Kind.LITERAL))
    assert _detail(history, mention).place == VILNIUS


def test_pins_have_a_place_of_the_project(history: History) -> None:
    mention, other = find(history.project, "Nowhereville"), find(history.project, "Wilnus")
    history.do(DropPin(mention, 54.1, 25.2, 1500, "Nowhereville"))
    history.do(DropPin(other, 54.1, 25.2, 1500, "Nowhereville"))
    place = _detail(history, mention).place
    assert place is not None
    assert place.place_id.startswith("project:")
    assert (place.precision, place.radius_m) == (Precision.AREA, 1500)
    assert _detail(history, other).place == place


@pytest.mark.parametrize("pin", [(91.0, 0.0, 0, "x"), (0.0, 181.0, 0, "x"), (0.0, 0.0, -1, "x"), (0.0, 0.0, 0, " ")])
def test_impossible_pins_change_nothing(history: History, pin: tuple[float, float, int, str]) -> None:
    before = history.project.state_hash()
    with pytest.raises(EditError):
        history.do(DropPin(find(history.project, "Nowhereville"), *pin))
    assert history.project.state_hash() == before
    assert history.undo_label == "Import 4 files"


def test_cannot_identify_defer_and_reset(history: History) -> None:
    mention = find(history.project, "Vilnius")
    history.do(CannotIdentify(mention))
    assert (_detail(history, mention).status, _detail(history, mention).place) == (Status.UNRESOLVED, None)
    history.do(Defer(mention))
    assert _detail(history, mention).status is Status.DEFERRED
    history.do(Reset(mention))
    assert (_detail(history, mention).status, _detail(history, mention).place) == (Status.AUTO, VILNIUS)
    assert [row.action for row in queries.history(history.project, mention)] == ["cannot_identify", "defer", "reset"]


def test_what_a_person_cannot_identify_is_a_decision_even_where_the_machine_failed_too(history: History) -> None:
    mention = find(history.project, "Wilnus")
    history.do(CannotIdentify(mention))
    assert len(queries.history(history.project, mention)) == 1
    assert not history.do(CannotIdentify(mention))
    assert not [point for point in queries.map_points(history.project) if point["id"] == f"guess:{mention}"]


def test_confirming_nothing_is_refused(history: History) -> None:
    with pytest.raises(EditError, match="no place"):
        history.do(Confirm(find(history.project, "Nowhereville")))


def test_notes_tags_and_ignored_problems_leave_the_decision_alone(history: History) -> None:
    mention = find(history.project, "Pabrati")
    history.do(SetNote(mention, "ask the author"))
    history.do(SetTags(mention, ("convoy", "convoy", " ", "border")))
    history.do(IgnoreProblem((mention,)))
    found = _detail(history, mention)
    assert (found.note, found.tags, found.status, found.problem) == (
        "ask the author",
        ("convoy", "border"),
        Status.AUTO,
        False,
    )
    history.undo()
    assert _detail(history, mention).problem


def test_words_can_become_a_mention_and_stop_being_one(history: History) -> None:
    document = queries.documents(history.project, "Convoy")[0].document_id
    text = queries.document_text(history.project, document)
    start = text.index("waited")
    before = queries.counts(history.project)
    history.do(AddMention(document, start, start + 6, place=VILNIUS))
    mention = find(history.project, "waited")
    found = _detail(history, mention)
    assert (found.by_hand, found.place, found.sentence) == (True, VILNIUS, "In Pabrati, Ms Brest waited.")
    assert queries.counts(history.project).total == before.total + 1
    with pytest.raises(EditError, match="mention already"):
        history.do(AddMention(document, start, start + 6))
    with pytest.raises(EditError, match="automatic"):
        history.do(Reset(mention))
    history.do(RemoveMention(mention))
    assert queries.mention(history.project, mention) is None
    assert queries.counts(history.project) == before
    history.undo()
    assert queries.mention(history.project, mention) == found
    history.undo()
    assert queries.counts(history.project) == before


def test_moved_ends_keep_the_place_and_undo_in_one_step(history: History) -> None:
    mention = find(history.project, "Pabrati")
    old = _detail(history, mention)
    before = history.project.state_hash()
    history.do(SetNote(mention, "which one?"))
    history.do(MoveMention(mention, old.start, old.end - 1))
    new = _detail(history, find(history.project, "Pabrat"))
    assert (new.place, new.status, new.note) == (PABRADE, Status.CORRECTED, "which one?")
    assert queries.mention(history.project, mention) is None
    with pytest.raises(EditError, match="not in an article"):
        history.do(MoveMention(new.mention_id, 5, 5))
    history.undo()
    history.undo()
    assert history.project.state_hash() == before


def test_one_mention_becomes_two_without_its_place_and_undo_makes_it_one(history: History) -> None:
    document = queries.documents(history.project, "Convoy")[0].document_id
    text = queries.document_text(history.project, document)
    start = text.index("convoy left")
    history.do(AddMention(document, start, start + 11, place=VILNIUS))
    whole = find(history.project, "convoy left")
    history.do(SetNote(whole, "two names"))
    before = history.project.state_hash()
    history.do(SplitMention(whole, ((start, start + 6), (start + 7, start + 11))))
    first, second = (_detail(history, find(history.project, name)) for name in ("convoy", "left"))
    assert (first.place, first.status, first.note) == (None, Status.UNRESOLVED, "two names")
    assert (second.place, second.status, second.note) == (None, Status.UNRESOLVED, None)
    assert queries.mention(history.project, whole) is None
    history.undo()
    assert history.project.state_hash() == before
    assert _detail(history, whole).place == VILNIUS


def test_a_split_into_one_or_into_nothing_changes_nothing(history: History) -> None:
    mention = find(history.project, "Pabrati")
    old, before = _detail(history, mention), history.project.state_hash()
    with pytest.raises(EditError, match="nothing to split off"):
        history.do(SplitMention(mention, ((old.start, old.end - 1),)))
    with pytest.raises(EditError, match="not in an article"):
        history.do(SplitMention(mention, ((old.start, old.start + 2), (old.end, old.end))))
    assert history.project.state_hash() == before


def test_a_batch_is_one_step_and_all_or_nothing(history: History) -> None:
    good = [Confirm(find(history.project, "Vilnius", number)) for number in range(2)]
    before = history.project.state_hash()
    with pytest.raises(EditError):
        history.do(Batch("Confirm all", [*good, Confirm("m-gone")]))
    assert history.project.state_hash() == before
    assert history.do(Batch("Confirm all", good)).mentions == {edit.mention_id for edit in good}
    assert history.undo_label == "Confirm all"
    history.undo()
    assert history.project.state_hash() == before


def test_a_new_edit_ends_what_could_be_redone(history: History) -> None:
    mention = find(history.project, "Vilnius")
    history.do(Confirm(mention))
    history.undo()
    assert history.redo_label == "Confirm “Vilnius”"
    history.do(Defer(mention))
    assert not history.can_redo
    with pytest.raises(EditError, match="nothing to redo"):
        history.redo()


def test_an_import_taken_back_for_good_leaves_no_text_behind(history: History, tmp_path: Path) -> None:
    extra = tmp_path / "extra.txt"
    extra.write_text("A secret report from Vilnius.", "utf-8")
    mention = find(history.project, "Vilnius")
    import_files(history, [extra], MadeUpAnnotator())
    history.undo()
    history.do(Defer(mention))
    texts = [row[0] for row in history.project.reader().execute("SELECT text FROM texts")]
    assert len(texts) == 4
    assert not [text for text in texts if "secret" in text]


def test_removed_articles_come_back_with_their_decisions(history: History) -> None:
    mention = find(history.project, "Vilnius")
    history.do(Defer(mention))
    before = history.project.state_hash()
    document = _detail(history, mention).document_id
    changes = history.do(RemoveDocuments((document,)))
    assert changes.documents == {document}
    assert queries.document(history.project, document) is None
    assert queries.mention(history.project, mention) is None
    history.undo()
    assert history.project.state_hash() == before
    assert _detail(history, mention).status is Status.DEFERRED


def test_undo_is_written_down_and_deletes_nothing(history: History) -> None:
    mention = find(history.project, "Vilnius")
    history.do(Confirm(mention))
    history.undo()
    rows = queries.history(history.project, mention)
    assert [(row.action, row.withdrawn) for row in rows] == [("confirm", True), ("undo", False)]
    assert _detail(history, mention).decision_count == 0
    history.redo()
    rows = queries.history(history.project, mention)
    assert [(row.action, row.withdrawn) for row in rows] == [("confirm", False), ("undo", False), ("redo", False)]
    assert rows[0].who == "tester"
    assert rows[0].before == "Vilnius, Vilnius County, Lithuania (auto)"


def test_inverse_of_the_inverse_is_the_change() -> None:
    change = Decide("m-1", "confirm", State(Kind.LITERAL, Status.AUTO), State(Kind.LITERAL, Status.CONFIRMED))
    assert change.inverse() != change
    assert change.inverse().inverse() == change


@given(
    st.builds(
        State,
        st.sampled_from(Kind),
        st.sampled_from(Status),
        st.none() | st.text(min_size=1),
        note=st.none() | st.text(min_size=1),
    )
)
def test_states_survive_the_file(state: State) -> None:
    assert State.from_json(state.to_json()) == state


def _random_edit(source: random.Random, history: History) -> Edit:
    project = history.project
    everything = queries.mention_ids(project)
    mention = source.choice(everything)
    place = source.choice((VILNIUS, PABRADE, PARIS_TEXAS))
    documents = queries.documents(project)
    choices: list[Edit] = [
        ChoosePlace(mention, place),
        SetKind(mention, source.choice(list(Kind))),
        CannotIdentify(mention),
        Defer(mention),
        Reset(mention),
        SetNote(mention, str(source.random())),
        SetTags(mention, (str(source.randrange(3)),)),
        IgnoreProblem((mention,)),
        DropPin(mention, source.uniform(-90, 90), source.uniform(-180, 180), source.randrange(5000), "Pin"),
        Batch("Two", [SetNote(mention, "batch"), ChoosePlace(mention, place)]),
        AddMention(documents[0].document_id, source.randrange(3), source.randrange(4, 8)),
    ]
    # never so many that nothing is left to edit
    if len(everything) > 8:
        choices.append(RemoveMention(mention))
    if len(documents) > 3:
        choices.append(RemoveDocuments((source.choice(documents).document_id,)))
    return source.choice(choices)


def _do_some(source: random.Random, history: History, number: int) -> None:
    done = 0
    while done < number:
        try:
            done += bool(history.do(_random_edit(source, history)))
        except EditError:
            continue


def _states(project: Project) -> dict[str, State]:
    """Rebuild what is in force from the machine's answers and the decisions in force, without the rows in force."""
    rows = project.reader().execute(
        "SELECT mention_id, auto_kind, auto_status, auto_place_id, auto_confidence FROM mentions"
    )
    states = {
        row[0]: State(Kind(row[1]), Status(row[2]), row[3], row[4]) for row in rows if row["auto_kind"] is not None
    }
    log = "SELECT mention_id, after FROM decisions WHERE in_force AND about IS NULL ORDER BY seq"
    states |= {row[0]: State.from_json(row[1]) for row in project.reader().execute(log)}
    return states


def test_500_random_edits_and_as_many_undos_give_the_first_state_and_redo_the_last(tmp_path: Path) -> None:
    path = tmp_path / "case.toposcope"
    write_articles(tmp_path)
    source = random.Random(20240229)
    with Project.create(path) as project:
        history = History(project, who="tester")
        import_files(history, [tmp_path], MadeUpAnnotator())
        first = project.state_hash()
        _do_some(source, history, 500)
        last = project.state_hash()
        assert last != first
        _check_replay(project)
        for _ in range(250):
            history.undo()
    # the undo stack survives a restart
    with Project.open(path) as project:
        history = History(project, who="somebody else")
        for _ in range(250):
            history.undo()
        assert project.state_hash() == first
        assert history.undo_label == "Import 4 files"
        while history.can_redo:
            history.redo()
        assert project.state_hash() == last
        _check_replay(project)
        assert project.integrity() == []


def _check_replay(project: Project) -> None:
    """Replaying the log gives what is in force, and each group is the one the model says."""
    replayed = _states(project)
    for row in project.reader().execute("SELECT * FROM mentions"):
        state = replayed.get(row["mention_id"])
        if state is None:
            assert row["removed"]
            continue
        assert (row["kind"], row["status"], row["place_id"]) == (state.kind, state.status, state.place_id)
        assert (row["note"], bool(row["removed"]), row["resolved_by"]) == (state.note, state.removed, state.by)
        assert row["group_name"] == group_of(state.kind, state.status, state.place_id is not None)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_undo_of_do_is_nothing(tmp_path_factory: pytest.TempPathFactory, seed: int, number: int) -> None:
    folder = tmp_path_factory.mktemp("case")
    write_articles(folder)
    with Project.create(folder / "case.toposcope") as project:
        history = History(project, who="tester")
        import_files(history, [folder], MadeUpAnnotator())
        hashes = [project.state_hash()]
        source = random.Random(seed)
        for _ in range(number):
            _do_some(source, history, 1)
            hashes.append(project.state_hash())
        for expected in reversed(hashes[:-1]):
            history.undo()
            assert project.state_hash() == expected


def test_changes_add_up() -> None:
    one, other = Changes(frozenset("a"), frozenset("b")), Changes(frozenset("c"), places=frozenset("d"))
    assert one | other == Changes(frozenset("ac"), frozenset("b"), frozenset("d"))
    assert not Changes()


def test_a_place_shown_once_is_kept_as_it_was_shown(history: History) -> None:
    mention = find(history.project, "Wilnus")
    moved = Place("geonames:593116", "Vilnius", 1.0, 2.0, "P", "PPLC")
    history.do(ChoosePlace(mention, moved))
    assert _detail(history, mention).place == VILNIUS
