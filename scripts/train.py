#!/usr/bin/env python3
"""Trains the recogniser's trees and the ranker's weights from annotated corpora, and writes them as plain numbers.

usage: train.py CORPUS.jsonl... [--own seeds] [--output resources/data] [--leave-out NAME[:odd]] [--part even]

A corpus line is {doc_id, corpus, lang, text, mentions: [{start, end, lat, lon, geonameid}]}. Only numbers are written:
no word of a text. With --leave-out the corpus of that name, or its even or odd lines, are not learned from; with
--part only the even or odd lines of each are, so that the rest can measure. Needs the `train` dependency group.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import lightgbm
import numpy as np
from rich.progress import track
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from gazetteer.places.store import Gazetteer, NameKind
from gazetteer.recognition.context import Context, context
from gazetteer.recognition.document_evidence import DOCUMENT_FEATURES, document_rows
from gazetteer.recognition.evidence import FEATURES, rows
from gazetteer.recognition.recogniser import Models, recognise
from gazetteer.recognition.scan import Scan, Span, scan
from gazetteer.recognition.trees import Trees, parse
from gazetteer.recognition.wording import BITS, Wording, wording
from gazetteer.resolution.beliefs import Mentioned, Scene
from gazetteer.resolution.candidates import matches
from gazetteer.resolution.company import Company
from gazetteer.resolution.cues import CUES, LOCAL, document_cues, local_cues
from gazetteer.resolution.ranking import dot, softmax

FOLDS = 5
WORDING_C = 0.6
"""How freely the words are learned by heart (docs/accuracy.md compares)."""
TREES = {"first": {"n_estimators": 120, "num_leaves": 12}, "second": {"n_estimators": 100, "num_leaves": 12}}
SETTINGS = {
    "learning_rate": 0.1,
    "min_child_samples": 20,
    "reg_lambda": 5.0,
    "colsample_bytree": 0.6,
    "subsample": 0.8,
    "subsample_freq": 1,
    "verbose": -1,
    "seed": 7,
}
RADIUS_KM = 161.0
RIDGE = 3e-4
BOUNDS = {"inside_comma": 2.5, "outside_comma": -2.5, "said_region": 2.0, "area_around_town": -1.2}
"""Cues that world news leans on more than the corpora do (docs/accuracy.md says what the bounds cost there)."""
SLIPS = 150
"""How many documents of the corpora are learned once more with slips in their places' names: unknown names in the
company that places keep."""
OWN_COPIES = 3
"""How often our own documents are learned, in languages the corpora do not hold."""


@dataclass
class Lesson:
    """One document: its context, what its words show, and for each span 1, 0 or -1 (not learned from)."""

    document: str
    ctx: Context
    shown: np.ndarray
    labels: list[int]

    def base(self, model: Wording, gazetteer: Gazetteer) -> np.ndarray:
        """Return the rows of pass 1."""
        return rows(self.ctx, gazetteer, model.scores(self.shown))


def label(found: Scan, gold: list[dict[str, Any]], ignore_demonyms: bool) -> list[int]:
    """Return for each span whether it is a gold mention; a gold span the scan missed marks its best overlap."""
    exact = {(m["start"], m["end"]) for m in gold}
    labels = [int((span.start, span.end) in exact) for span in found.spans]
    hit = {(s.start, s.end) for s, one in zip(found.spans, labels) if one}
    for mention in gold:
        if (mention["start"], mention["end"]) in hit:
            continue
        best = max(range(len(found.spans)), key=lambda i: overlap(found.spans[i], mention), default=None)
        if best is not None and overlap(found.spans[best], mention) > 0.3:
            labels[best] = 1
    if ignore_demonyms:
        for i, span in enumerate(found.spans):
            if not labels[i] and any(hit.kind is NameKind.DEMONYM for hit in span.hits[:3]):
                labels[i] = -1
    return labels


def with_slips(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document with a letter dropped, doubled or swapped in half of its longer gold names."""
    chance = random.Random(str(document["doc_id"]))
    slips: dict[str, str] = {}
    text, end, mentions = "", 0, []
    for mention in sorted(document["mentions"], key=lambda one: one["start"]):
        if mention["start"] < end:
            continue
        surface = document["text"][mention["start"] : mention["end"]]
        if surface not in slips:
            mistaken = surface.isalpha() and len(surface) >= 6 and chance.random() < 0.5
            slips[surface] = _slip(surface, chance) if mistaken else surface
        text += document["text"][end : mention["start"]]
        mentions.append({**mention, "start": len(text), "end": len(text) + len(slips[surface])})
        text, end = text + slips[surface], mention["end"]
    return {**document, "text": text + document["text"][end:], "mentions": mentions}


def _slip(name: str, chance: random.Random) -> str:
    at = chance.randrange(2, len(name) - 1)
    dropped, doubled = name[:at] + name[at + 1 :], name[: at + 1] + name[at:]
    return chance.choice((dropped, doubled, name[:at] + name[at + 1] + name[at] + name[at + 2 :]))


def overlap(span: Span, mention: dict[str, Any]) -> float:
    """Return the intersection over union of a span and a gold mention."""
    shared = min(span.end, mention["end"]) - max(span.start, mention["start"])
    return shared / (max(span.end, mention["end"]) - min(span.start, mention["start"])) if shared > 0 else 0.0


def lessons(documents: Iterable[dict[str, Any]], gazetteer: Gazetteer) -> list[Lesson]:
    """Scan documents and label their spans."""
    result = []
    for document in track(list(documents), "scanning", transient=True):
        found = scan(document["text"], document.get("lang"), gazetteer)
        ctx = context(found)
        labels = label(found, document["mentions"], document.get("corpus") == "own")
        result.append(Lesson(str(document["doc_id"]), ctx, wording(found), labels))
    return [lesson for lesson in result if lesson.labels]


def fit_wording(learned: list[Lesson]) -> Wording:
    """Fit the linear model of the words alone."""
    shown = np.vstack([lesson.shown for lesson in learned])
    y = np.array([one for lesson in learned for one in lesson.labels])
    begins = np.arange(len(shown) + 1) * shown.shape[1]
    x = csr_matrix((np.ones(shown.size, dtype=np.float32), shown.ravel(), begins), shape=(len(shown), 1 << BITS))
    x.sum_duplicates()
    model = LogisticRegression(C=WORDING_C, max_iter=100).fit(x[y >= 0], y[y >= 0])
    weights = model.coef_[0]
    scale = float(np.abs(weights).max()) / 127
    return Wording(np.round(weights / scale).astype(np.int8), scale, float(model.intercept_[0]))


def fit(name: str, row_lists: list[np.ndarray], label_lists: list[list[int]]) -> tuple[Trees, dict[str, Any]]:
    """Fit one pass and return it as walked trees and as exported numbers."""
    x = np.concatenate(row_lists)
    y = np.array([one for some in label_lists for one in some])
    model = lightgbm.LGBMClassifier(**TREES[name], **SETTINGS)
    model.fit(x[y >= 0], y[y >= 0])
    names = FEATURES if name == "first" else FEATURES + DOCUMENT_FEATURES
    exported = {
        "features": list(names),
        "trees": [flat(t["tree_structure"]) for t in model.booster_.dump_model()["tree_info"]],
    }
    return parse(exported), exported


def flat(root: dict[str, Any]) -> dict[str, list[Any]]:
    """Return a nested tree as flat lists (see `gazetteer.recognition.trees`)."""
    tree: dict[str, list[Any]] = {"feature": [], "threshold": [], "left": [], "right": [], "leaf": []}

    def add(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            tree["leaf"].append(round(node["leaf_value"], 5))
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


def train_recogniser(learned: list[Lesson], gazetteer: Gazetteer) -> tuple[Wording, dict[str, Any]]:
    """Fit the words and both passes; each learns from out-of-fold answers of the one before."""
    labels = [one.labels for one in learned]
    base: list[np.ndarray] = [np.zeros((0, len(FEATURES))) for _ in learned]
    for rest, held in folds(learned):
        model = fit_wording([learned[i] for i in rest])
        for i in held:
            base[i] = learned[i].base(model, gazetteer)
    first_out: list[list[float]] = [[] for _ in learned]
    for rest, held in folds(learned):
        trees, _ = fit("first", [base[i] for i in rest], [labels[i] for i in rest])
        for i in held:
            first_out[i] = trees.probabilities(base[i])
    second_rows = [
        document_rows(one.ctx.found, rows_, p, gazetteer.columns) for one, rows_, p in zip(learned, base, first_out)
    ]
    _, first = fit("first", base, labels)
    _, second = fit("second", second_rows, labels)
    return fit_wording(learned), {"first": first, "second": second}


def folds(learned: list[Lesson]) -> Iterable[tuple[list[int], list[int]]]:
    """Yield the numbers of the lessons to learn from and of those held out; copies of a document stay together."""
    fold_of = [crc32(lesson.document.encode()) % FOLDS for lesson in learned]
    for fold in range(FOLDS):
        yield [i for i, own in enumerate(fold_of) if own != fold], [i for i, own in enumerate(fold_of) if own == fold]


@dataclass
class Choice:
    """A name of a scene with the numbers of its right candidates."""

    scene: Scene
    name: Any
    right: list[int]


def choices(documents: Iterable[dict[str, Any]], gazetteer: Gazetteer, models: Models) -> list[list[Choice]]:
    """Return per document the names whose right place is among the candidates."""
    from geopy.distance import great_circle

    result = []
    for document in track(list(documents), "candidates", transient=True):
        text, lang = document["text"], document.get("lang")
        recognition = recognise(text, lang, gazetteer, models)
        gold = [(m["start"], m["end"], m) for m in document["mentions"] if m.get("lat") is not None]
        spans = [judged.span for judged in recognition.accepted]
        beside = [(s.start, s.end, None) for s in spans if not any(s.start < e and b < s.end for b, e, _ in gold)]
        wanted = sorted([*gold, *beside], key=lambda one: one[:2])
        mentioned = [Mentioned(b, e, text[b:e], matches(text[b:e], lang, gazetteer)) for b, e, _ in wanted]
        scene = Scene.of(recognition.found, gazetteer, mentioned, [1.0] * len(mentioned))
        some = []
        for name in scene.names:
            targets = [wanted[index][2] for index in name.mentions if wanted[index][2] is not None]
            if not name.matches or not targets:
                continue
            target = targets[0]
            columns = gazetteer.columns
            far = [
                great_circle(
                    (target["lat"], target["lon"]), (columns.latitude[m.hit.pid], columns.longitude[m.hit.pid])
                ).km
                for m in name.matches
            ]
            right = [
                i
                for i, m in enumerate(name.matches)
                if target.get("geonameid") and gazetteer.place(m.hit.pid).place_id == f"geonames:{target['geonameid']}"
            ]
            if not right and min(far) < RADIUS_KM:
                right = [i for i, km in enumerate(far) if km < max(30.0, min(far) + 5.0)]
            if right:
                some.append(Choice(scene, name, right))
        company = Company(scene)
        for name in scene.names:
            if name.matches:
                name.local = local_cues(scene, name, company)
        result.append(some)
    return result


def fit_softmax(row_lists: list[list[list[float]]], rights: list[list[int]], width: int) -> np.ndarray:
    """Fit weights that maximise the probability of the right candidates (conditional logit with a ridge)."""
    longest = max(len(r) for r in row_lists)
    x = np.zeros((len(row_lists), longest, width))
    there = np.zeros((len(row_lists), longest), dtype=bool)
    good = np.zeros((len(row_lists), longest), dtype=bool)
    for i, (some, right) in enumerate(zip(row_lists, rights)):
        x[i, : len(some)] = some
        there[i, : len(some)] = True
        good[i, right] = True

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        score = np.where(there, x @ w, -1e9)
        score -= score.max(axis=1, keepdims=True)
        power = np.exp(score)
        p = power / power.sum(axis=1, keepdims=True)
        right = np.where(good, p, 0).sum(axis=1)
        q = np.where(good, p, 0) / np.maximum(right, 1e-12)[:, None]
        gradient = -np.einsum("ij,ijk->k", q - p, x) / len(x) + 2 * RIDGE * w
        return float(-np.log(np.maximum(right, 1e-12)).mean() + RIDGE * (w @ w)), gradient

    return minimize(loss, np.zeros(width), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def train_ranker(all_choices: list[list[Choice]]) -> dict[str, dict[str, float]]:
    """Fit the first and the final weights, the final ones on beliefs as the program will hold them."""
    flat_choices = [c for some in all_choices for c in some]
    rights = [c.right for c in flat_choices]
    first = fit_softmax([c.name.local for c in flat_choices], rights, len(LOCAL))
    scenes = {id(c.scene): c.scene for c in flat_choices}.values()
    final = np.concatenate([first, np.zeros(len(CUES) - len(LOCAL))])
    believe(scenes, first, None)
    for _ in range(3):
        found = [
            [own + of_document for own, of_document in zip(c.name.local, document_cues(c.scene, c.name))]
            for c in flat_choices
        ]
        final = fit_softmax(found, rights, len(CUES))
        believe(scenes, first, final)
    return {
        "first": bounded(dict(zip(LOCAL, np.round(first, 4).tolist()))),
        "final": bounded(dict(zip(CUES, np.round(final, 4).tolist()))),
    }


def bounded(weights: dict[str, float]) -> dict[str, float]:
    """Return the weights, each at least as strong as `BOUNDS` says, in its direction."""
    return {
        cue: (max if BOUNDS.get(cue, 0) > 0 else min)(w, BOUNDS[cue]) if cue in BOUNDS else w
        for cue, w in weights.items()
    }


def believe(scenes: Iterable[Scene], first: np.ndarray, final: np.ndarray | None) -> None:
    """Set every name's belief as the program would after its first sweep, or after one more."""
    for scene in scenes:
        names = [n for n in scene.names if n.matches]
        for name in names:
            name.belief = softmax([dot(first, row) for row in name.local])
        if final is not None:
            for name in names:
                name.belief = softmax(
                    [dot(final, own + of_document) for own, of_document in zip(name.local, document_cues(scene, name))]
                )


def load(path: Path) -> list[dict[str, Any]]:
    """Return the documents of a corpus file."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def own_documents(folder: Path) -> list[dict[str, Any]]:
    """Return the project's own articles with their expected mentions as a corpus."""
    from gazetteer.text.readers import read_document

    documents = []
    for expected in sorted(folder.glob("*.expected.json")):
        answer = json.loads(expected.read_text("utf-8"))
        text = read_document(folder / answer["doc_id"]).text
        documents.append(
            {
                "doc_id": answer["doc_id"],
                "corpus": "own",
                "lang": answer["lang"],
                "text": text,
                "mentions": answer["mentions"],
            }
        )
    return documents


def passages(folder: Path) -> list[dict[str, Any]]:
    """Return the marked passages of `LANG.train.txt` files as documents; their mentions have no coordinates."""
    documents = []
    for path in sorted(folder.glob("*.train.txt")):
        for number, line in enumerate(path.read_text("utf-8").split("\n")):
            text, mentions = "", []
            for i, part in enumerate(re.split(r"\[([^\]]+)\]", line)):
                if i % 2:
                    mentions.append({"start": len(text), "end": len(text) + len(part), "lat": None})
                text += part
            if mentions:
                lang = path.name.partition(".")[0]
                documents.append(
                    {"doc_id": f"{lang}:{number}", "corpus": "own", "lang": lang, "text": text, "mentions": mentions}
                )
    return documents


def main() -> int:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--own", type=Path, help="folder of own articles with NAME.expected.json")
    parser.add_argument("--passages", type=Path, help="folder of marked passages LANG.train.txt")
    parser.add_argument("--output", type=Path, default=Path("resources/data"))
    parser.add_argument(
        "--leave-out",
        default="",
        metavar="NAME[:PART]",
        help="a corpus file (without .jsonl), or its even or odd lines, not to learn from",
    )
    parser.add_argument(
        "--part", choices=["even", "odd"], help="learn only from these lines of each corpus, counted from 0"
    )
    options = parser.parse_args()
    documents = []
    for path in options.corpora:
        some = load(path)
        name, _, part = options.leave_out.partition(":")
        if path.stem == name:
            some = some[part == "even" :: 2] if part else []
        documents += some if not options.part else some[options.part == "odd" :: 2]
    own = own_documents(options.own) if options.own else []
    marked = passages(options.passages) if options.passages else []
    with Gazetteer.open() as gazetteer:
        misspelt = [with_slips(document) for document in [*documents[:: len(documents) // SLIPS + 1], *marked]]
        learned = lessons([*documents, *(own + marked) * OWN_COPIES, *misspelt], gazetteer)
        words, recogniser = train_recogniser(learned, gazetteer)
        models = Models(words, parse(recogniser["first"]), parse(recogniser["second"]))
        ranker = train_ranker(choices([*documents, *own], gazetteer, models))
    made = {
        "made_from": sorted({d.get("corpus", "?") for d in [*documents, *own, *marked]}),
        "documents": len(documents) + len(own) + len(marked),
    }
    options.output.mkdir(parents=True, exist_ok=True)
    words.save(options.output / "wording.npz")
    (options.output / "recogniser.json").write_text(
        json.dumps({**made, "models": recogniser}, separators=(",", ":")), "utf-8"
    )
    (options.output / "ranker.json").write_text(json.dumps({**made, **ranker}, indent=1), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
