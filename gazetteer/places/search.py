"""Search as people type: an id, a name, a name with its region, the start of a name, a name misspelt."""

from collections.abc import Collection, Iterable
from itertools import islice
from math import log10
from typing import Protocol

from gazetteer.model import Place
from gazetteer.places.columns import Columns
from gazetteer.places.folding import fold, romanise
from gazetteer.places.records import FuzzyHit, MatchKind, Name, NameKind, SearchHit

_BASE: dict[MatchKind, float] = {"id": 200, "exact": 100, "folded": 97, "transliterated": 88, "prefix": 60, "fuzzy": 45}
_PER_KIND, _PER_DIGIT, _PER_EDIT, _IN_REGION = 2.0, 4.0, 12.0, 60.0
_LOST_START, _FUZZY_POOL = 30.0, 80
_PREFIX_KEYS = 20_000
_MIN_PREFIX, _MIN_FUZZY, _MIN_TWO_EDITS = 3, 4, 7

Found = dict[int, tuple[MatchKind, NameKind, str, float]]
"""pid -> how it matched, the kind of the name, its folded form, and a malus."""


class Searched(Protocol):
    """What a search asks of the gazetteer; each member means what it means there."""

    @property
    def columns(self) -> Columns: ...
    @property
    def country_pid(self) -> dict[str, int]: ...
    def lookup(self, folded: str) -> list[tuple[int, NameKind]]: ...
    def keys(self, prefix: str) -> Iterable[tuple[str, tuple[int, int]]]: ...
    def fuzzy(
        self, folded: str, countries: Collection[str] | None, max_distance: int, limit: int
    ) -> list[FuzzyHit]: ...
    def pid_of(self, place_id: str) -> int | None: ...
    def place(self, pid: int, /) -> Place: ...
    def names(self, pid: int) -> list[Name]: ...


def search(gazetteer: Searched, text: str, limit: int) -> list[SearchHit]:
    """Return at most `limit` hits for a typed query, best first."""
    query = " ".join(text.split())
    by_id = _by_id(gazetteer, query)
    if by_id is not None or not query:
        return [SearchHit(gazetteer.place(by_id), query, "id", _BASE["id"])] if by_id is not None else []
    hits = _ranked(gazetteer, query, _found(gazetteer, query, limit), frozenset(), limit)
    head, comma, region = query.partition(",")
    if comma and head.strip() and region.strip():
        regions = frozenset(pid for part in region.split(",") for pid, _ in gazetteer.lookup(fold(part)))
        within = _ranked(gazetteer, head.strip(), _found(gazetteer, head.strip(), limit), regions, limit)
        hits = sorted([*hits, *within], key=lambda hit: -hit.score)
    unique = {hit.place.place_id: hit for hit in reversed(hits)}
    return sorted(unique.values(), key=lambda hit: -hit.score)[:limit]


def _by_id(gazetteer: Searched, query: str) -> int | None:
    if query.isdigit():
        return gazetteer.pid_of(f"geonames:{query}")
    return gazetteer.pid_of(query) if ":" in query else None


def _found(gazetteer: Searched, query: str, limit: int) -> Found:
    folded, romanised = fold(query), romanise(query)
    found: Found = {}
    for pid, kind in gazetteer.lookup(folded):
        matched: MatchKind = "transliterated" if kind is NameKind.TRANSLITERATION else "folded"
        found[pid] = (matched, kind, folded, 0.0)
    for pid, kind in gazetteer.lookup(romanised) if romanised != folded else ():
        found.setdefault(pid, ("transliterated", kind, romanised, 0.0))
    if len(found) < limit and len(folded) >= _MIN_PREFIX:
        _add_prefixes(gazetteer, folded, found, limit)
    if len(found) < limit and len(folded) >= _MIN_FUZZY:
        edits = 2 if len(folded) >= _MIN_TWO_EDITS else 1
        for hit in gazetteer.fuzzy(folded, None, edits, max(limit, _FUZZY_POOL)):
            malus = hit.distance * _PER_EDIT + _LOST_START * _unlike_start(folded, hit.name)
            found.setdefault(hit.pid, ("fuzzy", hit.name_kind, hit.name, malus))
    return found


def _unlike_start(query: str, name: str) -> float:
    """Return the share of the query after the first letter that differs: people seldom mistype how a name begins."""
    shared = next((i for i, (a, b) in enumerate(zip(query, name, strict=False)) if a != b), min(len(query), len(name)))
    return 1 - shared / len(query)


def _add_prefixes(gazetteer: Searched, folded: str, found: Found, limit: int) -> None:
    longer: dict[int, tuple[NameKind, str]] = {}
    for key, (pid, kind) in islice(gazetteer.keys(folded), _PREFIX_KEYS):
        if pid not in found and kind <= NameKind.TRANSLITERATION and (pid not in longer or kind < longer[pid][0]):
            longer[pid] = (NameKind(kind), key)
    for pid in sorted(longer)[:limit]:
        kind, key = longer[pid]
        found[pid] = ("prefix", kind, key, 0.0)


def _ranked(gazetteer: Searched, query: str, found: Found, regions: frozenset[int], limit: int) -> list[SearchHit]:
    columns = gazetteer.columns
    country_of = {code: gazetteer.country_pid.get(code, -1) for code in columns.countries}
    scored = []
    for pid, (matched, kind, key, malus) in found.items():
        score = _BASE[matched] - _PER_KIND * kind - malus - _PER_DIGIT * log10(pid + 10)
        parents = {columns.admin1[pid], columns.admin2[pid], country_of[columns.countries[columns.country[pid]]]} - {
            pid
        }
        if regions:
            score += _IN_REGION if parents & regions else -_IN_REGION
        scored.append((-score, pid, matched, key))
    return [_hit(gazetteer, query, pid, matched, key, -score) for score, pid, matched, key in sorted(scored)[:limit]]


def _hit(gazetteer: Searched, query: str, pid: int, matched: MatchKind, key: str, score: float) -> SearchHit:
    """Dress a hit with the name as it is written, telling an exact match from a folded one."""
    written = [name.name for name in gazetteer.names(pid) if key in (fold(name.name), romanise(name.name))]
    if matched == "folded" and query in written:
        return SearchHit(gazetteer.place(pid), query, "exact", score + _BASE["exact"] - _BASE["folded"])
    return SearchHit(gazetteer.place(pid), written[0] if written else key, matched, score)
