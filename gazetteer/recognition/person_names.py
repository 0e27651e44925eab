"""Words that are persons' names somewhere: first names and surnames of some eighty countries.

The table holds checksums, from which no name can be read back, and how widely each name is borne.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

import resources

FIRST_NAME, SURNAME = 0, 2
"""where in the byte of a word its level stands: 0 for no such name, 1 to 3 the more countries have it"""
_LEVEL = 3

Levels = npt.NDArray[np.uint8]


def level(lists: int) -> int:
    """Return how widely a name is borne that stands in so many countries' lists."""
    return min(lists.bit_length(), _LEVEL)


def of_sort(levels: Levels, sort: int) -> Levels:
    """Return the levels of words as first names or as surnames."""
    return levels >> np.uint8(sort) & np.uint8(_LEVEL)


def levels(hashes: npt.NDArray[np.uint32]) -> Levels:
    """Return the bytes of folded words, by their hashes."""
    known, held = _table()
    at = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    return np.where(known[at] == hashes, held[at], np.uint8(0))


@lru_cache(maxsize=1)
def _table() -> tuple[npt.NDArray[np.uint32], Levels]:
    with np.load(resources.path("data", "person_names.npz")) as kept:
        return kept["hashes"], kept["levels"]
