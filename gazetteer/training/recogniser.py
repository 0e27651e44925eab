"""Recognition's models, each learned from what those before it said of documents they had not learned from."""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from gazetteer.places.store import Gazetteer
from gazetteer.recognition.document_evidence import DOCUMENT_FEATURES, document_rows
from gazetteer.recognition.evidence import FEATURES, with_meaning
from gazetteer.recognition.meaning import Meaning, is_known, seen
from gazetteer.recognition.recogniser import Models, Reading
from gazetteer.recognition.surroundings import Vector
from gazetteer.recognition.trees import Trees, parse
from gazetteer.recognition.wording import BITS, Wording
from gazetteer.resolution.ranking import Weights
from gazetteer.resolution.rereading import PLACE_FEATURES, third_rows
from gazetteer.training.lessons import Lesson, folds

WORDING_C = 0.6
"""How freely the words are learned by heart (docs/accuracy.md compares)."""
NETWORKS, HIDDEN = 4, 32
"""The network of meanings is so many small ones side by side, whose answers are averaged."""
TREES: dict[str, dict[str, Any]] = {
    "first": {"n_estimators": 200, "num_leaves": 8},
    "second": {"n_estimators": 200, "num_leaves": 8},
    "third": {"n_estimators": 400, "num_leaves": 6, "learning_rate": 0.07},
}
LOOKED_AT = 0.05
"""The third pass learns from names at least so likely after two: of others it is not asked."""
BAGS = {"first": 2, "second": 3, "third": 8}
"""How many models of a pass are averaged, each from another draw of rows and features."""
NAMES = {
    "first": FEATURES,
    "second": FEATURES + DOCUMENT_FEATURES,
    "third": FEATURES + DOCUMENT_FEATURES + PLACE_FEATURES,
}
"""the features of each pass"""
SETTINGS: dict[str, Any] = {
    "learning_rate": 0.1,
    "min_child_samples": 40,
    "reg_lambda": 5.0,
    "colsample_bytree": 0.4,
    "extra_trees": True,
    "subsample": 0.8,
    "subsample_freq": 1,
    "verbose": -1,
    "num_threads": 1,  # so the numbers are the same on every machine, and threads do not wait for each other
    "seed": 7,
}

Exported = dict[str, Any]
"""a pass as plain numbers: {features, trees}"""
Model = TypeVar("Model")
Answer = TypeVar("Answer")


def fit_wording(learned: Sequence[Lesson]) -> Wording:
    """Fit the linear model of the words alone."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    shown = np.vstack([lesson.shown for lesson in learned])
    y = _labels(learned)
    begins = np.arange(len(shown) + 1) * shown.shape[1]
    x = csr_matrix((np.ones(shown.size, dtype=np.float32), shown.ravel(), begins), shape=(len(shown), 1 << BITS))
    x.sum_duplicates()
    model = LogisticRegression(C=WORDING_C, max_iter=100).fit(x[y >= 0], y[y >= 0])
    weights = model.coef_[0]
    scale = float(np.abs(weights).max()) / 127
    return Wording(np.round(weights / scale).astype(np.int8), scale, float(model.intercept_[0]))


def fit_meaning(learned: Sequence[Lesson]) -> Meaning:
    """Fit the networks of what words mean, as one."""
    from sklearn.neural_network import MLPClassifier

    learned = [lesson for lesson in learned if is_known(lesson.found.lang)]
    x, y = np.vstack([seen(lesson.sheaf, lesson.evidence) for lesson in learned]), _labels(learned)
    x, y = x[y >= 0], y[y >= 0]
    middle, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    settings: dict[str, Any] = {"alpha": 3.0, "batch_size": 256, "max_iter": 12, "learning_rate_init": 0.002}
    layers = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a fixed number of rounds is meant
        for number in range(NETWORKS):
            model = MLPClassifier((HIDDEN,), random_state=number, **settings).fit((x - middle) / spread, y)
            layers.append((*model.coefs_, *model.intercepts_))
    hidden, out, hidden_constant, constant = zip(*layers, strict=True)
    weights = np.hstack(hidden) / spread[:, None]
    constants = np.concatenate(hidden_constant) - middle @ weights
    outs = np.concatenate(out)[:, 0] / NETWORKS
    return Meaning(weights.astype("f4"), constants.astype("f4"), outs.astype("f4"), float(np.mean(constant)))


def fit_trees(
    name: str, rows: Sequence[Vector], learned: Sequence[Lesson], told: npt.NDArray[np.bool_] | None = None
) -> tuple[Trees, Exported]:
    """Fit one pass, from all spans or those `told`; return it as trees that can be asked and as exported numbers."""
    import lightgbm

    x, y = np.vstack(rows), _labels(learned)
    kept = y >= 0 if told is None else (y >= 0) & told
    x, y = x[kept], y[kept]
    trees = []
    for bag in range(BAGS[name]):
        settings = SETTINGS | TREES[name] | {"seed": SETTINGS["seed"] + bag}
        model = lightgbm.LGBMClassifier(**settings).fit(x, y)
        trees += [flat(tree["tree_structure"], 1 / BAGS[name]) for tree in model.booster_.dump_model()["tree_info"]]
    exported = {"features": list(NAMES[name]), "trees": trees}
    return parse(exported), exported


def _labels(learned: Sequence[Lesson]) -> npt.NDArray[np.int64]:
    return np.array([one for lesson in learned for one in lesson.labels])


def flat(root: Exported, share: float) -> dict[str, list[Any]]:
    """Return a nested tree as flat lists (see `gazetteer.recognition.trees`); its leaves count by `share`."""
    tree: dict[str, list[Any]] = {"feature": [], "threshold": [], "left": [], "right": [], "leaf": []}

    def add(node: Exported) -> int:
        if "leaf_value" in node:
            tree["leaf"].append(round(share * node["leaf_value"], 5))
            return ~(len(tree["leaf"]) - 1)
        index = len(tree["feature"])
        tree["feature"].append(node["split_feature"])
        tree["threshold"].append(float(f"{node['threshold']:.6g}"))
        tree["left"].append(0)
        tree["right"].append(0)
        tree["left"][index] = add(node["left_child"])
        tree["right"][index] = add(node["right_child"])
        return index

    if "leaf_value" in root:
        root = {"split_feature": 0, "threshold": 0.0, "left_child": root, "right_child": root}
    add(root)
    return tree


@dataclass
class Taught:
    """What two passes learned, and for every lesson what models that had not learned from it say of it."""

    models: Models
    exported: dict[str, Exported]
    readings: list[Reading]


def train_two_passes(learned: Sequence[Lesson]) -> Taught:
    """Fit the words, their meaning and two passes; each learns from answers of models that had not seen the lesson."""
    worded = _unseen(learned, lambda rest, _: fit_wording(rest), lambda model, one, _: one.with_wording(model))
    base = _unseen(
        learned,
        lambda rest, _: fit_meaning(rest),
        lambda model, one, rows: with_meaning(rows, model.say(one.sheaf, rows)),
        worded,
    )
    p1 = _unseen(learned, _trees("first"), _asked, base)
    rows = [document_rows(one.sheaf, own, p) for one, own, p in zip(learned, base, p1, strict=True)]
    p2 = _unseen(learned, _trees("second"), _asked, rows)
    first, first_numbers = fit_trees("first", base, learned)
    second, second_numbers = fit_trees("second", rows, learned)
    models = Models(fit_wording(learned), fit_meaning(learned), first, second)
    readings = [Reading(one.ctx, own, p) for one, own, p in zip(learned, base, p2, strict=True)]
    return Taught(models, {"first": first_numbers, "second": second_numbers}, readings)


def train_third_pass(learned: Sequence[Lesson], taught: Taught, gazetteer: Gazetteer, weights: Weights) -> Exported:
    """Fit the pass that sees where the names would lie."""
    known: dict[int, Vector] = {}  # copies of a lesson share their rows
    rows = [
        known.setdefault(id(one), third_rows(reading, gazetteer, weights)) if id(one) not in known else known[id(one)]
        for one, reading in zip(learned, taught.readings, strict=True)
    ]
    likely = np.concatenate([reading.probabilities for reading in taught.readings]) >= LOOKED_AT
    return fit_trees("third", rows, learned, likely)[1]


def _trees(name: str) -> Callable[[Sequence[Lesson], Sequence[Vector]], Trees]:
    return lambda rest, rows: fit_trees(name, rows, rest)[0]


def _asked(trees: Trees, _: Lesson, rows: Vector) -> list[float]:
    return trees.probabilities(rows)


def _unseen(
    learned: Sequence[Lesson],
    fit: Callable[[Sequence[Lesson], Sequence[Vector]], Model],
    ask: Callable[[Model, Lesson, Vector], Answer],
    rows: Sequence[Vector] | None = None,
) -> list[Answer]:
    """Return for each lesson what a model says of it that was fitted to the lessons of other folds."""
    rows = rows if rows is not None else [lesson.evidence for lesson in learned]
    answers: dict[int, Answer] = {}
    for rest, held in folds(learned):
        model = fit([learned[i] for i in rest], [rows[i] for i in rest])
        said: dict[int, Answer] = {}
        for i in held:
            # copies of a lesson are answered once
            if id(learned[i]) not in said:
                said[id(learned[i])] = ask(model, learned[i], rows[i])
            answers[i] = said[id(learned[i])]
    return [answers[i] for i in range(len(learned))]
