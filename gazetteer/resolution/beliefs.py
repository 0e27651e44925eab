"""The names of one document, the places each may be, and what is believed of them so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import NamedTuple

from gazetteer.places.columns import NONE
from gazetteer.places.folding import fold
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


_REACH = 150
"""A book's names are judged by so many named before, so many after, and so many of the most frequent."""
_LIKELY = 0.02
"""A place believed less than this says nothing about the other names."""


class Site(NamedTuple):
    """Where a place is: its country (by number and by pid), the first-level region that it is or lies in, its
    second-level region, and its unit vector (the dot product of two is the cosine of the angle between them)."""

    pid: int
    country: int
    nation: int
    region: int
    county: int
    vector: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Held:
    """What a name says about the others under one state of its beliefs."""

    belief: list[float]
    weight: float
    likely: list[tuple[Site, float]]
    """each place that is at all likely, and its belief"""
    point: tuple[tuple[float, float, float], float] | None
    """Unit vector and belief of the likeliest place; None for a country or a continent."""


@dataclass(slots=True)
class Name:
    """The mentions of one document that share a folded name: one sense a document."""

    key: str
    mentions: list[int]
    matches: list[Match]
    local: list[list[float]] = field(default_factory=list)
    belief: list[float] = field(default_factory=list)
    home: list[float] = field(default_factory=list)
    """how much each match is at home, empty where no home is known"""
    weight: float = 1.0
    """How much the name says about the document's other names; nought for persons and organisations."""
    number: int = 0
    """How many other names the document names before it."""
    held: Held | None = None

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
    sites: dict[int, Site] = field(default_factory=dict)
    frequent: list[Name] = field(default_factory=list)

    @classmethod
    def of(cls, found: Scan, gazetteer: Gazetteer, mentions: list[Mentioned], weights: Sequence[float]) -> "Scene":
        """Gather mentions (text order, each with its weight for the others) into names."""
        names: dict[str, Name] = {}
        for index, (mention, weight) in enumerate(zip(mentions, weights, strict=True)):
            key = fold(mention.surface)
            name = names.setdefault(key, Name(key, [], mention.matches, weight=0.0, number=len(names)))
            name.mentions.append(index)
            name.weight = max(name.weight, weight)
        scene = cls(found, gazetteer, mentions, list(names.values()), gazetteer.country_pid)
        scene.frequent = sorted(scene.names, key=lambda name: (-len(name.mentions), name.number))[:_REACH]
        return scene

    def others(self, name: Name, without: Sequence[Name] = ()) -> list[Held]:
        """Return what the other names say: all of them in an article; in a book those nearby and the most frequent.

        The bound keeps the time of a long text in proportion to its length. `without`: those not asked.
        """
        first, last = name.number - _REACH, name.number + _REACH
        around = self.names
        if len(around) > 2 * _REACH:
            afar = [other for other in self.frequent if not first <= other.number <= last]
            around = [*afar, *around[max(0, first) : last + 1]]
        return [
            self._held(other)
            for other in around
            if other is not name and other.belief and other.weight and not any(other is one for one in without)
        ]

    def _held(self, name: Name) -> Held:
        if name.held is None or name.held.belief is not name.belief:
            name.held = self._weigh(name)
        return name.held

    def _weigh(self, name: Name) -> Held:
        likely = [
            (self.site(match.hit.pid), belief)
            for match, belief in zip(name.matches, name.belief, strict=True)
            if belief >= _LIKELY
        ]
        best = name.best
        pid = name.matches[best].hit.pid
        large = self.feature(pid).startswith(("A.PCL", "L.CONT"))
        weight = name.weight * (1.0 + 0.3 * min(4, len(name.mentions) - 1))
        return Held(name.belief, weight, likely, None if large else (self.site(pid).vector, name.belief[best]))

    def site(self, pid: int) -> Site:
        """Return where a place is."""
        known = self.sites.get(pid)
        if known is None:
            known = self.sites[pid] = self._site(pid)
        return known

    def _site(self, pid: int) -> Site:
        columns = self.gazetteer.columns
        country = columns.country[pid]
        nation = self.country_pids.get(columns.countries[country], NONE)
        region = pid if self.feature(pid) == "A.ADM1" else columns.admin1[pid]
        lat, lon = radians(columns.latitude[pid]), radians(columns.longitude[pid])
        vector = cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)
        return Site(pid, country, nation, region, columns.admin2[pid], vector)

    def feature(self, pid: int) -> str:
        """Return a place's feature class and code, e.g. `P.PPLC`."""
        columns = self.gazetteer.columns
        return columns.features[columns.feature[pid]]
