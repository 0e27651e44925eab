"""Possible conflicts between articles: a planted contradiction is one, unrelated articles have none."""

from pathlib import Path

import pytest

from gazetteer.model import Kind, Place, Spelling
from gazetteer.project import queries
from gazetteer.project.boards import conflicts
from gazetteer.project.conflict_search import look_for_conflicts
from gazetteer.project.edits import AddDocuments, ChoosePlace
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import History
from gazetteer.project.mark_edits import IgnoreFinding
from gazetteer.project.store import Project
from gazetteer.text.dates import days_named
from tests.ui.review_samples import (
    EXACT,
    LITHUANIA,
    MISSPELT,
    PABIRZE,
    PABRADE,
    PARIS_FR,
    PARIS_TX,
    VILNIUS,
    annotated,
    annotation,
    document,
)

NAMES: dict[str, tuple[Place, Spelling]] = {
    "Pabradė": (PABRADE, EXACT),
    "Pabrati": (PABRADE, MISSPELT),
    "Pabiržė": (PABIRZE, EXACT),
    "Vilnius": (VILNIUS, EXACT),
    "Lithuania": (LITHUANIA, EXACT),
    "Paris": (PARIS_FR, EXACT),
}
TOLD = "A drone without markings crashed into the empty barracks at {place} shortly after midnight{when}."
RETOLD = "Shortly after midnight{when} an unmarked drone crashed into empty barracks near {place}, soldiers said."


def project_of(path: Path, *told: tuple[str, str | None], kind: Kind = Kind.LITERAL) -> History:
    history = History(Project.create(path / "case.toposcope"), "tester")
    articles = []
    for number, (text, day) in enumerate(told):
        found = [
            annotation(text, name, nth, place, kind, spelling=spelling)
            for name, (place, spelling) in NAMES.items()
            for nth in range(text.count(name))
        ]
        fields = {"date": day} if day else {}
        articles.append(annotated(document(text, f"{number}.txt", lang="en", **fields), tuple(found)))
    history.do(AddDocuments(tuple(articles)))
    return history


def found_in(history: History) -> list[tuple[str, tuple[str, ...]]]:
    look_for_conflicts(history.project)
    return [(row.kind, tuple(sorted(row.said))) for row in conflicts(history.project)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            TOLD.format(place="Pabradė", when=""),
            RETOLD.format(place="Vilnius", when=""),
            ("place", ("Pabradė", "Vilnius")),
        ),
        (
            TOLD.format(place="Pabradė", when=" on 12 August"),
            RETOLD.format(place="Pabradė", when=" on August 14"),
            ("date", ("12 August", "August 14")),
        ),
        (
            TOLD.format(place="Pabradė", when=""),
            RETOLD.format(place="Pabrati", when=""),
            ("spelling", ("Pabradė", "Pabrati")),
        ),
    ],
)
def test_a_planted_contradiction_is_one_conflict(
    tmp_path: Path, one: str, other: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    history = project_of(tmp_path, (one, "2023-08-15"), (other, "2023-08-16"))
    with history.project as project:
        assert found_in(history) == [expected]
        row = conflicts(project)[0]
        sentences = {side.sentences[0].text.strip() for side in row.sides}
        assert sentences == {one, other}
        assert queries.mention_count(project, MentionFilter(conflicts_only=True)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same in other words
        (TOLD.format(place="Pabradė", when=""), RETOLD.format(place="Pabradė", when="")),
        # a country for a town is another grain
        (TOLD.format(place="Pabradė", when=""), RETOLD.format(place="Lithuania", when="")),
        # the other article names the place elsewhere
        (TOLD.format(place="Pabradė", when=""), RETOLD.format(place="Vilnius", when="") + " Pabradė is an hour away."),
        # more is told, nothing else
        (TOLD.format(place="Pabradė", when=""), RETOLD.format(place="Pabradė and Vilnius", when="")),
        # another event, told in much the same words
        (
            TOLD.format(place="Pabradė", when=""),
            "A plane without passengers crashed into the empty cinema halls of Vilnius shortly after lunch.",
        ),
        # the year is told once
        (TOLD.format(place="Pabradė", when=" on 12 August"), RETOLD.format(place="Pabradė", when=" on 12 August 2023")),
    ],
)
def test_what_only_looks_like_one_is_none(tmp_path: Path, one: str, other: str) -> None:
    history = project_of(tmp_path, (one, "2023-08-15"), (other, "2023-08-16"))
    with history.project:
        assert found_in(history) == []


def test_what_happened_long_after_is_another_event(tmp_path: Path) -> None:
    told = (TOLD.format(place="Pabradė", when=""), "2023-08-15"), (TOLD.format(place="Vilnius", when=""), "2024-02-01")
    history = project_of(tmp_path, *told)
    with history.project:
        assert found_in(history) == []


def test_who_acts_is_not_where(tmp_path: Path) -> None:
    told = (TOLD.format(place="Pabradė", when=""), None), (TOLD.format(place="Vilnius", when=""), None)
    history = project_of(tmp_path, *told, kind=Kind.METONYM)
    with history.project:
        assert found_in(history) == []


UNRELATED = (
    "The harvest of rye near {0} was the poorest for ten years, farmers complained.",
    "A choir from {0} sang in the cathedral and collected money for the school.",
    "Police in {0} look for two men who robbed a jeweller on Friday morning.",
    "The mayor of {0} opened a bridge that had been closed since the flood.",
    "Ice kept the ferries of {0} in port while fishermen waited for the wind to turn.",
    "The library at {0} has bought letters of a poet who died in the war.",
    "Trams in {0} will run all night from May, the council decided yesterday.",
    "A bear was seen twice in the woods east of {0}, hunters report.",
    "The hospital of {0} needs nurses and offers them flats without rent.",
    "Voters in {0} chose a new council, and the turnout was low.",
    "In {0} the price of bread rose again, the office for statistics says.",
    "A fire destroyed a warehouse in {0}; nobody was hurt and the cause is not known.",
    "Students in {0} built a satellite no larger than a loaf of bread.",
    "The river at {0} stands higher than at any time this spring, engineers warn.",
    "A painter from {0} shows forty portraits of her neighbours in the town hall.",
    "The football team of {0} lost its last match and leaves the league.",
    "Archaeologists found a Roman coin under the market of {0} last week.",
    "Thieves stole copper cables near {0} and stopped the trains for hours.",
    "The last cinema in {0} closes in autumn after ninety years.",
    "Teachers in {0} ask for smaller classes and threaten to strike.",
    "Wolves killed sheep on three farms near {0} during the winter.",
)


def test_twenty_unrelated_pairs_have_none(tmp_path: Path) -> None:
    places = ("Pabradė", "Vilnius", "Pabiržė", "Paris")
    told = [(text.format(places[n % 4]), "2023-08-15") for n, text in enumerate(UNRELATED)]
    history = project_of(tmp_path, *told)
    with history.project:
        assert found_in(history) == []


def test_one_that_was_called_none_stays_so_and_comes_back_with_undo(tmp_path: Path) -> None:
    told = (TOLD.format(place="Pabradė", when=""), None), (RETOLD.format(place="Vilnius", when=""), None)
    history = project_of(tmp_path, *told)
    with history.project as project:
        assert look_for_conflicts(project)
        before = project.state_hash()
        row = conflicts(project)[0]
        history.do(IgnoreFinding(row.conflict_id, "Pabradė or Vilnius"))
        assert conflicts(project) == []
        assert queries.mention_count(project, MentionFilter(conflicts_only=True)) == 0
        assert not look_for_conflicts(project)
        assert conflicts(project) == []
        history.undo()
        assert conflicts(project) == [row]
        assert project.state_hash() == before


def test_a_correction_settles_it(tmp_path: Path) -> None:
    told = (TOLD.format(place="Pabradė", when=""), None), (RETOLD.format(place="Paris", when=""), None)
    history = project_of(tmp_path, *told)
    with history.project as project:
        assert found_in(history) == [("place", ("Pabradė", "Paris"))]
        wrong = next(row.mention_id for row in queries.mentions(project) if row.surface == "Paris")
        history.do(ChoosePlace(wrong, PARIS_TX))
        assert found_in(history) == [("place", ("Pabradė", "Paris"))]
        history.do(ChoosePlace(wrong, PABRADE))
        assert found_in(history) == []


def test_days_are_found_with_and_without_a_year() -> None:
    assert days_named("It fell on 12 April 2023, not on April 14.") == {
        "2023-04-12": "12 April 2023",
        "04-14": "April 14",
    }
    assert days_named("Am 3. Mai und am 5. März 1944") == {"1944-03-05": "5. März 1944", "05-03": "3. Mai"}
    assert days_named("We may 12 times try; 14 men and 40 March hares") == {}
