"""Who bears a name: a posting is a pid and, in its last bits, the kind of the name; here they are found by a trie."""

from pathlib import Path

import marisa_trie

from gazetteer.places.mapped import mapped
from gazetteer.places.records import NameKind

KIND_BITS = 4
KIND_MASK = (1 << KIND_BITS) - 1
KINDS = tuple(NameKind)

Entry = tuple[int, NameKind]


class Postings:
    """All postings of a shard, in the order in which its trie numbers the names."""

    def __init__(self, stem: Path, trie: marisa_trie.Trie) -> None:
        self._trie = trie
        self._offsets = mapped(stem.with_suffix(".offsets.u4"))
        self._postings = mapped(stem.with_suffix(".postings.u4"))

    def entries(self, folded: str) -> list[Entry]:
        """Return (pid, name kind) of every place with exactly this name, most prominent first."""
        number = self._trie.get(folded)
        if number is None:
            return []
        begin, end = self._offsets[number], self._offsets[number + 1]
        if end - begin == 1:
            posting = self._postings[begin]
            return [(posting >> KIND_BITS, KINDS[posting & KIND_MASK])]
        return [(posting >> KIND_BITS, KINDS[posting & KIND_MASK]) for posting in self._postings[begin:end]]
