"""Ranking: a softmax over each name's candidates whose scores are sums of weighted cues."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from operator import mul

from gazetteer.resolution.beliefs import Name, Scene
from gazetteer.resolution.company import Company
from gazetteer.resolution.cues import CUES, LOCAL, document_cues, local_cues
from gazetteer.weights import weights_path

SWEEPS = 2
"""Rounds in which each name is weighed anew in the light of the others."""


HOME_WEIGHT = 4.0
"""of the home, chosen by the experiment in docs/accuracy.md"""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the cues: `first` over LOCAL alone, `final` over LOCAL + DOCUMENT, `home` of the home."""

    first: tuple[float, ...]
    final: tuple[float, ...]
    home: float = HOME_WEIGHT

    @property
    def shown(self) -> tuple[float, ...]:
        """The weights of all cues, `SHOWN`."""
        return (*self.final, self.home)


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """Return the weights the program ships (`resources/data/ranker.json`)."""
    table = json.loads(weights_path("ranker.json").read_text("utf-8"))
    return Weights(tuple(table["first"][cue] for cue in LOCAL), tuple(table["final"][cue] for cue in CUES))


def softmax(scores: Sequence[float]) -> list[float]:
    """Return the probabilities of scores (log-odds up to a constant)."""
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def dot(weights: Sequence[float], row: Sequence[float]) -> float:
    """Return the score of a row of cues."""
    score: float = sum(map(mul, weights, row))
    return score


def resolve(scene: Scene, weights: Weights) -> dict[int, list[list[float]]]:
    """Settle the beliefs of a scene's names; return per name (by identity) the final cue rows of its candidates."""
    open_names = [name for name in scene.names if name.matches]
    shown = weights.shown
    company = Company(scene)
    for name in open_names:
        name.local = local_cues(scene, name, company)
        first = [dot(weights.first, row) for row in name.local]
        name.belief = softmax([score + weights.home * home for score, home in zip(first, _at_home(name), strict=True)])
    rows: dict[int, list[list[float]]] = {}
    for sweep in range(1, SWEEPS + 1):
        for name in open_names:
            if len(name.matches) == 1 and sweep < SWEEPS:
                # nothing to weigh: only the last rows are asked for
                continue
            rows[id(name)] = cue_rows(scene, name)
            name.belief = softmax([dot(shown, row) for row in rows[id(name)]])
    return rows


def cue_rows(scene: Scene, name: Name) -> list[list[float]]:
    """Return the full cue rows (`SHOWN`) of a name's candidates under the present beliefs."""
    parts = zip(name.local, document_cues(scene, name), _at_home(name), strict=True)
    return [[*local, *document, home] for local, document, home in parts]


def _at_home(name: Name) -> list[float]:
    return name.home or [0.0] * len(name.matches)
