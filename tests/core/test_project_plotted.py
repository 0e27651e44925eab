"""The kinds a project draws: counts, map and exports follow them, decisions do not notice."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from gazetteer.errors import EditError
from gazetteer.interchange.export import export_project
from gazetteer.model import PLACE_KINDS, PLOTTED_KINDS, Kind, group_of
from gazetteer.project import queries
from gazetteer.project.edits import SetKind
from gazetteer.project.history import History
from gazetteer.project.plotted import plotted_kinds, set_plotted_kinds
from gazetteer.project.store import Project
from tests.core.project_fixtures import find

ALL = sorted(PLACE_KINDS)


@pytest.mark.parametrize("kinds", [c for n in range(len(ALL) + 1) for c in combinations(ALL, n)])
def test_every_mention_is_in_the_group_that_the_kinds_say(project: Project, kinds: tuple[Kind, ...]) -> None:
    changes = set_plotted_kinds(project, kinds)
    assert changes.documents == frozenset(queries.document_ids(project))
    assert plotted_kinds(project) == frozenset(kinds)
    counts = queries.counts(project)
    for row in queries.mentions(project):
        assert row.group is group_of(row.kind, row.status, row.place_id is not None, frozenset(kinds))
    points = queries.map_points(project)
    assert sum(int(str(point["n"])) for point in points if point["state"] != "unresolved") == counts.plotted
    assert counts.total == 18


def test_a_project_draws_the_usual_kinds_until_told_otherwise(history: History) -> None:
    assert plotted_kinds(history.project) == PLOTTED_KINDS


def test_undo_state_and_later_decisions_do_not_notice(history: History, tmp_path: Path) -> None:
    project, before = history.project, history.project.state_hash()
    set_plotted_kinds(project, [Kind.LITERAL, Kind.DEMONYM])
    assert project.state_hash() == before
    plotted = queries.counts(project).plotted
    history.do(SetKind(find(project, "Vilnius"), Kind.DEMONYM))
    assert queries.counts(project).plotted == plotted
    history.undo()
    assert project.state_hash() == before
    project.close()
    with Project.open(project.path) as again:
        assert plotted_kinds(again) == {Kind.LITERAL, Kind.DEMONYM}
        assert again.integrity() == []
        export_project(again, tmp_path / "out", ["geojson"])
    features = json.loads((tmp_path / "out" / "mentions.geojson").read_text("utf-8"))["features"]
    groups = {(feature["properties"]["mention_kind"], feature["properties"]["group"]) for feature in features}
    assert {("demonym", "plotted"), ("metonym", "linked")} <= groups


def test_what_keeps_no_place_cannot_be_drawn(project: Project) -> None:
    with pytest.raises(EditError):
        set_plotted_kinds(project, [Kind.PERSON])
    assert plotted_kinds(project) == PLOTTED_KINDS
