"""Exact look-ups by a table of checksums: for a gazetteer whose tries outgrow the processor's cache.

What a look-up costs there is waits for memory. A trie takes one every few letters; the table takes one for a name's
slot and one for its record, where all that is asked for lies together.
"""

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from struct import Struct
from zlib import crc32

import numpy as np
import numpy.typing as npt

from gazetteer.places import mapped
from gazetteer.places.postings import KIND_BITS, KIND_MASK, KINDS, Entry

SLOTS, RECORDS = ".slots.u4", ".records"
"""endings of the files"""

_POSITION_BITS = 24
_POSITIONS = (1 << _POSITION_BITS) - 1
"""A slot is a record's position in its low bits and above it the last byte of the name's checksum."""
_UNIT_BITS = 2
"""Positions count units of four bytes, so that they reach over 64 MB."""
_UNIT = 1 << _UNIT_BITS
_EMPTY = 0xFFFFFFFF
_FULL = 0.7

_END = b"\n"
"""of a name in its record; then come the number of its postings and the postings"""
_COUNTED = Struct("<II")
_COUNT_BYTES = 4


def write(stem: Path, names: Sequence[bytes], counts: npt.NDArray[np.int64], postings: npt.NDArray[np.uint32]) -> bool:
    """Write slots and records of names, given how many postings each has and all postings in that order.

    Returns False, having written nothing, where there are more records than slots can tell apart.
    """
    records, positions = _packed(names, counts, postings)
    if len(records) > _POSITIONS << _UNIT_BITS:
        return False
    stem.with_suffix(RECORDS).write_bytes(records)
    mapped.write(stem.with_suffix(SLOTS), _table(names, positions))
    return True


def _packed(
    names: Iterable[bytes], counts: npt.NDArray[np.int64], postings: npt.NDArray[np.uint32]
) -> tuple[bytearray, npt.NDArray[np.uint32]]:
    """Return the records, and where each begins in units."""
    packed = postings.astype("<u4").tobytes()
    records, positions = bytearray(), array("Q")
    begin = 0
    for name, count in zip(names, counts.tolist(), strict=True):
        end = begin + 4 * count
        positions.append(len(records) >> _UNIT_BITS)
        records += b"%b%b%b%b" % (name, _END, count.to_bytes(_COUNT_BYTES, "little"), packed[begin:end])
        records += bytes(-len(records) % _UNIT)
        begin = end
    return records, np.array(positions, dtype=np.uint32)


def _homes(names: int) -> int:
    """Return over how many slots names are spread."""
    return int(names / _FULL) + 1


def _table(names: Sequence[bytes], positions: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return the slots; where a name's slot is taken it stands in the next free one."""
    count = len(names)
    sums = np.fromiter(map(crc32, names), dtype=np.uint64, count=count)
    homes = (sums * np.uint64(_homes(count)) >> np.uint64(32)).astype(np.int64)
    order, steps = np.argsort(homes, kind="stable"), np.arange(count)
    at = np.maximum.accumulate(homes[order] - steps) + steps
    slots = np.full(max(_homes(count), int(at[-1]) + 1) + 1 if count else 1, _EMPTY, dtype=np.uint32)
    slots[at] = positions[order] | (sums[order] & np.uint64(255)).astype(np.uint32) << np.uint32(_POSITION_BITS)
    return slots


def outdated(folder: Path) -> bool:
    """Tell whether an index has slots without records, as earlier editions wrote it."""
    return any(folder.glob(f"*{SLOTS}")) and not any(folder.glob(f"*{RECORDS}"))


class Slots:
    """The mapped table and records of a shard, as `write` leaves them."""

    def __init__(self, stem: Path, names: int) -> None:
        self._slots = mapped.mapped(stem.with_suffix(SLOTS))
        self._records = mapped.mapped_bytes(stem.with_suffix(RECORDS))
        self._homes = _homes(names)

    def entries(self, folded: str) -> list[Entry]:
        """Return (pid, name kind) of every place with exactly this name, most prominent first."""
        wanted, slots, records = folded.encode(), self._slots, self._records
        checksum = crc32(wanted)
        at, mark = checksum * self._homes >> 32, checksum & 255
        wanted += _END
        while (slot := slots[at]) != _EMPTY:
            if slot >> _POSITION_BITS == mark:
                begin = (slot & _POSITIONS) << _UNIT_BITS
                end = begin + len(wanted)
                if records[begin:end] == wanted:
                    count, posting = _COUNTED.unpack_from(records, end)
                    if count == 1:
                        return [(posting >> KIND_BITS, KINDS[posting & KIND_MASK])]
                    end += _COUNT_BYTES
                    postings = memoryview(records[end : end + 4 * count]).cast("I")
                    return [(posting >> KIND_BITS, KINDS[posting & KIND_MASK]) for posting in postings]
            at += 1
        return []
