"""Boosted trees exported to plain numbers, walked without a library."""

import json
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of binary trees over a row of numbers; the sum is a log-odds.

    A tree is four flat lists: feature index, threshold, and the left and right child of each node. A
    child that is negative is leaf `~child`; a row goes left where its number is at most the threshold.
    """

    features: tuple[str, ...]
    forest: tuple[tuple[list[int], list[float], list[int], list[int], list[float]], ...]

    def probability(self, row: list[float]) -> float:
        """Return the probability that a row is accepted."""
        total = 0.0
        for feature, threshold, left, right, leaf in self.forest:
            node = 0
            while node >= 0:
                node = left[node] if row[feature[node]] <= threshold[node] else right[node]
            total += leaf[~node]
        return 1.0 / (1.0 + exp(-total)) if total > -700 else 0.0


def parse(exported: dict[str, Any]) -> Trees:
    """Return the trees of an exported model."""
    forest = tuple((t["feature"], t["threshold"], t["left"], t["right"], t["leaf"]) for t in exported["trees"])
    return Trees(tuple(exported["features"]), forest)


def load(path: Path) -> dict[str, Trees]:
    """Return the named models of a weights file."""
    exported = json.loads(path.read_text("utf-8"))
    return {name: parse(model) for name, model in exported["models"].items()}
