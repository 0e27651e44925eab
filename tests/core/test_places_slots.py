"""The table of slots finds every name it was made of and nothing else."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.places.slots import Slots, table


def _slots(names: list[str]) -> Slots:
    lines = [name.encode() for name in names]
    starts = np.cumsum([0, *(len(line) + 1 for line in lines)]).astype(np.uint32)
    return Slots(memoryview(table(lines)), memoryview(starts), b"\n".join(lines))


@given(st.sets(st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1)), st.text())
def test_names_have_their_position_and_others_none(names: set[str], other: str) -> None:
    ordered = sorted(names)
    slots = _slots(ordered)
    assert [slots.find(name) for name in ordered] == list(range(len(ordered)))
    assert other in names or slots.find(other) is None


def test_a_crowded_table_still_tells_names_apart() -> None:
    names = [f"{number:x}" for number in range(30_000)]
    slots = _slots(names)
    assert all(slots.find(name) == position for position, name in enumerate(names))
    assert all(slots.find(f"-{name}") is None for name in names)
