"""The index of folded names: exact, by start, within a text, and by edits; all of it mapped from files."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import marisa_trie
import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from gazetteer.places.columns import NONE
from gazetteer.places.mapped import mapped, mapped_bytes, vector
from gazetteer.places.phonetics import sound
from gazetteer.places.postings import Entry, Postings
from gazetteer.places.records import OWN_NAMES, NameKind
from gazetteer.places.signatures import signature
from gazetteer.places.slots import SLOTS, Slots

_MAX_LENGTH = 64
_CHECKED_AT_ONCE = 1 << 16
"""signatures: few enough to stay in the processor's cache"""
_ALIKE = 0.5
"""share of letters that names which sound alike have in common"""
_FEW, _MANY = 256, 20_000
"""names with a start that are looked at, at first and at most"""


class Start(NamedTuple):
    """A place whose name `name` (folded) starts as typed, and its standing: smaller comes first."""

    standing: int
    pid: int
    kind: NameKind
    name: str


def standing(pid: int, kind: NameKind) -> int:
    """Return by what the places under a typed start are ordered: prominence, for lesser names that of lesser places."""
    return pid if kind <= NameKind.OFFICIAL else min(16 * pid + 5000, NONE - 1)


class Shard:
    """The names of one range of first letters: `00N.*` in the folder that `compiling/shards.py` writes."""

    def __init__(self, stem: Path) -> None:
        self.trie = marisa_trie.Trie().mmap(str(stem.with_suffix(".trie")))
        self._text = mapped_bytes(stem.with_suffix(".text"))
        self._starts = mapped(stem.with_suffix(".starts.u4"))
        self._stands = vector(mapped(stem.with_suffix(".stands.u4")))
        self._signs = vector(mapped(stem.with_suffix(".signs.u8")))
        self._order = vector(mapped(stem.with_suffix(".order.u4")))
        self._lengths = mapped(stem.with_suffix(".lengths.u4"))
        self._sounds = vector(mapped(stem.with_suffix(".sounds.u4")))
        self._heard = vector(mapped(stem.with_suffix(".heard.u4")))
        self.entries: Callable[[str], list[Entry]] = (
            Slots(stem, len(self)) if stem.with_suffix(SLOTS).is_file() else Postings(stem, self.trie)
        ).entries
        """folded name -> (pid, name kind) of every place with exactly this name, most prominent first"""

    def __len__(self) -> int:
        return len(self._starts) - 1

    def name_at(self, at: int) -> str:
        """Return the name at a position of the alphabet."""
        return self._text[self._starts[at] : self._starts[at + 1] - 1].decode()

    def starting(self, prefix: str) -> tuple[int, int]:
        """Return the range of positions whose names start so."""
        wanted = prefix.encode()
        return self._position(wanted), self._position(wanted + b"\xff")

    def _position(self, wanted: bytes) -> int:
        low, high = 0, len(self)
        text, starts = self._text, self._starts
        while low < high:
            middle = (low + high) // 2
            if text[starts[middle] : starts[middle + 1] - 1] < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def by_standing(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield (standing, position) of the own names in a range, the best first."""
        stands = self._stands[begin:end]
        at = np.flatnonzero(stands != NONE)
        done = 0
        for wanted in (_FEW, _MANY):
            few = at[np.argpartition(stands[at], wanted)[:wanted]] if len(at) > wanted else at
            few = few[np.argsort(stands[few], kind="stable")][done:]
            yield from zip(stands[few].tolist(), (few + begin).tolist(), strict=True)
            if len(at) <= wanted:
                return
            done = wanted

    def near(self, folded: str, sign: int, edits: int) -> Iterator[tuple[str, int]]:
        """Yield (name, distance) of the names at most `edits` away."""
        low = self._lengths[max(0, min(len(folded) - edits, _MAX_LENGTH))]
        high = len(self._order) if len(folded) + edits >= _MAX_LENGTH else self._lengths[len(folded) + edits + 1]
        for begin in range(low, high, _CHECKED_AT_ONCE):
            signs = self._signs[begin : min(begin + _CHECKED_AT_ONCE, high)]
            close = np.flatnonzero(np.bitwise_count(signs ^ np.uint64(sign)) <= 2 * edits)
            names = [self.name_at(at) for at in self._order[close + begin].tolist()]
            for name, distance, _ in process.extract_iter(
                folded, names, scorer=OSA.distance, score_cutoff=edits, processor=None
            ):
                yield name, int(distance)

    def sounding(self, number: int) -> Iterator[str]:
        """Yield the names that sound so."""
        begin, end = np.searchsorted(self._sounds, [number, number + 1])
        for at in self._heard[begin:end].tolist():
            yield self.name_at(at)


class _Routes(dict[str, Shard | None]):
    """First letter -> the shard with its names, found out at its first use."""

    def __init__(self, firsts: list[int], shards: list[Shard]) -> None:
        self._firsts, self._shards = firsts, shards

    def __missing__(self, letter: str) -> Shard | None:
        at = bisect_right(self._firsts, ord(letter)) - 1 if letter else -1
        self[letter] = shard = self._shards[at] if at >= 0 else None
        return shard


class NameIndex:
    """All names of a gazetteer, in shards by first letter."""

    def __init__(self, folder: Path) -> None:
        firsts = mapped(folder / "firsts.u4").tolist()
        self._shards = [Shard(folder / f"{number:03}") for number in range(len(firsts))]
        self._routes = _Routes(firsts, self._shards)
        if len(self._shards) == 1:
            self.entries = self._shards[0].entries  # type: ignore[assignment,method-assign]

    def __len__(self) -> int:
        return sum(len(shard) for shard in self._shards)

    def entries(self, folded: str) -> list[Entry]:
        """Return (pid, name kind) of every place with exactly this folded name, most prominent first."""
        shard = self._routes[folded[:1]]
        return [] if shard is None else shard.entries(folded)

    def has_prefix(self, folded: str) -> bool:
        """Tell whether any name starts so."""
        shard = self._routes[folded[:1]]
        if shard is None:
            return bool(self._shards) and not folded
        return next(shard.trie.iterkeys(folded), None) is not None

    def prefixes(self, text: str) -> list[str]:
        """Return the names that a folded text starts with, shortest first; they may end within a word."""
        shard = self._routes[text[:1]]
        found: list[str] = [] if shard is None else shard.trie.prefixes(text)
        return found

    def starting(self, prefix: str, limit: int, keep: Callable[[int], bool] | None = None) -> list[Start]:
        """Return the places with an own name that starts so, best standing first; `keep` says which count."""
        shard = self._routes[prefix[:1]]
        found: dict[int, Start] = {}
        if shard is None:
            return []
        for least, at in shard.by_standing(*shard.starting(prefix)):
            # none that follows stands before `least`
            if len(found) >= limit and sum(start.standing <= least for start in found.values()) >= limit:
                break
            name = shard.name_at(at)
            for pid, kind in shard.entries(name):
                if kind <= OWN_NAMES and (keep is None or keep(pid)):
                    start = Start(standing(pid, kind), pid, kind, name)
                    found[pid] = min(start, found.get(pid, start))
        return sorted(found.values())[:limit]

    def near(self, folded: str, edits: int) -> Iterator[tuple[str, int]]:
        """Yield (name, distance) of every name at most `edits` (optimal string alignment) away."""
        sign = signature(folded)
        for shard in self._shards:
            yield from shard.near(folded, sign, edits)

    def sounding_like(self, folded: str) -> Iterator[str]:
        """Yield names that sound like a folded one."""
        number = sound(folded)
        for shard in self._shards if number else ():
            for name in shard.sounding(number):
                if OSA.normalized_similarity(folded, name) >= _ALIKE:
                    yield name

    def __iter__(self) -> Iterator[str]:
        """Yield all names in the order of code points."""
        for shard in self._shards:
            for at in range(len(shard)):
                yield shard.name_at(at)
