"""Ranking: a softmax over each name's candidates whose scores are sums of weighted cues."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from operator import mul

import numpy as np

from gazetteer.model import Speed
from gazetteer.resolution.beliefs import Name, Scene
from gazetteer.resolution.company import Company
from gazetteer.resolution.cues import CUES, LOCAL, SHOWN, local_cues
from gazetteer.resolution.light import Light
from gazetteer.resolution.possible import Possible, Vector
from gazetteer.weights import weights_path

SWEEPS = {Speed.BEST: 2, Speed.FAST: 1}
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


def resolve(scene: Scene, weights: Weights, sweeps: int = SWEEPS[Speed.BEST], *, explained: bool = True) -> None:
    """Settle the beliefs of a scene's names, and give each the cues of its candidates as they last stood.

    Not `explained`, a name that may mean only one place, of which there is nothing to settle, gets none of the
    document's.
    """
    light = Light(scene)
    if not light.names:
        return
    table = set_cues(scene, light.possible, Company(light.possible))
    scores = (table[:, : len(LOCAL)] @ weights.first + weights.home * table[:, -1]).tolist()
    for name, rows in zip(light.names, light.possible.rows, strict=True):
        name.belief = softmax(scores[rows])
    shown = np.array(weights.shown)
    for sweep in range(1, sweeps + 1):
        for name in light.names:
            if len(name.matches) > 1 or (explained and sweep == sweeps):
                name.belief = softmax((weighed(light, name) @ shown).tolist())


def set_cues(scene: Scene, possible: Possible, company: Company) -> Vector:
    """Give some names the cues of their candidates that hang on no belief; return them all, a row a candidate."""
    table = np.zeros((len(possible.pid), len(SHOWN)))
    table[:, : len(LOCAL)] = local_cues(scene, possible, company)
    for name, rows in zip(possible.names, possible.rows, strict=True):
        name.cues = table[rows]
        if name.home:
            name.cues[:, -1] = name.home
    return table


def weighed(light: Light, name: Name) -> Vector:
    """Return the cues (`SHOWN`) of a name's candidates, those of the document under the present beliefs."""
    name.cues[:, len(LOCAL) : len(CUES)] = light.cues(name)
    return name.cues
