from pathlib import Path

import pytest

from gazetteer.errors import EditError
from gazetteer.jobs import Job, Progress
from gazetteer.model import Group, Kind, SpellingStatus, Status
from gazetteer.project import queries
from gazetteer.project.context import article_points
from gazetteer.project.edits import CannotIdentify, ChoosePlace, Confirm, Defer, DropPin, IgnoreProblem, SetKind
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.planning import apply_to_all, plan_apply_to_all
from gazetteer.project.rows import Counts
from gazetteer.project.span_edits import RemoveMention
from gazetteer.project.states import TWO_PLACES
from gazetteer.project.store import Project
from tests.core.made_up import ARTICLES, PABRADE, PARIS_TEXAS, VILNIUS, MadeUpAnnotator
from tests.core.project_fixtures import find

ALL = Counts(plotted=14, linked=1, not_a_place=1, unresolved=2)


def test_counts_add_up_everywhere(project: Project) -> None:
    assert queries.counts(project) == ALL
    assert ALL.total == queries.mention_count(project) == len(queries.mention_ids(project)) == 18
    by_article = [row.counts for row in queries.documents(project)]
    for group in Group:
        assert sum(getattr(counts, group.value) for counts in by_article) == getattr(ALL, group.value)
        assert queries.mention_count(project, MentionFilter(groups=frozenset({group}))) == getattr(ALL, group.value)
    points = queries.map_points(project)
    assert sum(int(str(point["n"])) for point in points if point["state"] != "unresolved") == ALL.plotted
    assert sum(row.mentions for row in queries.places(project)) == ALL.plotted + ALL.linked
    assert sum(group.mentions for group in queries.unresolved(project)) == ALL.unresolved


def test_texts_and_offsets_are_exact(project: Project) -> None:
    for row in queries.documents(project):
        text = queries.document_text(project, row.document_id)
        assert text == ARTICLES[row.file_name]
        assert row.length == len(text)
        for mark in queries.document_mentions(project, row.document_id):
            detail = queries.mention(project, mark.mention_id)
            assert detail is not None
            assert text[mark.start : mark.end] == detail.surface
            assert text[detail.sentence_start :].startswith(detail.sentence)
            assert detail.surface in detail.sentence


@pytest.mark.parametrize("order", queries.MENTION_ORDERS)
@pytest.mark.parametrize("descending", [False, True])
def test_pages_of_every_order_make_the_whole(project: Project, order: str, descending: bool) -> None:
    whole = queries.mention_ids(project, order=order, descending=descending)
    pages = [
        row.mention_id
        for offset in range(0, 20, 5)
        for row in queries.mentions(project, None, order, descending, limit=5, offset=offset)
    ]
    assert pages == whole
    assert len(set(whole)) == 18
    assert [row.mention_id for row in queries.mention_rows(project, whole)] == whole


def test_every_order_of_articles_and_places_holds_all(project: Project) -> None:
    for order in queries.DOCUMENT_ORDERS:
        assert len(queries.documents(project, order=order, descending=True)) == 4
    for place_order in queries.PLACE_ORDERS:
        assert len(queries.places(project, order=place_order)) == 7
    assert queries.documents(project, order="plotted", descending=True)[0].file_name == "c.txt"
    assert [row.file_name for row in queries.documents(project, "convoy")] == ["a.txt"]


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        (MentionFilter(text="pabr"), 4),
        (MentionFilter(text="PABRADĖ"), 4),
        (MentionFilter(place_id="geonames:593116"), 3),
        (MentionFilter(countries=frozenset({"FR"})), 3),
        (MentionFilter(kinds=frozenset({Kind.PERSON})), 1),
        (MentionFilter(statuses=frozenset({Status.UNRESOLVED})), 2),
        (MentionFilter(spellings=frozenset({SpellingStatus.PROBABLE_MISSPELLING})), 3),
        (MentionFilter(min_confidence=0.9), 0),
        (MentionFilter(problems_only=True), 3),
        (MentionFilter(mention_ids=frozenset()), 0),
        (MentionFilter(date_from="2020-01-01"), 0),
        (MentionFilter(text="'; DROP TABLE mentions; --"), 0),
    ],
)
def test_filters(project: Project, wanted: MentionFilter, number: int) -> None:
    assert queries.mention_count(project, wanted) == number
    assert queries.counts(project, wanted).total == number
    assert len(queries.mentions(project, wanted)) == number


def test_evidence_marks_each_name_in_each_sentence(project: Project) -> None:
    found = queries.evidence(project, VILNIUS.place_id)
    assert [one.document_label for one in found] == ["Convoy seen", "From Paris", "Markup"]
    for one in found:
        for sentence in one.sentences:
            assert [sentence.text[mark.start : mark.end] for mark in sentence.marks] == ["Vilnius"]
            assert queries.document_text(project, one.document_id)[sentence.start :].startswith(sentence.text)
    markup = found[2].sentences[0]
    assert markup.text == 'The village <script>alert(1)</script> & "Vilnius" are shown as text.'


def test_map_points_say_who_decided(history: History) -> None:
    def states() -> dict[object, object]:
        return {point["id"]: point["state"] for point in queries.map_points(history.project)}

    guess = f"guess:{find(history.project, 'Wilnus')}"
    assert states()[PABRADE.place_id] == "problem"
    assert states()[VILNIUS.place_id] == "auto"
    assert states()[guess] == "unresolved"
    assert queries.evidence(history.project, guess)[0].sentences[0].text.startswith("Nowhereville and Wilnus")
    for number in range(3):
        history.do(Confirm(find(history.project, "Pabrati", number)))
        history.do(Confirm(find(history.project, "Vilnius", number)))
    assert states()[PABRADE.place_id] == "auto"  # the fourth mention is one nobody looked at
    assert states()[VILNIUS.place_id] == "human"


def test_problems_go_when_decided_or_ignored(history: History) -> None:
    problems = queries.problems(history.project)
    assert [(one.problem, one.surface, len(one.mention_ids)) for one in problems] == [
        ("probable_misspelling", "Pabrati", 2),
        ("probable_misspelling", "Pabrati", 1),
    ]
    history.do(IgnoreProblem(problems[0].mention_ids))
    history.do(Confirm(problems[1].mention_ids[0]))
    assert queries.problems(history.project) == []
    history.do(ChoosePlace(find(history.project, "Paris", 1), PARIS_TEXAS))
    (two,) = queries.problems(history.project)
    assert two.text == "“Paris” stands for Paris, France and for Paris, Texas, United States"


def test_unresolved_names_show_what_the_machine_thought_of(history: History) -> None:
    groups = {group.surface: group for group in queries.unresolved(history.project)}
    assert groups["Wilnus"].nearest == (VILNIUS,)
    assert groups["Nowhereville"].nearest == ()
    history.do(Defer(find(history.project, "Wilnus")))
    assert {group.surface: group.deferred for group in queries.unresolved(history.project)} == {
        "Wilnus": 1,
        "Nowhereville": 0,
    }


def test_apply_to_all_protects_people_and_heeds_the_context(history: History) -> None:
    texan, headline, flight = (find(history.project, "Paris", number) for number in (2, 0, 1))
    history.do(DropPin(flight, 48.0, 2.0, 100, "Paris, the farm"))
    history.do(ChoosePlace(headline, VILNIUS))
    rows = {row.mention_id: row for row in plan_apply_to_all(history.project, headline)}
    assert set(rows) == {texan, flight}
    assert (rows[flight].ticked, rows[flight].reason) == (False, "decided before by tester")
    assert (rows[texan].ticked, rows[texan].reason) == (False, "followed by “Texas”")
    assert rows[texan].after == "Vilnius, Vilnius County, Lithuania (corrected)"
    assert rows[texan].sentence[slice(*rows[texan].mark)] == "Paris"


def test_apply_to_all_is_one_step(history: History) -> None:
    first, *others = (find(history.project, "Pabrati", number) for number in range(3))
    history.do(ChoosePlace(first, VILNIUS))
    rows = plan_apply_to_all(history.project, first)
    assert [row.ticked for row in rows] == [True, True]
    before = history.project.state_hash()
    history.do(apply_to_all(history.project, first, [row.mention_id for row in rows]))
    assert history.undo_label == "Apply Vilnius to 2 more “Pabrati”"
    assert {row.place_id for row in queries.mention_rows(history.project, others)} == {VILNIUS.place_id}
    assert queries.history(history.project, others[0])[0].rule == f"apply-to-all:{first}"
    assert plan_apply_to_all(history.project, first) == []
    history.undo()
    assert history.project.state_hash() == before


def test_apply_to_all_repeats_kinds_and_no_place(history: History) -> None:
    first = find(history.project, "Vilnius")
    with pytest.raises(EditError, match="Nothing is decided"):
        plan_apply_to_all(history.project, find(history.project, "Wilnus"))
    history.do(SetKind(first, Kind.ORGANISATION))
    rows = plan_apply_to_all(history.project, first)
    assert {row.after for row in rows} == {"not a place: organisation"}
    history.do(apply_to_all(history.project, first, [row.mention_id for row in rows]))
    assert {row.kind for row in queries.mentions(history.project, MentionFilter(text="vilnius"))} == {Kind.ORGANISATION}
    history.do(CannotIdentify(first))
    assert {row.after for row in plan_apply_to_all(history.project, first)} == {"no place"}


def test_removed_mentions_are_in_no_list(history: History) -> None:
    mention = find(history.project, "Arapivka")
    history.do(RemoveMention(mention))
    assert queries.mention_rows(history.project, [mention]) == []
    assert queries.evidence(history.project, "katottg:UA44140090050034567") == []
    assert queries.counts(history.project).total == ALL.total - 1


def test_an_import_keeps_reasons_and_passes_over_what_is_there(history: History, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "again.txt").write_text(ARTICLES["a.txt"], "utf-8")
    reports: list[Progress] = []
    paths = [tmp_path / "empty.txt", tmp_path / "again.txt", tmp_path / "gone.txt"]
    report = import_files(history, paths, MadeUpAnnotator(), Job(reports.append))
    assert report.added == []
    assert report.duplicates == [tmp_path / "again.txt"]
    assert [path.name for path, _ in report.refused] == ["empty.txt", "gone.txt"]
    assert sorted(row.path for row in queries.refused(history.project)) == [
        str(tmp_path / "empty.txt"),
        str(tmp_path / "gone.txt"),
    ]
    assert [(progress.done, progress.total) for progress in reports] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert history.undo_label == "Import 4 files"


def test_a_cancelled_import_keeps_what_is_in(history: History, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{number} From Vilnius with greetings.", "utf-8")
    job = Job()

    def stop(progress: Progress) -> None:
        if progress.done == 1:
            job.cancel()

    job.on_progress = stop
    report = import_files(history, [tmp_path / f"{number}.txt" for number in range(3)], MadeUpAnnotator(), job)
    assert report.cancelled
    assert len(report.added) == 2
    history.undo()
    assert queries.counts(history.project) == ALL


def test_deciding_during_an_import_keeps_the_undo_stack_in_order(history: History, tmp_path: Path) -> None:
    mention = find(history.project, "Vilnius")
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(f"{number} From Vilnius with greetings.", "utf-8")

    def decide(progress: Progress) -> None:
        if progress.done == 1:
            history.do(Confirm(mention))

    import_files(history, [tmp_path / "0.txt", tmp_path / "1.txt"], MadeUpAnnotator(), Job(decide))
    assert len(queries.documents(history.project)) == 6
    history.undo()
    assert len(queries.documents(history.project)) == 5
    assert history.undo_label == "Confirm “Vilnius”"
    history.undo()
    history.undo()
    assert queries.counts(history.project) == ALL


def test_names_that_are_no_utf8_can_be_imported(history: History, tmp_path: Path) -> None:
    path = Path(str(tmp_path), b"bericht-\xfc.txt".decode("utf-8", "surrogateescape"))
    try:
        path.write_text("From Vilnius with greetings.", "utf-8")
    except OSError:
        pytest.skip("the file system takes only UTF-8 names")
    report = import_files(history, [path], MadeUpAnnotator())
    row = queries.document(history.project, report.added[0])
    assert row is not None
    assert row.file_name == "bericht-�.txt"


def test_one_name_with_two_places_goes_with_an_ignored_mention_and_comes_back(history: History) -> None:
    mention_ids = [find(history.project, "Pabrati", number) for number in range(3)]
    texts = {mention_id: queries.mention(history.project, mention_id) for mention_id in mention_ids}
    here = [
        key for key, found in texts.items() if found is not None and found.sentence.endswith(("Pabrati.", "waited."))
    ]
    history.do(ChoosePlace(here[0], VILNIUS))
    (two,) = [one for one in queries.problems(history.project) if one.problem == TWO_PLACES]
    assert set(two.mention_ids) == set(here)
    history.do(IgnoreProblem(two.mention_ids[:1], TWO_PLACES))
    assert TWO_PLACES not in {one.problem for one in queries.problems(history.project)}
    history.undo()
    assert two in queries.problems(history.project)


def test_those_spelt_alike_are_of_one_group_by_date(history: History) -> None:
    first = queries.mention(history.project, find(history.project, "Pabrati"))
    assert first is not None
    assert [row.surface for row in queries.spelt_alike(history.project, first, 10)] == ["Pabrati"] * 3
    assert len(queries.spelt_alike(history.project, first, 2)) == 2
    history.do(CannotIdentify(find(history.project, "Pabrati", 1)))
    assert len(queries.spelt_alike(history.project, first, 10)) == 2


def test_the_points_of_an_article_are_its_plotted_places(history: History) -> None:
    document = queries.documents(history.project, "Convoy")[0].document_id
    points = article_points(history.project, document)
    drawn = queries.map_points(history.project, MentionFilter(document_id=document))
    names = ("id", "lat", "lon", "n", "precision")
    assert points == [{name: point[name] for name in names} for point in drawn if point["state"] != "unresolved"]
    assert sum(int(str(point["n"])) for point in points) > len(points)
