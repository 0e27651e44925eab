"""How a name sounds, coarsely: for the last resort of a search."""

from zlib import crc32

import jellyfish

_LEAST = 3
"""consonants; fewer would make half the world sound alike"""


# as English reads it, what German and Slavic names mean
_HEARD = (("sch", "sh"), ("sz", "sh"), ("cz", "ch"), ("w", "v"), ("th", "t"), ("j", "y"))


def sound(folded: str) -> int:
    """Return a number that names which sound alike share (by Metaphone), 0 for names too short or not in Latin."""
    if not folded.isascii():
        return 0
    for written, heard in _HEARD:
        folded = folded.replace(written, heard)
    code = jellyfish.metaphone(folded).replace(" ", "")
    return crc32(code.encode("ascii", "ignore")) if len(code) >= _LEAST else 0
