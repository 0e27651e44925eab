"""Writes the index of folded names: spools them by first letter, then sorts and maps one range of letters at a time."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie
import numpy as np
import numpy.typing as npt

from gazetteer.jobs import Job
from gazetteer.places import mapped, slots
from gazetteer.places.columns import NONE
from gazetteer.places.phonetics import sound
from gazetteer.places.postings import KIND_BITS, KIND_MASK
from gazetteer.places.records import OWN_NAMES, NameKind
from gazetteer.places.signatures import signatures

MAX_LENGTH = 64
_SPOOL_BYTES = 1 << 19
_SHARD_BYTES = 48_000_000
"""Of spooled names in one shard: about two million."""


class NameSpool:
    """Takes (folded name, posting) in any order and writes the index `finish` makes of them."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._waiting: dict[int, list[str]] = defaultdict(list)
        self._sizes: dict[int, int] = defaultdict(int)

    def add(self, folded: str, pid: int, kind: int) -> None:
        """Note that a place bears a folded name; each name once a place."""
        letter = _range_of(folded[0])
        self._waiting[letter].append(f"{folded}\t{pid << KIND_BITS | kind:08x}\n")
        if len(self._waiting[letter]) >= 16_384:
            self._write_out(letter)

    def _write_out(self, letter: int) -> None:
        lines = "".join(self._waiting.pop(letter)).encode()
        self._sizes[letter] += len(lines)
        with self._file(letter).open("ab") as stream:
            stream.write(lines)

    def _file(self, letter: int) -> Path:
        return self._scratch / f"{letter:x}.names"

    def finish(self, folder: Path, job: Job) -> int:
        """Write the index into `folder`; return how many different names it holds."""
        for letter in list(self._waiting):
            self._write_out(letter)
        shards = list(self._shards())
        total = 0
        for number, letters in enumerate(shards):
            job.step(number, len(shards), "sorting names")
            lines: list[bytes] = []
            for letter in letters:
                lines += self._file(letter).read_bytes().splitlines()
                self._file(letter).unlink()
            lines.sort()
            grouped = _grouped(lines)
            del lines
            total += _write_shard(folder / f"{number:03}", *grouped, slotted=len(shards) > 1)
        firsts = [_first_letter(letters[0]) for letters in shards]
        mapped.write(folder / "firsts.u4", firsts)
        return total

    def _shards(self) -> Iterator[list[int]]:
        """Yield ranges of first letters, each of about the size of one shard."""
        shard: list[int] = []
        size = 0
        for letter in sorted(self._sizes):
            if shard and size + self._sizes[letter] > _SHARD_BYTES:
                yield shard
                shard, size = [], 0
            shard.append(letter)
            size += self._sizes[letter]
        if shard:
            yield shard


def _range_of(letter: str) -> int:
    """Return the number of the spool of a first letter; numbers ascend with the code points."""
    point = ord(letter)
    if point < 0x250:
        return point
    return 0x250 + (point >> 6) if point < 0x1000 else 0x1000 + (point >> 8)


def _first_letter(number: int) -> int:
    """Return the first code point of a spool."""
    if number < 0x250:
        return number
    return (number - 0x250) << 6 if number < 0x1000 else (number - 0x1000) << 8


def _write_shard(
    stem: Path, names: list[str], counts: npt.NDArray[np.int64], postings: npt.NDArray[np.uint32], slotted: bool
) -> int:
    """Write the files of one shard from what `_grouped` returns; return how many different names it holds.

    `slotted`: look-ups go by a table of slots, not by the trie.
    """
    trie = marisa_trie.Trie(names, num_tries=1)
    trie.save(str(stem.with_suffix(".trie")))
    if not (slotted and slots.write(stem, [name.encode() for name in names], counts, postings)):
        # marisa numbers names as it likes; postings follow its numbers, everything else the alphabet
        numbers = np.fromiter((trie[name] for name in names), dtype=np.int64, count=len(names))
        _write_postings(stem, numbers, counts, postings)
    text = "\n".join(names).encode()
    stem.with_suffix(".text").write_bytes(text)
    breaks = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == ord("\n")) + 1
    mapped.write(stem.with_suffix(".starts.u4"), np.concatenate([[0], breaks, [len(text) + 1]]))
    stands = standings(postings >> np.uint32(KIND_BITS), postings & np.uint32(KIND_MASK))
    mapped.write(stem.with_suffix(".stands.u4"), np.minimum.reduceat(stands, np.append(0, np.cumsum(counts)[:-1])))
    bits, lengths = signatures(names)
    order = np.argsort(lengths, kind="stable")
    mapped.write(stem.with_suffix(".signs.u8"), bits[order])
    mapped.write(stem.with_suffix(".order.u4"), order)
    bounds = np.searchsorted(lengths[order], np.arange(MAX_LENGTH + 2))
    mapped.write(stem.with_suffix(".lengths.u4"), bounds)
    sounds = np.fromiter((sound(name) for name in names), dtype=np.uint32, count=len(names))
    order = np.argsort(sounds, kind="stable")
    order = order[np.searchsorted(sounds[order], 1) :]
    mapped.write(stem.with_suffix(".sounds.u4"), sounds[order])
    mapped.write(stem.with_suffix(".heard.u4"), order)
    return len(names)


def standings(pids: npt.NDArray[np.uint32], kinds: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return by what the places under a typed start are ordered: prominence, for lesser names that of lesser places."""
    lesser = np.minimum(pids.astype(np.uint64) * 16 + 5000, NONE - 1).astype(np.uint32)
    stands = np.where(kinds <= NameKind.OFFICIAL, pids, lesser)
    return np.where(kinds <= OWN_NAMES, stands, np.uint32(NONE))


def _grouped(lines: Iterable[bytes]) -> tuple[list[str], npt.NDArray[np.int64], npt.NDArray[np.uint32]]:
    """Return the names, how many postings each has, and all postings in that order."""
    names: list[str] = []
    counts = array("q")
    postings = bytearray()
    last = b""
    for line in lines:
        name, _, posting = line.partition(b"\t")
        if name != last:
            names.append(name.decode())
            counts.append(0)
            last = name
        counts[-1] += 1
        postings += posting
    packed = np.frombuffer(bytes.fromhex(postings.decode("ascii")), dtype=">u4").astype(np.uint32)
    return names, np.array(counts, dtype=np.int64), packed


def _write_postings(
    stem: Path, numbers: npt.NDArray[np.int64], counts: npt.NDArray[np.int64], postings: npt.NDArray[np.uint32]
) -> None:
    """Write the postings in the order of the names' numbers, and where each name's begin."""
    by_number = np.argsort(numbers)
    begins = np.append(0, np.cumsum(counts)[:-1])[by_number]
    counted = counts[by_number]
    ends = np.cumsum(counted)
    within = np.arange(len(postings)) - np.repeat(ends - counted, counted)
    mapped.write(stem.with_suffix(".postings.u4"), postings[np.repeat(begins, counted) + within])
    mapped.write(stem.with_suffix(".offsets.u4"), np.append(0, ends))
