"""Signatures of folded names: 64 bits that tell most names too far from a query without looking at their letters.

The low half says which letters (code points modulo 32) occur, the high half which occur twice. An edit changes one
bit of them, a substitution two; so names within d edits differ in at most 2 d bits.
"""

from collections import Counter

import numpy as np
import numpy.typing as npt

_LOW = 31
_AT_ONCE = 100_000


def signature(name: str) -> int:
    """Return the signature of one folded name."""
    counts = Counter(ord(letter) & _LOW for letter in name)
    once = sum(1 << bit for bit in counts)
    return once | sum(1 << bit for bit, times in counts.items() if times > 1) << 32


def signatures(names: list[str]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """Return the signatures and lengths (code points) of folded names, none of them empty."""
    parts = [_signatures(names[begin : begin + _AT_ONCE]) for begin in range(0, len(names), _AT_ONCE)]
    bits, lengths = zip(*parts, strict=True)
    return np.concatenate(bits), np.concatenate(lengths)


def _signatures(names: list[str]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    points = np.frombuffer("\n".join(names).encode("utf-32-le"), dtype=np.uint32)
    ends = np.append(np.flatnonzero(points == ord("\n")), len(points))
    starts = np.append(0, ends[:-1] + 1)
    lengths = ends - starts
    owner = np.repeat(np.arange(len(names), dtype=np.uint64), lengths + 1)[:-1]
    letters = np.sort((owner << np.uint64(5) | (points & _LOW))[points != ord("\n")])
    once = _gathered(letters, len(names))
    twice = _gathered(letters[1:][letters[1:] == letters[:-1]], len(names))
    return once | twice << np.uint64(32), lengths


def _gathered(letters: npt.NDArray[np.uint64], count: int) -> npt.NDArray[np.uint64]:
    """Return the bits of each owner; `letters` are owner and bit, sorted."""
    bits = np.zeros(count, dtype=np.uint64)
    if len(letters):
        owner = (letters >> np.uint64(5)).astype(np.int64)
        first = np.flatnonzero(np.append(True, owner[1:] != owner[:-1]))
        bits[owner[first]] = np.bitwise_or.reduceat(np.uint64(1) << (letters & np.uint64(_LOW)), first)
    return bits
