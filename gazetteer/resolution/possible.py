"""The places that names may mean, as columns over all of them: what ranking weighs at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

from gazetteer.places.store import Gazetteer
from gazetteer.resolution.beliefs import Name

MOST_AT_ONCE = 400
"""Places that are set beside each other at once: more of a book's would take too much memory."""

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Vector = npt.NDArray[np.float64]


class Sorts(NamedTuple):
    """Of each place whether it is of a sort that its feature code stands for."""

    country: Flags
    admin1: Flags
    admin2: Flags
    city: Flags
    capital: Flags
    seat: Flags
    nature: Flags
    region: Flags
    water: Flags
    wide: Flags
    """countries and continents, which have no spot"""


@lru_cache(maxsize=16)
def _sorts(features: tuple[str, ...]) -> Flags:
    """Return the `Sorts` of each of a gazetteer's feature codes."""
    return np.array([_sort_of(feature) for feature in features], dtype=np.bool_).reshape(-1, len(Sorts._fields))


def _sort_of(feature: str) -> tuple[bool, ...]:
    first = feature[:1]
    country, admin1 = feature.startswith("A.PCL"), feature == "A.ADM1"
    admin2 = feature.startswith("A.ADM") and not admin1
    city, capital, seat = feature.startswith("P."), feature == "P.PPLC", feature.startswith("P.PPLA")
    nature, region, water = first in tuple("HTUV"), first in tuple("LS"), first == "H"
    return country, admin1, admin2, city, capital, seat, nature, region, water, country or feature.startswith("L.CONT")


@dataclass(slots=True, eq=False)
class Possible:
    """The places that some names may mean, name after name; `rows` are those of each name, `owner` its number."""

    names: Sequence[Name]
    rows: list[slice]
    owner: Numbers
    pid: Numbers
    kind: Numbers
    """how the name is borne"""
    population: Numbers
    country: Numbers
    admin1: Numbers
    admin2: Numbers
    region: Numbers
    """the first-level region that the place is or lies in"""
    vectors: Vector
    """unit vectors: the product of two is the cosine of the angle between them"""
    sorts: Sorts

    @classmethod
    def of(cls, gazetteer: Gazetteer, names: Sequence[Name]) -> Self:
        """Gather the places of names of which each has one at least."""
        columns = gazetteer.columns
        hits = [match.hit for name in names for match in name.matches]
        pid, kind = np.array([hit[:2] for hit in hits], dtype=np.int64).reshape(-1, 2).T
        counts = [len(name.matches) for name in names]
        ends = list(accumulate(counts))
        admin1 = columns.vector("admin1")[pid].astype(np.int64)
        sorts = Sorts(*_sorts(columns.features)[columns.vector("feature")[pid]].T)
        latitude, longitude = np.radians(
            (columns.vector("latitude")[pid], columns.vector("longitude")[pid]), dtype="f8"
        )
        flat = np.cos(latitude)
        return cls(
            names,
            [slice(end - count, end) for end, count in zip(ends, counts, strict=True)],
            np.repeat(np.arange(len(names)), counts),
            pid,
            kind,
            columns.vector("population")[pid].astype(np.int64),
            columns.vector("country")[pid].astype(np.int64),
            admin1,
            columns.vector("admin2")[pid].astype(np.int64),
            np.where(sorts.admin1, pid, admin1),
            np.array((flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude))).T,
            sorts,
        )

    @property
    def begins(self) -> Numbers:
        """Where the places of each name begin, for `reduceat`."""
        return np.array([rows.start for rows in self.rows], dtype=np.int64)

    def only(self, begin: int, end: int) -> Self:
        """Return the same for the names from one number to before another."""
        rows = slice(self.rows[begin].start, self.rows[end - 1].stop) if begin < end else slice(0, 0)
        return type(self)(
            names=self.names[begin:end],
            rows=[slice(own.start - rows.start, own.stop - rows.start) for own in self.rows[begin:end]],
            owner=self.owner[rows] - begin,
            pid=self.pid[rows],
            kind=self.kind[rows],
            population=self.population[rows],
            country=self.country[rows],
            admin1=self.admin1[rows],
            admin2=self.admin2[rows],
            region=self.region[rows],
            vectors=self.vectors[rows],
            sorts=Sorts(*(sort[rows] for sort in self.sorts)),
        )

    def parts(self) -> Iterator[tuple[slice, Self]]:
        """Yield which names, and the same for them, in parts that are not too large; an article is one."""
        begin = 0
        for end, rows in enumerate(self.rows[1:], 1):
            if rows.stop - self.rows[begin].start > MOST_AT_ONCE:
                yield slice(begin, end), self.only(begin, end)
                begin = end
        if begin or self.rows:
            yield slice(begin, len(self.rows)), self.only(begin, len(self.rows)) if begin else self
