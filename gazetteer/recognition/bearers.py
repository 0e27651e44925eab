"""The places that bear a name, found out once for each way of writing it and kept for all texts."""

from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from gazetteer.places.columns import Columns
from gazetteer.places.folding import fold
from gazetteer.places.records import NameKind
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.hits import Hit, Lookup, find_hits
from gazetteer.recognition.senses import LOOKED_AT, UNKNOWN, sense_row

_ROOM = 20_000
"""ways of writing that are kept; where there are more, all are found out anew"""
_MOST_PROMINENT = 5
"""places of a name whose people are looked at"""
_KNOWN = 2_000
"""Places before this number are known the world over."""

_PID = attrgetter("pid")

Numbers = npt.NDArray[np.int64]


def _none() -> Numbers:
    return np.zeros(0, dtype=np.int64)


@dataclass(slots=True, eq=False)
class Bearers:
    """The places that bear a name, and what recognition asks of them together."""

    hits: tuple[Hit, ...] = ()
    kinds: frozenset[NameKind] = frozenset()
    best: Hit | None = None
    """the likeliest by prominence alone, one whose own name it is before one whose people it names"""
    well_known: bool = False
    """one of the world's best known places, or a people's name"""
    senses: tuple[float, ...] = UNKNOWN
    """`SENSE_FEATURES`"""
    countries: Numbers = field(default_factory=_none)
    regions: Numbers = field(default_factory=_none)
    """of the most prominent of them"""
    first_is_country: bool = False
    feature: str = ""
    """class and code of the best"""
    people: int = 0
    """people of the largest of the most prominent that bear the name as their own"""

    @classmethod
    def of(cls, hits: tuple[Hit, ...], columns: Columns) -> "Bearers":
        """Gather what is asked of places of which there is one at least."""
        kinds = frozenset([hit.kind for hit in hits])
        pids = [hit.pid for hit in hits[:LOOKED_AT]]
        features = [columns.features[columns.feature[pid]] for pid in pids]
        own = [hit for hit in hits if hit.kind is not NameKind.DEMONYM] if NameKind.DEMONYM in kinds else hits
        best = min(own or hits, key=_PID)
        prominent = [hit.pid for hit in hits[:_MOST_PROMINENT] if hit.kind <= NameKind.SHORT]
        return cls(
            hits,
            kinds,
            best,
            NameKind.DEMONYM in kinds or any(hit.pid < _KNOWN and hit.kind <= NameKind.SHORT for hit in hits),
            sense_row(hits, kinds, features, columns),
            np.array([columns.country[pid] for pid in pids]),
            np.array([columns.admin1[pid] for pid in pids]),
            features[0].startswith("A.PCL"),
            columns.features[columns.feature[best.pid]],
            max([columns.population[pid] for pid in prominent], default=0),
        )


NOBODY = Bearers()


class Named(NamedTuple):
    """A way of writing, folded, and the places it names."""

    key: str
    bearers: Bearers


class Names(dict[str, Named]):
    """What the ways of writing that were met name, in one gazetteer and language."""

    def __init__(self, lookup: Lookup, columns: Columns, lang: str | None) -> None:
        self._lookup, self._columns, self._lang = lookup, columns, lang
        self._acronyms: dict[str, Bearers] = {}
        self.leads: dict[str, bool] = {}
        """whether a folded word begins names of several words"""

    def __missing__(self, surface: str) -> Named:
        if len(self) >= _ROOM:
            for kept in (self, self._acronyms, self.leads):
                kept.clear()
        key = fold(surface)
        hits = find_hits(key, surface, self._lang, self._lookup, self._columns)
        named = self[surface] = Named(key, self.bearers(hits))
        return named

    def bearers(self, hits: tuple[Hit, ...]) -> Bearers:
        """Return what is asked of places."""
        return Bearers.of(hits, self._columns) if hits else NOBODY

    def acronym(self, surface: str) -> Bearers:
        """Return what a short word in capitals names as an abbreviation, or as a name of a country (`USA`)."""
        known = self._acronyms.get(surface)
        if known is None:
            columns = self._columns
            known = self._acronyms[surface] = self.bearers(
                tuple(
                    hit
                    for hit in self[surface].bearers.hits
                    if hit.kind is NameKind.ABBREVIATION
                    or columns.features[columns.feature[hit.pid]].startswith("A.PCL")
                )
            )
        return known


_names: WeakKeyDictionary[Gazetteer, dict[str | None, Names]] = WeakKeyDictionary()


def names_of(gazetteer: Gazetteer, lang: str | None) -> Names:
    """Return what is known so far of a gazetteer's names in a language; it goes with the gazetteer."""
    by_lang = _names.setdefault(gazetteer, {})
    known = by_lang.get(lang)
    if known is None:
        # what the gazetteer is made of, not itself: it would never go
        known = by_lang[lang] = Names(gazetteer.lookup, gazetteer.columns, lang)
    return known
