"""Search as people type: an id, a name, a name with its region, the start of a name, a name misspelt or misheard."""

from collections.abc import Collection
from math import log10
from typing import NamedTuple, Protocol

from gazetteer.model import Place
from gazetteer.places.columns import Columns
from gazetteer.places.filters import Sieve
from gazetteer.places.folding import fold, fold_once, romanise, romanise_once
from gazetteer.places.index import Start
from gazetteer.places.records import ANY, FuzzyHit, MatchKind, Name, NameKind, PlaceFilter, SearchHit
from gazetteer.places.slips import slip_cost
from gazetteer.places.transliteration import latin_keys, readings

_BASE: dict[MatchKind, float] = {
    "id": 200, "exact": 100, "folded": 97, "transliterated": 88, "prefix": 60, "fuzzy": 45, "phonetic": 5,
}  # fmt: skip
_PER_KIND, _PER_DIGIT, _PER_EDIT, _IN_REGION = 2.0, 4.0, 12.0, 60.0
_LOST_START, _FUZZY_POOL = 30.0, 80
_MIN_FUZZY, _MIN_TWO_EDITS, _MIN_PHONETIC = 4, 7, 5
_REASONS: dict[MatchKind, str] = {
    "exact": "the name as typed",
    "folded": "the name, but for case or accents",
    "transliterated": "the name in other letters",
    "prefix": "a name that begins so",
    "fuzzy": "spelt nearly so",
    "phonetic": "sounds alike",
    "id": "the place with this id",
}
_KIND_WORDS = {
    NameKind.SHORT: "short name",
    NameKind.ALTERNATE: "another name",
    NameKind.COLLOQUIAL: "colloquial name",
    NameKind.HISTORIC: "historic name",
    NameKind.ABBREVIATION: "abbreviation",
    NameKind.DEMONYM: "its people",
    NameKind.GOVERNMENT: "its government",
}


class Match(NamedTuple):
    """How a place matched: the way, the kind of the name, its folded form, and a malus."""

    how: MatchKind
    kind: NameKind
    key: str
    malus: float = 0.0


class Searched(Protocol):
    """What a search asks of the gazetteer; each member means what it means there."""

    @property
    def columns(self) -> Columns: ...
    @property
    def country_pid(self) -> dict[str, int]: ...
    def lookup(self, folded: str) -> list[tuple[int, NameKind]]: ...
    def starting(self, folded: str, limit: int, where: PlaceFilter) -> list[Start]: ...
    def fuzzy(
        self, folded: str, countries: Collection[str] | None, max_distance: int, limit: int
    ) -> list[FuzzyHit]: ...
    def sounding_like(self, folded: str, limit: int) -> list[tuple[int, str]]: ...
    def passing(self, where: PlaceFilter) -> Sieve: ...
    def pid_of(self, place_id: str) -> int | None: ...
    def place(self, pid: int, /) -> Place: ...
    def names(self, pid: int) -> list[Name]: ...


def search(gazetteer: Searched, text: str, limit: int, where: PlaceFilter = ANY) -> list[SearchHit]:
    """Return at most `limit` hits for a typed query, best first, of the places that pass `where`."""
    query = " ".join(text.split())
    if not query:
        return []
    by_id = _by_id(gazetteer, query)
    if by_id is not None:
        return [SearchHit(gazetteer.place(by_id), query, "id", _BASE["id"], by_id, _REASONS["id"])]
    hits = _ranked(gazetteer, query, _found(gazetteer, query, limit, where), frozenset(), limit)
    head, comma, region = query.partition(",")
    if comma and head.strip() and region.strip():
        regions = frozenset(pid for part in region.split(",") for pid, _ in gazetteer.lookup(fold(part)))
        within = _ranked(gazetteer, head.strip(), _found(gazetteer, head.strip(), limit, where), regions, limit)
        hits = sorted([*hits, *within], key=lambda hit: -hit.score)
    unique = {hit.place.place_id: hit for hit in reversed(hits)}
    return sorted(unique.values(), key=lambda hit: -hit.score)[:limit]


def _by_id(gazetteer: Searched, query: str) -> int | None:
    if query.isdigit():
        return gazetteer.pid_of(f"geonames:{query}")
    return gazetteer.pid_of(query) if ":" in query else None


def _found(gazetteer: Searched, query: str, limit: int, where: PlaceFilter) -> dict[int, Match]:
    """Return the places by the surest way each matches; the less sure ways are tried only while there are too few."""
    folded, romanised = fold(query), romanise(query)
    found: dict[int, Match] = {}
    passes = None if where == ANY else gazetteer.passing(where)

    def take(pid: int, match: Match) -> None:
        if passes is None or passes(pid):
            found.setdefault(pid, match)

    for pid, kind in gazetteer.lookup(folded):
        take(pid, Match("transliterated" if kind is NameKind.TRANSLITERATION else "folded", kind, folded))
    for reading in dict.fromkeys((romanised, *readings(query))) if romanised != folded else ():
        for pid, kind in gazetteer.lookup(reading):
            take(pid, Match("transliterated", kind, reading))
    if len(found) < limit and folded:
        for start in gazetteer.starting(folded, limit, where):
            take(start.pid, Match("prefix", start.kind, start.name))
    if len(found) < limit and len(folded) >= _MIN_FUZZY:
        edits = 2 if len(folded) >= _MIN_TWO_EDITS else 1
        for hit in gazetteer.fuzzy(folded, None, edits, max(limit, _FUZZY_POOL)):
            malus = slip_cost(folded, hit.name) * _PER_EDIT + _LOST_START * _unlike_start(folded, hit.name)
            take(hit.pid, Match("fuzzy", hit.name_kind, hit.name, malus))
    if not found and len(folded) >= _MIN_PHONETIC:
        for pid, key in gazetteer.sounding_like(folded, limit):
            take(pid, Match("phonetic", NameKind.ALTERNATE, key))
    return found


def _unlike_start(query: str, name: str) -> float:
    """Return the share of the query after the first letter that differs: people seldom mistype how a name begins."""
    shared = next((i for i, (a, b) in enumerate(zip(query, name, strict=False)) if a != b), min(len(query), len(name)))
    return 1 - shared / len(query)


def _ranked(
    gazetteer: Searched, query: str, found: dict[int, Match], regions: frozenset[int], limit: int
) -> list[SearchHit]:
    columns = gazetteer.columns
    country_of = {code: gazetteer.country_pid.get(code, -1) for code in columns.countries}
    scored = []
    for pid, match in found.items():
        score = _BASE[match.how] - _PER_KIND * match.kind - match.malus - _PER_DIGIT * log10(pid + 10)
        parents = {columns.admin1[pid], columns.admin2[pid], country_of[columns.countries[columns.country[pid]]]} - {
            pid
        }
        if regions:
            score += _IN_REGION if parents & regions else -_IN_REGION
        scored.append((-score, pid, match))
    return [_hit(gazetteer, query, pid, match, -score) for score, pid, match in sorted(scored)[:limit]]


def _hit(gazetteer: Searched, query: str, pid: int, match: Match, score: float) -> SearchHit:
    """Dress a hit with the name as it is written, telling an exact match from a folded one."""
    written = [name for name in gazetteer.names(pid) if _has_key(name.name, match.key)]
    place = gazetteer.place(pid)
    if not written and match.how == "transliterated":
        country = place.country_code or ""
        written = [name for name in gazetteer.names(pid) if match.key in latin_keys(name.name, name.lang, country)]
    if match.how == "folded" and any(name.name == query for name in written):
        score += _BASE["exact"] - _BASE["folded"]
        return SearchHit(place, query, "exact", score, pid, _reason("exact", match.kind))
    shown = written[0].name if written else match.key
    return SearchHit(place, shown, match.how, score, pid, _reason(match.how, match.kind))


def _has_key(name: str, key: str) -> bool:
    """Tell whether a name is found by a folded one; the names of hits are too many to remember their folded forms."""
    return fold_once(name) == key or (not name.isascii() and romanise_once(name) == key)


def _reason(how: MatchKind, kind: NameKind) -> str:
    word = _KIND_WORDS.get(kind)
    return f"{_REASONS[how]}: {word}" if word and how not in ("prefix", "phonetic") else _REASONS[how]
