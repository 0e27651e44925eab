"""Boosted trees exported to plain numbers, asked for all rows at once without a learning library.

No tree is walked. A tree's leaves are bits, from left to right; a node whose test fails takes the leaves on its left
from those that are still possible, and the first one left is where the row ends (Lucchese et al., QuickScorer, 2015).
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gazetteer.errors import InputError

MOST_LEAVES = 64
_EVERY = (1 << 64) - 1
_ROWS_AT_ONCE = 128
"""Rows times nodes are held at once: few enough for the processor's cache."""
_BITS: tuple[tuple[int, Any], ...] = ((8, np.uint8), (16, np.uint16), (32, np.uint32), (64, np.uint64))


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of binary trees over rows of numbers; the sum is a log-odds.

    Test t asks whether number `feature[t]` is at most `threshold[t]`; several nodes share one. `test` and `kept` are
    nodes by trees, padded: a node's test, and the leaves that remain where it fails. `leaf` is trees by leaves.
    """

    features: tuple[str, ...]
    feature: npt.NDArray[np.intp]
    threshold: npt.NDArray[np.float64]
    test: npt.NDArray[np.intp]
    kept: npt.NDArray[Any]
    leaf: npt.NDArray[np.float64]

    def probabilities(self, rows: npt.ArrayLike) -> list[float]:
        """Return for each row the probability that it is accepted. Raises `InputError` for rows of other features."""
        numbers = np.asarray(rows, dtype=np.float64)
        if len(numbers) and numbers.shape[1] != len(self.features):
            raise InputError(
                f"The weights were taught {len(self.features)} features by another edition of the program, which now "
                f"sees {numbers.shape[1]}. Train them anew with `toposcope train`, or unset TOPOSCOPE_WEIGHTS."
            )
        accepted: list[float] = []
        for begin in range(0, len(numbers), _ROWS_AT_ONCE):
            accepted += self._accepted(numbers[begin : begin + _ROWS_AT_ONCE])
        return accepted

    def _accepted(self, numbers: npt.NDArray[np.float64]) -> list[float]:
        columns = np.ascontiguousarray(numbers.T)
        # `take`, since plain indexing of whole rows is several times slower
        passed = columns.take(self.feature, axis=0) <= self.threshold[:, None]
        # all bits where a test holds, none where it fails
        every = np.negative(passed.astype(self.kept.dtype))
        left = every.take(self.test, axis=0)
        left |= self.kept[:, :, None]
        possible, *later = left
        for node in later:
            possible &= node
        first = np.bitwise_count(~possible & (possible - self.kept.dtype.type(1)))
        begins = np.arange(0, self.leaf.size, self.leaf.shape[1])[:, None]
        total = self.leaf.ravel().take(begins + first).sum(axis=0)
        accepted: list[float] = (1.0 / (1.0 + np.exp(-total))).tolist()
        return accepted


def parse(exported: dict[str, Any]) -> Trees:
    """Return the trees of an exported model: lists of nodes from the root on, where a negative child is leaf `~child`.

    A row goes left where its number is at most the threshold. Raises `ValueError` for a tree of too many leaves.
    """
    trees = exported["trees"]
    nodes, leaves = (max(len(tree[name]) for tree in trees) for name in ("feature", "leaf"))
    if leaves > MOST_LEAVES:
        raise ValueError(f"a tree has {leaves} leaves; at most {MOST_LEAVES} can be told apart")
    tests: dict[tuple[int, float], int] = {}
    test = np.zeros((nodes, len(trees)), dtype=np.intp)
    kept = np.full((nodes, len(trees)), _EVERY, dtype=np.uint64)
    leaf = np.zeros((len(trees), leaves))
    for at, tree in enumerate(trees):
        order, lefts = _from_left(tree)
        leaf[at, : len(order)] = [tree["leaf"][number] for number in order]
        for node, left in enumerate(lefts):
            asked = tree["feature"][node], tree["threshold"][node]
            test[node, at] = tests.setdefault(asked, len(tests))
            kept[node, at] = _EVERY & ~left
    bits = next(kind for width, kind in _BITS if leaves <= width)
    asked_of, thresholds = zip(*tests, strict=True)
    questions = np.array(asked_of), np.array(thresholds)
    return Trees(tuple(exported["features"]), *questions, test, kept.astype(bits), leaf)


def _from_left(tree: dict[str, Any]) -> tuple[list[int], list[int]]:
    """Return a tree's leaves from left to right, and for each node the bits of those on its left side."""
    order: list[int] = []
    lefts = [0] * len(tree["feature"])

    def visit(node: int) -> int:
        """Return the bits of the leaves under a node."""
        if node < 0:
            order.append(~node)
            return 1 << (len(order) - 1)
        lefts[node] = visit(tree["left"][node])
        return lefts[node] | visit(tree["right"][node])

    visit(0)
    return order, lefts


def load(path: Path) -> dict[str, Trees]:
    """Return the named models of a weights file."""
    exported = json.loads(path.read_text("utf-8"))
    return {name: parse(model) for name, model in exported["models"].items()}
