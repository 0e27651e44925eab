"""Positions in figures, spots told by a place and lines outside the article: in a project, on the map, in exports."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gazetteer.interchange.export import export_project
from gazetteer.jobs import Job
from gazetteer.model import Group, Kind
from gazetteer.pipeline import Annotator
from gazetteer.project import queries
from gazetteer.project.edits import ChoosePlace, SetKind
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.snapshots import compare
from gazetteer.project.store import Project
from gazetteer.project.updates import TakeAnswers, plan_update
from tests.core.project_fixtures import find

ARTICLE = (
    "Shells fell 20 km north of Mariupol in Ukraine on Sunday. The crater is at 47.2871, 37.5302. "
    "Under the Minsk accords the line was to be quiet.\n\n© 2024 Border News, Warsaw, Poland. All rights reserved.\n"
)


@pytest.fixture
def stated(tmp_path: Path, annotator: Annotator) -> Iterator[History]:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    with Project.create(tmp_path / "case.toposcope") as project:
        history = History(project, who="tester")
        import_files(history, [path], annotator)
        yield history


def _features(path: Path) -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return collection


def test_groups_of_what_is_not_a_name(stated: History) -> None:
    groups = {row.surface: (row.kind, row.group) for row in queries.mentions(stated.project)}
    assert groups["47.2871, 37.5302"] == (Kind.LITERAL, Group.PLOTTED)
    assert groups["Minsk"] == (Kind.EVENT, Group.NOT_A_PLACE)
    assert groups["Warsaw"] == (Kind.OTHER, Group.NOT_A_PLACE)
    # the linked place of an event stays, and is not drawn
    detail = queries.mention(stated.project, find(stated.project, "Minsk"))
    assert detail is not None
    assert detail.place is not None
    assert detail.place.name == "Minsk"
    assert detail.place.place_id not in {point["id"] for point in queries.map_points(stated.project)}


def test_a_name_outside_the_article_may_be_taken_in(stated: History) -> None:
    warsaw = find(stated.project, "Warsaw")
    stated.do(SetKind(warsaw, Kind.LITERAL))
    detail = queries.mention(stated.project, warsaw)
    assert detail is not None
    assert detail.group is Group.PLOTTED
    assert detail.place is not None
    assert detail.place.country_code == "PL"


def test_the_map_gets_the_spot_beside_its_place(stated: History) -> None:
    points = {point["name"]: point for point in queries.map_points(stated.project)}
    spots: Any = points["Mariupol"]["spots"]
    spot = spots[0]
    assert len(spots) == 1
    assert spot["words"] == "20 km north of Mariupol"
    assert spot["lat"] == pytest.approx(47.275, abs=0.02)
    assert "spots" not in points["Ukraine"]


def test_exports_hold_the_spot_and_the_source_of_figures(stated: History, tmp_path: Path) -> None:
    export_project(stated.project, tmp_path / "out", ["geojson", "relative"])
    (ring,) = _features(tmp_path / "out" / "relative.geojson")["features"]
    assert ring["geometry"]["type"] == "Polygon"
    properties = ring["properties"]
    assert (properties["quote"], properties["words"]) == ("Mariupol", "20 km north of Mariupol")
    assert ARTICLE[properties["char_start"] : properties["char_end"]] == properties["words"]
    assert ring["id"] == find(stated.project, "Mariupol")
    mentions = _features(tmp_path / "out" / "mentions.geojson")
    figures = next(one for one in mentions["features"] if one["properties"]["gazetteer"] == "coordinates")
    assert figures["geometry"]["coordinates"] == [37.5302, 47.2871]
    assert figures["properties"]["gazetteer_version"] is None
    assert "coordinates" in {source["id"] for source in mentions["toposcope"]["gazetteers"]}
    named = next(one for one in mentions["features"] if one["properties"]["quote"] == "Mariupol")
    assert "20 km north of Mariupol" in named["properties"]["reason"]


def test_another_place_for_the_anchor_takes_the_spot_away(stated: History, annotator: Annotator) -> None:
    vilnius = annotator.gazetteer.place_by_id("geonames:593116")
    assert vilnius is not None
    stated.do(ChoosePlace(find(stated.project, "Mariupol"), vilnius))
    assert queries.relatives(stated.project) == []
    stated.undo()
    assert [one.surface for one in queries.relatives(stated.project)] == ["Mariupol"]


def test_the_same_gazetteer_changes_nothing(stated: History, annotator: Annotator) -> None:
    assert compare(stated.project, annotator.gazetteer, Job()) == []
    assert not plan_update(stated.project, annotator.gazetteer, annotator, Job())


class _Deaf:
    """An annotator that finds nothing."""

    def __init__(self, annotator: Annotator) -> None:
        self.gazetteer = annotator.gazetteer

    def annotate(self, text: str, lang: str | None = None, *, home: object = None) -> list[Any]:
        return []


def test_answers_that_go_take_their_spot_and_undo_brings_it_back(stated: History, annotator: Annotator) -> None:
    before = stated.project.state_hash()
    plan = plan_update(stated.project, annotator.gazetteer, _Deaf(annotator), Job())
    stated.do(TakeAnswers(plan))
    assert queries.relatives(stated.project) == []
    again = plan_update(stated.project, annotator.gazetteer, annotator, Job())
    stated.do(TakeAnswers(again))
    assert [one.spot.words for one in queries.relatives(stated.project)] == ["20 km north of Mariupol"]
    stated.undo()
    stated.undo()
    assert [one.surface for one in queries.relatives(stated.project)] == ["Mariupol"]
    assert stated.project.state_hash() == before
