"""Exported trees give what their numbers say."""

import random
from math import exp
from pathlib import Path

import pytest

from gazetteer.errors import InputError
from gazetteer.recognition.trees import MOST_LEAVES, parse
from gazetteer.weights import weights_path

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


def _walked(tree: dict[str, list[float]], row: list[float]) -> float:
    node = 0
    while node >= 0:
        left = row[int(tree["feature"][node])] <= tree["threshold"][node]
        node = int(tree["left" if left else "right"][node])
    return tree["leaf"][~node]


def _grown(chance: random.Random, leaves: int) -> dict[str, list[float]]:
    """Return a tree of any shape: each time one of its leaves becomes a node."""
    tree: dict[str, list[float]] = {"feature": [0], "threshold": [3], "left": [~0], "right": [~1]}
    for number in range(2, leaves):
        node = len(tree["feature"])
        side, parent = chance.choice(
            [(side, at) for side in ("left", "right") for at in range(node) if tree[side][at] < 0]
        )
        before, tree[side][parent] = tree[side][parent], node
        for name, more in zip(tree, (chance.randrange(3), chance.randrange(8), before, ~number), strict=True):
            tree[name].append(more)
    return {**tree, "leaf": [chance.uniform(-1, 1) for _ in range(leaves)]}


@pytest.mark.parametrize("leaves", [2, 8, 9, 33, MOST_LEAVES])
def test_any_tree_gives_what_a_walk_from_its_root_gives(leaves: int) -> None:
    chance = random.Random(leaves)
    trees = [_grown(chance, leaves) for _ in range(12)]
    rows = [[float(chance.randrange(9)) for _ in range(3)] for _ in range(600)]
    sums = [sum(_walked(tree, row) for tree in trees) for row in rows]
    found = parse({"features": ["a", "b", "c"], "trees": trees}).probabilities(rows)
    assert found == pytest.approx([1 / (1 + exp(-total)) for total in sums])


def test_a_tree_of_too_many_leaves_is_refused() -> None:
    with pytest.raises(ValueError, match="65 leaves"):
        parse({"features": ["a"], "trees": [_grown(random.Random(1), MOST_LEAVES + 1)]})


def test_rows_of_another_edition_are_refused() -> None:
    with pytest.raises(InputError, match=r"taught 2 features .* sees 3.*Train them anew"):
        parse(_EXPORTED).probabilities([[1.0, 2.0, 3.0]])


def test_a_folder_without_weights_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOPOSCOPE_WEIGHTS", str(tmp_path))
    with pytest.raises(InputError, match=r"holds no ranker\.json"):
        weights_path("ranker.json")
    (tmp_path / "ranker.json").write_text("{}", "utf-8")
    assert weights_path("ranker.json") == tmp_path / "ranker.json"
