"""Exported trees give what their numbers say."""

from math import exp

import pytest

from gazetteer.recognition.trees import parse

_EXPORTED = {
    "features": ["a", "b"],
    "trees": [
        {"feature": [0, 1], "threshold": [1.0, 5.0], "left": [~0, ~1], "right": [1, ~2], "leaf": [-2.0, 0.5, 3.0]},
        {"feature": [1], "threshold": [0.0], "left": [~0], "right": [~1], "leaf": [0.25, -0.25]},
    ],
}


def test_a_row_walks_to_its_leaves() -> None:
    trees = parse(_EXPORTED)
    expected = [1 / (1 + exp(2.25)), 1 / (1 + exp(-0.25)), 1 / (1 + exp(-2.75))]
    assert trees.probabilities([[1.0, 9.0], [2.0, 5.0], [2.0, 6.0]]) == pytest.approx(expected)
    assert trees.probabilities([]) == []
