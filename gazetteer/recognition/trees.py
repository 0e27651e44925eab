"""Boosted trees exported to plain numbers, walked for all rows at once without a learning library."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_ROWS_AT_ONCE = 4_096
"""Rows times trees are held at once: a book's would fill the memory."""


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of binary trees over rows of numbers; the sum is a log-odds.

    Arrays are trees by nodes, padded: feature index, threshold, and the left and right child of each node. A child
    that is negative is leaf `~child`; a row goes left where its number is at most the threshold.
    """

    features: tuple[str, ...]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    leaf: NDArray[np.float64]

    def probabilities(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return for each row the probability that it is accepted."""
        accepted: list[float] = []
        for begin in range(0, len(rows), _ROWS_AT_ONCE):
            accepted += self._walk(np.asarray(rows[begin : begin + _ROWS_AT_ONCE], dtype=np.float64))
        return accepted

    def _walk(self, numbers: NDArray[np.float64]) -> list[float]:
        tree = np.arange(len(self.feature))
        node = np.zeros((len(numbers), len(tree)), dtype=np.int64)
        row = np.arange(len(numbers))[:, None]
        while (walking := node >= 0).any():
            here = np.maximum(node, 0)
            goes_left = numbers[row, self.feature[tree, here]] <= self.threshold[tree, here]
            node = np.where(walking, np.where(goes_left, self.left[tree, here], self.right[tree, here]), node)
        total = self.leaf[tree, ~node].sum(axis=1)
        accepted: list[float] = (1.0 / (1.0 + np.exp(-total))).tolist()
        return accepted


def parse(exported: dict[str, Any]) -> Trees:
    """Return the trees of an exported model."""
    trees = exported["trees"]

    def padded(name: str, dtype: type) -> NDArray[Any]:
        longest = max(len(tree[name]) for tree in trees)
        return np.array([tree[name] + [0] * (longest - len(tree[name])) for tree in trees], dtype=dtype)

    nodes = (padded("feature", int), padded("threshold", float), padded("left", int), padded("right", int))
    return Trees(tuple(exported["features"]), *nodes, padded("leaf", float))


def load(path: Path) -> dict[str, Trees]:
    """Return the named models of a weights file."""
    exported = json.loads(path.read_text("utf-8"))
    return {name: parse(model) for name, model in exported["models"].items()}
