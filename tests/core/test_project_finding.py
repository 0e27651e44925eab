"""Names and places of a project by a few letters."""

from gazetteer.project import queries
from gazetteer.project.edits import RemoveDocuments
from gazetteer.project.finding import find_names, find_places
from gazetteer.project.history import History
from gazetteer.project.store import Project
from tests.core.made_up import PABRADE, VILNIUS


def test_names_are_found_by_a_part_with_marks_lost_once_each(project: Project) -> None:
    assert [(name.surface, name.mentions) for name in find_names(project, "pabr")] == [("Pabrati", 3)]
    assert [name.surface for name in find_names(project, "LITH")] == ["Lithuania", "Lithuanian"]
    assert find_names(project, "viln")[0].place_label == VILNIUS.label
    assert find_names(project, "nowhere")[0].place_label is None


def test_names_that_begin_so_come_before_those_that_hold_it(project: Project) -> None:
    assert [name.surface for name in find_names(project, "w")][:1] == ["Wilnus"]
    assert len(find_names(project, "a", limit=2)) == 2


def test_places_are_counted_and_found_without_their_marks(project: Project) -> None:
    found = find_places(project, "pabrade")
    assert [(place.place_id, place.mentions) for place in found] == [(PABRADE.place_id, 4)]
    assert found[0].documents == 3
    assert [place.place_id for place in find_places(project, "viln")] == [VILNIUS.place_id]


def test_what_is_removed_or_not_typed_is_not_found(history: History) -> None:
    project = history.project
    assert find_names(project, " ") == find_places(project, "") == []
    history.do(RemoveDocuments(tuple(queries.document_ids(project))))
    assert find_names(project, "vilnius") == find_places(project, "vilnius") == []
