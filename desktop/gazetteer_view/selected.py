"""The selected rows of a long table as a sequence, without a list of them."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice


class PickedRows(Collection[int]):
    """Pids of the rows in ranges (first, end exclusive) of an answer."""

    def __init__(self, pids: Sequence[int], ranges: Sequence[tuple[int, int]]) -> None:
        self._pids = pids
        self._ranges = [(first, min(end, len(pids))) for first, end in ranges]

    def __len__(self) -> int:
        return sum(end - first for first, end in self._ranges)

    def __iter__(self) -> Iterator[int]:
        return (self._pids[row] for first, end in self._ranges for row in range(first, end))

    def __contains__(self, pid: object) -> bool:
        return any(one == pid for one in self)

    def row_numbers(self, limit: int) -> list[int]:
        """Return the first rows' numbers."""
        return list(islice((row for first, end in self._ranges for row in range(first, end)), limit))
