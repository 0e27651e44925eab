"""Mapped pages are given back when many were read, and read the same afterwards."""

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from gazetteer.places.mapped import mapped, vector
from gazetteer.places.resident import RESIDENT, easing

MEGABYTES = 96

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what is resident")


def _resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[2]) * 4096 / 1e6


@pytest.fixture
def ones(tmp_path: Path) -> npt.NDArray[np.uint32]:
    """Many mapped ones, none of them read yet."""
    path = tmp_path / "ones.u4"
    np.ones(MEGABYTES << 18, dtype=np.uint32).tofile(path)
    return vector(mapped(path))


def test_pages_are_given_back_and_come_again(tmp_path: Path) -> None:
    path = tmp_path / "numbers.u4"
    np.arange(MEGABYTES << 18, dtype=np.uint32).tofile(path)
    numbers = vector(mapped(path))
    RESIDENT.ease()
    before = _resident_mb()
    total = int(numbers.sum(dtype=np.uint64))
    assert _resident_mb() > before + 0.9 * MEGABYTES
    RESIDENT.ease()
    assert _resident_mb() < before + 10
    assert int(numbers.sum(dtype=np.uint64)) == total == (MEGABYTES << 18) * ((MEGABYTES << 18) - 1) // 2


def test_few_pages_stay(tmp_path: Path) -> None:
    path = tmp_path / "few.u4"
    np.ones(4 << 18, dtype=np.uint32).tofile(path)
    RESIDENT.ease()
    numbers = vector(mapped(path))
    assert int(numbers.sum()) == 4 << 18
    held = _resident_mb()
    RESIDENT.ease()
    assert _resident_mb() >= held


def test_a_question_gives_back_what_it_read(ones: npt.NDArray[np.uint32]) -> None:
    before = _resident_mb()

    @easing
    def total(of: slice) -> int:
        counted = int(ones[of].sum(dtype=np.uint64))
        assert _resident_mb() > before + 0.9 * MEGABYTES
        return counted

    assert total(slice(None)) == MEGABYTES << 18
    assert _resident_mb() < before + 10


def test_a_question_that_fails_gives_back_what_it_read(ones: npt.NDArray[np.uint32]) -> None:
    before = _resident_mb()

    @easing
    def fails() -> None:
        raise ValueError(int(ones.sum(dtype=np.uint64)))

    with pytest.raises(ValueError, match=str(MEGABYTES << 18)):
        fails()
    assert _resident_mb() < before + 10
