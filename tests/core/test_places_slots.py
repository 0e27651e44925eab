"""Look-ups by slots and records find who bears a name, for every name they were made of and no other."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.places import slots
from gazetteer.places.postings import KIND_BITS, Entry
from gazetteer.places.records import NameKind
from gazetteer.places.slots import Slots

_NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1)
_ENTRIES = st.lists(st.tuples(st.integers(0, (1 << 28) - 1), st.sampled_from(NameKind)), min_size=1, max_size=9)


def _written(stem: Path, bearers: dict[str, list[Entry]]) -> bool:
    postings = [pid << KIND_BITS | kind for entries in bearers.values() for pid, kind in entries]
    return slots.write(
        stem,
        [name.encode() for name in bearers],
        np.array([len(entries) for entries in bearers.values()], dtype=np.int64),
        np.array(postings, dtype=np.uint32),
    )


def _slots(stem: Path, bearers: dict[str, list[Entry]]) -> Slots:
    assert _written(stem, bearers)
    return Slots(stem, len(bearers))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("names")


@given(bearers=st.dictionaries(_NAMES, _ENTRIES), other=st.text())
def test_names_have_their_bearers_and_others_none(folder: Path, bearers: dict[str, list[Entry]], other: str) -> None:
    found = _slots(folder / "000", bearers)
    assert {name: found.entries(name) for name in bearers} == bearers
    assert other in bearers or found.entries(other) == []


def test_a_crowded_table_still_tells_names_apart(tmp_path: Path) -> None:
    bearers = {f"{number:x}": [(number, NameKind.MAIN)] for number in range(30_000)}
    found = _slots(tmp_path / "000", bearers)
    assert all(found.entries(name) == entries for name, entries in bearers.items())
    assert all(found.entries(f"-{name}") == [] for name in bearers)


def test_a_name_of_very_many_places_and_the_start_of_another(tmp_path: Path) -> None:
    many = [(pid, NameKind.ALTERNATE) for pid in range(70_000)]
    found = _slots(
        tmp_path / "000", {"san": [(7, NameKind.SHORT)], "san jose": many, "san josef": [(8, NameKind.MAIN)]}
    )
    assert found.entries("san jose") == many
    assert found.entries("san") == [(7, NameKind.SHORT)]
    assert found.entries("san jo") == []


def test_more_records_than_slots_can_point_to_are_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bearers = {f"{number:07}": [(number, NameKind.MAIN)] for number in range(32)}
    monkeypatch.setattr(slots, "_POSITIONS", 32 * 4 - 1)
    assert not _written(tmp_path / "000", bearers)
    assert not list(tmp_path.iterdir())
    monkeypatch.setattr(slots, "_POSITIONS", 32 * 4)
    assert _written(tmp_path / "000", bearers)
