"""One filter, one set: articles, mentions, places, map, timeline and counts agree on what each filter lets through."""

from pathlib import Path

import pytest

from gazetteer.errors import EditError
from gazetteer.model import Document, Group, Kind, SpellingStatus, Status
from gazetteer.project import queries
from gazetteer.project.edits import AddDocuments, Confirm, SetNote, SetTags
from gazetteer.project.facets import FACETS, Day, Timeline, bins, facet_values, timeline, without_dates
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import History
from gazetteer.project.mark_edits import DescribeDocument, StarMention
from gazetteer.project.passing import remembered
from gazetteer.project.store import Project
from tests.core.project_fixtures import find
from tests.ui.review_samples import annotated, document

CONVOY, PARIS, TOWNS, MARKUP = "Convoy seen", "From Paris", "Small towns", "Markup"
LITHUANIA_BOX = ((20.0, 53.0), (27.0, 53.0), (27.0, 57.0), (20.0, 57.0))
ACROSS_THE_DATE_LINE = ((170.0, -30.0), (190.0, -30.0), (190.0, 0.0), (170.0, 0.0))


def one(**parts: object) -> MentionFilter:
    """Return a filter whose sets are given as tuples."""
    return MentionFilter(**{k: frozenset(v) if isinstance(v, tuple) and k != "area" else v for k, v in parts.items()})  # type: ignore[arg-type]


FILTERS = {
    "all": one(),
    "text": one(text="pabr"),
    "nothing": one(text="no such name"),
    "from": one(date_from="2023-08-01"),
    "until": one(date_to="2023-08-31"),
    "between": one(date_from="2023-08-01", date_to="2023-08-31"),
    "undated": one(undated=True),
    "undated and dated": one(undated=True, date_from="2023-08-01"),
    "source": one(sources=("Daily",)),
    "no source": one(sources=("",)),
    "two sources": one(sources=("Daily", "")),
    "language": one(languages=("en",)),
    "unknown language": one(languages=("",)),
    "country": one(countries=("LT",)),
    "countries": one(countries=("FR", "US")),
    "region": one(regions=("US/Texas",)),
    "class": one(classes=("P",)),
    "classes": one(classes=("A", "T")),
    "automatic": one(statuses=(Status.AUTO,)),
    "decided": one(statuses=(Status.CONFIRMED, Status.CORRECTED)),
    "kind": one(kinds=(Kind.PERSON,)),
    "kinds": one(kinds=(Kind.DEMONYM, Kind.METONYM)),
    "misspelt": one(spellings=(SpellingStatus.PROBABLE_MISSPELLING,)),
    "unknown spelling": one(spellings=(SpellingStatus.UNKNOWN,)),
    "plotted": one(groups=(Group.PLOTTED,)),
    "unresolved": one(groups=(Group.UNRESOLVED,)),
    "linked or not a place": one(groups=(Group.LINKED, Group.NOT_A_PLACE)),
    "sure": one(min_confidence=0.9),
    "unsure": one(below_confidence=0.9),
    "place": one(place_id="geonames:593116"),
    "tag": one(tags=("check",)),
    "tags": one(tags=("check", "desk")),
    "starred": one(starred=True),
    "noted": one(noted=True),
    "problems": one(problems_only=True),
    "conflicts": one(conflicts_only=True),
    "box": one(area=LITHUANIA_BOX),
    "across the date line": one(area=ACROSS_THE_DATE_LINE),
    "of a source in a country": one(sources=("Daily",), countries=("LT",)),
    "no mention": MentionFilter(mention_ids=frozenset()),
}
EXPECTED = {
    "all": 18,
    "nothing": 0,
    "undated": 7,
    "undated and dated": 0,
    "between": 5,
    "two sources": 18,
    "region": 1,
    "sure": 1,
    "decided": 1,
    "box": 10,
    "across the date line": 1,
    "tag": 1,
    "tags": 7,
    "starred": 6,
    "noted": 7,
    "no mention": 0,
    "conflicts": 0,
}


@pytest.fixture
def marked(history: History) -> Project:
    """Give the made-up articles with dates, sources, tags, stars and notes on them."""
    ids = {row.label: row.document_id for row in queries.documents(history.project)}
    history.do(DescribeDocument(ids[CONVOY], {"date": "2023-08-12", "source": "Daily"}))
    history.do(DescribeDocument(ids[PARIS], {"date": "2023-09-01", "tags": ["desk"], "note": "look again"}))
    history.do(DescribeDocument(ids[TOWNS], {"starred": True}))
    history.do(SetTags(find(history.project, "Pabrati"), ("check",)))
    history.do(SetNote(find(history.project, "Pabrati"), "range or town?"))
    history.do(StarMention(find(history.project, "Vilnius"), True))
    history.do(Confirm(find(history.project, "Vilnius")))
    return history.project


@pytest.mark.parametrize("name", FILTERS)
def test_every_pane_shows_the_same_set(marked: Project, name: str) -> None:
    where = FILTERS[name]
    number = queries.mention_count(marked, where)
    if name in EXPECTED:
        assert number == EXPECTED[name]
    counts = queries.counts(marked, where)
    assert counts.total == number
    assert len(queries.mention_ids(marked, where)) == number

    rows = queries.documents(marked, where=where)
    assert sum(row.counts.total for row in rows) == number
    assert [row.document_id for row in rows] == queries.document_ids(marked, where=where)
    assert rows == queries.document_rows(marked, [row.document_id for row in rows], where)
    assert {row.document_id for row in rows} >= {row.document_id for row in queries.mentions(marked, where)}
    for group in Group:
        assert sum(getattr(row.counts, group.value) for row in rows) == getattr(counts, group.value)

    points = queries.map_points(marked, where)
    assert sum(int(str(p["n"])) for p in points if p["state"] != "unresolved") == counts.plotted
    assert sum(row.mentions for row in queries.places(marked, where)) == counts.plotted + counts.linked

    shown = timeline(marked, where)
    assert sum(day.mentions for day in shown.days) + shown.undated_mentions == number
    assert sum(day.documents for day in shown.days) + shown.undated == len(rows)


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize(("order", "descending"), [("document", False), ("confidence", True)])
def test_many_mentions_picked_in_order_are_the_ones_sorted(
    marked: Project, name: str, order: str, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = queries.mention_ids(marked, FILTERS[name], order, descending)
    monkeypatch.setattr(queries, "FEW", -1)
    assert queries.mention_ids(marked, FILTERS[name], order, descending) == few


def test_what_is_remembered_of_a_project_goes_with_its_changes(history: History) -> None:
    project = history.project
    asked: list[int] = []

    def answer() -> int:
        asked.append(1)
        return len(asked)

    assert [remembered(project, "a", answer), remembered(project, "a", answer), remembered(project, "b", answer)] == [
        1,
        1,
        2,
    ]
    history.do(Confirm(find(project, "Vilnius")))
    assert remembered(project, "a", answer) == 3
    everything = [remembered(project, number, answer) for number in range(100)]
    assert remembered(project, 99, answer) == everything[99]
    assert remembered(project, 0, answer) > everything[99], "the oldest answers give way"


@pytest.mark.parametrize("order", queries.DOCUMENT_ORDERS)
def test_articles_under_a_filter_are_the_same_in_every_order(marked: Project, order: str) -> None:
    where = FILTERS["country"]
    plain = queries.documents(marked, where=where)
    ordered = queries.documents(marked, order=order, descending=True, where=where)
    assert sorted(ordered, key=lambda row: row.document_id) == sorted(plain, key=lambda row: row.document_id)
    assert [row.document_id for row in ordered] == queries.document_ids(marked, "", order, True, where)


def test_an_article_without_a_mention_passes_what_is_asked_of_articles(marked: Project) -> None:
    with marked.transaction() as connection:
        connection.execute("UPDATE mentions SET removed = 1 WHERE doc_key = 1")
    assert queries.document_ids(marked, where=FILTERS["between"]) != []
    assert FILTERS["between"].about_documents
    assert queries.document_ids(marked, where=one(date_to="2023-08-31", countries=("LT",))) == []


def test_every_value_that_is_offered_lets_through_as_many_as_it_says(marked: Project) -> None:
    for facet in FACETS:
        for value in facet_values(marked, facet):
            if facet != "tags":
                assert queries.mention_count(marked, one(**{facet: (value.value,)})) == value.mentions > 0
    assert [value.value for value in facet_values(marked, "tags")] == ["check", "desk"]
    assert ("US/Texas", "Texas, United States") in [(v.value, v.name) for v in facet_values(marked, "regions")]


def test_what_a_person_says_of_an_article_is_one_step_each(history: History) -> None:
    project = history.project
    before, row = project.state_hash(), queries.documents(project)[0]
    changes = history.do(
        DescribeDocument(row.document_id, {"title": " Seen ", "date": "2024-02-29", "tags": ["a", "a"]})
    )
    assert changes.documents == {row.document_id}
    found = queries.document(project, row.document_id)
    assert found is not None
    assert (found.title, found.date, found.date_precision, found.tags) == ("Seen", "2024-02-29", "day", ("a",))
    after = project.state_hash()
    assert after != before
    history.undo()
    assert project.state_hash() == before
    assert queries.document(project, row.document_id) == row
    history.redo()
    assert project.state_hash() == after


@pytest.mark.parametrize("fields", [{"date": "31.12.2023"}, {"date": "2023-02-30"}, {"text": "other"}, {"tags": 7}])
def test_what_cannot_be_said_of_an_article_changes_nothing(history: History, fields: dict[str, object]) -> None:
    before, row = history.project.state_hash(), queries.documents(history.project)[0]
    with pytest.raises(EditError, match="nothing was changed"):
        history.do(DescribeDocument(row.document_id, fields))
    assert history.project.state_hash() == before


def test_a_star_is_kept_over_a_reset_and_taken_back(history: History) -> None:
    mention_id = find(history.project, "Vilnius")
    before = history.project.state_hash()
    history.do(StarMention(mention_id, True))
    history.do(Confirm(mention_id))
    detail = queries.mention(history.project, mention_id)
    assert detail is not None
    assert detail.starred
    history.undo()
    history.undo()
    assert history.project.state_hash() == before


def test_bars_grow_with_the_time_told() -> None:
    def of(*dates: str) -> tuple[str, int]:
        unit, found = bins(tuple(Day(one, 1, 2) for one in dates))
        assert sum(bar.documents for bar in found) == len(dates)
        assert [bar.first for bar in found] == sorted(bar.first for bar in found)
        assert all(bar.first <= bar.last for bar in found)
        return unit, len(found)

    assert bins(()) == ("day", ())
    assert of("2024-02-28", "2024-03-01") == ("day", 3)
    assert of("2023-01-01", "2023-12-31") == ("week", 53)
    assert of("2020-02-10", "2023-08-12") == ("month", 43)
    assert of("1941-06-22", "2023-08-12") == ("year", 83)
    assert of("1500-01-01", "2023-08-12") == ("year", 524)
    months = bins((Day("2023-12-05", 1, 1), Day("2024-02-29", 1, 1), Day("2026-02-01", 1, 1)))[1]
    assert (months[2].first, months[2].last) == ("2024-02-01", "2024-02-29")


def test_the_timeline_goes_on_showing_what_lies_around_the_dates_chosen(marked: Project) -> None:
    where = one(date_from="2023-08-01", date_to="2023-08-31", sources=("Daily", ""))
    assert without_dates(where) == one(sources=("Daily", ""))
    assert [day.date for day in timeline(marked, without_dates(where)).days] == ["2023-08-12", "2023-09-01"]
    with Project.create(marked.path.with_name("empty.toposcope")) as empty:
        assert timeline(empty) == Timeline()


def test_places_by_page_say_how_often_each_spelling_is(marked: Project) -> None:
    ids = queries.place_ids(marked)
    rows = queries.place_rows(marked, ids)
    assert [row.place.place_id for row in rows] == ids == [row.place.place_id for row in queries.places(marked)]
    pabrade = next(row for row in rows if row.place.name == "Pabradė")
    assert pabrade.spellings == (("Pabrati", 3), ("<script>alert(1)</script>", 1))
    only = queries.place_rows(marked, ids, one(sources=("Daily",)))
    assert {row.place.name: row.mentions for row in only}["Pabradė"] == 2
    for order in queries.PLACE_ORDERS:
        assert sorted(queries.place_ids(marked, order=order)) == sorted(ids)


WORDS = "The column of trucks crossed the old bridge before dawn and went on to the north while nobody stopped it. "


def _added(history: History, *texts: str) -> list[str]:
    sources: list[Document] = [document(text, f"{number}.txt") for number, text in enumerate(texts)]
    history.do(AddDocuments(tuple(annotated(source, ()) for source in sources)))
    return [source.doc_id for source in sources]


def test_a_copy_with_three_words_changed_is_the_same_text(tmp_path: Path) -> None:
    story = WORDS + "A guard told the paper on Monday that he had counted forty of them. The mayor would say nothing."
    copy = story.replace("trucks", "lorries").replace("guard", "watchman").replace("forty", "fifty")
    other = "The harvest was poor this year. Farmers of the valley ask for money, and the minister promised to come."
    with Project.create(tmp_path / "alike.toposcope") as project:
        first, second, third = _added(History(project), story, copy, other)
        texts = {row.document_id: row.texts for row in queries.documents(project)}
        assert texts == {first: 2, second: 2, third: 1}
        keys = project.reader().execute("SELECT count(DISTINCT text_group) FROM documents").fetchone()[0]
        assert keys == 2
