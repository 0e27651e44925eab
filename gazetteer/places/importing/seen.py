"""Which ids came before, in little memory: numbers as bits, words as hashes."""

import hashlib

_PAGE_BITS = 16
_PAGE_MASK = (1 << _PAGE_BITS) - 1
_MOST_DIGITS = 12


class SeenNumbers:
    """A set of whole numbers from 0, kept in pages of bits: 1.7 MB for all of GeoNames."""

    def __init__(self) -> None:
        self._pages: dict[int, bytearray] = {}

    def add(self, number: int) -> bool:
        """Add a number; tell whether it is new."""
        page = self._pages.get(number >> _PAGE_BITS)
        if page is None:
            page = self._pages[number >> _PAGE_BITS] = bytearray(1 << (_PAGE_BITS - 3))
        low = number & _PAGE_MASK
        bit = 1 << (low & 7)
        if page[low >> 3] & bit:
            return False
        page[low >> 3] |= bit
        return True

    def __contains__(self, number: int) -> bool:
        page = self._pages.get(number >> _PAGE_BITS)
        low = number & _PAGE_MASK
        return page is not None and bool(page[low >> 3] & (1 << (low & 7)))


class SeenIds:
    """A set of ids that may be words."""

    def __init__(self) -> None:
        self._numbers = SeenNumbers()
        self._words: set[int] = set()

    def add(self, key: str) -> bool:
        """Add an id; tell whether it is new."""
        if key.isascii() and key.isdecimal() and len(key) <= _MOST_DIGITS and (key == "0" or key[0] != "0"):
            return self._numbers.add(int(key))
        digest = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")
        if digest in self._words:
            return False
        self._words.add(digest)
        return True
