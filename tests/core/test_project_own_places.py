import json
import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.errors import EditError, ProjectError
from gazetteer.interchange import geojson
from gazetteer.interchange.export import FORMATS, export_project
from gazetteer.model import Kind, Precision, Status
from gazetteer.places.records import Name, NameKind
from gazetteer.project import queries
from gazetteer.project.edits import Batch, CannotIdentify, ChoosePlace, Defer, SetKind
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.own_places import (
    OwnPlace,
    fresh_id,
    mentions_of,
    own_digest,
    own_place,
    own_places,
    removal_words,
)
from gazetteer.project.place_edits import PutOwnPlace, TeachPlace, plan_teach, removal, teach
from gazetteer.project.store import Project
from tests.core.made_up import VILNIUS, MadeUpAnnotator, write_articles
from tests.core.project_fixtures import find, make_older

NOWHERE = OwnPlace(
    *("own:nowhere", "Nowhereville", 54.1, 25.2, "P.PPL", "LT", Precision.POINT, 500, 40),
    *((Name("Нигде", "ru", NameKind.TAGGED), Name("Niekur", "lt", NameKind.OFFICIAL)), "from a letter", "Lithuania"),
)
MOVED = replace(NOWHERE, latitude=54.2, name="Nowhere", population=None)


def _changes(project: Project) -> list[tuple[str, str, str, bool]]:
    rows = project.reader().execute("SELECT * FROM row_changes ORDER BY seq")
    return [(row["action"], row["id"], row["who"], bool(row["in_force"])) for row in rows]


def test_a_place_is_added_changed_and_removed_and_each_is_undone(history: History) -> None:
    project = history.project
    hashes, digests = [project.state_hash()], [own_digest(project)]
    for edit in (PutOwnPlace(None, NOWHERE), PutOwnPlace(NOWHERE, MOVED), PutOwnPlace(MOVED, None)):
        assert history.do(edit).places == {NOWHERE.place_id}
        hashes.append(project.state_hash())
        digests.append(own_digest(project))
    assert own_places(project) == []
    assert hashes[0] == hashes[3]
    assert digests[0] == digests[3]
    assert len(set(hashes)) == len(set(digests)) == 3
    for number, expected in ((2, [MOVED]), (1, [NOWHERE]), (0, [])):
        history.undo()
        assert own_places(project) == expected
        assert (project.state_hash(), own_digest(project)) == (hashes[number], digests[number])
    for expected in ([NOWHERE], [MOVED], []):
        history.redo()
        assert own_places(project) == expected


def test_the_labels_say_what_was_done(history: History) -> None:
    history.do(PutOwnPlace(None, NOWHERE))
    assert history.undo_label == "Add Nowhereville to own places"
    history.do(PutOwnPlace(NOWHERE, MOVED))
    assert history.undo_label == "Change Nowhere in own places"
    history.do(removal(history.project, NOWHERE.place_id))
    assert history.undo_label == "Remove Nowhere from own places"
    assert PutOwnPlace(NOWHERE, MOVED).inverse() == PutOwnPlace(MOVED, NOWHERE)


def test_own_places_survive_a_restart_with_their_undo_and_their_log(history: History) -> None:
    project = history.project
    empty = project.state_hash()
    history.do(PutOwnPlace(None, NOWHERE))
    project.close()
    with Project.open(project.path) as again:
        assert own_places(again) == [NOWHERE]
        second = History(again, who="somebody else")
        second.undo()
        assert again.state_hash() == empty
        assert _changes(again) == [
            ("put", NOWHERE.place_id, "tester", False),
            ("undo", NOWHERE.place_id, "somebody else", True),
        ]
        second.redo()
        assert own_places(again) == [NOWHERE]
        assert again.integrity() == []


def test_a_project_without_own_places_keeps_the_hash_it_always_had(history: History, tmp_path: Path) -> None:
    before = history.project.state_hash()
    history.project.close()
    make_older(history.project.path, 2)
    with Project.open(history.project.path) as project:
        assert project.state_hash() == before


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": "  "}, "needs a name"),
        ({"name": "-’"}, "needs a name"),
        ({"name": "x" * 301}, "longer than"),
        ({"latitude": 90.5}, "not a position"),
        ({"longitude": -180.1}, "not a position"),
        ({"latitude": math.nan}, "not a position"),
        ({"longitude": math.inf}, "not a position"),
        ({"place_id": "geonames:1"}, "begin with own:"),
        ({"feature": "PPL"}, "P.PPL"),
        ({"feature": "X.PPL"}, "P.PPL"),
        ({"country_code": "Lithuania"}, "two capital letters"),
        ({"radius_m": -1}, "A radius"),
        ({"radius_m": 6_000_000}, "A radius"),
        ({"population": -5}, "number of people"),
        ({"names": (Name(" ", "ru", NameKind.TAGGED),)}, "One of the names"),
    ],
)
def test_impossible_places_change_nothing_and_say_why(history: History, wrong: dict[str, object], words: str) -> None:
    before = history.project.state_hash()
    for edit in (
        PutOwnPlace(None, replace(NOWHERE, **wrong)),  # type: ignore[arg-type]
        TeachPlace(replace(NOWHERE, **wrong), (find(history.project, "Nowhereville"),)),  # type: ignore[arg-type]
    ):
        with pytest.raises(EditError, match=words) as raised:
            history.do(edit)
        assert "Nothing was changed" in str(raised.value)
    assert history.project.state_hash() == before
    assert history.undo_label == "Import 4 files"


def test_edits_that_no_longer_fit_are_refused(history: History) -> None:
    history.do(PutOwnPlace(None, NOWHERE))
    for edit in (
        PutOwnPlace(None, MOVED),
        PutOwnPlace(MOVED, NOWHERE),
        PutOwnPlace(MOVED, None),
        PutOwnPlace(NOWHERE, replace(NOWHERE, place_id="own:other")),
        PutOwnPlace(None, None),
        TeachPlace(MOVED, ()),
    ):
        with pytest.raises(EditError, match="othing was changed"):
            history.do(edit)
    with pytest.raises(EditError, match="not among"):
        removal(history.project, "own:gone")
    assert own_places(history.project) == [NOWHERE]
    assert not history.do(PutOwnPlace(NOWHERE, NOWHERE))


def test_names_and_positions_are_tidied(history: History) -> None:
    untidy = replace(
        NOWHERE,
        name="  New \n Place\ud800 ",
        latitude=1.00000049,
        longitude=-0.0,
        names=(Name(" A  b ", "", NameKind.ALTERNATE), Name("A b", "", NameKind.ALTERNATE)),
        note=" ",
    )
    history.do(PutOwnPlace(None, untidy))
    (stored,) = own_places(history.project)
    assert (stored.name, stored.latitude, str(stored.longitude), stored.note) == ("New Place?", 1.0, "0.0", None)
    assert stored.names == (Name("A b", "", NameKind.ALTERNATE),)
    assert stored == stored.checked()


def test_a_read_only_project_has_own_places_but_takes_none(history: History) -> None:
    history.do(PutOwnPlace(None, NOWHERE))
    with Project.open(history.project.path, read_only=True) as reader:
        assert own_places(reader) == [NOWHERE]
        with pytest.raises(ProjectError, match="reading only"):
            History(reader)


def test_ids_are_derived_and_never_given_to_another_place(history: History) -> None:
    project = history.project
    first = fresh_id(project, "Teysin", 50.02, 136.43)
    assert first == fresh_id(project, " Teysin ", 50.0200000001, 136.43)
    assert first.startswith("own:")
    place = OwnPlace(first, "Teysin", 50.02, 136.43)
    history.do(PutOwnPlace(None, place))
    second = fresh_id(project, "Teysin", 50.02, 136.43)
    assert second != first
    history.do(removal(project, first))
    # the same place again
    assert fresh_id(project, "Teysin", 50.02, 136.43) == first
    history.do(PutOwnPlace(None, place))
    history.do(PutOwnPlace(place, replace(place, name="Litovko")))
    history.do(removal(project, first))
    # mentions may still show Litovko under the first id
    assert fresh_id(project, "Teysin", 50.02, 136.43) == second


def test_mentions_follow_a_changed_place_and_keep_a_removed_one(history: History) -> None:
    project = history.project
    mention = find(project, "Nowhereville")
    history.do(PutOwnPlace(None, NOWHERE))
    history.do(ChoosePlace(mention, NOWHERE.place))
    changes = history.do(PutOwnPlace(NOWHERE, MOVED))
    found = queries.mention(project, mention)
    assert found is not None
    assert found.place == MOVED.place
    assert changes.documents == {found.document_id}
    assert removal_words(project, MOVED).startswith("1 mention refers to Nowhere, 1 by a person's decision. They keep")
    assert mentions_of(project, MOVED.place_id) == (0, 1)
    history.do(PutOwnPlace(MOVED, None))
    found = queries.mention(project, mention)
    assert found is not None
    assert (found.place, found.status) == (MOVED.place, Status.CORRECTED)
    assert removal_words(project, replace(NOWHERE, place_id="own:none")) == "No mention refers to Nowhereville."
    history.undo()
    history.undo()
    found = queries.mention(project, mention)
    assert found is not None
    assert found.place == NOWHERE.place


def test_teaching_resolves_the_unresolved_mentions_of_a_spelling_in_one_step(history: History, tmp_path: Path) -> None:
    project = history.project
    more = tmp_path / "more.txt"
    more.write_text("Nowhereville again. NOWHEREVILLE is not it, but Nowhereville is.", "utf-8")
    import_files(history, [more], MadeUpAnnotator())
    group = next(one for one in queries.unresolved(project) if one.surface == "Nowhereville")
    assert group.mentions == 3
    before, deferred = project.state_hash(), group.mention_ids[0]
    history.do(Defer(deferred))
    rows = plan_teach(project, NOWHERE, group.folded)
    assert {row.mention_id: (row.ticked, row.reason) for row in rows} == {
        **dict.fromkeys(group.mention_ids[1:], (True, None)),
        deferred: (False, "decided before by tester"),
    }
    assert {row.after for row in rows} == {"Nowhereville, Lithuania (corrected)"}
    changes = history.do(teach(project, NOWHERE, group.folded))
    assert changes.mentions == set(group.mention_ids[1:])
    assert history.undo_label == "Teach Nowhereville: 2 mentions of “Nowhereville”"
    taught = [queries.mention(project, one) for one in group.mention_ids]
    assert [one.place for one in taught if one] == [None, NOWHERE.place, NOWHERE.place]
    assert [row.rule for row in queries.history(project, group.mention_ids[1])] == ["teach:own:nowhere"]
    history.undo()
    history.undo()
    assert project.state_hash() == before
    assert own_places(project) == []


def test_teaching_may_take_an_own_place_that_is_there(history: History) -> None:
    history.do(PutOwnPlace(None, NOWHERE))
    mention = find(history.project, "Nowhereville")
    history.do(TeachPlace(NOWHERE, (mention,)))
    history.undo()
    assert own_places(history.project) == [NOWHERE]
    assert not history.do(TeachPlace(NOWHERE, ()))


def test_teaching_is_all_or_nothing(history: History) -> None:
    before = history.project.state_hash()
    with pytest.raises(EditError, match="no longer in the project"):
        history.do(TeachPlace(NOWHERE, (find(history.project, "Nowhereville"), "m-gone")))
    assert history.project.state_hash() == before
    assert own_place(history.project, NOWHERE.place_id) is None


def test_only_unresolved_mentions_are_taught(history: History) -> None:
    project = history.project
    mention = find(project, "Nowhereville")
    for edit in (SetKind(mention, Kind.PERSON), ChoosePlace(mention, VILNIUS)):
        history.do(edit)
        assert plan_teach(project, NOWHERE, "nowhereville") == []
        history.undo()
    history.do(CannotIdentify(mention))
    assert [row.ticked for row in plan_teach(project, NOWHERE, "nowhereville")] == [False]


_NAMES = st.text(max_size=12)


@settings(max_examples=80, deadline=None)
@given(
    st.builds(
        OwnPlace,
        st.just("own:x"),
        _NAMES,
        st.floats(-91, 91),
        st.floats(-181, 181),
        st.sampled_from(["P.PPL", "H.LK", "S.CH"]),
        st.sampled_from([None, "LT", "UA"]),
        st.sampled_from(Precision),
        st.none() | st.integers(0, 10**6),
        st.none() | st.integers(0, 10**9),
        st.tuples(st.builds(Name, _NAMES, st.sampled_from(["", "ru"]), st.sampled_from(NameKind))) | st.just(()),
        st.none() | _NAMES,
    )
)
def test_what_is_checked_survives_the_file(place: OwnPlace) -> None:
    try:
        checked = place.checked()
    except EditError:
        return
    assert OwnPlace.from_json(checked.to_json()) == checked
    assert checked.checked() == checked


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), min_size=1, max_size=12))
def test_any_run_of_own_place_edits_is_undone(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("case")
    write_articles(folder)
    with Project.create(folder / "case.toposcope") as project:
        history = History(project, who="tester")
        import_files(history, [folder], MadeUpAnnotator())
        mentions = queries.mention_ids(project)
        states = [(project.state_hash(), own_digest(project))]
        for which, move in moves:
            place = OwnPlace(f"own:{which}", f"Place {which}", which, move)
            present = own_place(project, place.place_id)
            edit = PutOwnPlace(present, None if present and move == 0 else place)
            choice = ChoosePlace(mentions[move], place.place)
            if history.do(Batch("Two", [edit, choice] if move % 2 else [edit])):
                states.append((project.state_hash(), own_digest(project)))
        for expected in reversed(states[:-1]):
            history.undo()
            assert (project.state_hash(), own_digest(project)) == expected
        while history.can_redo:
            history.redo()
        assert (project.state_hash(), own_digest(project)) == states[-1]
        assert project.integrity() == []


def test_exports_carry_own_places_as_a_source_of_the_project(history: History, tmp_path: Path) -> None:
    project = history.project
    history.do(PutOwnPlace(None, NOWHERE))
    assert [source["id"] for source in geojson.gazetteers(project)] == ["geonames"]
    history.do(teach(project, NOWHERE, "nowhereville"))
    export_project(project, tmp_path, list(FORMATS))
    collection = json.loads((tmp_path / "mentions.geojson").read_text("utf-8"))
    assert [source["id"] for source in collection["toposcope"]["gazetteers"]] == ["geonames", "own"]
    (record,) = [one["properties"] for one in collection["features"] if one["properties"]["gazetteer"] == "own"]
    expected = {
        "place_id": "own:nowhere",
        "place_name": "Nowhereville",
        "place_label": "Nowhereville, Lithuania",
        "gazetteer_version": None,
        "place_uri": None,
        "country_code": "LT",
        "feature_code": "PPL",
        "latitude": 54.1,
        "longitude": 25.2,
        "uncertainty_m": 500,
        "location_precision": "point",
        "population": 40,
        "status": "corrected",
        "resolved_by": "tester",
        "rule_id": "teach:own:nowhere",
    }
    assert {name: record[name] for name in expected} == expected
    places = json.loads((tmp_path / "places.geojson").read_text("utf-8"))["features"]
    (place,) = [one for one in places if one["id"] == "own:nowhere"]
    assert (place["properties"]["gazetteer"], place["geometry"]["coordinates"]) == ("own", [25.2, 54.1])
    rings = json.loads((tmp_path / "uncertainty.geojson").read_text("utf-8"))["features"]
    assert "own:nowhere" in {ring["id"] for ring in rings}
    assert "own: the project" in (tmp_path / "map.html").read_text("utf-8")
