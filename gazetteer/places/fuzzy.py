"""Names a few edits away: the trie's names, grouped by first letter and country when first asked for."""

import threading
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache

import marisa_trie
from rapidfuzz import process
from rapidfuzz.distance import OSA

from gazetteer.places.columns import Columns
from gazetteer.places.records import FuzzyHit, NameKind

_LETTERS_KEPT, _GROUPS_KEPT = 64, 256


class _Group:
    """The folded names of one first letter in one country, packed: a string, and per name its pid and kind."""

    __slots__ = ("joined", "kinds", "pids")

    def __init__(self) -> None:
        self.joined = ""
        self.pids, self.kinds = array("I"), array("B")


class Spellings:
    """Finds names by edit distance; loads one first letter at a time."""

    def __init__(self, trie: "marisa_trie.RecordTrie", columns: Columns) -> None:
        self._trie, self._columns, self._lock = trie, columns, threading.Lock()
        self._index_of = {code: index for index, code in enumerate(columns.countries)}
        self._letter = lru_cache(maxsize=_LETTERS_KEPT)(self._load)
        self._names = lru_cache(maxsize=_GROUPS_KEPT)(self._split)

    def near(self, folded: str, countries: Collection[str] | None, max_distance: int, limit: int) -> list[FuzzyHit]:
        """Return the hits for a folded query, nearest first, then most prominent, one a place."""
        best: dict[int, FuzzyHit] = {}
        wanted = None if countries is None else [self._index_of[code] for code in countries if code in self._index_of]
        with self._lock:
            for hit in self._hits(folded, wanted, max_distance):
                known = best.get(hit.pid)
                if known is None or (hit.distance, hit.name_kind) < (known.distance, known.name_kind):
                    best[hit.pid] = hit
        return sorted(best.values(), key=lambda hit: (hit.distance, hit.pid))[:limit]

    def _hits(self, folded: str, wanted: list[int] | None, max_distance: int) -> Iterator[FuzzyHit]:
        for letter in dict.fromkeys(folded[:2].replace(" ", "")):
            groups = self._letter(letter)
            for country in groups if wanted is None else wanted:
                if country not in groups:
                    continue
                names, group = self._names(letter, country), groups[country]
                for name, distance, at in process.extract(
                    folded, names, scorer=OSA.distance, score_cutoff=max_distance, limit=None
                ):
                    yield FuzzyHit(group.pids[at], NameKind(group.kinds[at]), name, int(distance))

    def _load(self, letter: str) -> dict[int, _Group]:
        found: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
        country = self._columns.country
        for name, (pid, kind) in self._trie.iteritems(letter):
            if kind <= NameKind.HISTORIC:
                found[country[pid]].append((name, pid, kind))
        groups = {}
        for index, rows in found.items():
            group = groups[index] = _Group()
            group.joined = "\n".join(name for name, _, _ in rows)
            group.pids.extend(pid for _, pid, _ in rows)
            group.kinds.extend(kind for _, _, kind in rows)
        return groups

    def _split(self, letter: str, country: int) -> list[str]:
        return self._letter(letter)[country].joined.split("\n")
