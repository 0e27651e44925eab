"""What the gazetteer answers with: names and their kinds, hits, and a description of itself."""

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Literal

from gazetteer.model import Place, Precision

MatchKind = Literal["exact", "folded", "transliterated", "prefix", "fuzzy", "phonetic", "id"]


class NameKind(IntEnum):
    """How much a name is its place's own; smaller is more."""

    MAIN = 0
    OFFICIAL = 1
    TAGGED = 2
    SHORT = 3
    ALTERNATE = 4
    COLLOQUIAL = 5
    TRANSLITERATION = 6
    HISTORIC = 7
    ABBREVIATION = 8
    DEMONYM = 9
    GOVERNMENT = 10


OWN_NAMES = NameKind.TRANSLITERATION
"""The last kind that counts where the start of a name is searched."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a place as it is written; `lang` is a BCP 47 tag, empty where it is not known.

    `period` says in the source's words when it was in use (`1255-1946`), empty where that is not known.
    """

    name: str
    lang: str
    kind: NameKind
    period: str = ""


@dataclass(frozen=True, slots=True)
class FuzzyHit:
    """A place whose `name` lies `distance` edits (optimal string alignment, on folded letters) from a query."""

    pid: int
    name_kind: NameKind
    name: str
    distance: int


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place that a typed query may mean; `score` orders hits, best first, and means nothing else.

    `reason` says in words how it matched.
    """

    place: Place
    matched_name: str
    match_kind: MatchKind
    score: float
    pid: int = -1
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlaceFilter:
    """Which places count; an empty set means any. `region` is the place id of a first- or second-level region,
    `classes` are feature classes (`P`), `sources` source ids, `box` west, south, east, north in degrees (west may be
    greater than east: across the date line)."""

    classes: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    region: str = ""
    min_population: int = 0
    max_population: int | None = None
    sources: frozenset[str] = frozenset()
    precisions: frozenset[Precision] = frozenset()
    box: tuple[float, float, float, float] | None = None


ANY = PlaceFilter()
"""The filter that lets every place through."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows of the gazetteer come from, and the words its licence asks for."""

    source_id: str
    title: str
    version: str
    licence: str
    attribution: str
    url: str
    places: int
    names: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a place's facts come from: the source, the title of the gazetteer that holds it, and what is disputed."""

    source: Source
    gazetteer: str
    disputed: str = ""


@dataclass(frozen=True, slots=True)
class GazetteerInfo:
    """What an open gazetteer is: version, sources, counts of rows, the file and its size in bytes."""

    version: str
    sources: tuple[Source, ...]
    counts: dict[str, int]
    path: Path
    size: int
