"""The ranker's weights: a conditional logit over the candidates of each name, fitted to the right ones."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rich.progress import track

from gazetteer.places.positions import kilometres
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.recogniser import Models, recognise
from gazetteer.resolution.beliefs import Mentioned, Name, Scene
from gazetteer.resolution.candidates import matches
from gazetteer.resolution.company import Company
from gazetteer.resolution.cues import CUES, LOCAL, Told
from gazetteer.resolution.light import Light
from gazetteer.resolution.ranking import set_cues, softmax, weighed
from gazetteer.training.corpora import Document

Numbers = npt.NDArray[np.float64]
RADIUS_KM = 161.0
RIDGE = 3e-4
_SAME_KM = 30.0
"""Candidates as near as this to a gold position without an id may all be the place."""
BOUNDS = {"inside_comma": 2.5, "outside_comma": -2.5, "said_region": 2.0, "area_around_town": -1.2}
"""Cues that world news leans on more than the corpora do (docs/accuracy.md says what the bounds cost there)."""


@dataclass
class Choice:
    """A name of a scene with the numbers of its right candidates."""

    scene: Scene
    name: Name
    right: list[int]


def choices(documents: Iterable[Document], gazetteer: Gazetteer, models: Models | None) -> list[Choice]:
    """Return the names of documents whose right place is among the candidates; without models those that ship read."""
    found: list[Choice] = []
    for document in track(list(documents), "candidates", transient=True):
        scene, gold = _scene(document, gazetteer, models)
        for name in scene.names:
            targets = [gold[index] for index in name.mentions if index in gold]
            right = _right(name, targets[0], gazetteer) if name.matches and targets else []
            if right:
                found.append(Choice(scene, name, right))
        light = Light(scene)
        if light.names:
            set_cues([Told(scene, light.names, Company(light.possible))], light.possible)
    return found


def _scene(document: Document, gazetteer: Gazetteer, models: Models | None) -> tuple[Scene, dict[int, Document]]:
    """Return a document's scene, and by its mentions' numbers the gold mentions among them."""
    text, lang = document["text"], document.get("lang")
    recognition = recognise(text, lang, gazetteer, models)
    gold = [(m["start"], m["end"], m) for m in document["mentions"] if m.get("lat") is not None]
    spans = [judged.span for judged in recognition.accepted]
    beside = [(s.start, s.end, None) for s in spans if not any(s.start < e and b < s.end for b, e, _ in gold)]
    wanted = sorted([*gold, *beside], key=lambda one: one[:2])
    mentioned = [Mentioned(b, e, text[b:e], matches(text[b:e], lang, gazetteer)) for b, e, _ in wanted]
    scene = Scene.of(recognition.found, gazetteer, mentioned, [1.0] * len(mentioned))
    return scene, {index: mention for index, (_, _, mention) in enumerate(wanted) if mention is not None}


def _right(name: Name, target: Document, gazetteer: Gazetteer) -> list[int]:
    """Return the numbers of a name's candidates that are the gold place by id, else by position."""
    pids = [match.hit.pid for match in name.matches]
    wanted = f"geonames:{target['geonameid']}" if target.get("geonameid") else None
    right = [i for i, pid in enumerate(pids) if wanted and gazetteer.place(pid).place_id == wanted]
    latitudes, longitudes = gazetteer.columns.latitude, gazetteer.columns.longitude
    far = [kilometres(target["lat"], target["lon"], latitudes[pid], longitudes[pid]) for pid in pids]
    if not right and min(far) < RADIUS_KM:
        right = [i for i, km in enumerate(far) if km < max(_SAME_KM, min(far) + _SAME_KM / 6)]
    return right


def fit_softmax(row_lists: list[Numbers], rights: list[list[int]], width: int) -> Numbers:
    """Fit weights that maximise the probability of the right candidates (conditional logit with a ridge)."""
    from scipy.optimize import minimize

    longest = max(len(r) for r in row_lists)
    x = np.zeros((len(row_lists), longest, width))
    there = np.zeros((len(row_lists), longest), dtype=bool)
    good = np.zeros((len(row_lists), longest), dtype=bool)
    for i, (some, right) in enumerate(zip(row_lists, rights, strict=True)):
        x[i, : len(some)] = some
        there[i, : len(some)] = True
        good[i, right] = True

    def loss(w: Numbers) -> tuple[float, Numbers]:
        score = np.where(there, x @ w, -1e9)
        score -= score.max(axis=1, keepdims=True)
        power = np.exp(score)
        p = power / power.sum(axis=1, keepdims=True)
        right = np.where(good, p, 0).sum(axis=1)
        q = np.where(good, p, 0) / np.maximum(right, 1e-12)[:, None]
        gradient = -np.einsum("ij,ijk->k", q - p, x) / len(x) + 2 * RIDGE * w
        return float(-np.log(np.maximum(right, 1e-12)).mean() + RIDGE * (w @ w)), gradient

    fitted: Numbers = minimize(loss, np.zeros(width), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return fitted


def train_ranker(known: list[Choice]) -> dict[str, dict[str, float]]:
    """Fit the first and the final weights, the final ones on beliefs as the program will hold them."""
    rights = [choice.right for choice in known]
    first = fit_softmax([c.name.cues[:, : len(LOCAL)] for c in known], rights, len(LOCAL))
    lights = {id(scene): Light(scene) for scene in {id(c.scene): c.scene for c in known}.values()}
    final = np.concatenate([first, np.zeros(len(CUES) - len(LOCAL))])
    believe(lights.values(), first, None)
    for _ in range(3):
        # no corpus knows a home: its weight is not learned
        found = [weighed(lights[id(choice.scene)], choice.name)[:, : len(CUES)] for choice in known]
        final = fit_softmax(found, rights, len(CUES))
        believe(lights.values(), first, final)
    return {
        "first": bounded(dict(zip(LOCAL, np.round(first, 4).tolist(), strict=True))),
        "final": bounded(dict(zip(CUES, np.round(final, 4).tolist(), strict=True))),
    }


def bounded(weights: dict[str, float]) -> dict[str, float]:
    """Return the weights, each at least as strong as `BOUNDS` says, in its direction."""
    return {
        cue: (max if BOUNDS.get(cue, 0) > 0 else min)(w, BOUNDS[cue]) if cue in BOUNDS else w
        for cue, w in weights.items()
    }


def believe(lights: Iterable[Light], first: Numbers, final: Numbers | None) -> None:
    """Set every name's belief as the program would after its first sweep, or after one more."""
    for light in lights:
        for name in light.names:
            name.belief = softmax((name.cues[:, : len(LOCAL)] @ first).tolist())
        if final is not None:
            for name in light.names:
                name.belief = softmax((weighed(light, name)[:, : len(CUES)] @ final).tolist())
