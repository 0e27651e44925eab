"""Filters to JSON and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.model import Group, Kind, SpellingStatus, Status
from gazetteer.project.filters import MentionFilter
from gazetteer.project.stored_filters import filter_of_record, filter_record

degrees = st.floats(-360, 360, allow_nan=False)
filters = st.builds(
    MentionFilter,
    text=st.text(),
    document_id=st.none() | st.text(),
    groups=st.frozensets(st.sampled_from(Group)),
    statuses=st.frozensets(st.sampled_from(Status)),
    kinds=st.frozensets(st.sampled_from(Kind)),
    spellings=st.frozensets(st.sampled_from(SpellingStatus)),
    min_confidence=st.none() | st.floats(0, 1),
    date_from=st.none() | st.just("2023-08-01"),
    problems_only=st.booleans(),
    mention_ids=st.none() | st.frozensets(st.text()),
    area=st.none() | st.lists(st.tuples(degrees, degrees), min_size=3).map(tuple),
)


@given(filters)
def test_a_filter_comes_back_as_it_was(wanted: MentionFilter) -> None:
    back = filter_of_record(json.loads(json.dumps(filter_record(wanted))))
    assert back == wanted
    assert {type(group) for group in back.groups} <= {Group}


def test_no_filter_is_nothing_to_keep() -> None:
    assert filter_record(MentionFilter()) == {}


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        {"groups": 3},
        {"groups": ["no such group"]},
        {"text": 5},
        {"area": [[1]]},
        {"of_a_later_version": True},
    ],
)
def test_what_means_nothing_is_left_out(record: object) -> None:
    assert filter_of_record(record) == MentionFilter()


def test_the_parts_that_mean_something_are_kept() -> None:
    assert filter_of_record({"text": "vilnius", "groups": ["gone"]}) == MentionFilter(text="vilnius")
