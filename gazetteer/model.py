"""The things the program talks about, as frozen values.

Offsets are Unicode code points over a document's stored text, end exclusive. Coordinates are WGS 84
degrees, lengths metres, confidence a probability from 0 to 1.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from gazetteer.why import Said, in_words


class Kind(StrEnum):
    """How a mention uses its name."""

    LITERAL = "literal"
    DEMONYM = "demonym"
    METONYM = "metonym"
    ORGANISATION = "organisation"
    PERSON = "person"
    EVENT = "event"
    FACILITY = "facility"
    LANGUAGE = "language"
    OTHER = "other"


PLACE_KINDS = frozenset({Kind.LITERAL, Kind.DEMONYM, Kind.METONYM, Kind.FACILITY})
"""Kinds that keep a place; the others are not a place."""

PLOTTED_KINDS = frozenset({Kind.LITERAL, Kind.METONYM, Kind.FACILITY})
"""Kinds drawn on the map unless the user chooses otherwise."""


class Status(StrEnum):
    """Who decided a mention's place, and how."""

    AUTO = "auto"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    LEARNED = "learned"
    REJECTED = "rejected"
    UNRESOLVED = "unresolved"
    DEFERRED = "deferred"


class Group(StrEnum):
    """The four groups every count adds up over; each mention is in exactly one."""

    PLOTTED = "plotted"
    LINKED = "linked"
    NOT_A_PLACE = "not_a_place"
    UNRESOLVED = "unresolved"


class Speed(StrEnum):
    """How much time a text is worth: two passes of recognition and one sweep of resolution, or one more of either and a
    longer search for what misspelt names mean."""

    FAST = "fast"
    BEST = "best"


class Precision(StrEnum):
    """What a place's position stands for."""

    POINT = "point"
    MUNICIPALITY = "municipality"
    REGION = "region"
    COUNTRY = "country"
    AREA = "area"


class SpellingStatus(StrEnum):
    """How a mention's spelling relates to the names of its place."""

    EXACT = "exact"
    CASE = "case"
    DIACRITICS = "diacritics"
    EXONYM = "exonym"
    HISTORIC = "historic"
    TRANSLITERATION = "transliteration"
    INFLECTED = "inflected"
    ABBREVIATION = "abbreviation"
    OCR = "ocr"
    PROBABLE_MISSPELLING = "probable_misspelling"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


STATED_SOURCE = "coordinates"
"""source of places that an article states in figures: `coordinates:54.6892,25.2798`"""


@dataclass(frozen=True, slots=True)
class Place:
    """One gazetteer entry. `place_id` is `source:id`, e.g. `geonames:593116`."""

    place_id: str
    name: str
    latitude: float
    longitude: float
    feature_class: str
    feature_code: str
    precision: Precision = Precision.POINT
    radius_m: int | None = None
    country_code: str | None = None
    country_name: str | None = None
    admin1_name: str | None = None
    admin2_name: str | None = None
    population: int | None = None
    local_name: str | None = None

    @property
    def label(self) -> str:
        """The name with its region and country, for people: `Springfield, Illinois, United States`."""
        parts = [self.name]
        for part in (self.admin1_name, self.country_name):
            if part and part not in parts:
                parts.append(part)
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Cue:
    """One reason for or against a candidate; a candidate's cues sum to its score."""

    name: str
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a mention may mean, with its score and the cues that sum to it."""

    place: Place
    score: float
    probability: float
    matched_name: str
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling class, and for an edited name the alignment (grammar: EXPORT.md `edit_ops`)."""

    status: SpellingStatus
    canonical: str | None = None
    edit_distance: int | None = None
    edit_ops: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the machine decided: a place or none, the candidates best first, and why."""

    place: Place | None
    confidence: float | None
    candidates: tuple[Candidate, ...]
    spelling: Spelling
    why: tuple[Said, ...] = ()

    @property
    def reason(self) -> str:
        """Why, in English sentences."""
        return in_words(self.why)


@dataclass(frozen=True, slots=True)
class Relative:
    """A spot that the text gives by a mention's place: `20 km north of` it, or between it and another.

    `start` and `end` are code points of the article and hold the phrase with the name or names, `words`. The spot lies
    within `radius_m` metres of the position.
    """

    start: int
    end: int
    words: str
    latitude: float
    longitude: float
    radius_m: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mention the machine found in a text: its span, surface, kind and resolution, and a spot told by its place."""

    start: int
    end: int
    surface: str
    kind: Kind
    resolution: Resolution
    relative: Relative | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what is known of it. `doc_id` is derived from the SHA-256 of the source's bytes."""

    doc_id: str
    text: str
    sha256: str
    file_name: str
    media_type: str
    lang: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    date: str | None = None
    date_precision: str = "unknown"
    date_text: str | None = None
    encoding: str | None = None
    path: str | None = None


def document_id(sha256: str) -> str:
    """Return the document id for a source's SHA-256 (hexadecimal)."""
    return f"d-{sha256[:16]}"


def mention_id(doc_id: str, start: int, end: int) -> str:
    """Return the mention id for a span of a document."""
    return "m-" + hashlib.sha256(f"{doc_id}:{start}:{end}".encode()).hexdigest()[:16]


def group_of(kind: Kind, status: Status, has_place: bool, plotted_kinds: frozenset[Kind] = PLOTTED_KINDS) -> Group:
    """Return the one group a mention counts in (DESIGN rule: every count adds up over the four)."""
    if kind not in PLACE_KINDS or status is Status.REJECTED:
        return Group.NOT_A_PLACE
    if not has_place or status in (Status.UNRESOLVED, Status.DEFERRED):
        return Group.UNRESOLVED
    return Group.PLOTTED if kind in plotted_kinds else Group.LINKED
