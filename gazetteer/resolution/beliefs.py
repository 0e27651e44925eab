"""The names of one document, the places each may be, and what is believed of them so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin

from gazetteer.places.store import Gazetteer
from gazetteer.recognition.scan import Scan
from gazetteer.resolution.candidates import Match


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A span to resolve, with its matches."""

    start: int
    end: int
    surface: str
    matches: list[Match]


@dataclass(slots=True)
class Name:
    """All mentions of one document that share a folded name and matches: one sense unless the text says otherwise."""

    key: str
    mentions: list[int]
    matches: list[Match]
    local: list[list[float]] = field(default_factory=list)
    belief: list[float] = field(default_factory=list)

    @property
    def best(self) -> int:
        return max(range(len(self.belief)), key=self.belief.__getitem__)


@dataclass(slots=True)
class Scene:
    """What a document's resolution sees: its scan, its mentions, its names."""

    found: Scan
    gazetteer: Gazetteer
    mentions: list[Mentioned]
    names: list[Name]
    vectors: dict[int, tuple[float, float, float]] = field(default_factory=dict)

    def vector(self, pid: int) -> tuple[float, float, float]:
        """Return a place's unit vector; the dot product of two is the cosine of the angle between them."""
        known = self.vectors.get(pid)
        if known is None:
            columns = self.gazetteer.columns
            lat, lon = radians(columns.latitude[pid]), radians(columns.longitude[pid])
            known = self.vectors[pid] = (cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat))
        return known


def gather(mentions: Sequence[Mentioned], contained: Sequence[int]) -> list[Name]:
    """Return the names of `mentions`; `contained[i]` separates mentions whose text names another containing area."""
    from gazetteer.places.folding import fold

    names: dict[tuple[str, int], Name] = {}
    for index, mention in enumerate(mentions):
        key = (fold(mention.surface), contained[index])
        name = names.setdefault(key, Name(key[0], [], mention.matches))
        name.mentions.append(index)
    return list(names.values())
