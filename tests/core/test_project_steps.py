"""Named steps one can go back to; problems of articles: far places and dates that cannot be; citations."""

import pytest

from gazetteer.model import Place, Precision
from gazetteer.project import queries
from gazetteer.project.citation import citation
from gazetteer.project.edits import AddDocuments, CannotIdentify, Confirm, Defer, IgnoreProblem
from gazetteer.project.history import History
from gazetteer.project.mark_edits import DescribeDocument, IgnoreFinding
from gazetteer.project.outliers import LEAST_KM, Spot, far_outliers
from gazetteer.project.states import FAR_OUTLIER, IMPOSSIBLE_DATE
from tests.core.project_fixtures import find
from tests.ui.review_samples import PARIS_TX, annotated, annotation, document


def test_going_to_a_step_undoes_and_redoes_up_to_it(history: History) -> None:
    project, wanted = history.project, find(history.project, "Vilnius")
    hashes = [project.state_hash()]
    for edit in (Confirm(wanted), Defer(wanted), CannotIdentify(wanted)):
        history.do(edit)
        hashes.append(project.state_hash())
    steps = queries.steps(project)
    assert [row.label for row in steps][:2] == ["“Vilnius” cannot be identified", "Defer “Vilnius”"]
    assert [row.present for row in steps] == [True, False, False, False]
    for number in (0, 2, 1, 3):
        changes = history.go_to(steps[3 - number].step)
        assert wanted in changes.mentions
        assert project.state_hash() == hashes[number]
        assert [row.undone for row in queries.steps(project)] == [3 - place > number for place in range(4)]
    assert not history.go_to(steps[0].step)
    assert [row.step for row in queries.steps(project, 2)] == [row.step for row in steps[:2]]


def spots(*places: tuple[str, str, float, float]) -> tuple[Spot, ...]:
    return tuple(Spot(*place) for place in places)


BALTIC = (
    ("vilnius", "LT", 54.7, 25.3),
    ("kaunas", "LT", 54.9, 23.9),
    ("riga", "LV", 56.9, 24.1),
    ("minsk", "BY", 53.9, 27.6),
)


@pytest.mark.parametrize(
    ("further", "expected"),
    [
        ((("texas", "US", 33.7, -95.6),), ["texas"]),
        # two of one country are a second scene, not a slip
        ((("texas", "US", 33.7, -95.6), ("ohio", "US", 40.0, -83.0)), []),
        ((("warsaw", "PL", 52.2, 21.0),), []),
        ((("nowhere", None, -40.0, 170.0),), ["nowhere"]),
        ((), []),
    ],
)
def test_a_place_far_from_all_others_is_told(
    further: tuple[tuple[str, str, float, float], ...], expected: list[str]
) -> None:
    assert list(far_outliers(spots(*BALTIC, *further))) == expected


def test_where_all_is_far_apart_nothing_is_far() -> None:
    around = [(f"p{n}", f"C{n}", 0.0, n * 40.0) for n in range(9)]
    assert LEAST_KM < 40 * 111
    assert far_outliers(spots(*around)) == ()


def test_the_board_tells_far_places_until_they_are_ignored_or_decided(history: History) -> None:
    names = ["Utena", "Jonava", "Alytus", "Trakai", "Paris"]
    text = "They went to " + ", ".join(names) + "."
    places = [
        Place(f"made:{n}", name, 54.0 + n / 5, 24.0 + n / 5, "P", "PPL", Precision.POINT, None, "LT", "Lithuania")
        for n, name in enumerate(names[:4])
    ]
    found = tuple(annotation(text, name, 0, place) for name, place in zip(names, [*places, PARIS_TX], strict=True))
    history.do(AddDocuments((annotated(document(text, "tour.txt"), found),)))

    def far() -> list[tuple[str, str]]:
        return [(p.surface, p.document_label) for p in queries.problems(history.project) if p.problem == FAR_OUTLIER]

    assert far() == [("Paris", "tour.txt")]
    problem = next(p for p in queries.problems(history.project) if p.problem == FAR_OUTLIER)
    history.do(IgnoreProblem(problem.mention_ids, FAR_OUTLIER))
    assert far() == []
    history.undo()
    assert far() == [("Paris", "tour.txt")]
    history.do(Confirm(problem.mention_ids[0]))
    assert far() == []


@pytest.mark.parametrize(("date", "odd"), [("2023-08-12", False), ("2199-01-01", True), ("1066-10-14", True)])
def test_a_date_that_cannot_be_is_told(history: History, date: str, odd: bool) -> None:
    row = queries.documents(history.project)[0]
    history.do(DescribeDocument(row.document_id, {"date": date}))
    found = [p for p in queries.problems(history.project) if p.problem == IMPOSSIBLE_DATE]
    assert [(p.document_id, p.surface) for p in found] == ([(row.document_id, date)] if odd else [])
    history.do(IgnoreFinding(f"date:{row.document_id}:{date}", "meant so"))
    assert not [p for p in queries.problems(history.project) if p.problem == IMPOSSIBLE_DATE]


def test_a_citation_says_where_an_article_is_from(history: History) -> None:
    row = queries.documents(history.project)[0]
    assert citation(row) == f"“Convoy seen”, SHA-256 {row.sha256[:16]}."
    history.do(
        DescribeDocument(row.document_id, {"source": "Daily", "date": "2023-08-12", "url": "https://example.org/1"})
    )
    found = queries.document(history.project, row.document_id)
    assert found is not None
    expected = f"Daily, “Convoy seen”, 2023-08-12, https://example.org/1, SHA-256 {row.sha256[:16]}."
    assert citation(found) == expected
