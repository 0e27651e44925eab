"""Stretches: the quick answer is the slow one's."""

from hypothesis import given
from hypothesis import strategies as st

from gazetteer.recognition.stretches import Stretches

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8)).map(lambda p: (p[0], p[0] + p[1])), max_size=40)


@given(SPANS)
def test_touching_is_sharing_a_character(spans: list[tuple[int, int]]) -> None:
    kept: list[tuple[int, int]] = []
    stretches = Stretches()
    for start, end in spans:
        slow = any(start < other_end and other_start < end for other_start, other_end in kept)
        assert stretches.touch(start, end) is slow
        if not slow:
            kept.append((start, end))
            stretches.add(start, end)
