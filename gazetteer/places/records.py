"""What the gazetteer answers with: names and their kinds, hits, and a description of itself."""

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Literal

from gazetteer.model import Place

MatchKind = Literal["exact", "folded", "transliterated", "prefix", "fuzzy", "id"]


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


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a place as it is written; `lang` is a BCP 47 tag, empty where it is not known."""

    name: str
    lang: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class FuzzyHit:
    """A place whose `name` lies `distance` edits (optimal string alignment, on folded letters) from a query."""

    pid: int
    name_kind: NameKind
    name: str
    distance: int


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place that a typed query may mean; `score` orders hits, best first, and means nothing else."""

    place: Place
    matched_name: str
    match_kind: MatchKind
    score: float


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
class GazetteerInfo:
    """What an open gazetteer is: version, sources, counts of rows, the file and its size in bytes."""

    version: str
    sources: tuple[Source, ...]
    counts: dict[str, int]
    path: Path
    size: int
