"""Ranking: a softmax over each name's candidates whose scores are sums of weighted cues."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import exp
from operator import mul

import numpy as np

from gazetteer.model import Speed
from gazetteer.resolution.beliefs import Name, Scene
from gazetteer.resolution.company import Company
from gazetteer.resolution.cues import CUES, LOCAL, SHOWN, Told, local_cues
from gazetteer.resolution.light import Light
from gazetteer.resolution.possible import Possible, Vector
from gazetteer.weights import weights_path

SWEEPS = {Speed.BEST: 2, Speed.FAST: 1}
"""Rounds in which each name is weighed anew in the light of the others: in the first all at once."""


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


def resolve(
    scenes: Sequence[Scene], weights: Weights, sweeps: int = SWEEPS[Speed.BEST], *, explained: bool = True
) -> None:
    """Settle the beliefs of the names of some scenes, and give each the cues of its candidates as they last stood.

    First all are weighed at once in the light of what each name says by itself, then, in later sweeps, one after
    another. Not `explained`, a name that may mean only one place, of which there is nothing to settle, is not weighed
    again.
    """
    names = [[name for name in scene.names if name.matches] for scene in scenes]
    every = [name for own in names for name in own]
    if not every:
        return
    possible = Possible.of(scenes[0].gazetteer, every)
    ends = list(accumulate(map(len, names), initial=0))
    parts = [possible.only(begin, end) for begin, end in pairwise(ends)]
    told = [Told(scene, own, Company(part)) for scene, own, part in zip(scenes, names, parts, strict=True) if own]
    table = set_cues(told, possible)
    scores = (table[:, : len(LOCAL)] @ weights.first + weights.home * table[:, -1]).tolist()
    for name, rows in zip(every, possible.rows, strict=True):
        name.belief = softmax(scores[rows])
    shown = np.array(weights.shown)
    begin = 0
    for scene, part in zip(scenes, parts, strict=True):
        light, own = Light(scene, part), table[begin : begin + len(part.pid)]
        begin += len(part.pid)
        own[:, len(LOCAL) : len(CUES)] = light.all_cues()
        scores = (own @ shown).tolist()
        for name, rows in zip(light.names, part.rows, strict=True):
            name.belief = softmax(scores[rows])
        for sweep in range(2, sweeps + 1):
            for name in light.names:
                if len(name.matches) > 1 or (explained and sweep == sweeps):
                    name.belief = softmax((weighed(light, name) @ shown).tolist())


def set_cues(told: Sequence[Told], possible: Possible) -> Vector:
    """Give some names the cues of their candidates that hang on no belief; return them all, a row a candidate, of which
    the names have views."""
    table = np.zeros((len(possible.pid), len(SHOWN)))
    table[:, : len(LOCAL)] = local_cues(told, possible)
    for name, rows in zip(possible.names, possible.rows, strict=True):
        name.cues = table[rows]
        if name.home:
            name.cues[:, -1] = name.home
    return table


def weighed(light: Light, name: Name) -> Vector:
    """Return the cues (`SHOWN`) of a name's candidates, those of the document under the present beliefs."""
    name.cues[:, len(LOCAL) : len(CUES)] = light.cues(name)
    return name.cues
