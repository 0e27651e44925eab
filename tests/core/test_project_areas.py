"""An area on the map as a filter, and the places that a mention stands among."""

import pytest

from gazetteer.project import queries
from gazetteer.project.context import context_places
from gazetteer.project.filters import MentionFilter, Ring
from gazetteer.project.store import Project
from tests.core.project_fixtures import find

LITHUANIAN_TOWNS: Ring = ((24.5, 54.3), (26.5, 54.3), (26.5, 55.2), (24.5, 55.2))


def surfaces(project: Project, area: Ring) -> set[str]:
    return {row.surface for row in queries.mentions(project, MentionFilter(area=area))}


def test_an_area_holds_what_the_map_draws_in_it(project: Project) -> None:
    assert surfaces(project, LITHUANIAN_TOWNS) == {"Vilnius", "Pabrati", "Wilnus", "<script>alert(1)</script>"}
    where = MentionFilter(area=LITHUANIAN_TOWNS)
    points = queries.map_points(project, where)
    assert sum(int(str(point["n"])) for point in points) == queries.mention_count(project, where)
    assert queries.counts(project, where).total == queries.mention_count(project, where)


def test_a_corner_cut_off_leaves_out_what_lay_in_it(project: Project) -> None:
    # Pabradė is in the north-east of the box
    assert "Pabrati" not in surfaces(project, ((24.5, 54.3), (26.5, 54.3), (24.5, 55.2)))


@pytest.mark.parametrize("turn", [0.0, 360.0, -360.0])
def test_an_area_over_the_date_line_holds_both_sides(project: Project, turn: float) -> None:
    ring = tuple(
        (longitude + turn, latitude) for longitude, latitude in ((178, -18), (182, -18), (182, -15), (178, -15))
    )
    assert surfaces(project, ring) == {"Taveuni"}


def test_an_area_joins_the_other_parts_of_a_filter(project: Project) -> None:
    where = MentionFilter(area=LITHUANIAN_TOWNS, text="vilnius")
    assert {row.surface for row in queries.mentions(project, where)} == {"Vilnius"}


def test_the_company_of_a_mention_is_nearest_in_the_text_first(project: Project) -> None:
    here = find(project, "Arapivka")
    names = [place.name for place in context_places(project, here)]
    assert names == ["Paris", "Taveuni", "Pabradė"]
    assert [place.name for place in context_places(project, here, limit=1)] == ["Paris"]


def test_a_mention_without_a_place_has_company_and_one_that_is_gone_has_none(project: Project) -> None:
    names = {place.name for place in context_places(project, find(project, "Wilnus"))}
    assert names == {"Paris", "Vilnius"}
    assert context_places(project, "none") == []
