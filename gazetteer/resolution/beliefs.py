"""The names of one document, the places each may be, and what is believed of them so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gazetteer.places.folding import fold
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.spans import Scan
from gazetteer.resolution.candidates import Match


class Mentioned(NamedTuple):
    """A span to resolve, with its matches."""

    start: int
    end: int
    surface: str
    matches: list[Match]


@dataclass(slots=True)
class Name:
    """The mentions of one document that share a folded name: one sense a document."""

    key: str
    mentions: list[int]
    matches: list[Match]
    cues: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 0)))
    """the cues of each match, those of the document as they last stood"""
    belief: list[float] = field(default_factory=list)
    home: list[float] = field(default_factory=list)
    """how much each match is at home, empty where no home is known"""
    weight: float = 1.0
    """How much the name says about the document's other names; nought for persons and organisations."""
    number: int = 0
    """How many other names the document names before it."""

    @property
    def ranked(self) -> list[int]:
        """The numbers of the matches, the likeliest first, the more prominent of two that are as likely."""
        return sorted(range(len(self.matches)), key=lambda at: (-self.belief[at], self.matches[at].hit.pid))

    @property
    def likeliest(self) -> list[int]:
        """The first of them alone; none where there is no match."""
        most = max(self.belief, default=0.0)
        alike = [at for at, belief in enumerate(self.belief) if belief == most]
        return [min(alike, key=lambda at: self.matches[at].hit.pid)] if alike else []

    @property
    def best(self) -> int:
        """The number of the likeliest match."""
        return max(range(len(self.belief)), key=self.belief.__getitem__)


@dataclass(slots=True)
class Scene:
    """What a document's resolution sees: its scan, its mentions in text order, its names."""

    found: Scan
    gazetteer: Gazetteer
    mentions: list[Mentioned]
    names: list[Name]
    country_pids: dict[str, int]

    @classmethod
    def of(cls, found: Scan, gazetteer: Gazetteer, mentions: list[Mentioned], weights: Sequence[float]) -> "Scene":
        """Gather mentions (text order, each with its weight for the others) into names."""
        names: dict[str, Name] = {}
        for index, (mention, weight) in enumerate(zip(mentions, weights, strict=True)):
            key = fold(mention.surface)
            name = names.get(key)
            if name is None:
                name = names[key] = Name(key, [], mention.matches, weight=0.0, number=len(names))
            name.mentions.append(index)
            name.weight = max(name.weight, weight)
        return cls(found, gazetteer, mentions, list(names.values()), gazetteer.country_pid)

    def vector(self, pid: int) -> tuple[float, float, float]:
        """Return a place's unit vector; the dot product of two is the cosine of the angle between them."""
        columns = self.gazetteer.columns
        lat, lon = radians(columns.latitude[pid]), radians(columns.longitude[pid])
        return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)

    def feature(self, pid: int) -> str:
        """Return a place's feature class and code, e.g. `P.PPLC`."""
        columns = self.gazetteer.columns
        return columns.features[columns.feature[pid]]
