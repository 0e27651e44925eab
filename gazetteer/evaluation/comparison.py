"""Two measurements of the same documents: what changed, whether chance would do it, and in which documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gazetteer.evaluation.scores import COLUMNS, Counts, quotient

ROUNDS = 9_999
INTERVAL = 0.95
_SEED = 20_039
_CELLS = 4_000_000
"""numbers held at once while documents are drawn"""

Weights = Mapping[str, int]
QUOTIENTS: dict[str, tuple[str, Weights, Weights]] = {
    "recognition_exact_f1": ("recognition, exact F1", {"exact_found": 2}, {"exact_predicted": 1, "gold": 1}),
    "recognition_overlap_f1": ("recognition, overlap F1", {"found": 2}, {"predicted": 1, "gold": 1}),
    "end_to_end_f1": ("end to end F1", {"near": 2}, {"placed": 1, "located": 1}),
    "acc161_answered": ("Acc@161, answered", {"near": 1}, {"answered": 1}),
    "acc161_all": ("Acc@161, all", {"near": 1}, {"located": 1}),
    "acc20_all": ("Acc@20, all", {"close": 1}, {"located": 1}),
    "same_id": ("exact GeoNames id, answered", {"same_id": 1}, {"both_ids": 1}),
}
"""figure -> its words, and the counts whose sums over all documents it is the quotient of"""

_Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and now; `p` and the 95 % interval of the difference are None where it is not defined.

    `p`: two-sided, paired approximate randomisation over documents, 9,999 rounds (Noreen 1989). Interval: percentiles
    of a paired bootstrap over documents, as many rounds.
    """

    before: float | None
    now: float | None
    p: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def difference(self) -> float | None:
        return None if self.before is None or self.now is None else self.now - self.before


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document whose end-to-end F1 changed, and its right and wrong places before and now."""

    doc_id: str
    before: float
    now: float
    right: tuple[int, int]
    wrong: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Changes of each figure of `QUOTIENTS`, and the documents that became better or worse, most changed first."""

    documents: int
    changes: dict[str, Change]
    better: tuple[DocumentChange, ...]
    worse: tuple[DocumentChange, ...]
    only_before: tuple[str, ...]
    only_now: tuple[str, ...]
    gold_changed: tuple[str, ...]
    """documents whose gold mentions are others than before; like those of one side only, they are left out"""


def compare(before: Mapping[str, Counts], now: Mapping[str, Counts]) -> Comparison:
    """Compare the documents that two measurements share and whose gold mentions are as many as before."""
    shared = [doc_id for doc_id in now if doc_id in before]
    same = [doc_id for doc_id in shared if _gold(before[doc_id]) == _gold(now[doc_id])]
    changes = paired([before[doc_id] for doc_id in same], [now[doc_id] for doc_id in same])
    moved = [change for doc_id in same if (change := _moved(doc_id, before[doc_id], now[doc_id]))]
    moved.sort(key=lambda one: (-abs(one.right[1] - one.right[0]), -abs(one.now - one.before), one.doc_id))
    return Comparison(
        len(same), changes,
        tuple(one for one in moved if one.now > one.before), tuple(one for one in moved if one.now < one.before),
        tuple(doc_id for doc_id in before if doc_id not in now),
        tuple(doc_id for doc_id in now if doc_id not in before),
        tuple(doc_id for doc_id in shared if _gold(before[doc_id]) != _gold(now[doc_id])),
    )  # fmt: skip


def _gold(counts: Counts) -> tuple[int, int, int]:
    return counts.gold, counts.located, counts.gold_ids


def _moved(doc_id: str, before: Counts, now: Counts) -> DocumentChange | None:
    first = quotient(2 * before.near, before.placed + before.located)
    then = quotient(2 * now.near, now.placed + now.located)
    if first == then:
        return None
    right, wrong = (before.near, now.near), (before.placed - before.near, now.placed - now.near)
    # of nothing to find and nothing found, everything is right
    return DocumentChange(doc_id, 1.0 if first is None else first, 1.0 if then is None else then, right, wrong)


def paired(before: Sequence[Counts], now: Sequence[Counts]) -> dict[str, Change]:
    """Test every figure of `QUOTIENTS`; both sides hold the same documents in one order. Seeds are fixed."""
    if not before:
        return {name: Change(None, None) for name in QUOTIENTS}
    first = np.array([one.row() for one in before], dtype=np.float64)
    second = np.array([one.row() for one in now], dtype=np.float64)
    observed = quotients(first.sum(axis=0)), quotients(second.sum(axis=0))
    by_chance = np.concatenate(list(_swapped(first, second)))
    drawn = np.concatenate(list(_drawn(first, second)))
    found = {}
    for at, name in enumerate(QUOTIENTS):
        then, today = (None if np.isnan(side[at]) else float(side[at]) for side in observed)
        difference = float(observed[1][at] - observed[0][at])
        found[name] = Change(then, today, *_test(difference, by_chance[:, at], drawn[:, at]))
    return found


def _test(difference: float, by_chance: _Matrix, drawn: _Matrix) -> tuple[float | None, float | None, float | None]:
    drawn = drawn[~np.isnan(drawn)]
    if np.isnan(difference) or not len(drawn):
        return None, None, None
    # a difference equal but for rounding is as great
    as_great = int(np.sum(np.abs(by_chance) >= abs(difference) - 1e-12))
    low, high = np.quantile(drawn, [(1 - INTERVAL) / 2, (1 + INTERVAL) / 2])
    return (as_great + 1) / (ROUNDS + 1), float(low), float(high)


def quotients(sums: _Matrix) -> _Matrix:
    """Return the figures of `QUOTIENTS` of sums of counts (last axis: `COLUMNS`), NaN where nothing is divided by."""
    over, under = (np.array([_weights(one[side]) for one in QUOTIENTS.values()]).T for side in (1, 2))
    whole = sums @ under
    with np.errstate(invalid="ignore", divide="ignore"):
        found: _Matrix = np.where(whole > 0, (sums @ over) / whole, np.nan)
    return found


def _weights(chosen: Weights | str) -> list[float]:
    assert not isinstance(chosen, str)
    return [float(chosen.get(name, 0)) for name in COLUMNS]


def _swapped(first: _Matrix, second: _Matrix) -> Iterator[_Matrix]:
    """Give the differences of all figures when each document's two answers change sides at random."""
    rng = np.random.default_rng(_SEED)
    for rounds in _rounds(len(first)):
        swap = rng.integers(0, 2, (rounds, len(first))).astype(np.float64)
        crossed = swap @ (second - first)
        yield quotients(second.sum(axis=0) - crossed) - quotients(first.sum(axis=0) + crossed)


def _drawn(first: _Matrix, second: _Matrix) -> Iterator[_Matrix]:
    """Give the differences of all figures over as many documents drawn with replacement."""
    rng = np.random.default_rng(_SEED + 1)
    even = np.full(len(first), 1 / len(first))
    for rounds in _rounds(len(first)):
        times = rng.multinomial(len(first), even, size=rounds).astype(np.float64)
        yield quotients(times @ second) - quotients(times @ first)


def _rounds(documents: int) -> Iterator[int]:
    left, most = ROUNDS, max(1, _CELLS // documents)
    while left > 0:
        yield min(left, most)
        left -= most
