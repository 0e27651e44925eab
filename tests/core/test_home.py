"""Home: of a source by its articles, of a project by a person; a cue like any other, undone like a decision."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from gazetteer import cli
from gazetteer.model import Annotation, Document, Place, Precision, document_id
from gazetteer.pipeline import Annotator
from gazetteer.places.store import Gazetteer
from gazetteer.project import queries
from gazetteer.project.desk import AnnotatedDocument
from gazetteer.project.edits import AddDocuments, ChoosePlace, RemoveDocuments
from gazetteer.project.history import History
from gazetteer.project.home import SetHome, home_for, project_home
from gazetteer.project.importing import import_files
from gazetteer.project.store import Project
from gazetteer.resolution.home import FEWEST, Home, SourceHomes, home_of, learned_home
from gazetteer.text.sentences import sentence_spans
from gazetteer.why import in_words
from tests.core.made_up import LITHUANIA, PARIS, PARIS_TEXAS, TEXAS, VILNIUS, MadeUpAnnotator, MadeUpGazetteer
from tests.core.project_fixtures import find

TEXT = "The road to Paris was closed on Monday. Nobody was hurt."
TEXAN = (PARIS_TEXAS, Place("geonames:4684888", "Dallas", 32.78306, -96.80667, "P", "PPLA2", country_code="US"))


def paris(annotator: Annotator, home: Home | None) -> Annotation:
    return next(one for one in annotator.annotate(TEXT, "en", home=home) if one.surface == "Paris")


@pytest.mark.parametrize("home", [home_of(PARIS_TEXAS), home_of(TEXAS), learned_home([TEXAN] * FEWEST)])
def test_a_home_draws_its_names_to_it(annotator: Annotator, home: Home) -> None:
    away, at_home = paris(annotator, None).resolution, paris(annotator, home).resolution
    assert away.place is not None
    assert away.place.country_code == "FR"
    assert at_home.place is not None
    assert at_home.place.admin1_name == "Texas"
    assert "home" not in {cue.name for candidate in away.candidates for cue in candidate.cues}


def test_the_home_is_a_cue_that_sums_to_the_score_and_is_said(annotator: Annotator) -> None:
    resolution = paris(annotator, home_of(PARIS_TEXAS)).resolution
    best = resolution.candidates[0]
    cues = {cue.name: cue for cue in best.cues}
    assert cues["home"].weight == pytest.approx(annotator.weights.home, abs=0.1)
    assert sum(cue.weight for cue in best.cues) == pytest.approx(best.score, abs=1e-3)
    assert "it is in or near the home of this source or project" in in_words(resolution.why)
    assert "Without the home of the source or the project, it would be Paris, Île-de-France, France." in in_words(
        resolution.why
    )
    assert "Heimat dieser Quelle oder dieses Projekts" in in_words(resolution.why, "de")


def test_a_far_home_changes_nothing(annotator: Annotator) -> None:
    home = home_of(Place("x:1", "Vilnius", 54.69, 25.28, "P", "PPLC"))
    assert [c.place for c in paris(annotator, home).resolution.candidates] == [
        c.place for c in paris(annotator, None).resolution.candidates
    ]


def test_the_text_itself_is_stronger_than_the_home(annotator: Annotator) -> None:
    found = annotator.annotate("The road to Paris, France, was closed.", "en", home=home_of(PARIS_TEXAS))
    assert found[0].resolution.place is not None
    assert found[0].resolution.place.country_code == "FR"


def test_a_home_is_learned_from_enough_articles_that_have_a_middle() -> None:
    assert learned_home([TEXAN] * (FEWEST - 1)) is None
    assert learned_home([(), (LITHUANIA,), (TEXAS,), ()]) is None, "countries and regions say too little"
    local = learned_home([TEXAN] * 4)
    assert local is not None
    world = [(Place(f"x:{n}", "x", -60 + n * 3.0, n * 8.0, "P", "PPL"),) for n in range(40)]
    wide = learned_home(world)
    assert wide is not None
    assert max(share for _, share in local.spots) > 0.4
    assert max(share for _, share in wide.spots) < 0.15, "a paper of the world is at home nowhere"


def test_homes_of_sources_are_apart_and_beside_the_one_given() -> None:
    homes = SourceHomes()
    for _ in range(FEWEST):
        assert homes.of("Herald") is None
        homes.add("Herald", TEXAN)
        homes.add(None, TEXAN)
    assert homes.of("Herald") is not None
    assert homes.of("Post") is None
    assert homes.of(None) is None
    given = SourceHomes(home_of(LITHUANIA))
    assert given.of(None) == given.of("Post") == Home(areas=(LITHUANIA.place_id,))


# the project --------------------------------------------------------------------------------------------------------


def bring(history: History, text: str, source: str | None) -> str:
    document = Document(document_id(text), text, text, "x.txt", "text/plain", source=source)
    annotations = tuple(MadeUpAnnotator().annotate(text))
    history.do(AddDocuments((AnnotatedDocument(document, tuple(sentence_spans(text, "en")), annotations),)))
    return document.doc_id


def test_the_project_home_is_set_changed_and_undone(history: History) -> None:
    project = history.project
    hashes = [project.state_hash()]
    for place in (TEXAS, VILNIUS, None):
        history.do(SetHome(place))
        assert project_home(project) == place
        hashes.append(project.state_hash())
    assert hashes[0] == hashes[3]
    assert len(set(hashes)) == 3
    history.undo()
    assert project_home(project) == VILNIUS
    assert history.undo_label == f"Home of the project: {VILNIUS.label}"
    assert home_for(project.reader(), None) == home_of(VILNIUS)
    history.undo()
    history.undo()
    assert (project_home(project), project.state_hash()) == (None, hashes[0])
    history.redo()
    assert project_home(project) == TEXAS


def test_a_source_is_at_home_where_its_articles_in_the_project_play(history: History) -> None:
    reader = history.project.reader
    articles = [bring(history, f"{n}: {name} slept.", "Herald") for n, name in enumerate(["Paris", "Vilnius"] * 2)]
    home = home_for(reader(), "Herald")
    assert home == learned_home([(PARIS,), (VILNIUS,)] * 2)
    assert home_for(reader(), "Post") is None
    assert home_for(reader(), None) is None
    for number in (0, 2):
        where = queries.MentionFilter(document_id=articles[number])
        history.do(ChoosePlace(queries.mention_ids(history.project, where)[0], PARIS_TEXAS))
    assert home_for(reader(), "Herald") == learned_home([(PARIS_TEXAS,), (VILNIUS,)] * 2), "a person knows better"
    history.do(RemoveDocuments(tuple(articles[2:])))
    assert home_for(reader(), "Herald") is None
    history.undo()
    key = reader().execute("SELECT key FROM documents WHERE doc_id = ?", (articles[3],)).fetchone()[0]
    assert home_for(reader(), "Herald", before=key) == learned_home([(PARIS_TEXAS,), (VILNIUS,), (PARIS_TEXAS,)])


class Asked:
    """An annotator that remembers the home it was asked with."""

    def __init__(self) -> None:
        self.gazetteer = MadeUpGazetteer()
        self.homes: list[Any] = []

    def annotate(self, text: str, lang: str | None = None, *, home: object = None) -> list[Annotation]:
        self.homes.append(home)
        return []


def test_an_import_asks_with_the_home(history: History, tmp_path: Path) -> None:
    asked = Asked()
    for number, home in enumerate((None, TEXAS)):
        history.do(SetHome(home))
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Article {number} about nothing in particular.", "utf-8")
        import_files(history, [path], asked)
    assert asked.homes == [None, home_of(TEXAS)]


def test_a_place_chosen_is_not_moved_by_a_home(history: History) -> None:
    before = queries.mention(history.project, find(history.project, "Paris"))
    history.do(SetHome(TEXAS))
    assert queries.mention(history.project, find(history.project, "Paris")) == before


# the command line -----------------------------------------------------------------------------------------------------


def _annotate(monkeypatch: pytest.MonkeyPatch, capsys: Any, lines: list[dict[str, Any]], *options: str) -> list[Any]:
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO("".join(json.dumps(line) + "\n" for line in lines).encode()))
    )
    assert cli.main(["annotate", *options]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_annotate_learns_the_home_of_a_source(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    local = {"text": "A man from Paris, Texas, drove to Dallas.", "lang": "en"}
    line = {"doc_id": "last", "text": TEXT, "lang": "en"}
    before = [{**local, "doc_id": str(n), "source": "Herald"} for n in range(FEWEST)]
    for source, country in (("Herald", "4717560"), ("Post", "2988507"), (None, "2988507"), (7, "2988507")):
        rows = _annotate(monkeypatch, capsys, [*before, {**line, "source": source}])
        assert [row["geonameid"] for row in rows if row["doc_id"] == "last"] == [country]


def test_annotate_takes_a_home(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    rows = _annotate(monkeypatch, capsys, [{"doc_id": "1", "text": TEXT, "lang": "en"}], "--home", "Texas")
    assert rows[0]["geonameid"] == "4717560"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    assert cli.main(["annotate", "--home", "Qqxzvw"]) == 2


def test_import_keeps_the_home_in_the_project(tmp_path: Path, gazetteer: Gazetteer) -> None:
    article, path = tmp_path / "a.txt", tmp_path / "case.toposcope"
    article.write_text(TEXT, "utf-8")
    assert cli.main(["import", str(path), str(article), "--home", "Texas"]) == 0
    with Project.open(path, read_only=True) as project:
        home = project_home(project)
        assert home is not None
        assert (home.name, home.precision) == ("Texas", Precision.REGION)
        assert queries.mentions(project)[0].place_id == "geonames:4717560"
